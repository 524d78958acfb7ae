import process from 'node:process'
import { parseArgs } from 'node:util'
import { chance, square, stages, wholeGrid } from './fints/plan.ts'
import { go, nameOf, parseName, type Run } from './fints/simulation.ts'
import { live } from './sync/life.ts'

/**
 * `npm run simulate -- --seed 7 --runs 20000`: refreshes at the demo bank in bad weather. First each fault at each message in
 * turn, or with `--all` in every situation; then `--runs` with two or three faults. `--only NAME` repeats one run. Then `--lives`
 * of several connections, each from its own seed: every operation, faults, kills, changes of mind, the scheduler over jumps of
 * the clock, and days that pass.
 */
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, runs: { type: 'string', default: '1000' }, all: { type: 'boolean', default: false }, lives: { type: 'string', default: '10000' }, only: { type: 'string' } } })
const seed = Number(values.seed)
const start = performance.now()
let count = 0
let failed = 0

async function simulate(run: Run): Promise<void> {
  count += 1
  const { wrong } = await go(run, seed)
  if (wrong.length === 0) return
  failed += 1
  process.stderr.write(`seed ${seed}, ${nameOf(run)}: ${wrong.slice(0, 3).join('; ').slice(0, 600)}\n`)
  process.exitCode = 1
}

if (values.only !== undefined) await simulate(parseName(values.only))
else {
  const all = await stages(seed)
  for (const run of values.all ? wholeGrid(all) : square(all, seed)) await simulate(run)
  let left = Number(values.runs)
  for (const run of chance(all, seed)) {
    if ((left -= 1) < 0) break
    await simulate(run)
  }
}
let refreshes = 0
let unattended = 0
async function simulateLife(one: number): Promise<void> {
  count += 1
  try {
    const lived = await live(one)
    refreshes += lived.refreshes
    unattended += lived.unattended
  } catch (cause) {
    failed += 1
    process.stderr.write(`${cause instanceof Error ? `${cause.message}\n${String(cause.cause)}` : String(cause)}\n`)
    process.exitCode = 1
  }
}

if (values.only === undefined) for (let one = seed; one < seed + Number(values.lives); one += 1) await simulateLife(one)
process.stdout.write(`${count} runs from seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s (lives: ${refreshes} refreshes, ${unattended} of them unattended), ${failed} wrong\n`)
