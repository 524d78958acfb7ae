import { describe, expect, it } from 'vitest'
import { fromBody, toBody } from '#main/connectors/fints/message/carrier.ts'
import { feedbackOf } from '#main/connectors/fints/message/feedback.ts'
import { draft, openMessage, valuesOf, writePlain, writeSigned, type Draft, type Signature } from '#main/connectors/fints/message/message.ts'
import { HKSAL7 } from '#main/connectors/fints/segments/balances.ts'
import { HISYN4, HKEND1, HKIDN2, HKSYN3, HKVVB3 } from '#main/connectors/fints/segments/dialog.ts'
import { HKCAZ1, HKKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { HITAN7, HKTAN6, HKTAN7 } from '#main/connectors/fints/segments/tan.ts'
import { germanIban } from '#shared/iban.ts'
import { addDays, localDate, plainDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { TODAY, world } from './kit.ts'

const BANK = { country: '280', bankCode: '00000000' }
const ACCOUNT = { iban: germanIban('00000000', '4099001'), bic: 'KNTRDEH1XXX' }
const login = (systemId: string, more: Partial<{ customerId: string; bankCode: string }> = {}): Draft[] => [
  draft(HKIDN2, { bank: { ...BANK, bankCode: more.bankCode ?? '00000000' }, customerId: more.customerId ?? 'small', systemId, systemIdStatus: '1' }),
  draft(HKVVB3, { bpdVersion: 0, updVersion: 0, language: 1, productId: 'TEST', productVersion: '1' }),
]
const handIn = (order: string, medium?: string): Draft => draft(HKTAN7, { process: '4', order, medium })

/** A teller's window: messages written by hand, one after the other. */
class Window {
  readonly #world = world()
  dialogId = '0'
  next = 1
  systemId = '0'

  get reasons(): readonly string[] {
    return this.#world.refusals.map(({ code, reason }) => `${code} ${reason}`)
  }

  async say(drafts: readonly Draft[], more: Partial<Signature> = {}) {
    const signature: Signature = {
      bank: BANK, userId: 'small', systemId: this.systemId, function: '962', party: '1', reference: '1', date: plainDate(2026, 3, 31), time: '10:00:00', pin: new Secret('12345'), ...more,
    }
    return await this.hand(writeSigned({ dialogId: this.dialogId, messageNumber: this.next }, signature, drafts))
  }

  async hand(message: Uint8Array) {
    const answer = openMessage(fromBody(await this.#world.bank.post(toBody(message))))
    if (!answer.ok) throw new Error(answer.error.reason)
    const { header, segments } = answer.value
    if (this.dialogId === '0') this.dialogId = header.dialogId
    this.next += 1
    return { segments, codes: feedbackOf(segments).map(({ code }) => code), dialogId: header.dialogId }
  }

  again(): void {
    this.dialogId = '0'
    this.next = 1
  }

  /** Gets a system id, and opens a dialog in two steps. */
  async open(order = 'HKIDN'): Promise<void> {
    const { segments } = await this.say([...login('0'), draft(HKSYN3, { mode: '0' })], { function: '999' })
    this.systemId = valuesOf(segments, HISYN4)[0]?.systemId ?? ''
    this.again()
    const { codes } = await this.say([...login(this.systemId), handIn(order)])
    expect(codes).toContain('3076')
  }
}

describe('a message that is not right', () => {
  it('is no FinTS at all', async () => {
    const { bank, refusals } = world()
    for (const body of ['', '<html>', '@@@', 'AAAA']) {
      const answer = openMessage(fromBody(await bank.post(new TextEncoder().encode(body))))
      expect(answer.ok && feedbackOf(answer.value.segments).map(({ code }) => code)).toEqual(['9800', '9110'])
    }
    expect(refusals).toHaveLength(4)
  })

  it.each([
    ['size', '9130', (text: string) => text.replace(/^HNHBK:1:3\+\d{12}/, 'HNHBK:1:3+000000000999')],
    ['version', '9185', (text: string) => text.replace('+300+', '+220+')],
    ['segment number', '9110', (text: string) => text.replace('HKVVB:3:3', 'HKVVB:7:3')],
    ['closing number', '9110', (text: string) => text.replace('HNHBS:4:1+1', 'HNHBS:4:1+2')],
    ['format of an element', '9130', (text: string) => text.replace('HKVVB:3:3+0', 'HKVVB:3:3+X')],
    ['missing element', '9160', (text: string) => text.replace('HKVVB:3:3+0', 'HKVVB:3:3+')],
    ['unknown segment', '9110', (text: string) => text.replace('HKVVB:3:3', 'HKXXX:3:3')],
    ['surplus element', '9110', (text: string) => text.replace('+TEST+1\'', '+TEST+1+1\'')],
  ] as const)('has a wrong %s: %s', async (_what, code, spoil) => {
    const anonymous = [draft(HKIDN2, { bank: BANK, customerId: '9999999999', systemId: '0', systemIdStatus: '0' }), login('0')[1]].filter((found) => found !== undefined)
    const text = Buffer.from(writePlain({ dialogId: '0', messageNumber: 1 }, anonymous)).toString('latin1')
    const teller = new Window()
    expect((await teller.hand(new Uint8Array(Buffer.from(text, 'latin1')))).codes).toContain('0020')
    const spoilt = spoil(text)
    expect(spoilt).not.toBe(text)
    const sized = code === '9130' && spoilt.includes('000000000999') ? spoilt : spoilt.replace(/\d{12}/, String(spoilt.length).padStart(12, '0'))
    const other = new Window()
    expect((await other.hand(new Uint8Array(Buffer.from(sized, 'latin1')))).codes).toContain(code)
    expect(other.reasons).toHaveLength(1)
  })
})

describe('a login that is not right', () => {
  it.each([
    ['another bank', login('0', { bankCode: '12345678' }), {}, '9210'],
    ['another customer', login('0', { customerId: 'de' }), {}, '9210'],
    ['an unknown system id', [...login('ABC'), handIn('HKIDN')], { systemId: 'ABC' }, '9391'],
    ['two system ids', [...login('ABC'), handIn('HKIDN')], { systemId: '0' }, '9210'],
    ['no HKTAN in two steps', [...login('0'), draft(HKSYN3, { mode: '0' })], {}, '9075'],
    ['an unknown method', [...login('0'), handIn('HKIDN'), draft(HKSYN3, { mode: '0' })], { function: '911' }, '9380'],
    ['HKTAN 6 for a decoupled method', [...login('0'), draft(HKTAN6, { process: '4', order: 'HKIDN' }), draft(HKSYN3, { mode: '0' })], { function: '922' }, '9110'],
    ['no medium where one is demanded', [...login('0'), handIn('HKIDN'), draft(HKSYN3, { mode: '0' })], { function: '942' }, '9955'],
    ['an unknown medium', [...login('0'), handIn('HKIDN', 'Brieftaube'), draft(HKSYN3, { mode: '0' })], { function: '942' }, '9955'],
    ['an order first', [draft(HKSAL7, { account: ACCOUNT, allAccounts: false })], {}, '9120'],
    ['no PIN', login('0'), { pin: undefined }, '9160'],
    ['another bank in the signature', login('0'), { bank: { ...BANK, bankCode: '1' } }, '9210'],
  ] as const)('with %s', async (_what, drafts, signature, code) => {
    const teller = new Window()
    expect((await teller.say(drafts, signature)).codes).toContain(code)
    expect(teller.reasons.at(-1)).toMatch(new RegExp(`^${code} `))
  })
})

describe('an order that is not right', () => {
  it.each([
    ['without HKTAN where HIPINS wants it', [draft(HKKAZ7, { account: ACCOUNT, allAccounts: false })], '9370'],
    ['with HKTAN where HIPINS does not', [draft(HKSAL7, { account: ACCOUNT, allAccounts: false }), handIn('HKSAL')], '9120'],
    ['with HKTAN for another order', [draft(HKKAZ7, { account: ACCOUNT, allAccounts: false }), handIn('HKCAZ')], '9210'],
    ['for a stranger’s account', [draft(HKSAL7, { account: { iban: 'DE02120300000000202051' }, allAccounts: false })], '9210'],
    ['for all accounts', [draft(HKSAL7, { account: ACCOUNT, allAccounts: true })], '9210'],
    ['with a number of entries', [draft(HKSAL7, { account: ACCOUNT, allAccounts: false, maxEntries: 5 })], '9150'],
    ['for no account', [draft(HKSAL7, { account: {}, allAccounts: false })], '9160'],
    ['in a camt that was not announced', [draft(HKCAZ1, { account: ACCOUNT, formats: { urns: ['urn:iso:std:iso:20022:tech:xsd:camt.052.001.08', 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.12'] }, allAccounts: false }), handIn('HKCAZ')], '9210'],
    ['back to front', [draft(HKKAZ7, { account: ACCOUNT, allAccounts: false, from: TODAY, to: addDays(TODAY, -1) }), handIn('HKKAZ')], '9210'],
    ['from tomorrow', [draft(HKKAZ7, { account: ACCOUNT, allAccounts: false, from: addDays(TODAY, 1) }), handIn('HKKAZ')], '9210'],
    ['with a touchdown from nowhere', [draft(HKKAZ7, { account: ACCOUNT, allAccounts: false, touchdown: 'x' }), handIn('HKKAZ')], '9210'],
    ['two at once', [draft(HKSAL7, { account: ACCOUNT, allAccounts: false }), draft(HKSAL7, { account: ACCOUNT, allAccounts: false })], '9120'],
    ['a TAN for nothing', [draft(HKTAN7, { process: '2', orderReference: 'x', moreTansFollow: false })], '9210'],
    ['the end of another dialog', [draft(HKEND1, { dialogId: 'x' })], '9210'],
    ['a second login', login('0'), '9120'],
  ] as const)('%s', async (_what, drafts, code) => {
    const teller = new Window()
    await teller.open()
    expect((await teller.say(drafts)).codes).toContain(code)
    expect(teller.reasons.at(-1)).toMatch(new RegExp(`^${code} `))
  })

  it('in the wrong dialog: unknown, out of turn, by somebody else, with another method, opened for media, in one step', async () => {
    const balance = [draft(HKSAL7, { account: ACCOUNT, allAccounts: false })]
    const codeOf = async (prepare: (teller: Window) => Promise<Partial<Signature> | undefined>) => {
      const teller = new Window()
      const more = await prepare(teller)
      return (await teller.say(balance, more)).codes
    }
    expect(await codeOf(async (teller) => { await teller.open(); teller.dialogId = 'GONE'; return {} })).toContain('9010')
    expect(await codeOf(async (teller) => { await teller.open(); teller.next += 1; return {} })).toContain('9120')
    expect(await codeOf(async (teller) => { await teller.open(); return { systemId: '0' } })).toContain('9210')
    expect(await codeOf(async (teller) => { await teller.open(); return { function: '972' } })).toContain('9957')
    expect(await codeOf(async (teller) => { await teller.open('HKTAB'); return {} })).toContain('9120')
    expect(await codeOf(async (teller) => { await teller.say([...login('0'), draft(HKSYN3, { mode: '0' })], { function: '999' }); return { function: '999' } })).toContain('9380')
  })
})

describe('the second step', () => {
  const old = [draft(HKKAZ7, { account: ACCOUNT, allAccounts: false, from: localDate('2024-01-01') }), handIn('HKKAZ')]
  const bring = (orderReference: string, process = '2'): Draft[] => [draft(HKTAN7, { process, orderReference, moreTansFollow: false })]

  async function asked() {
    const teller = new Window()
    await teller.open()
    const { codes, segments } = await teller.say(old)
    expect(codes).toContain('0030')
    return { teller, reference: valuesOf(segments, HITAN7)[0]?.orderReference ?? '' }
  }

  it('carries the order out once, with data that refers to HKTAN', async () => {
    const { teller, reference } = await asked()
    const { codes, segments } = await teller.say(bring(reference), { tan: new Secret('123456') })
    expect(codes).toContain('0020')
    expect(segments.find(({ type }) => type === 'HIKAZ')?.reference).toBe(3)
    expect((await teller.say(bring(reference), { tan: new Secret('123456') })).codes).toContain('9210')
  })

  it('is refused with another reference, process or no TAN, and keeps waiting; a wrong TAN ends it', async () => {
    const { teller, reference } = await asked()
    expect((await teller.say(bring('x'), { tan: new Secret('123456') })).codes).toContain('9210')
    expect((await teller.say(bring(reference, 'S'))).codes).toContain('9210')
    expect((await teller.say(bring(reference))).codes).toContain('9160')
    expect((await teller.say(bring(reference), { tan: new Secret('1') })).codes).toContain('9941')
    expect((await teller.say(bring(reference), { tan: new Secret('123456') })).codes).toContain('9210')
  })

  it('blocks the access after three wrong TANs', async () => {
    const { teller, reference } = await asked()
    await teller.say(bring(reference), { tan: new Secret('1') })
    for (const last of ['9941', '9931']) {
      const { segments } = await teller.say(old)
      expect((await teller.say(bring(valuesOf(segments, HITAN7)[0]?.orderReference ?? ''), { tan: new Secret('1') })).codes).toContain(last)
    }
  })
})

describe('a client that does not know the media yet', () => {
  it.each(['noref', 'DUMMY'])('may write %s at a login without a TAN, and never beside an order', async (filler) => {
    const window = new Window()
    await window.open()
    window.again()
    expect((await window.say([...login(window.systemId), handIn('HKIDN', filler)], { function: '942' })).codes).toContain('3076')
    const order = draft(HKKAZ7, { account: ACCOUNT, allAccounts: false })
    expect((await window.say([order, handIn('HKKAZ', filler)], { function: '942' })).codes).toContain('9955')
  })
})
