import { expect, it } from 'vitest'
import { statementComplaints } from '../../fuzz/statement-claims.ts'
import { statementMutant, statementSources } from '../../fuzz/statement-mutations.ts'

const SEED = 20_260
const RUNS = 4_000

it(`neither falls over nor loses an entry, however a statement is damaged (seed ${SEED})`, () => {
  const all = statementSources()
  const wrong = Array.from({ length: RUNS }, (_, number) => statementComplaints(statementMutant(all, SEED, number)).map((complaint) => `mutation ${number}: ${complaint}`)).flat()
  expect(wrong).toEqual([])
})
