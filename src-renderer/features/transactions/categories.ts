import { CATEGORIES, CATEGORY_GROUPS } from '#shared/categories.ts'
import type { Language } from '#shared/preferences.ts'

/** `food.groceries` → `food`. */
export const groupOf = (id: string): string => id.split('.')[0] ?? id

const LEAVES = new Map(CATEGORIES.map((category) => [category.id, category]))

/** The name of a leaf or of a group; an id from a newer taxonomy is shown as it is. */
export const categoryName = (id: string, language: Language): string => LEAVES.get(id)?.[language] ?? CATEGORY_GROUPS[id]?.[language] ?? id

export interface CategoryGroup { readonly id: string; readonly name: string; readonly leaves: readonly { readonly id: string; readonly name: string }[] }

/**
 * The taxonomy in its own order, narrowed to what is typed. Words match the leaf or its group, in both languages and
 * without accents: people remember "Miete" as well as "rent".
 */
export function findCategories(text: string, language: Language): CategoryGroup[] {
  const words = plain(text).split(/\s+/).filter((word) => word !== '')
  return Object.entries(CATEGORY_GROUPS).map(([id, group]) => ({
    id,
    name: group[language],
    leaves: CATEGORIES
      .filter((leaf) => groupOf(leaf.id) === id)
      .filter((leaf) => words.every((word) => plain([leaf.en, leaf.de, group.en, group.de].join(' ')).includes(word)))
      .map((leaf) => ({ id: leaf.id, name: leaf[language] })),
  })).filter(({ leaves }) => leaves.length > 0)
}

/**
 * The leaf a person most likely means: one whose name begins with what is typed, else one with a word that does, else the
 * first found. The list keeps its order; only the highlight goes there.
 */
export function bestCategory(groups: readonly CategoryGroup[], text: string): string | undefined {
  const typed = plain(text).trim()
  const leaves = groups.flatMap((group) => group.leaves)
  const begins = leaves.find(({ name }) => plain(name).startsWith(typed))
  const contains = leaves.find(({ name }) => plain(name).split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)))
  return (begins ?? contains ?? leaves[0])?.id
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
