import { err, ok, type Result } from '#shared/result.ts'
import { HKEND1 } from '#main/connectors/fints/segments/dialog.ts'
import type { RawSegment } from '#main/connectors/fints/syntax/wire.ts'
import { refusal, say, type Answer, type Refusal } from './answer.ts'
import { askCustomer, handInFault, settle, tanRequestIn, withoutTan, type TanRequest } from './approval.ts'
import { demandsTan, ORDER_VERSIONS } from './bank-parameters.ts'
import type { Customer, CustomerState } from './customers.ts'
import type { Dialog, Waiting } from './dialog.ts'
import type { DemoRandom } from './environment.ts'
import type { Chronicle } from './history/chronicle.ts'
import { permittedMethods } from './methods.ts'
import type { Desk } from './orders/order.ts'
import { ORDERS } from './orders/registry.ts'
import { find, type Request } from './request.ts'

/** What the bank around it lends to an order. */
export interface Counter {
  readonly nowMs: number
  readonly pageSize: number
  /** The TAN that is right, and the same where a challenge may tell it. */
  readonly tan: string
  readonly toldTan: string | null
  readonly options: { readonly random: DemoRandom }
  chronicle(): Chronicle
}

const REFERENCE_BYTES = 6

/** Something that nobody can guess: the id of a dialog, the reference of an order. */
export const orderReference = (random: DemoRandom): string => Array.from(random.bytes(REFERENCE_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()

export const newWaiting = ({ options, nowMs }: Counter, order: Pick<Waiting, 'order' | 'method' | 'run'>): Waiting =>
  ({ ...order, orderReference: orderReference(options.random), sinceMs: nowMs, polls: 0, lastPollMs: nowMs })

/** Answers a message inside a dialog: its end, a TAN, or one order with its HKTAN (HITANS: one order with a TAN per message). */
export function answerOrder(counter: Counter, dialog: Dialog, request: Request, state: CustomerState | null): Result<Answer, Refusal> {
  const [first, second, third] = request.segments
  if (first === undefined) return err(refusal(null, '9110', 'Unbekannter Aufbau', 'a message without orders'))
  if (first.type === 'HKEND') return end(dialog, request)
  if (dialog.owner === null || state === null) return err(refusal(null, '9120', 'Auftrag im anonymen Dialog nicht erlaubt', `${first.type} needs a login`))
  const { customer } = dialog.owner
  if (first.type === 'HKTAN') {
    if (second !== undefined) return err(refusal(null, '9120', 'Auftrag nicht erwartet', 'HKTAN 2 or S stands alone'))
    return bringProof(counter, dialog, request, { customer, state })
  }
  if (request.signer?.tan != null) return err(refusal(null, '9150', 'TAN nicht erlaubt', 'a TAN comes with HKTAN 2 only'))
  const stray = second !== undefined && second.type !== 'HKTAN' ? second : third
  if (stray !== undefined) return err(refusal(null, '9120', 'Auftrag nicht erwartet', `${stray.type} beside ${first.type}: one order per message`))
  return giveOrder(counter, dialog, request, customer, state)
}

function end(dialog: Dialog, { segments }: Request): Result<Answer, Refusal> {
  const [first, second] = segments
  if (second !== undefined) return err(refusal(null, '9120', 'Auftrag nicht erwartet', 'HKEND stands alone'))
  if (find(segments, HKEND1)?.dialogId !== dialog.id) return err(refusal(first?.number ?? null, '9210', 'Dialog-ID falsch', 'HKEND names another dialog', { element: '2', endsDialog: true }))
  return ok({ say: [say(null, '0100', 'Dialog beendet.')], segments: [] })
}

function bringProof(counter: Counter, dialog: Dialog, request: Request, { customer, state }: { readonly customer: Customer; readonly state: CustomerState }): Result<Answer, Refusal> {
  const tan = tanRequestIn(request.segments)
  if (tan === null) return err(refusal(null, '9110', 'Unbekannter Aufbau', 'HKTAN cannot be read'))
  const settled = settle(dialog, tan, { tan: request.signer?.tan?.reveal() ?? null, expected: counter.tan, nowMs: counter.nowMs, scenarios: customer.scenarios }, state)
  if (!settled.ok) return settled
  if (settled.value.completed?.order === 'HKIDN') dialog.isStrong = true
  return ok(settled.value.answer)
}

/** What an order must fulfil before anybody looks into it. */
function orderFault(dialog: Dialog, order: RawSegment, tan: TanRequest | null, customer: Customer): Refusal | null {
  const { number, type, version } = order
  if (dialog.waiting !== null && dialog.waiting.order === 'HKIDN') return refusal(number, '9120', 'Sicherheitsfreigabe der Anmeldung steht noch aus', 'the login waits for its TAN')
  if (dialog.method === null) return refusal(null, '9380', 'Ein-Schritt-Verfahren nicht zugelassen', 'a dialog in one step (999) only gets a system id')
  if (dialog.isMediaOnly !== (type === 'HKTAB') && dialog.isMediaOnly) return refusal(null, '9120', 'Auftrag nicht erwartet', 'the dialog was opened for HKTAB only')
  const wanted = demandsTan(type, customer.scenarios)
  if (wanted === null || type === 'HKTAN') return refusal(number, '9210', 'Auftragsart für PIN/TAN nicht zugelassen', `HIPINS does not list ${type}`)
  if (ORDER_VERSIONS[type]?.includes(version) !== true) return refusal(number, '9180', 'Segmentversion wird nicht akzeptiert', `${type} ${version} is not announced`)
  if (wanted && tan === null) return refusal(number, '9370', 'Anzahl Signaturen für diesen Auftrag unzureichend', `HIPINS says ${type}:J, so HKTAN goes along`)
  if (!wanted && tan !== null) return refusal(tan.segment.number, '9120', 'HKTAN nicht erwartet', `HIPINS says ${type}:N, so HKTAN does not go along`)
  return tan === null ? null : handInFault(tan, type, dialog.method)
}

function giveOrder(counter: Counter, dialog: Dialog, { segments }: Request, customer: Customer, state: CustomerState): Result<Answer, Refusal> {
  const [order] = segments
  const tan = tanRequestIn(segments)
  if (order === undefined) return err(refusal(null, '9110', 'Unbekannter Aufbau', 'a message without orders'))
  if (customer.scenarios.has('ends-dialog') && !state.happened.has('ends-dialog')) {
    state.happened.add('ends-dialog')
    return err(refusal(null, '9800', 'Der Dialog wurde vom Institut beendet.', 'scenario ends-dialog'))
  }
  const fault = orderFault(dialog, order, tan, customer)
  if (fault !== null) return err(fault)
  const desk: Desk = { customer, chronicle: counter.chronicle(), touchdowns: dialog.touchdowns, methods: permittedMethods(customer.scenarios), pageSize: counter.pageSize }
  const prepared = ORDERS[order.type]?.(desk, order)
  if (prepared === undefined) return err(refusal(order.number, '9210', 'Auftragsart für PIN/TAN nicht zugelassen', `${order.type} is not answered`))
  if (!prepared.ok) return prepared
  // A new order takes the place of one that still waited.
  dialog.waiting = null
  const { needsApproval, occasion, run } = prepared.value
  if (needsApproval && tan !== null && dialog.method !== null && mustApprove(dialog, customer)) {
    return ok(askCustomer(dialog, tan, newWaiting(counter, { order: order.type, method: dialog.method, run }), { occasion, scenarios: customer.scenarios, tan: counter.toldTan }))
  }
  const { say: words, replies } = run()
  const free = tan === null ? { say: [], segments: [] } : withoutTan(tan)
  return ok({ say: [...words.map((word) => ({ ...word, segment: order.number })), ...free.say], segments: [...free.segments, ...replies.map((reply) => reply(order.number))] })
}

const mustApprove = ({ isStrong }: Dialog, { scenarios }: Customer): boolean => !isStrong && !scenarios.has('no-tan')
