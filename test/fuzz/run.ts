import process from 'node:process'
import { parseArgs } from 'node:util'
import { complaints } from './ofx-claims.ts'
import { mutant, sources } from './ofx-mutations.ts'

/** `npm run fuzz -- --runs 100000 --seed 1`: damages OFX files and holds the reader to its word. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } })
const runs = Number(values.runs)
const seed = Number(values.seed)
const all = sources()
let slowest = 0
let bytesRead = 0
const start = performance.now()

for (let number = 0; number < runs; number++) {
  const bytes = mutant(all, seed, number)
  bytesRead += bytes.length
  const begin = performance.now()
  const wrong = complaints(bytes)
  slowest = Math.max(slowest, performance.now() - begin)
  if (wrong.length > 0) {
    process.stderr.write(`seed ${seed}, mutation ${number}: ${wrong.slice(0, 3).join('; ')}\n`)
    process.exitCode = 1
  }
}
const seconds = (performance.now() - start) / 1000
process.stdout.write(`${runs} mutations, seed ${seed}: ${(bytesRead / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s, slowest ${slowest.toFixed(0)} ms\n`)
