import { describe, expect, it } from 'vitest'
import { square, stages, type Stage } from './fints/plan.ts'
import { go, nameOf, type Run } from './fints/simulation.ts'

const SEED = Number(process.env['KONTOR_SIMULATION_SEED'] ?? '1')
const PARTS = 8

/** The first runs that went wrong, each with what repeats it. */
async function wrongRuns(runs: readonly Run[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const run of runs) {
    const { wrong } = await go(run, SEED)
    if (wrong.length > 0) found.push(`npm run simulate -- --seed ${SEED} --only ${nameOf(run)}: ${wrong.join('; ').slice(0, 800)}`)
  }
  return found
}

describe(`a refresh at the demo bank in any weather (KONTOR_SIMULATION_SEED=${SEED})`, async () => {
  const calm: readonly Stage[] = await stages(SEED)
  const runs = [...square(calm, SEED)]

  it('knows every situation, and each fault at each message', () => {
    expect(calm.length).toBeGreaterThan(40)
    expect(runs.length).toBeGreaterThan(1_000)
  })

  it.each(Array.from({ length: PARTS }, (_, part) => [part + 1] as const))(`brings every entry once and all balances, shows no secret and wastes no PIN, part %i of ${PARTS}`, async (part) => {
    const own = runs.filter((_, place) => place % PARTS === part - 1)
    console.log(`simulation from seed ${SEED}: ${own.length} of ${runs.length} runs`)
    expect(await wrongRuns(own)).toEqual([])
  })
})
