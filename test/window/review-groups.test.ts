import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewAccount } from '#shared/model.ts'
import { lineAt, lineOf, linesIn, rowsIn, slicesOf, type ReviewGroup } from '#renderer/stores/review-groups.ts'

const group = (key: string, count: number): ReviewGroup => ({ key, count, fileName: `${key}.ofx`, account: { key } as ReviewAccount })
const groups = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }).map((counts) => counts.map((count, index) => group(`k${index}`, count)))

describe('the rows of several accounts in one list', () => {
  it('are cut where an account ends, with none lost and none twice', () => {
    fc.assert(fc.property(groups, fc.nat(200), fc.integer({ min: 1, max: 50 }), (all, first, count) => {
      const whole = all.flatMap(({ key, count: rows }) => Array.from({ length: rows }, (_, offset) => `${key}/${offset}`))
      const cut = slicesOf(all, first, count).flatMap(({ key, offset, limit }) => Array.from({ length: limit }, (_, step) => `${key}/${offset + step}`))
      expect(cut).toEqual(whole.slice(first, first + count))
    }))
  })

  it('stand on one line each, below the heading of their account', () => {
    fc.assert(fc.property(groups, (all) => {
      const lines = Array.from({ length: linesIn(all) }, (_, line) => lineAt(all, line))
      expect(lines.flatMap((line) => (line?.kind === 'row' ? [line.position] : []))).toEqual(Array.from({ length: rowsIn(all) }, (_, position) => position))
      expect(lines.filter((line) => line?.kind === 'heading')).toHaveLength(all.length > 1 ? all.length : 0)
      for (let position = 0; position < rowsIn(all); position += 1) {
        expect(lines[lineOf(all, position)]).toMatchObject({ kind: 'row', position })
      }
      expect(lineAt(all, linesIn(all))).toBeUndefined()
    }))
  })
})
