import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ofx } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

const GOOD = ofx({ lines: [{ id: 'a1', on: '2026-02-03', amount: '-12.50' }] })
const PASSPHRASE = { KONTOR_PASSPHRASE: 'correct horse battery' }

describe('no command costs a ledger', () => {
  let place: ReturnType<typeof workplace>
  beforeEach(() => { place = workplace() })
  afterEach(() => { place.remove() })

  const file = (name: string, content: string) => {
    const path = join(place.folder, name)
    writeFileSync(path, content)
    return path
  }
  const flip = (path: string, at: number) => {
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
  }
  const lines = (notes: string) => notes.trimEnd().split('\n').length

  it('not an export or a backup under its own name, or that of a file that belongs to it', async () => {
    await place.kontor(['--plain', 'import', file('good.ofx', GOOD)])
    const before = readFileSync(place.ledger)
    symlinkSync(place.ledger, join(place.folder, 'symbolic'))
    linkSync(place.ledger, join(place.folder, 'hard'))
    for (const target of [place.ledger, ...['-wal', '-lock', '.keys', '.keys.copy'].map((part) => `${place.ledger}${part}`), join(place.folder, 'symbolic'), join(place.folder, 'hard'), join(place.folder, '.', 'ledger.kontor')]) {
      for (const args of [['export', target, '--format', 'csv'], ['export', target, '--format', 'json'], ['backup', target]]) {
        expect(await place.kontor(args), args.join(' ')).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('exists already') as string })
      }
    }
    expect(readFileSync(place.ledger).equals(before)).toBe(true)
    expect(readdirSync(place.folder).sort()).toEqual(['good.ofx', 'hard', 'ledger.kontor', 'symbolic'])
  })

  it('nor another file, unless it is given up by name', async () => {
    await place.kontor(['--plain', 'import', file('good.ofx', GOOD)])
    const letter = file('letter.txt', 'Dear mother')
    const commands = [['export', letter, '--format', 'csv'], ['export', letter, '--format', 'json'], ['backup', letter]]
    for (const args of commands) expect(await place.kontor(args)).toMatchObject({ code: 1, out: '', notes: `kontor: ${letter}: This file exists already. Choose another name, or replace it with --force.\n` })
    expect(readFileSync(letter, 'utf8')).toBe('Dear mother')
    for (const args of commands) expect(await place.kontor([...args, '--force'])).toMatchObject({ code: 0 })
    expect(readFileSync(letter, 'latin1').startsWith('KONTORBK')).toBe(true)
    for (const args of [['export', place.folder, '--format', 'csv', '--force'], ['backup', place.folder]]) expect(await place.kontor(args)).toMatchObject({ code: 1, notes: expect.stringContaining('A folder of this name exists already') as string })
    expect(await place.kontor(['backup', place.ledger, '--force'])).toMatchObject({ code: 1, notes: expect.stringContaining('exists already') as string })
  })

  it('not two first imports at the same moment: one makes the ledger, and its keys stay', async () => {
    const statement = file('good.ofx', GOOD)
    const runs = await Promise.all([1, 2, 3].map(() => place.kontor(['import', statement], { env: PASSPHRASE })))
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 1, 1])
    expect((await place.kontor(['transactions', '--json'], { env: PASSPHRASE })).json()).toMatchObject({ transactions: [{ externalId: 'a1' }] })
    const recoveryKey = /([0-9A-Z]{5}-){7}[0-9A-Z]{5}/.exec(runs.find(({ code }) => code === 0)?.notes ?? '')?.[0] ?? ''
    expect(await place.kontor(['accounts'], { env: { KONTOR_PASSPHRASE: recoveryKey } })).toMatchObject({ code: 0 })
  })

  it('not a name that SQLite reads in its own way', async () => {
    const statement = file('good.ofx', GOOD)
    for (const [index, name] of [`${place.ledger} `, ` ${place.ledger}`].entries()) {
      const env = { ...PASSPHRASE, KONTOR_LEDGER: name }
      expect((await place.kontor(['import', statement, '--json'], { env })).json()).toMatchObject({ files: [{ batch: index + 1 }] })
    }
    expect(readdirSync(place.folder).sort()).toEqual(['good.ofx', 'ledger.kontor', 'ledger.kontor.keys', 'ledger.kontor.keys.copy'])
    const cwd = process.cwd()
    try {
      process.chdir(place.folder)
      for (const batch of [1, 2]) expect((await place.kontor(['--plain', 'import', statement, '--json'], { env: { KONTOR_LEDGER: ':memory:' } })).json()).toMatchObject({ files: [{ batch }] })
    } finally {
      process.chdir(cwd)
    }
    expect(readdirSync(place.folder)).toContain(':memory:')
  })

  it('keeps a key file without its ledger under another name, and makes a new ledger', async () => {
    file('ledger.kontor.keys', 'what a crash left')
    expect(await place.kontor(['import', file('good.ofx', GOOD)], { env: PASSPHRASE })).toMatchObject({ code: 0 })
    const kept = readdirSync(place.folder).find((name) => name.startsWith('ledger.kontor.keys.before-')) ?? ''
    expect(readFileSync(join(place.folder, kept), 'utf8')).toBe('what a crash left')
  })

  it.each([['encrypted', []], ['plain', ['--plain']]])('leaves nothing behind when the first import fails, and shows no recovery key: %s', async (_, options) => {
    const bad = file('letter.ofx', 'Dear customer, please find your statement attached.')
    for (const args of [['import', bad], ['import', file('good.ofx', GOOD), '--account', '7']]) {
      const result = await place.kontor([...options, ...args], { env: PASSPHRASE })
      expect(result).toMatchObject({ code: 1, out: '' })
      expect(lines(result.notes)).toBe(1)
    }
    expect(readdirSync(place.folder).sort()).toEqual(['good.ofx', 'letter.ofx'])
  })

  it('says that a ledger is damaged, not that the right passphrase is wrong, wherever the damage is', async () => {
    await place.kontor(['import', file('good.ofx', GOOD)], { env: PASSPHRASE })
    for (const at of [0, 17, 30, 100, 5000]) {
      flip(place.ledger, at)
      const result = await place.kontor(['accounts'], { env: PASSPHRASE })
      expect(result, `byte ${at}`).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(/ledger\.kontor: .*damaged/) as string })
      flip(place.ledger, at)
    }
    expect(await place.kontor(['accounts'], { env: PASSPHRASE })).toMatchObject({ code: 0 })
  })

  it('tells a lost key file from a file that is no ledger, and names the file either way', async () => {
    await place.kontor(['import', file('good.ofx', GOOD)], { env: PASSPHRASE })
    const encrypted = file('alone.kontor', '')
    writeFileSync(encrypted, readFileSync(place.ledger))
    expect(await place.kontor(['--ledger', encrypted, 'accounts'], { env: PASSPHRASE })).toMatchObject({ code: 1, notes: expect.stringMatching(/alone\.kontor: .*key file .* missing/) as string })
    for (const content of ['', 'x', GOOD]) {
      expect(await place.kontor(['--ledger', file('other.kontor', content), 'accounts'])).toMatchObject({ code: 1, notes: expect.stringMatching(/other\.kontor: .*no Kontor ledger/) as string })
    }
    expect(await place.kontor(['--ledger', join(place.folder, 'nowhere.kontor'), 'accounts'])).toMatchObject({ code: 1, notes: expect.stringMatching(/nowhere\.kontor: There is no ledger here yet/) as string })
    expect(existsSync(join(place.folder, 'nowhere.kontor'))).toBe(false)
  })
})
