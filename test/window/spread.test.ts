import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spread } from '#renderer/features/insights/chart/spread.ts'

it('leaves labels beside their marks where there is room', () => {
  expect(spread([20, 60, 100], 16, 8, 200)).toEqual([20, 60, 100])
})

it('never lets labels overlap, keeps their order, and keeps them in the picture while all of them fit', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 24 }), (some) => {
    const centres = some.toSorted((left, right) => left - right)
    const places = spread(centres, 16, 8, 400)
    for (const [index, place] of places.entries()) if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-9)
    expect(places.every((place) => place >= 8 - 1e-9 && place <= 400 + 1e-9)).toBe(true)
  }))
})
