import { err, ok, type Result } from '#shared/result.ts'
import { draft, type Draft } from '#main/connectors/fints/message/message.ts'
import { decode, type ValueOf } from '#main/connectors/fints/schema/segment.ts'
import { HITAN6, HITAN7, HKTAN6, HKTAN7 } from '#main/connectors/fints/segments/tan.ts'
import type { RawSegment } from '#main/connectors/fints/syntax/wire.ts'
import { refusal, say, type Answer, type Refusal } from './answer.ts'
import { challengeFor } from './challenge.ts'
import type { CustomerState } from './customers.ts'
import type { Dialog, Waiting } from './dialog.ts'
import { POLLS_MAX, type DemoMethod } from './methods.ts'
import type { Scenarios } from './scenario.ts'

/** An order waits so long for its TAN. */
const PATIENCE_MS = 5 * 60_000
/** The customer of the demo bank approves so quickly. */
const APPROVED_AT_POLL = 2
const WRONG_TANS_MAX = 3
const DECOUPLED_VERSION = 7
/** What clients write that do not know the customer's media yet. */
const NO_MEDIUM: ReadonlySet<string> = new Set(['noref', 'DUMMY'])

export interface TanRequest {
  readonly segment: RawSegment
  readonly value: Omit<ValueOf<typeof HKTAN7>, 'smsAccount' | 'challengeParameters' | 'chipAnswer'>
}

export function tanRequestIn(segments: readonly RawSegment[]): TanRequest | null {
  const segment = segments.find(({ type }) => type === 'HKTAN')
  if (segment === undefined) return null
  const read = segment.version === 6 ? decode(HKTAN6, segment) : decode(HKTAN7, segment)
  return read.ok ? { segment, value: read.value } : null
}

const hitan = (version: number, value: ValueOf<typeof HITAN7>, reference: number): Draft => (version === 6 ? draft(HITAN6, value, reference) : draft(HITAN7, value, reference))

/**
 * HKTAN 4 beside an order (PIN/TAN B.5.1): version, order, and the medium where the method demands one. A filler in its place
 * is ignored where no TAN is going to be asked for: in a dialog for HKTAB (B.4.3.1.3), in one for a system id, and at a login
 * that needs none, as clients do that ask for the media behind it.
 */
export function handInFault({ segment, value }: TanRequest, order: string, method: DemoMethod, mayFill = false): Refusal | null {
  const { process, orderReference, medium } = value
  if (process !== '4') return refusal(segment.number, '9120', 'TAN-Prozess nicht erwartet', `process ${process} beside ${order}, 4 was expected`, { element: '2' })
  if (value.order !== order) return refusal(segment.number, '9210', 'Segmentkennung passt nicht zum Auftrag', `HKTAN names ${value.order ?? 'nothing'} instead of ${order}`, { element: '3' })
  if (orderReference !== undefined) return refusal(segment.number, '9150', 'Auftragsreferenz nicht erlaubt', 'process 4 has no order reference yet', { element: '6' })
  if (method.kind === 'decoupled' && segment.version < DECOUPLED_VERSION) return refusal(segment.number, '9110', 'Decoupled-Verfahren erst ab HKTAN 7', 'this method is announced in HITANS 7 only')
  const { needsMedium } = method.parameters
  if ((order === 'HKTAB' && medium === undefined) || (mayFill && medium !== undefined && NO_MEDIUM.has(medium))) return null
  if (needsMedium === '2' && medium === undefined) return refusal(segment.number, '9955', 'Bezeichnung des TAN-Mediums fehlt', 'the method demands the name of a medium (HITANS)', { element: '12' })
  if (medium !== undefined && needsMedium !== '0' && !method.media.some(({ name }) => name === medium)) return refusal(segment.number, '9955', 'TAN-Medium unbekannt', 'no medium has this name (HKTAB lists them)', { element: '12' })
  return null
}

/** No TAN is needed after all (PIN/TAN B.4.2, `noref`). */
export const withoutTan = ({ segment }: TanRequest): Answer => ({
  say: [say(segment.number, '3076', 'Keine starke Authentifizierung erforderlich.')],
  segments: [hitan(segment.version, { process: '4', orderReference: 'noref', challenge: 'nochallenge' }, segment.number)],
})

/** Files the order away and asks the customer. */
export function askCustomer(dialog: Dialog, { segment, value }: TanRequest, waiting: Waiting, { occasion, scenarios, tan }: { readonly occasion: string; readonly scenarios: Scenarios; readonly tan: string | null }): Answer {
  dialog.waiting = waiting
  const { method, orderReference } = waiting
  const challenge = challengeFor(method, { occasion, reference: orderReference, tan })
  const isDecoupled = method.kind === 'decoupled'
  return {
    say: [
      isDecoupled ? say(segment.number, '3955', 'Sicherheitsfreigabe erfolgt über anderen Kanal.') : say(segment.number, '0030', 'Auftrag empfangen - Sicherheitsfreigabe erforderlich.'),
      ...(isDecoupled && scenarios.has('waits-for-push') ? [say(segment.number, '3957', 'Warten auf Push-Nachricht.')] : []),
    ],
    segments: [hitan(segment.version, { process: '4', orderReference, ...challenge, medium: value.medium }, segment.number)],
  }
}

export interface Proof { readonly tan: string | null; readonly expected: string; readonly nowMs: number; readonly scenarios: Scenarios }

/** HKTAN 2 or S: carries the order out, keeps waiting, or forgets it. */
export function settle(dialog: Dialog, request: TanRequest, proof: Proof, state: CustomerState): Result<{ readonly answer: Answer; readonly completed: Waiting | null }, Refusal> {
  const { segment, value } = request
  const { waiting } = dialog
  const fault = settleFault(request, waiting, proof)
  if (fault !== null || waiting === null) return err(fault ?? refusal(segment.number, '9210', 'Kein eingereichter Auftrag gefunden', 'nothing waits for a TAN in this dialog'))
  if (waiting.method.kind === 'decoupled') return poll(dialog, waiting, request, proof)
  dialog.waiting = null
  if (proof.tan === proof.expected) {
    state.wrongTans = 0
    return ok({ answer: carriedOut(waiting, segment, value.process), completed: waiting })
  }
  state.wrongTans += 1
  if (state.wrongTans >= WRONG_TANS_MAX) {
    state.isLocked = true
    return err(refusal(null, '9931', 'Teilnehmersperre durchgeführt: drei falsche TANs.', 'three wrong TANs in a row', { also: [say(segment.number, '9941', 'TAN ungültig')] }))
  }
  return err(refusal(segment.number, '9941', `TAN ungültig. Noch ${WRONG_TANS_MAX - state.wrongTans} Versuche.`, 'wrong TAN; the order is forgotten'))
}

function settleFault({ segment, value }: TanRequest, waiting: Waiting | null, { tan, nowMs }: Proof): Refusal | null {
  const { number } = segment
  if (waiting === null) return refusal(number, '9210', 'Kein eingereichter Auftrag gefunden', 'nothing waits for a TAN in this dialog')
  if (value.orderReference !== waiting.orderReference) return refusal(number, '9210', 'Auftragsreferenz ist unbekannt', 'HKTAN names another order reference', { element: '6' })
  const expected = waiting.method.kind === 'decoupled' ? 'S' : '2'
  if (value.process !== expected) return refusal(number, '9210', 'Zwei-Schritt-TAN inkonsistent', `process ${value.process}, ${expected} was expected`, { element: '2' })
  if (value.moreTansFollow === undefined) return refusal(number, '9160', 'Weitere TAN folgt fehlt', 'HKTAN 2 and S say whether another TAN follows', { element: '7' })
  if (value.moreTansFollow) return refusal(number, '9954', 'Mehrfach-TANs nicht erlaubt', 'HITANS does not allow several TANs', { element: '7' })
  if (expected === '2' && tan === null) return refusal(number, '9160', 'TAN fehlt', 'HNSHA carries no TAN')
  if (expected === 'S' && tan !== null) return refusal(number, '9150', 'TAN nicht erlaubt', 'a decoupled method has no TAN')
  if (nowMs - waiting.sinceMs > PATIENCE_MS) return refusal(number, '9951', 'Zeitüberschreitung im Zwei-Schritt-Verfahren', 'the order waited longer than five minutes')
  return null
}

const MS = 1_000

function poll(dialog: Dialog, waiting: Waiting, { segment, value }: TanRequest, { nowMs, scenarios }: Proof): ReturnType<typeof settle> {
  const { number } = segment
  const { firstPollSeconds = 0, nextPollSeconds = 0 } = waiting.method.parameters
  const pause = waiting.polls === 0 ? firstPollSeconds : nextPollSeconds
  const waitedMs = nowMs - waiting.lastPollMs
  waiting.polls += 1
  waiting.lastPollMs = nowMs
  if (waitedMs < pause * MS) return err(drop(dialog, refusal(number, '9210', 'Statusabfrage zu früh. Auftrag gelöscht.', `polled after ${waitedMs} ms, HITANS says ${pause} s`)))
  if (waiting.polls > POLLS_MAX) return err(drop(dialog, refusal(number, '9941', 'Zu viele Statusabfragen. Auftrag gelöscht.', `poll ${waiting.polls}, HITANS allows ${POLLS_MAX}`)))
  if (waiting.polls < APPROVED_AT_POLL || scenarios.has('patient')) {
    const answer = { say: [say(number, '3956', 'Sicherheitsfreigabe steht noch aus.')], segments: [hitan(segment.version, { process: 'S', orderReference: waiting.orderReference, challenge: 'nochallenge' }, number)] }
    return ok({ answer, completed: null })
  }
  if (scenarios.has('declined')) return err(drop(dialog, refusal(number, '9210', 'Auftrag abgelehnt: Sie haben die Freigabe verweigert.', 'the customer declined')))
  dialog.waiting = null
  return ok({ answer: carriedOut(waiting, segment, value.process), completed: waiting })
}

function drop(dialog: Dialog, refusal: Refusal): Refusal {
  dialog.waiting = null
  return refusal
}

/** The answer to the order goes with the answer to its TAN, and refers to HKTAN (PIN/TAN B.4.2.1). */
function carriedOut({ run, orderReference }: Waiting, { number, version }: RawSegment, process: string): Answer {
  const { say: words, replies } = run()
  return { say: words.map((word) => ({ ...word, segment: number })), segments: [hitan(version, { process, orderReference }, number), ...replies.map((reply) => reply(number))] }
}
