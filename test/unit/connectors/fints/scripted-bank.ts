import { HttpFailure, type HttpFailureReason, type Post } from '#main/platform/http.ts'
import { fromBody, toBody } from '#main/connectors/fints/message/carrier.ts'
import { draft, openMessage, valuesOf, writePlain, writeSigned, type Draft, type OpenMessage } from '#main/connectors/fints/message/message.ts'
import { decode, nameOf } from '#main/connectors/fints/schema/segment.ts'
import { HIBPA3, HIPINS1 } from '#main/connectors/fints/segments/bank-parameters.ts'
import { HIRMG2, HIRMS2, HISYN4, HKIDN2 } from '#main/connectors/fints/segments/dialog.ts'
import { HNSHA2, HNSHK4 } from '#main/connectors/fints/segments/envelope.ts'
import { definitionOf } from '#main/connectors/fints/segments/registry.ts'
import { HITAN7, HKTAN7 } from '#main/connectors/fints/segments/tan.ts'
import { HIUPA4, HIUPD6 } from '#main/connectors/fints/segments/user-parameters.ts'
import { plainDate } from '#shared/dates.ts'
import { segmentsOf } from './wire.ts'

/** `[code, text, ...parameters]`, as a bank says it to the message (0) or to a segment of it. */
export type Say = readonly [segment: number, code: string, text: string, ...parameters: string[]]
export interface Answer { readonly say: readonly Say[]; readonly segments?: readonly Draft[] }

/** What a test lets the bank do with an order; undefined is what a friendly bank does. */
export type OnOrder = (order: string, message: Received) => Answer | undefined
export type Fault = HttpFailureReason | 'lost-answer' | 'truncated' | 'other-answer' | 'garbage' | 'echo'

export interface Received {
  readonly index: number
  readonly names: readonly string[]
  readonly texts: readonly string[]
  readonly pin: string | null
  readonly tan: string | null
  readonly function: string | null
  readonly systemId: string | null
  readonly opened: OpenMessage
}

export interface BankOptions {
  readonly pin: string
  readonly permitted: readonly string[]
  readonly tanAtLogin: boolean
  readonly tanOrders: readonly string[]
  readonly parameters: string
  readonly orders: string
  readonly noAnonymous: boolean
  /** Takes back tokens that are longer than the specification allows, since it made them so. */
  readonly laxTokens: boolean
  readonly onOrder: OnOrder
  readonly faults: Readonly<Record<number, Fault>>
}

export const TAN = '123456'
const BANK = { country: '280', bankCode: '10020030' }
export const SMS = '942:2:MTAN2:mobileTAN::mobile TAN:6:1:SMS:2048:N:1:N:0:2:N:N:00:0:N:1'
export const CHIP = '962:2:HHD1.4OPT:HHDOPT1:1.4:chipTAN optisch:6:1:Challenge:2048:N:1:N:0:2:N:J:00:0:N:1'
export const PUSH = '922:2:pushTAN:Decoupled::pushTAN 2.0:::Freigabe:2048:N:1:N:0:0:N:N:00:0:N:1:5:10:3:J:J'

const DEFAULTS: BankOptions = {
  pin: '12345', permitted: ['942'], tanAtLogin: false, tanOrders: ['HKKAZ', 'HKCAZ'], noAnonymous: false, laxTokens: false, onOrder: () => undefined, faults: {},
  parameters: `HITANS:9:6:4+1+1+0+N:N:0:${SMS}'HITANS:9:7:4+1+1+0+N:N:0:${PUSH}'HISALS:9:7:4+1+1+0'HIKAZS:9:7:4+1+1+0+90:N:N'HISPAS:9:1:4+1+1+0+J:J:N:urn'`,
  orders: 'HKTAN HKTAB HKSAL HKKAZ HKCAZ HKSPA HKWPD DKKKU HKEKA HKEKP HKCDB HKKIF',
}

/** A small bank that is strict about what it receives and does what the test tells it. */
export class ScriptedBank {
  readonly received: Received[] = []
  readonly options: BankOptions
  #dialogs = new Map<string, { next: number; awaits: string | null; order: string | null }>()
  #dialogCount = 0
  #lastAnswer: Uint8Array = new Uint8Array(0)
  systemIds = new Set<string>()

  constructor(options: Partial<BankOptions> = {}) {
    this.options = { ...DEFAULTS, ...options }
  }

  /** Orders of all messages, without the envelope: `HKIDN HKVVB HKTAN | HKSAL | HKEND`. */
  get script(): string {
    return this.received.map(({ names }) => names.map((name) => name.slice(0, 5)).join(' ')).join(' | ')
  }

  readonly post: Post = async (_url, body) => {
    await Promise.resolve()
    const index = this.received.length + 1
    const fault = this.options.faults[index]
    if (fault === 'refused' || fault === 'offline' || fault === 'tls') {
      this.received.push({ index, names: [], texts: [], pin: null, tan: null, function: null, systemId: null, opened: { header: { dialogId: '', messageNumber: 0 }, segments: [], head: null, tail: null, declaredSize: 0 } })
      throw new HttpFailure(fault, false)
    }
    if (fault === 'status') {
      this.#record(fromBody(body))
      throw new HttpFailure('status', true, 503)
    }
    const answer = this.#answer(fromBody(body))
    const last = this.#lastAnswer
    this.#lastAnswer = answer
    switch (fault) {
      case undefined: return toBody(answer)
      case 'echo': return toBody(last)
      case 'truncated': return toBody(answer.subarray(0, answer.length - 40))
      case 'garbage': return toBody(new TextEncoder().encode('<html>Wartung</html>'))
      case 'other-answer': return toBody(writePlain({ dialogId: 'ZZZ', messageNumber: 77, answers: { dialogId: 'ZZZ', messageNumber: 77 } }, [draft(HIRMG2, { feedback: [toFeedback([0, '0010', 'alt'])] })]))
      default: throw new HttpFailure(fault === 'lost-answer' ? 'reset' : fault, true)
    }
  }

  #record(bytes: Uint8Array): Received {
    const opened = openMessage(bytes)
    if (!opened.ok) throw new Error(`malformed request: ${opened.error.reason}`)
    const { segments, head, tail, declaredSize } = opened.value
    if (declaredSize !== bytes.length) throw new Error('wrong size')
    for (const [place, segment] of segments.entries()) {
      if (segment.number !== place + (head === null ? 2 : 3)) throw new Error(`wrong number at ${nameOf(segment)}`)
      const definition = definitionOf(segment)
      const read = definition === undefined ? null : decode(definition, segment, this.options.laxTokens ? 'tolerant' : 'strict')
      if (read?.ok !== true) throw new Error(`the bank refuses ${nameOf(segment)} ${JSON.stringify(read)}`)
    }
    const proof = tail === null ? null : decode(HNSHA2, tail, 'strict')
    const signer = head === null ? null : decode(HNSHK4, head, 'strict')
    if (proof?.ok === false || signer?.ok === false) throw new Error('the bank refuses the signature')
    const received: Received = {
      index: this.received.length + 1,
      names: segments.map(nameOf),
      texts: segments.map((segment) => segment.elements.map((element) => element.map(String).join(':')).join('+')),
      pin: proof?.value.proof?.pin.reveal() ?? null,
      tan: proof?.value.proof?.tan?.reveal() ?? null,
      function: signer?.value.function ?? null,
      systemId: signer?.value.identification.systemId ?? null,
      opened: opened.value,
    }
    this.received.push(received)
    return received
  }

  #answer(bytes: Uint8Array): Uint8Array {
    const message = this.#record(bytes)
    const { header } = message.opened
    const isFirst = header.dialogId === '0'
    const id = isFirst ? `DIALOG${(this.#dialogCount += 1)}` : header.dialogId
    const dialog = isFirst ? { next: 1, awaits: null, order: null } : this.#dialogs.get(id)
    const answers = { dialogId: id, messageNumber: header.messageNumber }
    if (dialog?.next !== header.messageNumber) return writePlain({ dialogId: 'unbekannt', messageNumber: 1, answers }, [draft(HIRMG2, { feedback: [toFeedback([0, '9800', 'Dialog abgebrochen'])] })])
    dialog.next += 1
    this.#dialogs.set(id, dialog)
    const { say, segments = [] } = this.#decide(message, dialog)
    if (say.some(([, code]) => code === '0100' || code === '9800')) this.#dialogs.delete(id)
    const general = say.filter(([segment]) => segment === 0)
    const places = [...new Set(say.filter(([segment]) => segment !== 0).map(([segment]) => segment))]
    const drafts = [
      draft(HIRMG2, { feedback: (general.length === 0 ? [[0, '0010', 'Nachricht entgegengenommen'] as const] : general).map(toFeedback) }),
      ...places.map((place) => draft(HIRMS2, { feedback: say.filter(([segment]) => segment === place).map(toFeedback) }, place)),
      ...segments,
    ]
    const reply = { dialogId: id, messageNumber: header.messageNumber, answers }
    if (message.function === null) return writePlain(reply, drafts)
    return writeSigned(reply, { bank: BANK, userId: 'user', systemId: message.systemId ?? '0', function: message.function, party: '2', reference: '1', date: plainDate(2026, 1, 2), time: '12:00:00' }, drafts)
  }

  #decide(message: Received, dialog: { awaits: string | null; order: string | null }): Answer {
    const [first = ''] = message.names
    if (message.function !== null && message.pin !== this.options.pin) return { say: [[0, '9800', 'Abbruch'], [0, '9942', 'PIN ungültig. Noch 2 Versuche']] }
    const special = this.options.onOrder(first, message)
    if (special !== undefined) return special
    if (first === 'HKIDN2') return this.#initialise(message, dialog)
    if (first === 'HKEND1') return { say: [[0, '0100', 'Dialog beendet']] }
    if (first.startsWith('HKTAN')) return this.#approve(message, dialog)
    return this.#order(first, message, dialog)
  }

  #initialise(message: Received, dialog: { awaits: string | null }): Answer {
    const isAnonymous = message.function === null
    if (isAnonymous && this.options.noAnonymous) return { say: [[0, '9800', 'Abbruch'], [0, '9400', 'Anonym nicht erlaubt']] }
    const wantsBpd = message.texts[1]?.startsWith('HKVVB:') === true && /^HKVVB:\d+:3\+0\+/.test(message.texts[1])
    const bpd = wantsBpd ? this.bpd() : []
    if (isAnonymous) return { say: [[2, '0020', 'ok']], segments: bpd }
    const methods: Say = [4, '3920', 'Verfahren', ...this.options.permitted]
    if (message.names.includes('HKSYN3')) return { say: [[3, '0020', 'ok'], methods], segments: [...bpd, draft(HISYN4, { systemId: this.#newSystemId() }, 5)] }
    const [identified] = valuesOf(message.opened.segments, HKIDN2)
    if (!this.systemIds.has(identified?.systemId ?? '')) return { say: [[0, '9800', 'Abbruch'], [3, '9391', 'Gerät unbekannt']] }
    const isMediaOnly = message.texts[2]?.includes('+HKTAB') === true
    if (this.options.tanAtLogin && !isMediaOnly) {
      dialog.awaits = 'HKIDN'
      return { say: [methods, [5, message.function === '922' ? '3955' : '0030', 'Freigabe nötig']], segments: [challenge('login')] }
    }
    return { say: [[3, '0020', 'angemeldet'], methods, [5, '3076', 'Keine TAN nötig']], segments: [...bpd, ...this.upd(), noChallenge()] }
  }

  #approve(message: Received, dialog: { awaits: string | null; order: string | null }): Answer {
    const [request] = valuesOf(message.opened.segments, HKTAN7)
    const process = request?.process ?? (message.texts[0]?.includes('+2+') === true ? '2' : 'S')
    if (dialog.awaits === null) return { say: [[0, '9050', 'Fehler'], [3, '9210', 'Kein Auftrag gefunden']] }
    if (process === '2' && message.tan !== TAN) {
      dialog.awaits = null
      return { say: [[0, '9050', 'Fehler'], [3, '9941', 'TAN ungültig']] }
    }
    const order = dialog.awaits
    dialog.awaits = null
    const reply = order === 'HKIDN' ? { say: [[3, '0020', 'angemeldet'] as const], segments: this.upd() } : this.options.onOrder(`after ${order}`, message) ?? { say: [[3, '0020', 'ok'] as const] }
    return { say: reply.say, segments: [...(reply.segments ?? []), draft(HITAN7, { process, orderReference: 'ref' }, 3)] }
  }

  #order(first: string, message: Received, dialog: { awaits: string | null }): Answer {
    const order = first.slice(0, 5)
    const hasHktan = message.names.some((name) => name.startsWith('HKTAN'))
    if (message.function !== '999' && this.options.tanOrders.includes(order) !== hasHktan) return { say: [[0, '9050', 'Fehler'], [3, '9110', 'HKTAN passt nicht zu HIPINS']] }
    const ready = this.options.onOrder(order, message)
    if (ready !== undefined) {
      if (ready.say.some(([, code]) => code === '0030' || code === '3955')) dialog.awaits = order
      return ready
    }
    if (order === 'HKSPA') return { say: [[3, '0020', 'ok']], segments: raw('HISPA:4:1:3+J:DE11:TESTDEFF:111::280:10020030+J:DE22:TESTDEFF:222::280:10020030\'') }
    return { say: [[3, '3010', 'Keine Daten'], ...(hasHktan ? [[4, '3076', 'Keine TAN nötig'] as const] : [])], segments: hasHktan ? [noChallenge(4)] : [] }
  }

  #newSystemId(): string {
    const id = `SYSTEM${this.systemIds.size + 1}`
    this.systemIds.add(id)
    return id
  }

  bpd(): Draft[] {
    const orders = this.options.orders.split(' ').map((order) => ({ order, needsTan: this.options.tanOrders.includes(order) }))
    return [
      draft(HIBPA3, { version: 7, bank: BANK, name: 'Testbank', maxOrderKinds: 1, languages: { codes: [1] }, hbciVersions: { codes: [300] } }, 4),
      draft(HIPINS1, { maxOrders: 1, minSignatures: 1, securityClass: '0', rules: { minPinLength: 5, orders } }, 4),
      ...raw(this.options.parameters),
    ]
  }

  upd(): Draft[] {
    const orders = this.options.orders.split(' ').map((order) => ({ order, signatures: 1 }))
    return [
      draft(HIUPA4, { userId: 'user', version: 3, usage: '0' }, 4),
      draft(HIUPD6, { account: { number: '111', bank: BANK }, iban: 'DE11', customerId: 'user', kind: 1, currency: 'EUR', owner: 'Erika Muster', product: 'Girokonto', orders }, 4),
      draft(HIUPD6, { account: { number: '222', bank: BANK }, iban: 'DE22', customerId: 'user', kind: 10, currency: 'EUR', owner: 'Erika Muster', product: 'Tagesgeld', orders }, 4),
    ]
  }
}

export const raw = (text: string): Draft[] => segmentsOf(text).map((segment) => (number) =>
  ({ ...segment, number, elements: [[segment.type, String(number), ...(segment.elements[0] ?? []).slice(2)], ...segment.elements.slice(1)] }))

export const noChallenge = (reference = 5): Draft => draft(HITAN7, { process: '4', orderReference: 'noref', challenge: 'nochallenge' }, reference)
export const challenge = (text: string, more: { readonly challengeHhdUc?: Uint8Array } = {}, reference = 5): Draft => draft(HITAN7, { process: '4', orderReference: 'ref', challenge: text, ...more }, reference)

function toFeedback([, code, text, ...parameters]: Say) {
  return { code, text, parameters }
}
