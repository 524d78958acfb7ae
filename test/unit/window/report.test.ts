import { expect, it } from 'vitest'
import { reportOf } from '#renderer/ui/report.ts'

it('names the cause of a failure and nobody in it', () => {
  const bank = reportOf({ kind: 'bank_rejected', code: '9210', message: 'Konto 4711 von Erika Mustermann gesperrt' }, '1.2.3')
  expect(bank).toBe('Kontor 1.2.3\nkind: bank_rejected\ncode: 9210')
  expect(reportOf({ kind: 'malformed', reason: 'truncated', line: 12 }, '1.2.3')).toContain('line: 12')
  expect(reportOf({ kind: 'not_found', what: 'Girokonto Erika' }, '1.2.3')).not.toContain('Erika')
  expect(reportOf({ kind: 'exists', what: 'Girokonto Erika' }, '1.2.3')).not.toContain('Erika')
  expect(reportOf({ kind: 'invalid_input', path: 'change.payee', reason: 'Erika is too long' }, '1.2.3')).not.toContain('Erika')
  expect(reportOf({ kind: 'bug', incidentId: 'i-7' }, '1.2.3')).toContain('incidentId: i-7')
})
