import { describe, expect, it } from 'vitest'
import type { DecimalText } from '#shared/decimal.ts'
import { Secret } from '#shared/secret.ts'
import { fatesOf, inquiriesFor, meaningOf, OfxClient, restoreKnowledge } from '#main/connectors/ofx/index.ts'
import { challengeLabel } from '#shared/challenge-label.ts'
import { CODES } from '#shared/ofx-codes.ts'
import { isListed, statusOf } from '#main/connectors/ofx/status/meaning.ts'
import { OFX_ANSWERS, OFX_PASSWORD, OFX_SCENARIOS, OFX_TOKEN } from '#main/demo-bank/ofx/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { BANK, CARD, CHECKING, doneOf, fetched, person, SAVINGS, STATEMENTS, stepOf, transfer, world } from './kit.ts'

const LIST = [{ kind: 'accounts' } as const]
const errorOf = async (outcome: ReturnType<OfxClient['post']>) => {
  const step = await outcome
  return step.ok ? step.value.state : step.error
}
const ANSWERS = Object.entries(OFX_ANSWERS).map(([id, answer]) => ({ id, answer: new Secret(answer) }))

describe('probing', () => {
  it.each([[[], '220', 1], [['old'], '103', 4], [['new'], '220', 1]] as const)('a bank that is %j finds %s in %i requests, without a password', async (scenario, version, requests) => {
    const surroundings = world({ scenario })
    const found = await person(surroundings).probe()
    expect(found.ok && [found.value.dialect.version, found.value.profile?.name]).toEqual([version, 'Harbor Federal'])
    expect(surroundings.requests).toHaveLength(requests)
    for (const request of surroundings.requests) expect(request).not.toContain(OFX_PASSWORD)
  })

  it('takes the profile with the first batch where nobody gets it without a login', async () => {
    const client = person(world({ scenario: 'no-anonymous' }))
    const { answer } = await doneOf(client.post(LIST))
    expect(answer.items).toHaveLength(1)
    expect(client.profile?.name).toBe('Harbor Federal')
  })

  it('says that the bank is another one', async () => {
    const client = person(world(), 'us', { bank: { ...BANK, fid: '1' } })
    expect(await client.probe()).toMatchObject({ ok: false, error: { kind: 'bank_rejected', code: '13504' } })
  })

  it('ends where no version would help', async () => {
    const down = world({}, () => () => Promise.reject(new HttpFailure('offline', false)))
    expect(await person(down).probe()).toEqual({ ok: false, error: { kind: 'offline' } })
    const page = world({ scenario: 'html' })
    expect(await person(page).probe()).toEqual({ ok: false, error: { kind: 'answer_unreadable' } })
    expect(page.requests.length).toBeLessThanOrEqual(8)
    expect(await person(world({ scenario: 'redirect' })).probe()).toMatchObject({ error: { kind: 'invalid_input', path: 'url' } })
  })

  it('is not done again by who remembers', async () => {
    const first = person(world())
    await first.probe()
    const surroundings = world()
    const stored: unknown = JSON.parse(JSON.stringify(first.knowledge))
    await doneOf(person(surroundings, 'us', { knowledge: restoreKnowledge(stored) }).post(LIST))
    expect(surroundings.requests).toHaveLength(1)
    for (const damaged of [null, 3, {}, { version: '999', profile: 1, clientUid: 'x'.repeat(99) }]) expect(restoreKnowledge(damaged)).toMatchObject({ version: null, profile: null, clientUid: '' })
  })
})

describe('a sign-on', () => {
  it('with a wrong password is tried once and not again before a person has typed one', async () => {
    const surroundings = world()
    const client = person(surroundings, 'us', { password: new Secret('wrong') })
    expect(await errorOf(client.post(LIST))).toEqual({ kind: 'pin_wrong', message: 'Signon invalid', attemptsLeft: null, login: 'password' })
    const before = surroundings.requests.length
    expect(await errorOf(client.post(LIST))).toMatchObject({ kind: 'pin_wrong' })
    const later = person(surroundings, 'us', { knowledge: restoreKnowledge(JSON.parse(JSON.stringify(client.knowledge))), password: new Secret('wrong') })
    expect(await errorOf(later.post(LIST))).toMatchObject({ kind: 'pin_wrong' })
    expect(surroundings.requests).toHaveLength(before)
    later.enterPassword(new Secret(OFX_PASSWORD))
    await doneOf(later.post(LIST))
  })

  it('that is locked, in use or missing says so with the bank’s words', async () => {
    expect(await errorOf(person(world(), 'us-locked').post(LIST))).toMatchObject({ kind: 'access_blocked', message: 'Your access is locked. Please call 1-800-555-0142.' })
    expect(await errorOf(person(world(), 'us-in-use').post(LIST))).toMatchObject({ kind: 'bank_rejected', code: '15501' })
    const { environment } = world()
    expect(await errorOf(new OfxClient({ bank: BANK, userId: 'us', environment }).post(LIST))).toEqual({ kind: 'pin_required', login: 'password' })
  })

  it('with questions asks the person what the program cannot know, once a session', async () => {
    const surroundings = world()
    const client = person(surroundings, 'us-mfa')
    const step = await stepOf(client.post(LIST))
    expect(step).toEqual({ state: 'questions', questions: [
      { id: 'MFA13', label: 'Please enter the last four digits of your social security number' }, { id: '123', label: 'With which branch is your account associated?' },
    ] })
    await doneOf(client.answer(ANSWERS))
    const count = surroundings.requests.length
    await doneOf(client.post(LIST))
    expect(surroundings.requests).toHaveLength(count + 1)
  })

  it('with a wrong answer fails, and starts anew', async () => {
    const client = person(world(), 'us-mfa')
    await stepOf(client.post(LIST))
    expect(await errorOf(client.answer([{ id: 'MFA13', answer: new Secret('0000') }]))).toEqual({ kind: 'tan_wrong', message: 'An answer is not right', asked: 'answer' })
    expect(await errorOf(client.answer(ANSWERS))).toEqual({ kind: 'not_found', what: 'job' })
    expect((await stepOf(client.post(LIST))).state).toBe('questions')
    await doneOf(client.answer(ANSWERS))
  })

  it('from an unknown computer is refused, and then known by its own number', async () => {
    const client = person(world(), 'us-clientuid')
    expect(await errorOf(client.post(LIST))).toMatchObject({ kind: 'bank_rejected', code: '15510' })
    await doneOf(client.post(LIST))
  })

  it('with a code from the website takes it, also after a wrong one', async () => {
    const client = person(world({ scenario: 'token' }))
    const step = await stepOf(client.post(LIST))
    expect(step).toMatchObject({ state: 'token', label: 'Code from our website' })
    expect(await stepOf(client.enterToken(new Secret('1')))).toMatchObject({ state: 'token', message: 'AUTHTOKEN invalid' })
    await doneOf(client.enterToken(new Secret(OFX_TOKEN)))
  })

  it('with an outdated password goes on after a new one', async () => {
    const surroundings = world()
    const client = person(surroundings, 'us-must-change')
    expect(await stepOf(client.post(LIST))).toMatchObject({ state: 'new-password', rules: { minLength: 6, maxLength: 32 }, message: 'You must change your password' })
    expect(await errorOf(client.changePassword(new Secret('short')))).toMatchObject({ kind: 'bank_rejected', code: '15503' })
    const { answer } = await doneOf(client.changePassword(new Secret('longer-and-new')))
    expect(answer.items[0]?.content?.kind).toBe('accounts')
    expect(surroundings.requests.at(-1)).toContain('<USERPASS>longer-and-new')
    expect(await errorOf(person(world(), 'us-no-change').changePassword(new Secret('longer-and-new')))).toMatchObject({ code: '15503' })
  })

  it('shows no secret to a trace or a data file', async () => {
    const surroundings = world({ password: 'SECRET-PASSWORD' })
    const client = person(surroundings, 'us-mfa', { password: new Secret('SECRET-PASSWORD') })
    await stepOf(client.post(STATEMENTS))
    await doneOf(client.answer(ANSWERS))
    await client.changePassword(new Secret('ANOTHER-PASSWORD'))
    const told = JSON.stringify([surroundings.traces, surroundings.kept, client.knowledge])
    for (const secret of ['SECRET-PASSWORD', 'ANOTHER-PASSWORD', 'Newport']) expect(told).not.toContain(secret)
    const traced = JSON.stringify(surroundings.traces)
    for (const personal of ['NORTHWIND', '0040125577', 'harbor.example']) expect(traced).not.toContain(personal)
    expect(traced).toContain('"USERPASS •••"')
    expect(traced).toContain('"TRNTYPE DIRECTDEP"')
  })
})

describe('a transfer', () => {
  it('is carried out once, however often it is asked under its number', async () => {
    const surroundings = world()
    const client = person(surroundings)
    const item = transfer('12.50', { uid: 'once' })
    const ids = []
    for (let time = 0; time < 3; time++) {
      const { answer } = await doneOf(client.post([item]))
      const content = answer.items[0]?.content
      ids.push(content?.kind === 'transfer' ? content.transfer.serverId : null)
    }
    expect(new Set(ids).size).toBe(1)
    const { reading } = await fetched(client, [{ kind: 'bank-statement', account: CHECKING }])
    expect(reading.statements[0]?.entries.filter(({ amount, payee }) => amount === '-12.50' && payee === 'TRANSFER OUT')).toHaveLength(1)
    const { answer } = await doneOf(client.post([transfer('99.00', { uid: 'once' })]))
    expect(answer.items[0]?.status).toMatchObject({ code: '2019', class: 'refusal' })
  })

  it.each([['0', '2012'], ['99999999.00', '10504']])('of %s is refused with %s', async (amount, code) => {
    const { answer } = await doneOf(person(world()).post([transfer(amount)]))
    expect(answer.items[0]?.status?.code).toBe(code)
  })

  it('whose answer is lost is looked up at the bank by its number, and never sent again', async () => {
    const surroundings = world({ scenario: 'lost' })
    const client = person(surroundings)
    const orders = [transfer('7.00'), transfer('8.00', { between: 'banks' })]
    const step = await stepOf(client.post(orders))
    if (step.state !== 'uncertain') throw new Error(step.state)
    expect(step.transfers).toHaveLength(2)
    const { answer } = await doneOf(client.post(inquiriesFor(step.transfers)))
    expect(answer.items.map(({ content }) => content)).toMatchObject([{ kind: 'transfers', isWhole: true, transfers: [{ transfer: { state: 'posted' } }] }, { kind: 'transfers' }, { kind: 'accounts' }])
    expect(fatesOf(step.transfers, answer)).toMatchObject([{ fate: 'known', known: { status: { code: '0' }, transfer: { state: 'posted' } } }, { fate: 'known' }])
    expect(surroundings.requests.filter((body) => body.includes('<INTRATRNRQ>'))).toHaveLength(1)
  })

  it('that never arrived is known to have carried nothing out', async () => {
    const surroundings = world({}, (post) => (url, body, signal) => (new TextDecoder().decode(body).includes('<INTRATRNRQ>') ? Promise.reject(new HttpFailure('reset', true)) : post(url, body, signal)))
    const client = person(surroundings)
    const step = await stepOf(client.post([transfer('7.00'), { kind: 'transfer', between: 'own', action: 'cancel', serverId: 'T000001' }]))
    if (step.state !== 'uncertain') throw new Error(step.state)
    const { answer } = await doneOf(client.post(inquiriesFor(step.transfers)))
    // A cancellation names no account to ask about; cancelling twice does no harm.
    expect(fatesOf(step.transfers, answer).map(({ fate }) => fate)).toEqual(['absent', 'unclear'])
    // A bank that has forgotten a part proves nothing by its silence.
    const forgetful = { ...answer, items: answer.items.map((item) => (item.content?.kind === 'transfers' ? { ...item, content: { ...item.content, isWhole: false } } : item)) }
    expect(fatesOf(step.transfers, forgetful).map(({ fate }) => fate)).toEqual(['unclear', 'unclear'])
  })

  it('is not taken for absent by an answer to an earlier question', async () => {
    let [older, isStale]: [Uint8Array | null, boolean] = [null, false]
    const surroundings = world({ scenario: 'lost' }, (post) => async (url, body, signal) => {
      const answer = await post(url, body, signal)
      if (!new TextDecoder().decode(body).includes('<INTRASYNCRQ>')) return answer
      older ??= answer
      return isStale ? older : answer
    })
    const client = person(surroundings)
    await doneOf(client.post(inquiriesFor([{ item: transfer('7.00'), uid: 'of another day' }])))
    const step = await stepOf(client.post([transfer('7.00')]))
    if (step.state !== 'uncertain') throw new Error(step.state)
    isStale = true
    const { answer } = await doneOf(client.post(inquiriesFor(step.transfers)))
    expect(fatesOf(step.transfers, answer)).toMatchObject([{ fate: 'unclear' }])
  })

  it('is remembered by account and since a token', async () => {
    const client = person(world())
    await doneOf(client.post([transfer('1.00'), { kind: 'transfer', between: 'own', action: 'add', order: { source: SAVINGS, target: CHECKING, amount: '2.00' as DecimalText } }]))
    const known = async (since?: string) => {
      const { answer } = await doneOf(client.post([{ kind: 'transfers', between: 'own', account: CHECKING, since }, { kind: 'transfers', between: 'own', account: SAVINGS, since }]))
      return answer.items.map(({ content, status }) => [status?.code, content?.kind === 'transfers' ? content.transfers.length : null])
    }
    expect(await known()).toEqual([['0', 1], ['0', 1]])
    expect(await known('2')).toEqual([['0', 0], ['0', 0]])
  })

  it('can be planned, changed and cancelled until it is carried out', async () => {
    const surroundings = world()
    const client = person(surroundings)
    const order = transfer('5.00')
    if (order.kind !== 'transfer' || order.action !== 'add') throw new Error('no order')
    const planned = { ...order, order: { ...order.order, on: '2026-03-20' as never } }
    const { answer } = await doneOf(client.post([planned]))
    const content = answer.items[0]?.content
    expect(content).toMatchObject({ transfer: { state: 'will-process', on: '20260320120000' } })
    const serverId = content?.kind === 'transfer' ? content.transfer.serverId : ''
    const after = await doneOf(client.post([
      { kind: 'transfer', between: 'own', action: 'modify', serverId, order: { ...planned.order, on: '2026-03-25' as never } },
      { kind: 'transfer', between: 'own', action: 'cancel', serverId },
      { kind: 'transfer', between: 'own', action: 'cancel', serverId },
      { kind: 'transfer', between: 'own', action: 'cancel', serverId: 'T999999' },
    ]))
    expect(after.answer.items.map(({ status }) => status?.code)).toEqual(['0', '0', '2017', '2018'])
    surroundings.today = '2026-03-26' as never
    const { reading } = await fetched(client, [{ kind: 'bank-statement', account: CHECKING }])
    expect(reading.statements[0]?.entries.filter(({ payee }) => payee === 'TRANSFER OUT')).toHaveLength(0)
  })

  it('can come again and again, and be ended', async () => {
    const order = transfer('5.00')
    if (order.kind !== 'transfer' || order.action !== 'add') throw new Error('no order')
    const client = person(world())
    for (const between of ['own', 'banks'] as const) {
      const { answer } = await doneOf(client.post([{ kind: 'recurring-transfer', between, action: 'add', order: { ...order.order, on: '2026-04-01' as never }, repetition: { frequency: 'MONTHLY', times: 12 } }]))
      const content = answer.items[0]?.content
      const serverId = content?.kind === 'transfer' ? content.transfer.recurringId : ''
      expect(serverId).toMatch(/^R\d{6}$/)
      const ended = await doneOf(client.post([1, 2].map(() => ({ kind: 'recurring-transfer', between, action: 'cancel', serverId, cancelsPending: true } as const))))
      expect(ended.answer.items.map(({ status, content: what }) => [status?.code, what?.kind])).toEqual([['0', 'transfer'], ['10518', undefined]])
    }
  })
})

describe('ranges', () => {
  it('begin where the bank says the last one ended, and bring every row once', async () => {
    const surroundings = world()
    const client = person(surroundings)
    const first = await fetched(client, [{ kind: 'card-statement', account: CARD }])
    const through = first.answer.items[0]?.content?.kind === 'statement' ? first.answer.items[0].content.through : null
    surroundings.today = '2026-03-20' as never
    const next = await fetched(client, [{ kind: 'card-statement', account: CARD, range: { from: through ?? undefined } }])
    const whole = await fetched(client, [{ kind: 'card-statement', account: CARD }])
    const ids = (fetchedNow: typeof first) => fetchedNow.reading.statements[0]?.entries.map(({ externalId }) => externalId) ?? []
    expect(next.reading.statements[0]?.entries.length).toBeGreaterThan(5)
    const both = new Set([...ids(first), ...ids(next)])
    expect(ids(whole).every((id) => both.has(id))).toBe(true)
  })

  it('that lie in the future are refused for their item alone; without entries there are balances', async () => {
    const { answer, reading } = await fetched(person(world()), [
      { kind: 'card-statement', account: CARD, range: { from: '2027-01-01' as never } }, { kind: 'bank-statement', account: CHECKING, withEntries: false },
    ])
    expect(answer.items.map(({ status }) => status?.code)).toEqual(['2027', '0'])
    expect(reading.statements.map(({ entries, balances }) => [entries.length, balances.length])).toEqual([[0, 2]])
  })
})

/** What each way of going wrong leaves for the person. */
describe.each(Object.keys(OFX_SCENARIOS).map((name) => [name] as const))('a bank with %s', (name) => {
  it('either answers everything or says what is wrong, and never falls over', async () => {
    const client = person(world({ scenario: name as keyof typeof OFX_SCENARIOS }))
    const steps = []
    for (let time = 0; time < 3; time++) steps.push(await client.post(STATEMENTS))
    const good = ['old', 'new', 'reordered', 'duplicated-item', 'wrong-severity', 'gzip', 'bom', 'wrong-charset', 'no-anonymous', 'no-change', 'drip', 'item-error', 'missing-item', 'unknown-item', 'clientuid', 'truncated', 'busy']
    if (good.includes(name)) expect(steps.some((step) => step.ok && step.value.state === 'done')).toBe(true)
    for (const step of steps) if (!step.ok) expect(step.error.kind).not.toBe('bug')
  })
})

describe('statuses', () => {
  it('have a sentence and a next step in both languages, listed or not', () => {
    for (const code of [...Object.keys(CODES), '99999', '']) {
      const meaning = meaningOf(statusOf(code, 'ERROR', ''))
      for (const { what, next } of [meaning.de, meaning.en]) for (const text of [what, next]) expect(text).toMatch(/^.{8,140}\.$/)
    }
    expect(Object.keys(CODES).every(isListed)).toBe(true)
  })

  it('go by their code, because severities lie', () => {
    expect([statusOf('0', 'ERROR', ''), statusOf('2003', 'INFO', ''), statusOf('0015500', 'INFO', ''), statusOf('77777', 'WARN', ''), statusOf('77777', 'ERROR', ''), statusOf('', '', '')].map((status) => status.class))
      .toEqual(['success', 'refusal', 'refusal', 'hint', 'refusal', 'refusal'])
  })

  it('name questions that come without words', () => {
    expect(challengeLabel({ id: 'MFA16', label: '' }, 'en')).toBe('Mother’s maiden name')
    expect(challengeLabel({ id: 'MFA16', label: 'Mum?' }, 'de')).toBe('Mum?')
    expect(challengeLabel({ id: '9', label: '' }, 'de')).toBe('9')
  })
})
