import fc from 'fast-check'
import { expect, it } from 'vitest'
import { confidenceOf, wholeMin, type Nature, type Traits } from '#main/insights/contracts/accept.ts'
import { BEATS } from '#main/insights/contracts/rhythms.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const traits: fc.Arbitrary<Traits> = fc.record({
  count: fc.integer({ min: 2, max: 60 }), drift: fc.double({ min: 0, max: 10, noNaN: true }), steady: share, near: share, alike: share, coverage: share, share, whole: share, alone: share,
  hasMandate: fc.constant(false), skipped: fc.integer({ min: 0, max: 6 }),
})
/** Also what is as good as can be in all but one: chance alone seldom makes a contract. */
const good: Traits = { count: 24, drift: 0, steady: 1, near: 1, alike: 1, coverage: 1, share: 1, whole: 1, alone: 1, hasMandate: false, skipped: 0 }

it('trusts nothing without a mandate that is a smaller share of its merchant than the least it asks for', () => {
  const likely = fc.record({ some: traits, keys: fc.subarray(['count', 'drift', 'steady', 'near', 'coverage', 'skipped'] as const) }).map(({ some, keys }): Traits => ({ ...good, ...Object.fromEntries(keys.map((key) => [key, some[key]])) }))
  fc.assert(fc.property(fc.oneof(traits, likely), fc.constantFrom<Nature>('contractual', 'habitual', 'open'), fc.constantFrom(...BEATS), fc.constantFrom(null, 'food.groceries', 'transfers.person', 'housing.energy', 'insurance.vehicle'), share, (some, nature, beat, category, part) => {
    const least = wholeMin(nature, beat)
    const whole = least * part * 0.999
    fc.pre(whole < least)
    expect(confidenceOf({ ...some, whole }, nature, beat, category)).toBe(0)
  }), { numRuns: 2000 })
})
