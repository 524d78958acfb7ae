import { isCategoryId } from '#shared/categories.ts'
import type { Mapping } from '#shared/mapping.ts'
import type { OwnWords } from '#shared/statement.ts'
import type { Cell } from './table.ts'

/** What a person had added where the file comes from. A category counts only where somebody has said which of ours it is. */
export function ownWords(cell: Cell, { categories }: Pick<Mapping, 'categories'>): OwnWords | undefined {
  const said = cell('category')
  const category = knownCategory(said, categories)
  const notes = cell('notes') === '' ? null : cell('notes')
  const tags = cell('tags').split(/[|,;#]/).map((tag) => tag.trim()).filter((tag) => tag !== '')
  if (category === null && notes === null && tags.length === 0) return undefined
  return { payee: null, notes, category, categoryBy: category === null ? null : 'user', splits: [], tags }
}

/** As somebody has answered; a category of ours, as Kontor itself writes it, needs no answer. */
export function knownCategory(said: string, categories: Mapping['categories']): string | null {
  if (Object.hasOwn(categories, said)) return categories[said] ?? null
  const own = said.replace(':', '.')
  return isCategoryId(own) ? own : null
}

/** Names of categories with how often they stand there, the most frequent first. */
export function countCategories(texts: Iterable<string>, max: number): { text: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== '' && text.length <= 200) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].map(([text, count]) => ({ text, count })).sort((left, right) => right.count - left.count || (left.text < right.text ? -1 : 1)).slice(0, max)
}

