import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSpan, isSelected, NOTHING, removeSpan, selectAll, selectedCount, toggleRow, type Selection } from '#renderer/stores/selection.ts'

/** What a selection means, row by row. */
const rowsOf = (selection: Selection): number[] => selection.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step))
const row = fc.nat(40)
const step = fc.record({ add: fc.boolean(), from: row, to: row })

describe('a selection', () => {
  it('holds exactly the rows that were added and not taken away since', () => {
    fc.assert(fc.property(fc.array(step), (steps) => {
      let selection: Selection = NOTHING
      const rows = new Set<number>()
      for (const { add, from, to } of steps) {
        selection = add ? addSpan(selection, from, to) : removeSpan(selection, from, to)
        for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
          if (add) rows.add(index)
          else rows.delete(index)
        }
      }
      expect(rowsOf(selection)).toEqual([...rows].sort((left, right) => left - right))
      expect(selectedCount(selection)).toBe(rows.size)
    }))
  })

  it('never keeps two spans that touch', () => {
    const selection = addSpan(addSpan(addSpan(NOTHING, 0, 3), 8, 9), 4, 7)
    expect(selection).toEqual([{ first: 0, last: 9 }])
  })

  it('takes a row and gives it back', () => {
    const without = toggleRow(selectAll(5), 2)
    expect(rowsOf(without)).toEqual([0, 1, 3, 4])
    expect(toggleRow(without, 2)).toEqual(selectAll(5))
    expect(isSelected(without, 2)).toBe(false)
  })

  it('costs one span for 100,000 rows', () => {
    expect(selectAll(100_000)).toHaveLength(1)
    expect(selectAll(0)).toEqual(NOTHING)
  })
})
