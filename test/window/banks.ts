import type { Connection, ConnectionAccount, ConnectionId, Question, Refresh, RefreshId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import { EUR } from './rows.ts'

/** Bank connections as main tells of them. */
const NOON = '2026-03-14T12:00:00.000Z' as Instant

export const linked = (over: Partial<ConnectionAccount> = {}): ConnectionAccount => ({
  key: 'DE89370400440532013000', accountId: 1 as AccountId, name: 'Girokonto', type: 'checking', currency: EUR, iban: 'DE89370400440532013000', number: '532013000', status: 'UPDATED', statusError: null, isNew: false, ...over,
})

export const connection = (over: Partial<Connection> = {}): Connection => ({
  id: 1 as ConnectionId, bank: { name: 'Sparkasse Leipzig', bankCode: '86055592', bic: null, country: '280', protocol: 'fints', url: 'https://bank.example/fints' }, name: 'Sparkasse Leipzig', userId: 'mueller', customerId: '',
  pinStored: true, updateStatus: 'READY', categorizationStatus: 'READY', lastManualUpdate: { result: 'OK', errorType: null, error: null, timestamp: NOON }, lastAutoUpdate: null, lastSuccessAt: NOON,
  tanMethods: [], defaultTanMethod: null, userActionRequired: false, consentUntil: null, schedule: { mode: 'off' }, accounts: [linked()], accountIds: [1 as AccountId], ...over,
})

export const refresh = (over: Partial<Refresh> = {}): Refresh => ({
  id: 30 as RefreshId, connectionId: 1 as ConnectionId, connectionName: 'Sparkasse Leipzig', bankName: 'Sparkasse Leipzig', kind: 'update', origin: 'manual', status: 'PROCESSING', step: 'fetch', done: 0, total: 1,
  question: null, error: null, notices: [], accounts: [], batchId: null, startedAt: NOON, endedAt: null, ...over,
})

export const tanQuestion = (over: Partial<Extract<Question, { kind: 'tan' }>> = {}): Question => ({
  kind: 'tan', questionId: 'q1', purpose: 'order', methodName: 'chipTAN', medium: null, paragraphs: ['Please <b>check</b> the order.'], expiresAt: '2099-01-01T00:00:00.000Z' as Instant,
  show: 'text', image: null, flicker: null, tan: { label: 'TAN', maxLength: 6, isNumeric: true }, ...over,
})
