import { describe, expect, it } from 'vitest'
import { HttpFailure } from '#main/platform/http.ts'
import { fromBody } from '#main/connectors/fints/message/carrier.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { HIKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { fromBytes, toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { ACCOUNT, customer, stepOf } from './kit.ts'
import { raw, ScriptedBank, SMS, type BankOptions, type OnOrder } from './scripted-bank.ts'

const base = `HITANS:9:6:4+1+1+0+N:N:0:${SMS}'HISALS:9:7:4+1+1+0'HIKAZS:9:7:4+1+1+0+90:N:N'`
const bankWith = (onOrder: OnOrder, more: Partial<BankOptions> = {}) => new ScriptedBank({ parameters: base, tanOrders: [], onOrder, ...more })
const told = (text: string): OnOrder => (order) => (order === 'HKSAL' ? { say: [[3, '0020', 'ok']], segments: raw(text) } : undefined)

async function balanceOf(answer: string) {
  const { result } = await stepOf(customer(bankWith(told(answer))).client.start({ kind: 'balance', account: ACCOUNT }), 'done')
  return result.kind === 'balance' ? result.balance : undefined
}

describe('a balance', () => {
  it('is of the account that was asked for, though the bank tells all of them', async () => {
    const both = (first: string, second: string) => `HISAL:5:7:3+${first}+Konto+EUR+C:1,:EUR:20260102'HISAL:6:7:3+${second}+Konto+EUR+C:2,:EUR:20260102'`
    expect(await balanceOf(both('DE22:TESTDEFF', 'DE11:TESTDEFF'))).toMatchObject({ booked: '2' })
    expect(await balanceOf(both('::111::280:10020030', '::222::280:10020030'))).toMatchObject({ booked: '1' })
    expect(await balanceOf(both('DE22', 'DE33'))).toBeNull()
  })

  it('is that of a single answer, however the bank names the account there', async () => {
    expect(await balanceOf(`HISAL:5:7:3+::0000000111:EUR:280:10020030+Konto+EUR+D:7,5:EUR:20260102'`)).toMatchObject({ booked: '-7.5' })
  })

  it('may lack the digit before its comma', async () => {
    expect(await balanceOf(`HISAL:5:7:3+DE11+Konto+EUR+D:,5:EUR:20260102'`)).toMatchObject({ booked: '-0.5' })
  })

  it('may lack its day; then the bank has said when, or it is of now', async () => {
    expect(await balanceOf(`HISAL:5:7:3+DE11+Konto+EUR+C:3,:EUR++++++20260101:120000'`)).toMatchObject({ booked: '3', bookedOn: '2026-01-01' })
    expect(await balanceOf(`HISAL:5:7:3+DE11+Konto+EUR+C:3,:EUR'`)).toMatchObject({ booked: '3', bookedOn: null })
  })
})

describe('a first contact', () => {
  it.each(['9110', '9120', '9361'])('goes on in two steps where one is refused with %s and no word about the methods', async (code) => {
    const bank: ScriptedBank = bankWith((order, message) => {
      if (order !== 'HKIDN2' || !message.names.includes('HKSYN3')) return undefined
      if (message.function === '999') return { say: [[0, '9800', 'Abbruch'], [3, code, 'So nicht']] }
      bank.systemIds.add('SYSTEM1')
      return { say: [[3, '0020', 'ok'], [4, '3920', 'Verfahren', '942'], [5, '3076', 'frei']], segments: raw(`HISYN:5:4:6+SYSTEM1'HITAN:6:6:5+4++noref+nochallenge'`) }
    })
    await stepOf(customer(bank).client.start({ kind: 'login' }), 'done')
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKEND | HKIDN HKVVB HKSYN | HKIDN HKVVB HKTAN HKSYN | HKEND | HKIDN HKVVB HKTAN | HKEND')
  })

  it.each([['noref', 'HKIDN HKVVB HKTAN HKSYN | HKEND | HKIDN HKVVB HKTAN | HKTAB | HKEND'], ['Handy', 'HKIDN HKVVB HKTAN HKSYN | HKEND | HKIDN HKVVB HKTAN | HKTAB | HKEND | HKIDN HKVVB HKTAN HKSYN | HKEND']])(
    'in two steps names the medium %s while nobody knows the true names', async (accepted, expected) => {
      const twoPhones = SMS.replace(/00:0:N:1$/, '00:2:N:3')
      const bank: ScriptedBank = bankWith((order, message) => {
        if (order === 'HKTAB4') return { say: [[3, '0020', 'ok']], segments: raw(`HITAB:5:4:3+0+M:1:::::::::::Handy'`) }
        if (order === 'HKIDN2' && message.texts[2]?.includes('+HKTAB') === true) return { say: [[3, '0020', 'ok'], [5, '3076', 'frei']], segments: raw(`HITAN:6:6:5+4++noref+nochallenge'`) }
        if (order !== 'HKIDN2' || !message.names.includes('HKSYN3')) return undefined
        if (message.function === '999') return { say: [[0, '9800', 'Abbruch'], [0, '9075', 'Starke Anmeldung']] }
        if (!message.texts.join(' ').includes(accepted)) return { say: [[0, '9050', 'Fehler'], [5, '9955', 'Medium unbekannt']] }
        bank.systemIds.add('SYSTEM1')
        return { say: [[3, '0020', 'ok'], [4, '3920', 'Verfahren', '942'], [5, '3076', 'frei']], segments: raw(`HISYN:5:4:6+SYSTEM1'HITAN:6:6:5+4++noref+nochallenge'`) }
      }, { parameters: `HITANS:9:6:4+1+1+0+N:N:0:${twoPhones}'HISALS:9:7:4+1+1+0'HITABS:9:4:4+1+1+0'` })
      const { client } = customer(bank)
      await stepOf(client.start({ kind: 'login' }), 'done')
      expect(bank.script.slice('HKIDN HKVVB HKTAN | HKEND | HKIDN HKVVB HKSYN | '.length)).toBe(`${expected} | HKIDN HKVVB HKTAN | HKEND`)
      expect(client.knowledge.medium).toBe('Handy')
    })

  it.each([400, 403, 500])('goes on with the login where a gateway answers %d to strangers', async (status) => {
    const bank = bankWith(() => undefined)
    const { post } = bank
    Object.assign(bank, { post: async (...message: Parameters<typeof post>) => {
      if (!fromBytes(fromBody(message[1])).includes('HNSHK')) throw new HttpFailure('status', true, status)
      return await post(...message)
    } })
    expect(await stepOf(customer(bank).client.start({ kind: 'login' }), 'done')).toMatchObject({ result: { bankName: 'Testbank' } })
  })

  it('asks as a customer for what a stranger is not told, and once only', async () => {
    const whole = bankWith(told(`HISAL:5:7:3+DE11+Konto+EUR+C:1,:EUR:20260102'`))
    const bpd = whole.bpd.bind(whole)
    const bank: ScriptedBank = Object.assign(whole, { bpd: () => (whole.received.at(-1)?.function === null ? bpd().filter((write) => !/^HI(?:SAL|KAZ)S$/.test(write(1).type)) : bpd()) })
    const { client } = customer(bank)
    expect(await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'done')).toMatchObject({ result: { balance: { booked: '1' } } })
    expect(bank.received.flatMap(({ texts }) => texts.flatMap((text) => /^HKVVB:\d:3\+(\d)/.exec(text)?.[1] ?? []))).toEqual(['0', '0', '7'])
  })

  it('tells what a bank says at every login once', async () => {
    const bank: ScriptedBank = bankWith((order, message) => (order === 'HKIDN2' && message.function !== null && !message.names.includes('HKSYN3')
      ? { say: [[3, '0020', 'ok']], segments: [...bank.upd(), ...raw(`HIKIM:6:2+Hinweis+Wartung am Sonntag'HIKIM:7:2+Hinweis+Neue App'HITAN:8:6:5+4++noref+nochallenge'`)] }
      : undefined))
    const { client } = customer(bank)
    client.keepOpen()
    const first = await stepOf(client.start({ kind: 'login' }), 'done')
    expect(first.messages.map(({ text }) => text)).toEqual(['Wartung am Sonntag', 'Neue App'])
  })

  it('knows that nothing is to be approved, in capitals too', async () => {
    const bank: ScriptedBank = bankWith((order, message) => (order === 'HKIDN2' && message.function === '942'
      ? { say: [[3, '0020', 'ok']], segments: [...bank.upd(), ...raw(`HITAN:6:6:5+4++NOREF+NOCHALLENGE'`)] }
      : undefined))
    expect(await stepOf(customer(bank).client.start({ kind: 'login' }), 'done')).toMatchObject({ result: { method: { function: '942' } } })
  })
})

describe('pages', () => {
  it('that lead round in a circle end the job, not the day', async () => {
    const next: Readonly<Record<string, string>> = { '': 'A', 'A': 'B', 'B': 'C', 'C': 'A' }
    const bank = bankWith((order, message) => (order === 'HKKAZ'
      ? { say: [[3, '0020', 'ok'], [3, '3040', 'mehr', next[/\+\+\+([ABC])$/.exec(message.texts[0] ?? '')?.[1] ?? ''] ?? 'A']], segments: [draft(HIKAZ7, { booked: toBytes(':20:') }, 3)] }
      : undefined))
    expect(await customer(bank).client.start({ kind: 'statements', account: ACCOUNT })).toEqual({ ok: false, error: { kind: 'answer_unreadable' } })
    expect(bank.received.filter(({ names }) => names[0] === 'HKKAZ7')).toHaveLength(4)
  })

  it('may be without any entry in the middle', async () => {
    const bank = bankWith((order, message) => {
      if (order !== 'HKKAZ') return undefined
      const at = /\+P(\d)$/.exec(message.texts[0] ?? '')?.[1] ?? '0'
      if (at === '1') return { say: [[3, '3010', 'Keine Umsätze'], [3, '3040', 'mehr', 'P2']] }
      return { say: [[3, '0020', 'ok'], ...(at === '0' ? [[3, '3040', 'mehr', 'P1'] as const] : [])], segments: [draft(HIKAZ7, { booked: toBytes(at) }, 3)] }
    })
    expect(await stepOf(customer(bank).client.start({ kind: 'statements', account: ACCOUNT }), 'done')).toMatchObject({ result: { statements: { booked: [toBytes('02')], pages: 3 } } })
  })
})
