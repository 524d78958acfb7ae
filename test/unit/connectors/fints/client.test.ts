import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { pause, resume } from '#main/connectors/fints/dialog/pause.ts'
import { HIKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { customer, ACCOUNT, stepOf, stored } from './kit.ts'
import { challenge, noChallenge, PUSH, raw, ScriptedBank, SMS, TAN, type OnOrder } from './scripted-bank.ts'

const BALANCE = 'HISAL:5:7:3+DE11:TESTDEFF+Girokonto+EUR+C:1234,5:EUR:20260102+D:3,:EUR:20260102+500,:EUR+1734,5:EUR\''
const kaz = (booked: string, pending = '') => draft(HIKAZ7, { booked: toBytes(booked), pending: pending === '' ? undefined : toBytes(pending) }, 3)
const friendly: OnOrder = (order) => {
  if (order === 'HKSAL') return { say: [[3, '0020', 'ok']], segments: raw(BALANCE) }
  if (order === 'HKKAZ') return { say: [[3, '0020', 'ok'], [4, '3076', 'frei']], segments: [kaz(':20:A', ':20:P'), noChallenge(4)] }
  return undefined
}

async function acquainted(bank: ScriptedBank) {
  const { client } = customer(bank)
  await stepOf(client.start({ kind: 'login' }), 'done')
  bank.received.length = 0
  return stored(client)
}

describe('the first contact with a bank', () => {
  it('asks anonymously for parameters, then for a system id, then logs in', async () => {
    const bank = new ScriptedBank()
    const { client } = customer(bank)
    const { result } = await stepOf(client.start({ kind: 'login' }), 'done')
    expect(result).toMatchObject({ kind: 'login', bankName: 'Testbank', method: { function: '942', name: 'mobile TAN' }, accounts: [{ iban: 'DE11', bic: 'TESTDEFF', product: 'Girokonto' }, { iban: 'DE22' }] })
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKEND | HKIDN HKVVB HKSYN | HKEND | HKIDN HKVVB HKTAN | HKSPA | HKEND')
    expect(bank.received.map((message) => message.function)).toEqual([null, null, '999', '999', '942', '942', '942'])
    expect(client.knowledge.systemId).toBe('SYSTEM1')
  })

  it('goes on with the login where a bank allows no anonymous access', async () => {
    const bank = new ScriptedBank({ noAnonymous: true })
    const { client } = customer(bank)
    expect(await stepOf(client.start({ kind: 'login' }), 'done')).toMatchObject({ result: { bankName: 'Testbank' } })
  })

  it('works in one step where the bank knows nothing else', async () => {
    const bank = new ScriptedBank({ permitted: ['999'], parameters: `HISALS:9:7:4+1+1+0'`, tanOrders: [], onOrder: friendly })
    const { client } = customer(bank)
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'done')
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKEND | HKIDN HKVVB HKSYN | HKEND | HKIDN HKVVB | HKSAL | HKEND')
    expect(new Set(bank.received.slice(2).map((message) => message.function))).toEqual(new Set(['999']))
  })

  it('works in one step where the bank describes only methods from before strong authentication, at every login', async () => {
    const bank = new ScriptedBank({ permitted: ['900'], noAnonymous: true, parameters: `HITANS:9:1:4+1+1+0+J:N:0:0:900:2:iTAN:iTAN:6:1:Index:3:1:N:N'HISALS:9:7:4+1+1+0'`, tanOrders: [], onOrder: friendly })
    const { client } = customer(bank)
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'done')
    bank.received.length = 0
    await stepOf(customer(bank, { blob: stored(client) }).client.start({ kind: 'balance', account: ACCOUNT }), 'done')
    expect(bank.script).toBe('HKIDN HKVVB | HKSAL | HKEND')
  })

  it('lets the person choose between methods and remembers the choice', async () => {
    const bank = new ScriptedBank({ permitted: ['942', '922'] })
    const { client } = customer(bank)
    const step = await stepOf(client.start({ kind: 'login' }), 'choose-method')
    expect(step.methods.map(({ name, decoupled }) => [name, decoupled !== null])).toEqual([['pushTAN 2.0', true], ['mobile TAN', false]])
    await stepOf(client.chooseMethod('922'), 'done')
    const again = customer(bank, { blob: stored(client) }).client
    expect(await stepOf(again.start({ kind: 'login' }), 'done')).toMatchObject({ result: { method: { function: '922', hktanVersion: 7 } } })
  })

  it('takes the only active medium, and asks where there are several', async () => {
    const parameters = `HITANS:9:6:4+1+1+0+N:N:0:${SMS.replace(/00:0:N:1$/, '00:2:N:3')}'HITABS:9:4:4+1+1+0'`
    const media = (list: string): OnOrder => (order) => (order === 'HKTAB4' ? { say: [[3, '0020', 'ok']], segments: raw(`HITAB:5:4:3+0+${list}'`) } : undefined)
    const one = new ScriptedBank({ parameters, onOrder: media('A:1:::::::::::Handy+A:2:::::::::::Alt') })
    const first = customer(one).client
    await stepOf(first.start({ kind: 'login' }), 'done')
    expect(first.knowledge.medium).toBe('Handy')

    const two = new ScriptedBank({ parameters, onOrder: media('M:1:::::::::::Handy+M:1:::::::::::Tablet:******12') })
    const second = customer(two).client
    expect((await stepOf(second.start({ kind: 'login' }), 'choose-medium')).media).toMatchObject([{ name: 'Handy' }, { name: 'Tablet', hint: '******12' }])
    await stepOf(second.chooseMedium('Tablet'), 'done')
    expect(two.received.at(-2)?.texts[2]).toContain('Tablet')
  })

  it('synchronises with strong authentication where a bank wants it even then', async () => {
    const bank = new ScriptedBank({
      onOrder: (order, message) => {
        if (order !== 'HKIDN2' || !message.names.includes('HKSYN3')) return undefined
        return message.function === '999' ? { say: [[0, '9800', 'Abbruch'], [4, '3920', 'Verfahren', '942'], [0, '9075', 'Starke Anmeldung nötig']] } : undefined
      },
    })
    const { client } = customer(bank)
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(bank.received.filter(({ names }) => names.includes('HKSYN3')).map((message) => message.function)).toEqual(['999', '942'])
  })
})

describe('what a client knows', () => {
  it('is kept, so that the next login is one message and its goodbye', async () => {
    const bank = new ScriptedBank({ onOrder: friendly })
    const blob = await acquainted(bank)
    const { client } = customer(bank, { blob })
    const { result } = await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'done')
    expect(result).toEqual({ kind: 'balance', balance: { currency: 'EUR', product: 'Girokonto', booked: '1234.5', bookedOn: '2026-01-02', pending: '-3', creditLine: '500', available: '1734.5', used: null } })
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKSAL | HKEND')
    expect(bank.received[0]?.texts[1]).toContain('+7+3+')
  })

  it('leaves the person out of a shared blob and refuses a stranger’s', async () => {
    const bank = new ScriptedBank()
    const { client } = customer(bank)
    await stepOf(client.start({ kind: 'login' }), 'done')
    const shared = new TextDecoder().decode(stored(client, false))
    expect(shared).not.toMatch(/user"|SYSTEM1|DE11/)
    const { restore } = await import('#main/connectors/fints/state/blob.ts')
    const stranger = { bank: { url: 'https://bank.test', country: '280', bankCode: '10020030' }, login: { userId: 'other', customerId: 'other' } }
    expect(restore(stored(client), stranger)).toMatchObject({ ok: false, error: { path: 'userId' } })
    expect(restore(new Uint8Array([1, 2]), stranger)).toMatchObject({ ok: false })
    expect(restore(stored(client, false), stranger)).toMatchObject({ ok: true, value: { systemId: null, bank: { name: 'Testbank' } } })
  })

  it('gets a new system id when the bank no longer knows this computer', async () => {
    const bank = new ScriptedBank()
    const blob = await acquainted(bank)
    bank.systemIds = new Set(['OTHER'])
    const { client } = customer(bank, { blob })
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKIDN HKVVB HKSYN | HKEND | HKIDN HKVVB HKTAN | HKEND')
    expect(client.knowledge.systemId).toBe('SYSTEM2')
  })

  it('asks for the method again when the bank has withdrawn it', async () => {
    const bank = new ScriptedBank()
    const blob = await acquainted(bank)
    const changed = new ScriptedBank({
      permitted: ['922', '900'],
      parameters: `HITANS:9:7:4+1+1+0+N:N:0:${PUSH}'`,
      onOrder: (order, message) => (order === 'HKIDN2' && message.function === '942' ? { say: [[0, '9800', 'Abbruch'], [4, '3920', 'Verfahren', '922', '900']] } : undefined),
    })
    changed.systemIds = bank.systemIds
    const { client } = customer(changed, { blob })
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(client.knowledge.method).toBe('922')
  })
})

describe('a bank that changes its methods', () => {
  const NEW = SMS.replace('942:2:MTAN2:mobileTAN::mobile TAN', '943:2:MTAN3:mobileTAN::mobile TAN 2')

  it('is asked for its new parameters where 3920 names a method that the old ones do not describe', async () => {
    const bank = new ScriptedBank()
    const blob = await acquainted(bank)
    const changed = new ScriptedBank({
      permitted: ['943'],
      parameters: `HITANS:9:6:4+1+1+0+N:N:0:${NEW}'HISALS:9:7:4+1+1+0'`,
      onOrder: (order, message) => (order === 'HKIDN2' && message.function === '942' ? { say: [[0, '9800', 'Abbruch'], [4, '3920', 'Verfahren', '943']] } : undefined),
    })
    changed.systemIds = bank.systemIds
    const { client } = customer(changed, { blob })
    expect(await stepOf(client.start({ kind: 'login' }), 'done')).toMatchObject({ result: { method: { function: '943' } } })
    expect(client.knowledge.systemId).toBe('SYSTEM1')
    expect(changed.script).toBe('HKIDN HKVVB HKTAN | HKIDN HKVVB HKTAN | HKEND | HKIDN HKVVB | HKEND | HKIDN HKVVB HKTAN | HKEND')
  })

  it('while it lists media is asked for the other method', async () => {
    const parameters = `HITANS:9:6:4+1+1+0+N:N:0:${SMS.replace(/00:0:N:1$/, '00:2:N:3')}:${NEW}'HITABS:9:4:4+1+1+0'`
    let permitted = ['942']
    const bank = new ScriptedBank({ parameters, onOrder: (order, message) => {
      if (order !== 'HKIDN2' || message.texts[2]?.includes('+HKTAB') !== true) return undefined
      permitted = ['943']
      return { say: [[3, '0020', 'ok'], [4, '3920', 'Verfahren', ...permitted], [5, '3076', 'frei']], segments: [noChallenge()] }
    } })
    Object.defineProperty(bank.options, 'permitted', { get: () => permitted })
    const { client } = customer(bank)
    expect(await stepOf(client.start({ kind: 'login' }), 'done')).toMatchObject({ result: { method: { function: '943' }, medium: null } })
  })
})

describe('a standing dialog', () => {
  it('refreshes two accounts in six messages', async () => {
    const bank = new ScriptedBank({ onOrder: friendly })
    const blob = await acquainted(bank)
    const { client } = customer(bank, { blob })
    client.keepOpen()
    for (const account of [ACCOUNT, { ...ACCOUNT, iban: 'DE22', number: '222' }]) {
      await stepOf(client.start({ kind: 'balance', account }), 'done')
      await stepOf(client.start({ kind: 'statements', account }), 'done')
    }
    await client.close()
    expect(bank.received).toHaveLength(6)
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKSAL | HKKAZ HKTAN | HKSAL | HKKAZ HKTAN | HKEND')
  })

  it('is never reused once the bank has ended it', async () => {
    let orders = 0
    const bank = new ScriptedBank({ onOrder: (order) => (order === 'HKSAL' && (orders += 1) === 1 ? { say: [[0, '9800', 'Dialog abgebrochen']] } : friendly(order, undefined as never)) })
    const blob = await acquainted(bank)
    const { client } = customer(bank, { blob })
    client.keepOpen()
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'done')
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKSAL | HKIDN HKVVB HKTAN | HKSAL')
    expect(new Set(bank.received.map(({ opened }) => opened.header.dialogId)).size).toBe(3)
  })

  it('does one thing at a time', async () => {
    const bank = new ScriptedBank({ onOrder: friendly })
    const { client } = customer(bank, { blob: await acquainted(bank) })
    const [one, two] = await Promise.all([client.start({ kind: 'login' }), client.start({ kind: 'login' })])
    expect([one.ok, two]).toMatchObject([true, { ok: false, error: { kind: 'busy' } }])
  })
})

describe('a TAN', () => {
  const guarded: OnOrder = (order) => {
    if (order === 'HKKAZ') return { say: [[4, '0030', 'TAN nötig']], segments: [challenge('Bitte TAN', {}, 4)] }
    if (order === 'after HKKAZ') return { say: [[3, '0020', 'ok']], segments: [kaz(':20:X')] }
    return undefined
  }

  it('is a step, and with it the order is answered', async () => {
    const bank = new ScriptedBank({ onOrder: guarded })
    const { client } = customer(bank, { blob: await acquainted(bank) })
    const { challenge: task } = await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'tan')
    expect(task).toMatchObject({ kind: 'text', purpose: 'order', order: 'HKKAZ', text: 'Bitte TAN', method: { name: 'mobile TAN' } })
    const { result } = await stepOf(client.answer(new Secret(TAN)), 'done')
    expect(result).toMatchObject({ kind: 'statements', statements: { format: 'mt940', booked: [toBytes(':20:X')], pages: 1 } })
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKKAZ HKTAN | HKTAN | HKEND')
  })

  it('that is wrong is an error, never an empty statement', async () => {
    const bank = new ScriptedBank({ onOrder: guarded })
    const { client } = customer(bank, { blob: await acquainted(bank) })
    await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'tan')
    expect(await client.answer(new Secret('000000'))).toEqual({ ok: false, error: { kind: 'tan_wrong', message: 'TAN ungültig' } })
    expect(client.challenge).toBeNull()
  })

  it('at login opens the dialog for the order that waited', async () => {
    const bank = new ScriptedBank({ onOrder: friendly, tanAtLogin: true })
    const { client } = customer(bank)
    const { challenge: task } = await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    expect(task).toMatchObject({ purpose: 'login', order: 'HKIDN' })
    expect(await stepOf(client.answer(new Secret(TAN)), 'done')).toMatchObject({ result: { balance: { booked: '1234.5' } } })
    expect(client.accounts).toHaveLength(2)
  })

  it('can be answered in another process', async () => {
    const bank = new ScriptedBank({ onOrder: guarded })
    const { client } = customer(bank, { blob: await acquainted(bank) })
    await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'tan')
    const [state, dialog] = [stored(client), pause(client)]
    expect(new TextDecoder().decode(dialog)).not.toContain('12345')

    const later = customer(bank, { blob: state }).client
    expect(resume(later, dialog)).toMatchObject({ ok: true, value: { challenge: { text: 'Bitte TAN' } } })
    expect(await stepOf(later.answer(new Secret(TAN)), 'done')).toMatchObject({ result: { statements: { booked: [toBytes(':20:X')] } } })
    expect(resume(later, new Uint8Array([1]))).toMatchObject({ ok: false })
  })

  it('and paging together deliver every page', async () => {
    const bank = new ScriptedBank({
      onOrder: (order, message) => {
        const page = /\+(p\?:[23])$/.exec(message.texts[0] ?? '')?.[1]
        if (order === 'after HKKAZ') return { say: [[3, '0020', 'ok'], [3, '3040', 'mehr', 'p:2']], segments: [kaz(':60F:half')] }
        if (order !== 'HKKAZ') return undefined
        if (page === undefined) return { say: [[4, '0030', 'TAN nötig']], segments: [challenge('Bitte TAN', {}, 4)] }
        const more = page === 'p?:2' ? [[3, '3040', 'mehr', 'p:3'] as const] : []
        return { say: [[3, '0020', 'ok'], [4, '3076', 'frei'], ...more], segments: [kaz(`|${page}`), noChallenge(4)] }
      },
    })
    const { client } = customer(bank, { blob: await acquainted(bank) })
    await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'tan')
    const { result } = await stepOf(client.answer(new Secret(TAN)), 'done')
    expect(result).toMatchObject({ statements: { booked: [toBytes(':60F:half|p?:2|p?:3')], pages: 3 } })
  })

  it('can be given up', async () => {
    const bank = new ScriptedBank({ onOrder: guarded })
    const { client } = customer(bank, { blob: await acquainted(bank) })
    await stepOf(client.start({ kind: 'statements', account: ACCOUNT }), 'tan')
    await client.cancel()
    expect(bank.script).toMatch(/HKEND$/)
    expect(await client.answer(new Secret(TAN))).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })
})
