import { describe, expect, it } from 'vitest'
import { flickerCode } from '#main/connectors/fints/tan/flicker.ts'
import { challengeFrom } from '#main/connectors/fints/tan/challenge.ts'
import { methodsOf } from '#main/connectors/fints/tan/methods.ts'
import { BankParameters } from '#main/connectors/fints/state/bank-parameters.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { pause, resume } from '#main/connectors/fints/dialog/pause.ts'
import { HITAN7 } from '#main/connectors/fints/segments/tan.ts'
import { toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { ACCOUNT, customer, stepOf, stored } from './kit.ts'
import { CHIP, PUSH, raw, ScriptedBank, SMS, type Answer, type BankOptions, type Fault } from './scripted-bank.ts'
import { segmentsOf } from './wire.ts'

const SALDO = 'HISAL:5:7:3+DE11:TESTDEFF+Girokonto+EUR+C:1,:EUR:20260102\''
const waiting = (process: '4' | 'S') => draft(HITAN7, { process, orderReference: 'ref', challenge: process === '4' ? 'Bitte in der App freigeben' : 'nochallenge' }, 3)

/** A bank whose customer approves at the n-th poll. */
async function pushing(approveAt: number, options: { readonly push?: string; readonly codes?: readonly string[]; readonly faults?: Readonly<Record<number, Fault>>; readonly end?: '2' | 'S' } = {}) {
  let polls = 0
  const bankOptions: Partial<BankOptions> = {
    permitted: ['922'],
    parameters: `HITANS:9:7:4+1+1+0+N:N:0:${options.push ?? PUSH}'HISALS:9:7:4+1+1+0'`,
    tanOrders: ['HKSAL'],
    onOrder: (order): Answer | undefined => {
      if (order === 'HKSAL') return { say: (options.codes ?? ['3955']).map((code) => [4, code, 'Freigabe'] as const), segments: [waiting('4')] }
      if (order !== 'HKTAN7') return undefined
      polls += 1
      if (polls < approveAt) return { say: [[3, '3956', 'Noch nicht freigegeben']], segments: [waiting('S')] }
      return { say: [[3, '0020', 'ok']], segments: [...raw(SALDO), draft(HITAN7, { process: options.end ?? 'S', orderReference: 'ref' }, 3)] }
    },
  }
  const before = new ScriptedBank(bankOptions)
  const first = customer(before).client
  await stepOf(first.start({ kind: 'login' }), 'done')
  const bank = new ScriptedBank({ ...bankOptions, faults: options.faults ?? {} })
  bank.systemIds = before.systemIds
  return { bank, ...customer(bank, { blob: stored(first) }) }
}

describe('approval on another device', () => {
  it.each([['3955'], ['0030', '3955']])('is awaited at the bank’s own pace (%s %s)', async (...codes) => {
    const { client, environment, bank } = await pushing(3, { codes, end: codes.length === 1 ? 'S' : '2' })
    const { challenge } = await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    expect(challenge).toMatchObject({ kind: 'decoupled', text: 'Bitte in der App freigeben', decoupled: { pollsLeft: 5, firstPollSeconds: 10, nextPollSeconds: 3, waitsForPush: false } })
    expect(await stepOf(client.awaitApproval(), 'done')).toMatchObject({ result: { balance: { booked: '1' } } })
    expect(environment.waits).toEqual([10, 3, 3])
    expect(bank.script).toBe('HKIDN HKVVB HKTAN | HKSAL HKTAN | HKTAN | HKTAN | HKTAN | HKEND')
  })

  it('A11 is never asked for faster than every two seconds, whatever the bank allows', async () => {
    const { client, environment } = await pushing(3, { push: PUSH.replace(':5:10:3:', ':5:1:0:') })
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    await stepOf(client.awaitApproval(), 'done')
    expect(environment.waits).toEqual([2, 2, 2])
  })

  it('is never asked for more often than the bank allows', async () => {
    const { client, bank } = await pushing(99)
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    expect(await client.awaitApproval()).toEqual({ ok: false, error: { kind: 'nobody_answered' } })
    expect(bank.received.filter(({ names }) => names[0] === 'HKTAN7')).toHaveLength(5)
  })

  it('counts a poll whose answer was lost, and repeats none when few are left', async () => {
    const { client, bank } = await pushing(99, { faults: { 3: 'lost-answer', 4: 'status' } })
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    await client.awaitApproval()
    expect(bank.received.filter(({ names }) => names[0] === 'HKTAN7').length).toBeLessThanOrEqual(5)
  })

  it('is not polled where the bank reports by itself; the person’s word asks once', async () => {
    const { client, bank } = await pushing(2, { codes: ['3955', '3957'] })
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    expect(await client.awaitApproval()).toMatchObject({ ok: false, error: { kind: 'unsupported' } })
    expect(await stepOf(client.confirmApproval(), 'tan')).toMatchObject({ challenge: { decoupled: { polls: 1, pollsLeft: 4 } } })
    await stepOf(client.confirmApproval(), 'done')
    expect(bank.received.filter(({ names }) => names[0] === 'HKTAN7')).toHaveLength(2)
  })

  it('can be given up while it is awaited', async () => {
    const { client, environment, bank } = await pushing(9)
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    const { wait } = environment.timer
    let waits = 0
    Object.assign(environment.timer, { wait: async (milliseconds: number) => {
      waits += 1
      if (waits === 2) await client.cancel()
      await wait(milliseconds)
    } })
    expect(await client.awaitApproval()).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(bank.script).toMatch(/HKSAL HKTAN \| HKTAN \| HKEND$/)
  })

  it('can be interrupted and continued after a restart', async () => {
    const { client, bank } = await pushing(2)
    await stepOf(client.start({ kind: 'balance', account: ACCOUNT }), 'tan')
    const abort = new AbortController()
    abort.abort()
    expect(await client.awaitApproval(abort.signal)).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    const [state, dialog] = [stored(client), pause(client)]
    const later = customer(bank, { blob: state })
    expect(resume(later.client, dialog)).toMatchObject({ ok: true })
    await stepOf(later.client.awaitApproval(), 'done')
    expect(later.environment.waits[0]).toBe(10)
  })
})

describe('a challenge', () => {
  const methods = methodsOf(new BankParameters(segmentsOf(`HITANS:9:6:4+1+1+0+N:N:0:${SMS}:${CHIP}'HITANS:9:7:4+1+1+0+N:N:0:${PUSH}'`)))
  const method = (code: string) => methods.find((known) => known.function === code)!
  const occasion = (code: string) => ({ purpose: 'order', order: 'HKKAZ', method: method(code), waitsForPush: false }) as const

  it.each([
    ['bytes without a type', Uint8Array.from([0x89, ...toBytes('PNG\r\n'), 1, 2])],
    ['Base64', toBytes(Buffer.from([0x89, ...toBytes('PNG\r\n'), 1, 2]).toString('base64'))],
    ['what else stands in the text', toBytes(`CHLGUC  0012${Buffer.from([0x89, ...toBytes('PNG\r\n'), 1, 2]).toString('base64')}`)],
  ])('knows an image by how it begins, given as %s', (_what, challengeHhdUc) => {
    const read = challengeFrom({ process: '4', orderReference: 'r', challenge: 'Siehe Grafik', challengeHhdUc }, occasion('942'))
    expect(read).toMatchObject({ kind: 'image', image: { mime: 'image/png', base64: 'iVBORw0KAQI=' } })
  })

  it('reads the image of photoTAN with its type', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47])
    const wire = Uint8Array.from([0, 9, ...toBytes('image/png'), 0, 4, ...png])
    expect(challengeFrom({ process: '4', orderReference: 'r', challenge: 'Siehe Grafik', challengeHhdUc: wire }, occasion('942')))
      .toMatchObject({ kind: 'image', text: 'Siehe Grafik', image: { mime: 'image/png', base64: Buffer.from(png).toString('base64') } })
  })

  it('finds a QR code inside the text', () => {
    const qr = { ...method('942'), technicalId: 'Q1S' }
    const wire = 'CHLGUC  0012iVBORw0KGgo=CHLGTEXT0010Bitte scannen'
    expect(challengeFrom({ process: '4', orderReference: 'r', challenge: wire }, { ...occasion('942'), method: qr })).toMatchObject({ kind: 'qr', text: 'Bitte scannen', image: { mime: 'image/png', base64: 'iVBORw0KGgo=' } })
  })

  it('looks once through a text that begins a code over and over and never ends it', () => {
    const wire = 'CHLGUC'.repeat(200_000)
    expect(challengeFrom({ process: '4', orderReference: 'r', challenge: `Siehe unten ${wire}` }, occasion('942'))).toMatchObject({ kind: 'text', text: 'Siehe unten' })
    expect(flickerCode(wire)).toEqual({ ok: false, error: 'not_flicker' })
  })

  it('turns HHD_UC into flicker code and markup into lines', () => {
    const read = challengeFrom({ process: '4', orderReference: 'r', challenge: '<b>Karte</b> stecken<br>Taste <i>F</i><ul><li>eins<li>zwei</ul>', challengeHhdUc: toBytes('0248A0120452019980812345678'), validUntil: { date: '2026-01-02' as never, time: '12:30:00' } }, occasion('962'))
    expect(read).toMatchObject({ kind: 'flicker', flicker: '0D85012045201998041234567855', validUntil: '2026-01-02T12:30:00', paragraphs: ['Karte stecken', 'Taste F', '• eins', '• zwei'] })
  })

  it('keeps text that only looks like markup', () => {
    expect(challengeFrom({ process: '4', orderReference: 'r', challenge: '1 < 2 <script>' }, occasion('962')).text).toBe('1 < 2 <script>')
  })

  it.each([
    ['039870110490631098765432100812345678041,00', '1784011049063F059876543210041234567844312C303019'],
    ['039870110418751012345678900812030000040,20', '1784011041875F051234567890041203000044302C323015'],
    ['0248A01204520199808123F5678', '118501204520199848313233463536373875'],
    ['...TAN-Nummer: CHLGUC 002624088715131306389726041,00CHLGTEXT0244 Sie h...', '0F04871513130338972614312C30303B'],
  ])('knows the reader’s code for %s', (source, code) => {
    expect(flickerCode(source)).toEqual({ ok: true, value: { code } })
  })

  it.each(['', 'Bitte TAN', '99912', '0248A01204520199808123'])('makes no flicker code of %j', (source) => {
    expect(flickerCode(source).ok).toBe(false)
  })

  it('offers the newest description of a method and only version 7 decoupled', () => {
    expect(methods.map(({ function: code, hktanVersion, decoupled }) => [code, hktanVersion, decoupled?.pollsMax ?? null])).toEqual([['922', 7, 5], ['942', 6, null], ['962', 6, null]])
  })
})
