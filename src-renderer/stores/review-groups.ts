import type { Review } from '#shared/ipc/import-endpoints.ts'
import type { Decision, ReviewAccount } from '#shared/model.ts'

/** The rows of one account under one tab of the review. */
export interface ReviewGroup { readonly key: string; readonly fileName: string; readonly account: ReviewAccount; readonly count: number }

/** A run of rows inside one group, as `imports.rows` takes it. */
export interface Slice { readonly key: string; readonly offset: number; readonly limit: number }

/** A line of the list: the heading of a group, or its row at a position counted over all groups. */
export type ReviewLine = { readonly kind: 'heading'; readonly group: ReviewGroup } | { readonly kind: 'row'; readonly group: ReviewGroup; readonly position: number }

export function groupsOf(review: Review, decision: Decision): ReviewGroup[] {
  return review.files.flatMap((file) => file.accounts.map((account) => ({
    key: account.key, fileName: file.name, account, count: account.counts[decision],
  }))).filter(({ count }) => count > 0)
}

export const rowsIn = (groups: readonly ReviewGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0)

/** Rows `first` to `first + count` of all groups one after the other, cut where a group ends. */
export function slicesOf(groups: readonly ReviewGroup[], first: number, count: number): Slice[] {
  const slices: Slice[] = []
  let start = 0
  for (const group of groups) {
    const offset = Math.max(0, first - start)
    const limit = Math.min(group.count, first + count - start) - offset
    if (limit > 0) slices.push({ key: group.key, offset, limit })
    start += group.count
  }
  return slices
}

/** One group needs no heading; several each get one. */
export const linesIn = (groups: readonly ReviewGroup[]): number => rowsIn(groups) + (groups.length > 1 ? groups.length : 0)

export function lineAt(groups: readonly ReviewGroup[], line: number): ReviewLine | undefined {
  const headings = groups.length > 1 ? 1 : 0
  let start = 0
  let rows = 0
  for (const group of groups) {
    const within = line - start
    if (within < group.count + headings) return within < headings ? { kind: 'heading', group } : { kind: 'row', group, position: rows + within - headings }
    start += group.count + headings
    rows += group.count
  }
  return undefined
}

/** The line on which a row stands. */
export function lineOf(groups: readonly ReviewGroup[], position: number): number {
  if (groups.length < 2) return position
  let rows = 0
  for (const [index, group] of groups.entries()) {
    if (position < rows + group.count) return position + index + 1
    rows += group.count
  }
  return position + groups.length
}
