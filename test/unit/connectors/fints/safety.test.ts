import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { feedbackOf } from '#main/connectors/fints/message/feedback.ts'
import { refusalOf } from '#main/connectors/fints/safety/refusal.ts'
import { classOf, isListed, meaningOf } from '#main/connectors/fints/safety/return-codes.ts'
import { HIKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { ACCOUNT, customer, stepOf, stored } from './kit.ts'
import { challenge, noChallenge, ScriptedBank, SMS, TAN, type BankOptions, type Fault, type OnOrder } from './scripted-bank.ts'
import { segmentsOf } from './wire.ts'

const statement: OnOrder = (order) => (order === 'HKKAZ' ? { say: [[3, '0020', 'ok']], segments: [draft(HIKAZ7, { booked: toBytes(':20:A') }, 3), noChallenge(4)] } : undefined)

async function known(options: Partial<BankOptions>) {
  const before = new ScriptedBank()
  const { client } = customer(before)
  await stepOf(client.start({ kind: 'login' }), 'done')
  const bank = new ScriptedBank(options)
  bank.systemIds = before.systemIds
  return { bank, blob: stored(client) }
}

describe('a refused PIN', () => {
  it('is told with the attempts left, forgotten, and never sent again', async () => {
    const { bank, blob } = await known({})
    const { client } = customer(bank, { blob, pin: '99999' })
    expect(await client.start({ kind: 'login' })).toEqual({ ok: false, error: { kind: 'pin_wrong', message: 'PIN ungültig. Noch 2 Versuche', attemptsLeft: 2 } })
    expect(await client.start({ kind: 'balance', account: ACCOUNT })).toMatchObject({ ok: false, error: { kind: 'pin_wrong' } })
    expect(bank.received.map(({ pin }) => pin)).toEqual(['99999'])
  })

  it('is not taken again from a store after a restart; a newly typed one is', async () => {
    const { bank, blob } = await known({})
    const first = customer(bank, { blob, pin: '99999' }).client
    await first.start({ kind: 'login' })
    const later = customer(bank, { blob: stored(first), pin: '99999' }).client
    expect(await later.start({ kind: 'login' })).toMatchObject({ ok: false, error: { kind: 'pin_wrong' } })
    expect(bank.received).toHaveLength(1)
    later.enterPin(new Secret('12345'))
    await stepOf(later.start({ kind: 'login' }), 'done')
  })

  it.each(['9910', '9930', '9931', '9942', '9340', '3931', '3933', '3938'])('stops everything at %s', async (code) => {
    const { bank, blob } = await known({ onOrder: (order) => (order === 'HKIDN2' ? { say: [[0, '9050', 'Fehler'], [2, code, 'Gesperrt']] } : undefined) })
    const { client } = customer(bank, { blob })
    expect(await client.start({ kind: 'login' })).toMatchObject({ ok: false, error: { message: 'Gesperrt' } })
    await client.start({ kind: 'login' })
    expect(bank.received).toHaveLength(1)
  })

  it('does not reach the network when it cannot be written', async () => {
    const { bank, blob } = await known({})
    expect(await customer(bank, { blob, pin: '12€45' }).client.start({ kind: 'login' })).toMatchObject({ ok: false, error: { kind: 'invalid_input', path: 'pin' } })
    expect(bank.received).toHaveLength(0)
  })
})

describe('a PIN that may have been refused unheard', () => {
  it.each<Fault>(['lost-answer', 'timeout', 'truncated', 'garbage'])('is not sent with the next job after %s, but when a person says so', async (fault) => {
    const { bank, blob } = await known({ faults: { 1: fault } })
    const { client } = customer(bank, { blob, pin: '99999' })
    const errors = []
    for (const job of [{ kind: 'login' }, { kind: 'balance', account: ACCOUNT }, { kind: 'statements', account: ACCOUNT }] as const) errors.push(await client.start(job))
    expect(new Set(errors.map((error) => JSON.stringify(error))).size).toBe(1)
    expect(bank.received).toHaveLength(1)
    client.enterPin(new Secret('12345'))
    await stepOf(client.start({ kind: 'login' }), 'done')
  })

  it('is not left out of a message either', async () => {
    const parameters = `HITANS:9:6:4+1+1+0+N:N:0:${SMS.replace(/00:0:N:1$/, '00:2:N:3')}'HITABS:9:4:4+1+1+0'`
    const bank = new ScriptedBank({ parameters, onOrder: (order) => (order === 'HKTAB4' ? { say: [[0, '9800', 'Abbruch'], [3, '9931', 'Gesperrt']] } : undefined) })
    const { client } = customer(bank)
    expect(await client.start({ kind: 'login' })).toMatchObject({ ok: false, error: { kind: 'access_blocked' } })
    expect(bank.received.filter(({ function: method, pin }) => method !== null && pin === null)).toEqual([])
  })
})

describe('a failing network', () => {
  it.each<[Fault, number]>([['status', 2], ['reset', 2], ['timeout', 2], ['refused', 2]])('sends a read order again after %s', async (fault, sendings) => {
    const { bank, blob } = await known({ onOrder: statement, faults: { 2: fault } })
    const { client, environment } = customer(bank, { blob })
    const step = await client.start({ kind: 'statements', account: ACCOUNT })
    expect(step).toMatchObject({ ok: true, value: { state: 'done', result: { statements: { booked: [toBytes(':20:A')] } } } })
    expect(environment.waits.length).toBeGreaterThanOrEqual(sendings - 1)
  })

  it('does not resend a login whose PIN is not proven', async () => {
    const { bank, blob } = await known({ faults: { 1: 'lost-answer' } })
    const { client } = customer(bank, { blob })
    expect(await client.start({ kind: 'login' })).toEqual({ ok: false, error: { kind: 'bank_unreachable', retryAfterSeconds: null } })
    expect(bank.received).toHaveLength(1)
  })

  it('resends a login only when the bank says it was too busy for it', async () => {
    const { bank, blob } = await known({ faults: { 1: 'status', 2: 'status' } })
    const { client, environment } = customer(bank, { blob })
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(environment.waits).toEqual([1, 4])
  })

  it('logs in anew when a standing dialog has stood for too long', async () => {
    let orders = 0
    const { bank, blob } = await known({ onOrder: (order, message) => (order === 'HKKAZ' && (orders += 1) === 2 ? { say: [[0, '9010', 'Dialog unbekannt']] } : statement(order, message)) })
    const { client } = customer(bank, { blob })
    client.keepOpen()
    for (let times = 0; times < 3; times += 1) await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'done')
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKKAZ HKTAN | HKKAZ HKTAN | HKIDN HKVVB HKTAN | HKKAZ HKTAN | HKKAZ HKTAN')
  })

  it('never sends a TAN twice', async () => {
    const { bank, blob } = await known({
      faults: { 3: 'lost-answer' },
      onOrder: (order) => (order === 'HKKAZ' ? { say: [[4, '0030', 'TAN']], segments: [challenge('Bitte TAN', {}, 4)] } : undefined),
    })
    const { client } = customer(bank, { blob })
    await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'tan')
    expect(await client.answer(new Secret(TAN))).toMatchObject({ ok: false, error: { kind: 'bank_unreachable' } })
    expect(bank.received.filter(({ tan }) => tan !== null)).toHaveLength(1)
  })

  it.each<Fault>(['truncated', 'garbage', 'other-answer'])('takes no %s answer for the right one', async (fault) => {
    const { bank, blob } = await known({ onOrder: statement, faults: { 2: fault } })
    const { client } = customer(bank, { blob })
    const { result } = await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'done')
    expect(result).toMatchObject({ statements: { booked: [toBytes(':20:A')], pages: 1 } })
    const fresh = await known({ faults: { 1: fault } })
    expect(await customer(fresh.bank, { blob: fresh.blob }).client.start({ kind: 'login' })).toMatchObject({ ok: false, error: { kind: 'answer_unreadable' } })
  })

  it('takes no echo of the last answer for the first of a new dialog', async () => {
    const { bank, blob } = await known({ faults: { 2: 'refused', 3: 'refused', 4: 'refused', 5: 'echo' } })
    const { client } = customer(bank, { blob })
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(await client.start({ kind: 'balance', account: ACCOUNT })).toEqual({ ok: false, error: { kind: 'answer_unreadable' } })
    expect(bank.received.map(({ opened }) => opened.header.dialogId)).toEqual(['0', '', '', '', '0'])
  })

  it.each<[Fault, string]>([['offline', 'offline'], ['tls', 'connection_untrusted']])('says plainly when it is %s', async (fault, kind) => {
    const { bank, blob } = await known({ faults: { 1: fault } })
    expect(await customer(bank, { blob }).client.start({ kind: 'login' })).toMatchObject({ ok: false, error: { kind } })
  })

  it('delivers each page once, whichever answer is lost', async () => {
    const paged: OnOrder = (order, message) => {
      if (order !== 'HKKAZ') return undefined
      const page = /\+(\d)$/.exec(message.texts[0] ?? '')?.[1] ?? '1'
      const more = page === '3' ? [] : [[3, '3040', 'mehr', String(Number(page) + 1)] as const]
      return { say: [[3, '0020', 'ok'], ...more], segments: [draft(HIKAZ7, { booked: toBytes(page) }, 3), noChallenge(4)] }
    }
    for (const fault of ['status', 'lost-answer', 'truncated', 'garbage', 'other-answer', 'timeout'] as const) {
      for (const at of [2, 3, 4]) {
        const { bank, blob } = await known({ onOrder: paged, faults: { [at]: fault } })
        const { result } = await stepOf(customer(bank, { blob }).client.start({ kind: 'statements', account: ACCOUNT }), 'done')
        expect(result).toMatchObject({ statements: { booked: [toBytes('123')] } })
      }
    }
  })

  it('gives up on a bank that pages in a circle', async () => {
    const { bank, blob } = await known({ onOrder: (order) => (order === 'HKKAZ' ? { say: [[3, '3040', 'mehr', 'same']], segments: [draft(HIKAZ7, { booked: toBytes('x') }, 3), noChallenge(4)] } : undefined) })
    expect(await customer(bank, { blob }).client.start({ kind: 'statements', account: ACCOUNT })).toMatchObject({ ok: false, error: { kind: 'answer_unreadable' } })
  })
})

describe('the trace', () => {
  it('shows what happened and nothing of the person', async () => {
    const bank = new ScriptedBank({ onOrder: statement })
    const { client, environment } = customer(bank)
    await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'done')
    const text = JSON.stringify(environment.traced)
    expect(text).toContain('HKKAZ7')
    expect(text).toContain('0020')
    for (const secret of ['12345', 'DE11', 'Erika', 'Muster', '"user"', ':20:A', 'SYSTEM1']) expect(text).not.toContain(secret)
  })
})

describe('return codes', () => {
  it('have a sentence and a next step in both languages, known or not', () => {
    for (const code of ['0010', '3040', '3931', '9078', '9391', '9942', '0950', '1999', '3999', '9987', '4711']) {
      const { de, en } = meaningOf(code)
      for (const text of [de.what, de.next, en.what, en.next]) expect(text).toMatch(/\S.*\.$/)
    }
    expect([isListed('9078'), isListed('3999')]).toEqual([true, false])
    expect(['0020', '1040', '3010', '9800'].map(classOf)).toEqual(['success', 'hint', 'warning', 'refusal'])
  })

  it('are understood without a text', () => {
    expect(refusalOf(feedbackOf(segmentsOf('HIRMG:2:2+9010\'')))).toEqual({ kind: 'bank_rejected', code: '9010', message: '' })
  })

  it.each([
    ['HIRMG:2:2:+9800::Der Dialog wurde abgebrochen.+9942::Log-in fehlgeschlagen. 3 Fehlversuche fuhren zur Sperrung.\'', { kind: 'pin_wrong', attemptsLeft: null }],
    ['HIRMG:2:2+9050::Teilweise fehlerhaft\'HIRMS:3:2:3+9360::Sperrung nach weiteren 2 Versuchen:2+9941::TAN falsch\'', { kind: 'tan_wrong', message: 'TAN falsch' }],
    ['HIRMS:3:2:2+3931::Vorläufige Sperre\'', { kind: 'access_blocked' }],
    ['HIRMG:2:2+9800::Abbruch+9078::Produkt nicht registriert\'', { kind: 'bank_rejected', code: '9078' }],
  ])('name the reason that matters most: %s', (text, error) => {
    expect(refusalOf(feedbackOf(segmentsOf(text)))).toMatchObject(error)
  })
})
