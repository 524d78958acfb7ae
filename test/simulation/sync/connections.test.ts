import { it } from 'vitest'
import { live } from './life.ts'

const SEED = Number(process.env['SIMULATION_SEED'] ?? 1)
const RUNS = Number(process.env['SIMULATION_RUNS'] ?? 500)
/** A test of so many lives: a line for each of five hundred would be read by nobody. */
const TOGETHER = 50

it.each(Array.from({ length: Math.ceil(RUNS / TOGETHER) }, (_, part) => SEED + part * TOGETHER))('connections survive whatever is done to them (50 lives from seed %i)', async (first) => {
  for (let seed = first; seed < Math.min(first + TOGETHER, SEED + RUNS); seed += 1) await live(seed)
}, 240_000)
