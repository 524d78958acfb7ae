import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Inquiry } from '#shared/inquiries.ts'
import { Secret } from '#shared/secret.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { ended, fints, later, must, openDesk, PIN, question, rowCount, settled, theConnection, TAN, updating, type Desk, type DeskOptions } from './kit.ts'

let desk: Desk

const TERMS: Inquiry = { kind: 'terms' }

async function at(options: DeskOptions = {}): Promise<void> {
  desk = await openDesk(options)
  onTestFinished(() => desk.end())
  await settled(desk, await desk.connections.import(fints('small', { storePin: true })))
  await desk.connections.idle()
}

const asking = async (inquiry: Inquiry, change: { account?: string; pin?: Secret } = {}) =>
  await desk.connections.inquire({ id: (await theConnection(desk)).id, inquiry, account: change.account ?? null, pin: change.pin })

describe('an inquiry', () => {
  beforeEach(() => at())

  it('leaves no rows, no line in the history and no other word in the connection', async () => {
    const [before, rows, lines] = [await theConnection(desk), await rowCount(desk), must(await desk.connections.refreshes({ limit: 50 }))]
    for (const inquiry of [TERMS, { kind: 'standing-orders' }, { kind: 'documents', year: null }] as const) {
      const { refresh, findings } = await settled(desk, await asking(inquiry))
      expect(refresh).toMatchObject({ status: 'FINISHED', error: null })
      expect(findings?.[0]).toMatchObject({ found: { kind: inquiry.kind }, error: null })
    }
    expect(await theConnection(desk)).toEqual(before)
    expect(await rowCount(desk)).toBe(rows)
    expect(must(await desk.connections.refreshes({ limit: 50 }))).toEqual(lines)
    expect((await settled(desk, await desk.connections.update(updating(before.id)))).refresh.status).toBe('FINISHED')
  })

  it('fetches the statements of a year one by one, and no more of them than there are', async () => {
    const { findings } = await settled(desk, await asking({ kind: 'documents', year: 2026 }))
    expect(findings?.map(({ found }) => found?.kind === 'documents' && found.documents.map(({ year, number }) => [year, number]))).toEqual([[[2026, 1], [2026, 2]]])
    const before = desk.messages
    await settled(desk, await asking({ kind: 'documents', year: 2025 }))
    // Thirteen numbers, login and goodbye.
    expect(desk.messages - before).toBe(15)
  })

  it('has the connection to itself, whoever else wants it', async () => {
    const started = must(await asking(TERMS))
    expect(await asking(TERMS)).toMatchObject({ ok: false, error: { kind: 'connection_busy' } })
    expect(await desk.connections.update(updating(started.connectionId))).toMatchObject({ ok: false, error: { kind: 'connection_busy' } })
    expect((await ended(desk, started)).refresh.status).toBe('FINISHED')
    expect((await theConnection(desk)).updateStatus).toBe('READY')
  })

  it('never sends a refused PIN again, and no refresh does', async () => {
    const { id } = await theConnection(desk)
    must(await desk.connections.edit({ id, pin: new Secret('outdated') }))
    expect((await settled(desk, await asking(TERMS))).refresh).toMatchObject({ error: { kind: 'pin_wrong', attemptsLeft: 2 } })
    desk.messages = 0
    expect((await settled(desk, await asking(TERMS))).refresh.error).toMatchObject({ kind: 'pin_wrong' })
    expect((await settled(desk, await desk.connections.update({ id, importNewAccounts: false }))).refresh.error).toMatchObject({ kind: 'pin_wrong' })
    expect(desk.messages).toBe(0)
    expect((await settled(desk, await asking(TERMS, { pin: new Secret(PIN) }))).findings).toHaveLength(2)
  })

  it('names an account that the bank does not have, and what it does not offer', async () => {
    expect((await settled(desk, await asking(TERMS, { account: 'DE00' }))).refresh.error).toEqual({ kind: 'not_found', what: 'account' })
    const { findings = [] } = await settled(desk, await asking(TERMS))
    const savings = findings.find(({ account }) => account.type === 'savings')?.account.key ?? ''
    expect((await settled(desk, await asking({ kind: 'standing-orders' }, { account: savings }))).refresh.error).toEqual({ kind: 'unsupported', what: 'operation' })
    expect((await theConnection(desk)).updateStatus).toBe('READY')
  })

  it('keeps what came before the line broke', async () => {
    desk.messages = 0
    // Login and two numbers; then the line is dead.
    desk.before = (message) => { if (message > 3) throw new HttpFailure('offline', false) }
    const { refresh, findings } = await settled(desk, await asking({ kind: 'documents', year: 2025 }))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'offline' } })
    expect(findings).toMatchObject([{ found: { documents: [{ year: 2025, number: 1 }, { year: 2025, number: 2 }] }, error: { kind: 'offline' } }])
  })
})

it('an inquiry asks for a TAN where the bank wants one', async () => {
  await at({ scenario: ['tan-at-login', 'chip'] })
  later(desk, 1)
  const started = must(await asking(TERMS))
  const asked = await question(desk, started, 'tan')
  must(desk.connections.answer(started.refreshId, asked.questionId, { kind: 'tan', tan: TAN }))
  expect((await ended(desk, started)).findings).toHaveLength(2)
})

it('an inquiry given up ends without a trace', async () => {
  await at({ scenario: ['tan-at-login', 'chip'] })
  const { refresh } = await settled(desk, await asking(TERMS), () => 'cancel')
  expect(refresh.error).toEqual({ kind: 'cancelled' })
  expect(must(await desk.connections.refreshes({ limit: 50 }))).toHaveLength(1)
})
