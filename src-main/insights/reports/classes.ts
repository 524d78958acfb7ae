import { CATEGORIES } from '#shared/categories.ts'

/** What money does (G6). */
export type FlowClass = 'income' | 'spending' | 'saving' | 'transfer'

const CLASSES: ReadonlyMap<string, FlowClass> = new Map(CATEGORIES.map(({ id, class: of }) => [id, of === 'expense' ? 'spending' : of]))

/** Money between people is what its direction says; so is what nobody has put anywhere. */
const BY_SIGN = 'transfers.person'

/**
 * The class of money in a category. A refund keeps the class of what it gives back: it makes spending less, and is no
 * income. Cash is spending; between own accounts it is paired and has another category.
 */
export function classOf(categoryId: string | null, isIncoming: boolean): FlowClass {
  const known = categoryId === null || categoryId === BY_SIGN ? undefined : CLASSES.get(categoryId)
  return known ?? (isIncoming ? 'income' : 'spending')
}

/** `food` of `food.groceries`; null without a category. */
export const groupOf = (categoryId: string | null): string | null => categoryId?.split('.')[0] ?? null

const LEAVES = CATEGORIES.map(({ id }) => id)
const KNOWN = new Set(['none', ...LEAVES, ...LEAVES.map(groupOf)])

/** Whether anything can be in it: a leaf, a group, or `none`. */
export const isCategoryKnown = (asked: string): boolean => KNOWN.has(asked)

/** Which leaves are meant by leaves, groups and `none`. */
export function leavesOf(asked: readonly string[]): { readonly ids: string[]; readonly withNone: boolean } {
  const ids = new Set(asked.flatMap((one) => (one.includes('.') ? [one] : LEAVES.filter((leaf) => groupOf(leaf) === one))))
  return { ids: [...ids], withNone: asked.includes('none') }
}
