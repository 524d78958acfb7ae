import fc from 'fast-check'
import { expect, it } from 'vitest'
import { flickerFrames } from '#renderer/features/connections/questions/flicker.ts'

const frame = (clock: number, bits: number) => [clock === 1, (bits & 1) !== 0, (bits & 2) !== 0, (bits & 4) !== 0, (bits & 8) !== 0]
const hex = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 }).map((bytes) => bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(''))

it('begins with the sync bytes 0F FF, lower half first, each half with the clock light and then dark', () => {
  expect(flickerFrames('12').slice(0, 8)).toEqual([15, 0, 15, 15].flatMap((bits) => [frame(1, bits), frame(0, bits)]))
  expect(flickerFrames('12').slice(8)).toEqual([2, 1].flatMap((bits) => [frame(1, bits), frame(0, bits)]))
})

it('shows a reader that samples when the clock falls exactly the code, whatever it is', () => {
  fc.assert(fc.property(hex, (code) => {
    const frames = flickerFrames(code)
    expect(frames.map(([clock]) => clock)).toEqual(frames.map((_, index) => index % 2 === 0))
    const halves = frames.filter(([clock]) => !clock).map(([, one, two, four, eight]) => Number(one) + 2 * Number(two) + 4 * Number(four) + 8 * Number(eight))
    const bytes = Array.from({ length: halves.length / 2 }, (_, index) => (halves[index * 2] ?? 0) + 16 * (halves[index * 2 + 1] ?? 0))
    expect(bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')).toBe(`0FFF${code}`)
  }))
})

it.each(['', 'F', 'XY', '0D8'])('shows nothing for %j, which is no code', (code) => { expect(flickerFrames(code)).toEqual([]) })
