import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'

const KILLS = 8
const ROWS = 4_000
const SEED = Number(process.env['KONTOR_SEED'] ?? 20_261_121)
const PASSPHRASE = 'correct horse battery'

interface Ended { readonly code: number | null; readonly out: string; readonly notes: string; readonly ms: number }

/** The real command line in a process of its own; killed without warning after `killAfterMs`. */
function kontor(args: readonly string[], killAfterMs?: number): Promise<Ended> {
  return new Promise((resolve) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['bin/kontor.js', ...args], { env: { ...process.env, KONTOR_PASSPHRASE: PASSPHRASE, LANG: 'C' } })
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    let [out, notes] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { notes += chunk.toString() })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, out, notes, ms: performance.now() - start })
    })
  })
}

describe.each([['plain', ['--plain']], ['encrypted', []]] as const)('killing an import into a ledger that is %s', (_, options) => {
  let folder = ''
  let [first, second] = ['', '']
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kontor-kill-'))
    first = join(folder, 'first.ofx')
    second = join(folder, 'second.ofx')
    const history = { today: localDate('2026-11-20'), dialect: 'sgml' } as const
    writeFileSync(first, writeOfxHistory({ ...history, seed: 1, rows: 50 }))
    writeFileSync(second, writeOfxHistory({ ...history, seed: 2, rows: ROWS }))
  })
  afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

  const rowCount = async (ledger: string) => (JSON.parse((await kontor(['--ledger', ledger, 'transactions', '--json', '--all'])).out) as { transactions: unknown[] }).transactions.length

  it(`leaves the whole batch or nothing at ${KILLS} random moments (seed ${SEED})`, async () => {
    const dice = new Dice('kill', SEED)
    const ledger = join(folder, 'ledger.kontor')
    await kontor([...options, '--ledger', ledger, 'import', first])
    const rehearsal = join(folder, 'rehearsal.kontor')
    await kontor([...options, '--ledger', rehearsal, 'import', first])
    const { ms } = await kontor(['--ledger', rehearsal, 'import', second])
    const [before, after] = [await rowCount(ledger), await rowCount(rehearsal)]
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Most of a short import is starting up and unlocking; the moments that matter are the later ones.
      await kontor(['--ledger', ledger, 'import', second], ms * (0.3 + 0.8 * (dice.below(1_000) / 1_000)))
      expect(await kontor(['--ledger', ledger, 'verify', '--json']), `kill ${kill}`).toMatchObject({ code: 0, notes: '' })
      const rows = await rowCount(ledger)
      expect([before, after], `kill ${kill}`).toContain(rows)
      if (rows === after) expect(await kontor(['--ledger', ledger, 'revert', String(await lastBatch(ledger))])).toMatchObject({ code: 0 })
    }
  })

  const lastBatch = async (ledger: string) => Math.max(...(JSON.parse((await kontor(['--ledger', ledger, 'batches', '--json'])).out) as { batches: { id: number; revertedAt: string | null }[] }).batches.filter(({ revertedAt }) => revertedAt === null).map(({ id }) => id))
})
