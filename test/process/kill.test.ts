import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { workplace } from '../unit/cli/harness.ts'

const KILLS = 8
const ROWS = 4_000
const SEED = Number(process.env['KONTOR_SEED'] ?? 20_261_121)
const PASSPHRASE = 'correct horse battery'

/** The real command line in a process of its own, killed without warning after `killAfterMs`; answers with how long it lived. */
function importElsewhere({ ledger, file, secret, killAfterMs }: { readonly ledger: string; readonly file: string; readonly secret: string; readonly killAfterMs?: number }): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    const child = spawn(process.execPath, ['bin/kontor.js', '--ledger', ledger, 'import', file], { env: { ...process.env, KONTOR_PASSPHRASE: secret, LANG: 'C' }, stdio: 'ignore' })
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(performance.now() - start)
    })
  })
}

describe.each([['plain', ['--plain']], ['encrypted', []]] as const)('killing an import into a ledger that is %s', (_, options) => {
  let place: ReturnType<typeof workplace>
  let [first, second, secret] = ['', '', '']
  beforeAll(() => {
    place = workplace()
    first = join(place.folder, 'first.ofx')
    second = join(place.folder, 'second.ofx')
    const history = { today: localDate('2026-11-20'), dialect: 'sgml' } as const
    writeFileSync(first, writeOfxHistory({ ...history, seed: 1, rows: 50 }))
    writeFileSync(second, writeOfxHistory({ ...history, seed: 2, rows: ROWS }))
  })
  afterAll(() => { place.remove() })

  const kontor = (args: readonly string[]) => place.kontor(args, { env: { KONTOR_PASSPHRASE: secret } })
  // What was killed is looked at from here: starting a process for each look would take most of the time.
  const rowCount = async (ledger: string) => ((await kontor(['--ledger', ledger, 'transactions', '--json', '--all'])).json() as { transactions: unknown[] }).transactions.length

  it(`leaves the whole batch or nothing at ${KILLS} random moments (seed ${SEED})`, async () => {
    const dice = new Dice('kill', SEED)
    const { code, notes } = await place.kontor([...options, 'import', first], { env: { KONTOR_PASSPHRASE: PASSPHRASE } })
    expect(code).toBe(0)
    // A passphrase is slow to try, as it should be; a recovery key is not.
    secret = /([0-9A-Z]{5}-){7}[0-9A-Z]{5}/.exec(notes)?.[0] ?? ''
    const rehearsal = join(place.folder, 'rehearsal.kontor')
    for (const part of ['', '.keys'].filter((end) => existsSync(`${place.ledger}${end}`))) copyFileSync(`${place.ledger}${part}`, `${rehearsal}${part}`)
    const ms = await importElsewhere({ ledger: rehearsal, file: second, secret })
    const [before, after] = [await rowCount(place.ledger), await rowCount(rehearsal)]
    expect(after).toBeGreaterThan(before)
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Most of a short import is starting up and unlocking; the moments that matter are the later ones.
      await importElsewhere({ ledger: place.ledger, file: second, secret, killAfterMs: ms * (0.3 + 0.8 * (dice.below(1_000) / 1_000)) })
      expect(await kontor(['verify', '--json']), `kill ${kill}`).toMatchObject({ code: 0, notes: '' })
      const rows = await rowCount(place.ledger)
      expect([before, after], `kill ${kill}`).toContain(rows)
      if (rows === after) expect(await kontor(['revert', String(await lastBatch())])).toMatchObject({ code: 0 })
    }
  })

  const lastBatch = async () => Math.max(...((await kontor(['batches', '--json'])).json() as { batches: { id: number; revertedAt: string | null }[] }).batches.filter(({ revertedAt }) => revertedAt === null).map(({ id }) => id))
})
