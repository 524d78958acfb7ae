import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { fromBody, toBody } from '#main/connectors/fints/message/carrier.ts'
import { feedbackOf } from '#main/connectors/fints/message/feedback.ts'
import { draft, openMessage, writePlain, writeSigned, type Signature } from '#main/connectors/fints/message/message.ts'
import { traceOf } from '#main/connectors/fints/message/trace.ts'
import { decode } from '#main/connectors/fints/schema/segment.ts'
import { HKEND1 } from '#main/connectors/fints/segments/dialog.ts'
import { HNSHA2, HNSHK4 } from '#main/connectors/fints/segments/envelope.ts'
import { emptyKnowledge, learn } from '#main/connectors/fints/state/knowledge.ts'
import { fromBytes, toBytes } from '#main/connectors/fints/syntax/wire.ts'
import { ScriptedBank } from './scripted-bank.ts'

const SIGNATURE: Signature = {
  bank: { country: '280', bankCode: '10020030' }, userId: 'me+you', systemId: 'SYS', function: '942', party: '1', reference: '1234567',
  date: plainDate(2026, 1, 2), time: '10:00:00', pin: new Secret('pi?n'), tan: new Secret('1\'2'),
}
const HEADER = { dialogId: 'D1', messageNumber: 3 }

describe('a signed message', () => {
  it('has the shape that PIN/TAN wants, and its right size', () => {
    const bytes = writeSigned(HEADER, SIGNATURE, [draft(HKEND1, { dialogId: 'D1' })])
    const inner = [
      'HNSHK:2:4+PIN:2+942+1234567+1+1+1::SYS+1+1:20260102:100000+1:999:1+6:10:16+280:10020030:me?+you:S:0:0\'',
      'HKEND:3:1+D1\'',
      'HNSHA:4:2+1234567++pi??n:1?\'2\'',
    ].join('')
    expect(fromBytes(bytes)).toBe([
      `HNHBK:1:3+${String(bytes.length).padStart(12, '0')}+300+D1+3'`,
      'HNVSK:998:3+PIN:2+998+1+1::SYS+1:20260102:100000+2:2:13:@8@\0\0\0\0\0\0\0\0:5:1+280:10020030:me?+you:V:0:0+0\'',
      `HNVSD:999:1+@${inner.length}@${inner}'`,
      'HNHBS:5:1+3\'',
    ].join(''))
  })

  it('says one step by its profile', () => {
    expect(fromBytes(writeSigned(HEADER, { ...SIGNATURE, function: '999' }, []))).toContain('+PIN:1+')
  })

  it('gives back what went in', () => {
    const opened = openMessage(fromBody(toBody(writeSigned({ ...HEADER, answers: HEADER }, SIGNATURE, [draft(HKEND1, { dialogId: 'D1' })]))))
    expect(opened).toMatchObject({ ok: true, value: { header: { ...HEADER, answers: HEADER }, segments: [{ type: 'HKEND', number: 3 }] } })
    if (!opened.ok) return
    const [head, tail] = [decode(HNSHK4, opened.value.head!, 'strict'), decode(HNSHA2, opened.value.tail!, 'strict')]
    expect(head).toMatchObject({ ok: true, value: { function: '942', key: { userId: 'me+you' } } })
    expect(tail.ok && [tail.value.proof?.pin.reveal(), tail.value.proof?.tan?.reveal()]).toEqual(['pi?n', '1\'2'])
  })
})

describe('a message of a bank', () => {
  it.each([
    ['without signature', 'HNHBK:1:3+000000000167+300+D+1+D:1\'HNVSK:998:3+PIN:2+998+1+2::S+1+2:2:13:@8@        :5:1+280:1:u:V:0:0+0\'HNVSD:999:1+@20@HIRMG:2:2:+0010::ok\'\'HNHBS:4:1+1\''],
    ['without any envelope', 'HNHBK:1:3+000000000239+300+D+1+D:1\'HIRMG:2:2:+9800::Abbruch+9942::PIN falsch\'HNHBS:3:1+1\''],
    ['with the wrong size', 'HNHBK:1:3+000000000001+300+D+1+D:1\'HIRMG:2:2+0010::ok\'HNHBS:3:1+1\''],
  ])('%s is understood', (_what, text) => {
    const opened = openMessage(toBytes(text))
    expect(opened.ok && feedbackOf(opened.value.segments).length).toBeGreaterThan(0)
  })

  it('that lacks its end is not taken for whole', () => {
    expect(openMessage(toBytes('HNHBK:1:3+000000000001+300+D+1+D:1\'HIRMG:2:2+0010::ok\''))).toMatchObject({ ok: false, error: { reason: 'incomplete' } })
    expect(openMessage(toBytes('HIRMG:2:2+0010::ok\''))).toMatchObject({ ok: false, error: { reason: 'no_header' } })
  })

  it('is read in any wrapping of Base64', () => {
    const message = writePlain(HEADER, [])
    const folded = fromBytes(toBody(message)).replace(/(.{20})/g, '$1\r\n')
    expect(fromBody(toBytes(`${folded}\n`))).toEqual(message)
    expect(fromBody(message)).toEqual(message)
    const padded = [message.subarray(0, 20), message.subarray(20, 45), message.subarray(45)].map((part) => fromBytes(toBody(part))).join('\r\n')
    expect(fromBody(toBytes(padded))).toEqual(message)
  })

  it('may be followed by what a machine fills its last block with', () => {
    for (const filler of ['\0\0', ' ', '\r\n\0']) expect(openMessage(toBytes(`${fromBytes(writePlain(HEADER, []))}${filler}`))).toMatchObject({ ok: true })
  })

  it('never breaks anything, however damaged', () => {
    const bank = new ScriptedBank()
    const whole = writePlain(HEADER, [...bank.bpd(), ...bank.upd()])
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(damage, (changes) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      expect(traceOf('received', bytes).bytes).toBe(whole.length)
      const opened = openMessage(bytes)
      if (opened.ok) learn(emptyKnowledge(), opened.value.segments, feedbackOf(opened.value.segments))
    }), { numRuns: 300 })
  })
})
