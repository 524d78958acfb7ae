/** Rows `first` to `last` of a list, both included. */
export interface Span { readonly first: number; readonly last: number }

/** Which rows of a list are chosen: sorted spans that neither touch nor overlap, so that 100,000 rows cost one of them. */
export type Selection = readonly Span[]

export const NOTHING: Selection = []

export const selectAll = (count: number): Selection => (count > 0 ? [{ first: 0, last: count - 1 }] : NOTHING)

export const isSelected = (selection: Selection, index: number): boolean =>
  selection.some(({ first, last }) => first <= index && index <= last)

export const selectedCount = (selection: Selection): number =>
  selection.reduce((sum, { first, last }) => sum + last - first + 1, 0)

/** Adds the rows between two ends, given in either order. */
export function addSpan(selection: Selection, from: number, to: number): Selection {
  let first = Math.min(from, to)
  let last = Math.max(from, to)
  const apart: Span[] = []
  for (const span of selection) {
    if (span.last < first - 1 || span.first > last + 1) apart.push(span)
    else {
      first = Math.min(first, span.first)
      last = Math.max(last, span.last)
    }
  }
  return [...apart, { first, last }].sort((left, right) => left.first - right.first)
}

export function removeSpan(selection: Selection, from: number, to: number): Selection {
  const first = Math.min(from, to)
  const last = Math.max(from, to)
  return selection.flatMap((span) => [
    { first: span.first, last: Math.min(span.last, first - 1) },
    { first: Math.max(span.first, last + 1), last: span.last },
  ].filter((rest) => rest.first <= rest.last))
}

export const toggleRow = (selection: Selection, index: number): Selection =>
  isSelected(selection, index) ? removeSpan(selection, index, index) : addSpan(selection, index, index)
