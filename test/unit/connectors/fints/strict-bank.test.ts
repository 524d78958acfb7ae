import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { pause, resume } from '#main/connectors/fints/dialog/pause.ts'
import { fromBody } from '#main/connectors/fints/message/carrier.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { encode } from '#main/connectors/fints/schema/segment.ts'
import { HKEND1 } from '#main/connectors/fints/segments/dialog.ts'
import { HIKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { BankParameters } from '#main/connectors/fints/state/bank-parameters.ts'
import { fromBytes, toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { methodsOf } from '#main/connectors/fints/tan/methods.ts'
import { ACCOUNT, customer, stepOf, stored } from './kit.ts'
import { challenge, CHIP, noChallenge, PUSH, raw, ScriptedBank, SMS, TAN, type OnOrder } from './scripted-bank.ts'
import { segmentsOf, textOf } from './wire.ts'

const TWO_PHONES = SMS.replace(/00:0:N:1$/, '00:2:N:3')
const MEDIA = `HITAB:5:4:3+0+M:1:::::::::::Handy+M:1:::::::::::Tablet'`
const base = `HITANS:9:6:4+1+1+0+N:N:0:${SMS}'HISPAS:9:1:4+1+1+0+J:J:N:urn'`
const page = (text: string) => draft(HIKAZ7, { booked: toBytes(text) }, 3)
const statements = { kind: 'statements', account: ACCOUNT } as const

/** Every message as it leaves, byte for byte. */
function overheard(bank: ScriptedBank): string[] {
  const said: string[] = []
  const { post } = bank
  Object.assign(bank, { post: async (...message: Parameters<typeof post>) => {
    said.push(fromBytes(fromBody(message[1])))
    return await post(...message)
  } })
  return said
}

describe('a message as a strict bank reads it', () => {
  it('is enveloped and signed by the letter, in one step and in two', async () => {
    const bank = new ScriptedBank()
    const said = overheard(bank)
    await stepOf(customer(bank).client.start({ kind: 'login' }), 'done')
    const filler = '\u0000'.repeat(8)
    for (const [at, profile, method, systemId, orders] of [[2, 'PIN:1', '999', '0', 3], [4, 'PIN:2', '942', 'SYSTEM1', 3]] as const) {
      const message = said[at] ?? ''
      expect(message).toMatch(new RegExp(`^HNHBK:1:3\\+${String(message.length).padStart(12, '0')}\\+300\\+0\\+1'`))
      expect(message).toContain(`HNVSK:998:3+${profile}+998+1+1::${systemId}+1:20260102:100000+2:2:13:@8@${filler}:5:1+280:10020030:user:V:0:0+0'HNVSD:999:1+@`)
      const reference = /HNSHA:\d+:2\+(\d+)\+\+12345'/.exec(message)?.[1] ?? 'none'
      expect(message).toContain(`@HNSHK:2:4+${profile}+${method}+${reference}+1+1+1::${systemId}+1+1:20260102:100000+1:999:1+6:10:16+280:10020030:user:S:0:0'HKIDN:3:2+280:10020030+user+${systemId}+1'`)
      expect(message).toContain(`HNSHA:${orders + 3}:2+${reference}++12345''HNHBS:${orders + 4}:1+1'`)
    }
  })

  it('carries the same number at both ends, from 1 on, and the dialog that the bank has opened', async () => {
    const bank = new ScriptedBank()
    const said = overheard(bank)
    await stepOf(customer(bank).client.start({ kind: 'login' }), 'done')
    const numbers = said.map((message) => [/^HNHBK:1:3\+\d{12}\+300\+([^+]*)\+(\d+)'/.exec(message)?.slice(1), /HNHBS:\d+:1\+(\d+)'$/.exec(message)?.[1]])
    expect(numbers).toEqual([
      [['0', '1'], '1'], [['DIALOG1', '2'], '2'], [['0', '1'], '1'], [['DIALOG2', '2'], '2'], [['0', '1'], '1'], [['DIALOG3', '2'], '2'], [['DIALOG3', '3'], '3'],
    ])
    expect(said.at(-1)).toContain("HKEND:3:1+DIALOG3'")
  })

  it('names the account nationally below version 7, and internationally from there on', async () => {
    for (const [parameters, order, expected] of [
      ['HIKAZS:9:5:4+1+1+90:N:N\'', 'HKKAZ5', 'HKKAZ:3:5+111::280:10020030+N'], ['HIKAZS:9:6:4+1+1+0+90:N:N\'', 'HKKAZ6', 'HKKAZ:3:6+111::280:10020030+N'],
      ['HIKAZS:9:7:4+1+1+0+90:N:N\'', 'HKKAZ7', 'HKKAZ:3:7+DE11:TESTDEFF:111::280:10020030+N'], ['HIKAZS:9:8:4+1+1+0+90:N:N\'HIKAZS:9:6:4+1+1+0+90:N:N\'', 'HKKAZ6', 'HKKAZ:3:6+111::280:10020030+N'],
    ] as const) {
      const bank = new ScriptedBank({ parameters: base + parameters, tanOrders: [] })
      await stepOf(customer(bank).client.start(statements), 'done')
      expect(bank.received.find(({ names }) => names[0] === order)?.texts[0]).toBe(expected)
    }
  })

  it('names a medium only where the bank demands one', async () => {
    for (const [needed, active, expected] of [['0', '3', "HKTAN:5:6+4+HKIDN'"], ['1', '3', "HKTAN:5:6+4+HKIDN'"], ['2', '1', "HKTAN:5:6+4+HKIDN'"], ['2', '3', "HKTAN:5:6+4+HKIDN+++++++++Handy'"]] as const) {
      const bank = new ScriptedBank({
        parameters: `HITANS:9:6:4+1+1+0+N:N:0:${SMS.replace(/00:0:N:1$/, `00:${needed}:N:${active}`)}'HITABS:9:4:4+1+1+0'`,
        onOrder: (order) => (order === 'HKTAB4' ? { say: [[3, '0020', 'ok']], segments: raw(MEDIA.replace('M:1', 'M:2').replace('Tablet', 'Handy')) } : undefined),
      })
      const said = overheard(bank)
      const { client } = customer(bank)
      await stepOf(client.start({ kind: 'login' }), 'done')
      client.knowledge.medium = 'Handy'
      await stepOf(client.start({ kind: 'login' }), 'done')
      expect(said.filter((message) => message.includes('+HKIDN') && message.includes('+942+')).at(-1)).toContain(expected)
    }
  })
})

describe('what a bank gives to be given back', () => {
  it.each(['0_=2#=20200515#=2020?:+\'@x', 'a'.repeat(60), 'M\u00c3\u00bcnchen', '\u00fc\u00ff', '@5@abc'])('comes back byte for byte: %j', async (token) => {
    const onOrder: OnOrder = (order, message) => {
      if (order !== 'HKKAZ') return undefined
      const isFirst = message.texts[0]?.endsWith('+N') === true
      return { say: [[3, '0020', 'ok'], ...(isFirst ? [[3, '3040', 'mehr', token] as const] : [])], segments: [page(isFirst ? '1' : '2')] }
    }
    const bank = new ScriptedBank({ parameters: `${base}HIKAZS:9:7:4+1+1+0+90:N:N'`, tanOrders: [], onOrder, laxTokens: true })
    const said = overheard(bank)
    const { result } = await stepOf(customer(bank).client.start(statements), 'done')
    expect(result).toMatchObject({ statements: { booked: [toBytes('12')], pages: 2 } })
    expect(said.find((message) => message.includes('+N+++'))).toContain(`+N++++${token.replace(/[?+:'@]/g, '?$&')}'`)
  })

  it('may be longer than the specification has it', () => {
    expect(textOf([encode(HKEND1, 3, { dialogId: 'x'.repeat(50) })])).toBe(`HKEND:3:1+${'x'.repeat(50)}'`)
  })
})

describe('a bank that announces oddly', () => {
  it('may spread its methods over segments and versions; the newest description counts', () => {
    const overlapping = SMS.replace('mobile TAN', 'neuer Name')
    const methods = methodsOf(new BankParameters(segmentsOf(
      `HITANS:8:3:4+1+1+0+N:N:0:900:1:iTAN:iTAN:6:1:Index:3:1:N:1:2:N:N:N:01:0'HITANS:9:6:4+1+1+0+N:N:0:${SMS}'HITANS:10:6:4+1+1+0+N:N:0:${CHIP}'HITANS:11:7:4+1+1+0+N:N:0:${PUSH}:${overlapping}'`,
    )))
    expect(methods.map(({ function: code, hktanVersion, name }) => [code, hktanVersion, name])).toEqual([['922', 7, 'pushTAN 2.0'], ['942', 7, 'neuer Name'], ['962', 6, 'chipTAN optisch']])
  })

  it('may name the permitted methods in two codes, because one has room for ten', async () => {
    const bank: ScriptedBank = new ScriptedBank({ onOrder: (order, message) => (order === 'HKIDN2' && message.names.includes('HKSYN3')
      ? { say: [[3, '0020', 'ok'], [4, '3920', 'Verfahren', '901', '902'], [4, '3920', 'Verfahren', '942']], segments: [...bank.bpd(), ...raw('HISYN:5:4:5+SYSTEM1\'')] }
      : undefined) })
    bank.systemIds.add('SYSTEM1')
    const { client } = customer(bank)
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(client.knowledge.method).toBe('942')
  })

  it('may keep no list of allowed orders, neither for an account nor in HIPINS', async () => {
    const upd = "HIUPA:4:4:4+user+3+0'HIUPD:5:6:4+111::280:10020030+DE11+user+1+EUR+Erika Muster++Girokonto'"
    const bank = new ScriptedBank({
      parameters: `${base}HIKAZS:9:7:4+1+1+0+90:N:N'`, tanOrders: [], orders: 'HKTAN',
      onOrder: (order, message) => {
        if (order === 'HKKAZ') return { say: [[3, '0020', 'ok']], segments: [page('1')] }
        return order === 'HKIDN2' && message.function === '942' ? { say: [[3, '0020', 'ok'], [5, '3076', 'frei']], segments: [...raw(upd), noChallenge()] } : undefined
      },
    })
    const bpd = bank.bpd.bind(bank)
    Object.assign(bank, { bpd: () => bpd().map((write) => (number: number) => {
      const segment = write(number)
      return segment.type === 'HIPINS' ? { ...segment, elements: [...segment.elements.slice(0, 4), ['5', '', '', '', '']] } : segment
    }) })
    const { client } = customer(bank)
    expect(await stepOf(client.start(statements), 'done')).toMatchObject({ result: { statements: { booked: [toBytes('1')] } } })
    expect(client.accounts[0]).toMatchObject({ iban: 'DE11', orders: null })
  })
})

describe('a bank with rules of its own', () => {
  it('may want a TAN for every page, also after a restart between two', async () => {
    const bank: ScriptedBank = new ScriptedBank({ onOrder: (order, message) => {
      if (order === 'HKKAZ') return { say: [[4, '0030', 'TAN nötig']], segments: [challenge(`Seite ${message.texts[0]?.endsWith('+zwei') === true ? '2' : '1'}`, {}, 4)] }
      if (order !== 'after HKKAZ') return undefined
      const isFirst = bank.received.filter(({ tan }) => tan !== null).length === 1
      return { say: [[3, '0020', 'ok'], ...(isFirst ? [[3, '3040', 'mehr', 'zwei'] as const] : [])], segments: [page(isFirst ? '1' : '2')] }
    } })
    const { client } = customer(bank)
    expect(await stepOf(client.start(statements), 'tan')).toMatchObject({ challenge: { text: 'Seite 1' } })
    expect(await stepOf(client.answer(new Secret(TAN)), 'tan')).toMatchObject({ challenge: { text: 'Seite 2' } })
    const [state, dialog] = [stored(client), pause(client)]
    const later = customer(bank, { blob: state }).client
    expect(resume(later, dialog).ok).toBe(true)
    expect(await stepOf(later.answer(new Secret(TAN)), 'done')).toMatchObject({ result: { statements: { booked: [toBytes('12')], pages: 2 } } })
    expect(bank.script).toMatch(/HKKAZ HKTAN \| HKTAN \| HKKAZ HKTAN \| HKTAN \| HKEND$/)
  })

  it('may say that there is more without a way to ask; the person hears of it', async () => {
    const bank = new ScriptedBank({ parameters: `${base}HIKAZS:9:7:4+1+1+0+90:N:N'`, tanOrders: [], onOrder: (order) => (order === 'HKKAZ' ? { say: [[3, '3040', 'Nicht alles']], segments: [page('1')] } : undefined) })
    expect((await stepOf(customer(bank).client.start(statements), 'done')).notices).toMatchObject([{ code: '3040', text: 'Nicht alles' }])
  })

  it('may no longer know the medium; then it is asked which there are', async () => {
    let names = 'M:1:::::::::::Handy'
    const bank = new ScriptedBank({
      parameters: `HITANS:9:6:4+1+1+0+N:N:0:${TWO_PHONES}'HITABS:9:4:4+1+1+0'HIKAZS:9:7:4+1+1+0+90:N:N'`,
      onOrder: (order, message) => {
        if (order === 'HKTAB4') return { say: [[3, '0020', 'ok']], segments: raw(`HITAB:5:4:3+0+${names}'`) }
        if (order !== 'HKKAZ') return undefined
        return message.texts[1]?.endsWith('Handy') === true ? { say: [[0, '9050', 'Fehler'], [4, '9955', 'Gerätebezeichnung unbekannt']] } : { say: [[3, '0020', 'ok']], segments: [page('1'), noChallenge(4)] }
      },
    })
    const { client } = customer(bank)
    await stepOf(client.start({ kind: 'login' }), 'done')
    expect(client.knowledge.medium).toBe('Handy')
    names = 'M:1:::::::::::Tablet'
    await stepOf(client.start(statements), 'done')
    expect(client.knowledge.medium).toBe('Tablet')
  })

  it('may forget a dialog that stood idle after the login', async () => {
    let isIdle = false
    const bank = new ScriptedBank({ onOrder: (order) => {
      if (order !== 'HKSAL' || !isIdle) return undefined
      isIdle = false
      return { say: [[0, '9010', 'Dialog unbekannt']] }
    } })
    const { client } = customer(bank)
    client.keepOpen()
    await stepOf(client.start({ kind: 'login' }), 'done')
    const blob = stored(client)
    const later = customer(bank, { blob }).client
    later.keepOpen()
    await stepOf(later.start({ kind: 'login' }), 'done')
    bank.received.length = 0
    isIdle = true
    await stepOf(later.start({ kind: 'balance', account: ACCOUNT }), 'done')
    expect(bank.script).toBe('HKSAL | HKIDN HKVVB HKTAN | HKSAL')
  })
})
