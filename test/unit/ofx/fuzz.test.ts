import { expect, it } from 'vitest'
import { complaints } from '../../fuzz/ofx-claims.ts'
import { mutant, sources } from '../../fuzz/ofx-mutations.ts'

const SEED = 20_260
const RUNS = 3_000

/** `npm run fuzz` does the same 100,000 times. */
it(`neither falls over nor loses an entry, however a file is damaged (seed ${SEED})`, () => {
  const all = sources()
  const wrong = Array.from({ length: RUNS }, (_, number) => complaints(mutant(all, SEED, number)).map((complaint) => `mutation ${number}: ${complaint}`)).flat()
  expect(wrong).toEqual([])
})
