import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { systemClock } from '#main/platform/clock.ts'
import { createIncidents } from '#main/platform/incidents.ts'
import { logFiles } from '#main/platform/log-files.ts'
import { createLog, framesOf, type LogFields } from '#main/platform/log.ts'
import { systemRandom } from '#main/platform/random.ts'

const clock = { ...systemClock, now: () => '2026-01-31T12:00:00.000Z' as Instant }
function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog({ write: (line) => lines.push(line) }, clock, 'debug'))
  return lines.join('')
}

describe('a log line', () => {
  it('says when, how bad, what, and the facts', () => {
    expect(JSON.parse(logged((log) => log.warn('ledger.slow', { useCase: 'transactions.page', ms: 61.5 })))).toEqual({
      at: '2026-01-31T12:00:00.000Z', level: 'warn', what: 'ledger.slow', ms: 61.5, useCase: 'transactions.page',
    })
  })

  it('never shows what a person or a bank wrote, whichever field it is put into', () => {
    const iban = fc.stringMatching(/^(?:DE|AT)[0-9]{18,20}$/)
    const name = fc.stringMatching(/^[A-Z][a-zäöü]{3,8} [A-Z][a-zß]{3,9}$/)
    const secret = fc.stringMatching(/^[A-Za-z]{3}[0-9]{2}[!-~]{6,20}$/)
    const fields = ['ms', 'channel', 'event', 'useCase', 'kind', 'reason', 'code', 'version', 'platform', 'incidentId', 'where', 'errorName'] as const
    fc.assert(fc.property(fc.oneof(iban, name, secret), fc.constantFrom(...fields), (text, field) => {
      const line = logged((log) => log.error(text, { [field]: text, frames: [text, `at ${text} (${text})`] }))
      expect(line).not.toContain(JSON.stringify(text).slice(1, -1))
    }))
  })

  it('has no place for a field nobody declared', () => {
    const fields = { payee: 'Rewe', ms: 1 } as LogFields
    expect(logged((log) => log.info('import.done', fields))).not.toContain('Rewe')
  })

  it('hides a Secret even in a declared field', () => {
    expect(logged((log) => log.info('import.done', { kind: String(new Secret('hunter')) }))).not.toContain('hunter')
  })
})

describe('an incident', () => {
  const report = (cause: unknown): { line: string; id: string } => {
    let id = ''
    const line = logged((log) => { id = createIncidents(log, systemRandom).reportBug('accounts.list', cause) })
    return { line, id }
  }

  it('gives the user an id and the log the same id, the place and the frames', () => {
    const { line, id } = report(new RangeError('account DE89370400440532013000 of Ada'))
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(JSON.parse(line)).toMatchObject({ incidentId: id, where: 'accounts.list', errorName: 'RangeError' })
    expect(line).toContain('log.test.ts:')
    expect(line).not.toMatch(/DE89|Ada/)
  })

  it('never shows a message, not even one that looks like a stack', () => {
    const { line } = report(new Error('gone\n    at Ada (/home/ada/DE89370400440532013000.js:1:1)'))
    expect(line).not.toMatch(/DE89|Ada|ada/)
  })

  it('never shows a folder, because folders carry names', () => {
    expect(framesOf('Error: x\n    at open (/home/ada/kontor/out/main/main.js:3:9)\n    at async file:///home/ada/b.ts:1:2\n    at new Page (node:internal/vm:1:2)')).toEqual(['open main.js:3:9', 'b.ts:1:2'])
  })

  it('takes what is thrown without being an error', () => {
    expect(report('DE89370400440532013000').line).not.toContain('DE89')
  })
})

describe('log files', () => {
  it('turn over when they are full and keep only so many', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kontor-logs-'))
    const sink = logFiles(join(folder, 'logs'), { bytesMax: 100, filesKept: 3 })
    for (let line = 0; line < 30; line += 1) sink.write(`${String(line).padStart(2, '0')} ${'x'.repeat(30)}\n`)
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['kontor.1.log', 'kontor.2.log', 'kontor.log'])
    expect(readFileSync(join(folder, 'logs', 'kontor.log'), 'utf8')).toContain('29 ')
    expect(readdirSync(join(folder, 'logs')).every((name) => statSync(join(folder, 'logs', name)).size <= 100)).toBe(true)
    rmSync(folder, { recursive: true })
  })

  it('never stop the app', () => {
    expect(() => logFiles(join(import.meta.filename, 'no-folder')).write('x\n')).not.toThrow()
  })
})
