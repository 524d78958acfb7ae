import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPORT_NAMES } from '#shared/reports/names.ts'
import { COMMANDS } from '#main/cli/commands.ts'
import { ofx } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

/** 0: one JSON document. 1: one line on stderr. 2: what is wrong, and the usage. Only 0 leaves anything on stdout. */
describe('the contract of the command line', () => {
  const place = workplace()
  const file = join(place.folder, 'a.ofx')
  const inFolder = (name: string): string => join(place.folder, name)
  beforeAll(async () => {
    writeFileSync(file, ofx({ lines: [{ id: '1', on: '2026-02-28', amount: '-10.00' }], balance: { amount: '90.00', asOf: '2026-03-01' } }))
    expect(await place.kontor(['--plain', 'import', file])).toMatchObject({ code: 0 })
    expect(await place.kontor(['bank', 'add', 'demo', '--persona', 'small'])).toMatchObject({ code: 0 })
  })
  afterAll(() => { place.remove() })

  const DONE: readonly (readonly string[])[] = [
    ['inspect', file], ['import', file], ['import', file, '--dry-run'], ['accounts'], ['account', 'add', 'Kasse'], ['transactions'], ['transaction', 'add', '--account', '1', '--amount=-5', '--payee', 'Kiosk'],
    ...REPORT_NAMES.map((name) => ['report', name]), ['holdings'], ['rates', 'list'], ['rates', 'set', 'EUR', 'USD', '2026-01-31', '1.03'], ['rates', 'delete', 'EUR', 'USD'],
    ['budget', 'list'], ['budget', 'set', 'food', '400'], ['transfers'], ['contracts'], ['batches'], ['export', inFolder('a.json'), '--format', 'json'], ['backup', inFolder('a.backup')],
    ['restore', inFolder('a.backup')], ['verify'], ['bank', 'list'], ['bank', 'get', '1'], ['bank', 'update', '1'], ['bank', 'update', '--all'], ['bank', 'edit', '1', '--name', 'Bank'], ['revert', '1'], ['bank', 'delete', '--all'],
  ]

  it('says what it did as one JSON document, and says it to people too', async () => {
    for (const args of DONE) {
      const run = await place.kontor(['--json', ...args])
      expect(run, args.join(' ')).toMatchObject({ code: 0 })
      expect(typeof run.json(), args.join(' ')).toBe('object')
      expect(run.out.trimEnd().split('\n'), args.join(' ')).toHaveLength(1)
    }
    const named = new Set(DONE.map(([name]) => name))
    expect(Object.keys(COMMANDS).filter((name) => !named.has(name)), 'every command is tried here but the bank that goes on serving').toEqual(['demo-bank'])
  })

  const FAILED: readonly (readonly string[])[] = [
    ['inspect', inFolder('nothing.ofx')], ['import', inFolder('nothing.ofx')], ['transactions', '--account', '99'], ['transaction', 'add', '--account', '99', '--amount', '1'], ['transaction', 'remove', '9999'],
    ['holdings', '--account', '99'], ['rates', 'import', inFolder('nothing.csv')], ['transfers', 'confirm', '1:2'], ['contracts', 'confirm', '1-9999'], ['revert', '99'], ['restore', inFolder('nothing.backup')],
    ['export', inFolder('no/such/folder.json'), '--format', 'json'], ['bank', 'update', '99'], ['bank', 'edit', '99', '--name', 'x'], ['bank', 'delete', '99'], ['report', 'cash-flow', '--accounts', '99'],
  ]

  it.each(FAILED.map((args) => [args.join(' ').replaceAll(place.folder, ''), args] as const))('%s fails in one line, and leaves stdout empty', async (_name, args) => {
    for (const flags of [[], ['--json']]) {
      const run = await place.kontor([...flags, ...args])
      expect(run).toMatchObject({ code: 1, out: '' })
      expect(run.notes).toMatch(/^kontor: [^\n]+\n$/)
    }
  })

  const WRONG: readonly (readonly string[])[] = [
    ['nonsense'], ['inspect'], ['import'], ['accounts', 'more'], ['transactions', '--limit', 'x'], ['account', 'remove'], ['report', 'nonsense'], ['rates', 'list', 'more'], ['budget', 'nonsense'], ['transfers', 'confirm', 'x'],
    ['contracts', 'nonsense'], ['revert', 'x'], ['export', 'x', '--format', 'pdf'], ['bank', 'nonsense'], ['bank', 'update'], ['demo-bank', '--port', 'x'], ['verify', '--nonsense'],
  ]

  it.each(WRONG.map((args) => [args.join(' '), args] as const))('%s is wrong usage, and leaves stdout empty', async (_name, args) => {
    const run = await place.kontor(['--json', ...args])
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.notes).toMatch(/^kontor: .+\n/)
  })
})
