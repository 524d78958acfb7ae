import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '#main/cli/arguments.ts'
import { COMMANDS } from '#main/cli/commands.ts'
import { VERSION } from '#shared/version.ts'

const parsed = (...args: string[]) => {
  const result = parseCommandLine(args)
  return result.ok && typeof result.value === 'object' ? result.value : result
}

describe('the command line', () => {
  it.each([
    [['--ledger', 'a.kontor', '--json', 'accounts']],
    [['accounts', '--json', '--ledger', 'a.kontor']],
    [['--json', 'accounts', '--ledger=a.kontor']],
  ])('takes global options before and after the command: %j', (args) => {
    expect(parsed(...args)).toMatchObject({ name: 'accounts', json: true, ledger: 'a.kontor', plain: false })
  })

  it('keeps operands and the command’s own options apart', () => {
    expect(parsed('import', 'a.ofx', '--account', '3', 'b.ofx', '--dry-run')).toMatchObject({ args: { positionals: ['a.ofx', 'b.ofx'], values: { account: '3', 'dry-run': true } } })
  })

  it('reads what follows -- as operands, so that a file may begin with a dash', () => {
    expect(parsed('inspect', '--', '-odd.ofx')).toMatchObject({ args: { positionals: ['-odd.ofx'] } })
  })

  it.each([
    [['nonsense'], 'unknown command'],
    [['toString'], 'unknown command'],
    [['inspect'], 'missing'],
    [['accounts', 'extra'], 'too many'],
    [['accounts', '--limit', '3'], '--limit'],
    [['transactions', '--limit'], '--limit'],
    [['--ledger'], ''],
  ])('calls %j wrong usage', (args, reason) => {
    const result = parseCommandLine(args)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.error.reason.en).toContain(reason)
  })

  it('explains itself when nothing, or help, is asked', () => {
    expect([parseCommandLine([]), parseCommandLine(['--help']), parseCommandLine(['import', '-h'])]).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: 'help' })))
  })

  it.each(Object.entries(COMMANDS))('names %s in its own usage', (name, { usage }) => {
    expect(usage.split(' ')[0]).toBe(name)
  })

  it('has one version', () => {
    expect((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version).toBe(VERSION)
  })
})
