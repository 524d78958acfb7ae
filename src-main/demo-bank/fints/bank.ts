import { localDate } from '#shared/dates.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { toBody } from '#main/connectors/fints/message/carrier.ts'
import { writePlain, writeSigned } from '#main/connectors/fints/message/message.ts'
import { draftsOf, refusal, refused, say, type Answer, type Refusal } from './answer.ts'
import { askCustomer, withoutTan } from './approval.ts'
import { BANK_ID } from './bank-identity.ts'
import { findCustomer, newCustomerState, userIdsOf, type Customer, type CustomerState } from './customers.ts'
import { DEMO_TAN } from './challenge.ts'
import { openDialog, type Dialog } from './dialog.ts'
import type { DemoClock, DemoRandom } from './environment.ts'
import { chronicleOf, type Chronicle } from './history/chronicle.ts'
import { accountsFor, anonymousAnswer, checkEntry, greeting, readOpening, synchronised } from './login.ts'
import { answerOrder, newWaiting, orderReference, type Counter } from './ordering.ts'
import { FINTS_PERSONAS, type FintsPersonaId } from './personas/index.ts'
import type { FintsPersona } from './personas/persona.ts'
import { readRequest, type Request, type Signer } from './request.ts'
import type { ScenarioName } from './scenario.ts'
import { newSystemId } from './system-ids.ts'

export interface DemoBankOptions {
  /** One of the bank's own, or somebody like them (`findPersona`). */
  readonly persona: FintsPersonaId | FintsPersona
  readonly clock: DemoClock
  readonly random: DemoRandom
  readonly scenario?: ScenarioName | readonly ScenarioName[] | undefined
  /** Told of every refusal, with a reason for whoever writes the other program. */
  readonly onRefusal?: ((refused: RefusalReport) => void) | undefined
  /** Entries per page of statements. */
  readonly pageSize?: number | undefined
  /** Secrets that only a test knows, so that it can look for them everywhere; challenges then do not tell the TAN. */
  readonly secrets?: { readonly pin: string; readonly tan: string } | undefined
  /** Puts words into the bank's mouth, message by message. */
  readonly interfere?: (() => Interference | null) | undefined
}

/** A code out of turn: beside what the bank does anyway, in its place, or as the end of the dialog. */
export interface Interference { readonly how: 'beside' | 'instead' | 'ending'; readonly code: string; readonly parameters?: readonly string[] }

export interface RefusalReport { readonly code: string; readonly reason: string; readonly segment: number | null; readonly user: string | null }

/** What the bank does with a message: an answer, at once or drop by drop, or HTTP 503. */
export type Reply = { readonly kind: 'answer'; readonly body: Uint8Array; readonly isSlow: boolean } | { readonly kind: 'busy' }

/** Thrown by `post` where a server would answer 503. */
export class DemoBankBusy extends Error {}

export interface DemoBank {
  /** One message there, one back, as Base64: what an HTTP POST would carry. Throws DemoBankBusy. */
  post(body: Uint8Array): Promise<Uint8Array>
  /** The same, telling a server how to behave. */
  reply(body: Uint8Array): Reply
  readonly users: readonly { readonly user: string; readonly pin: string; readonly tan: string }[]
}

/** A FinTS 3.0 bank in this process. Everything it knows is in this object; its customers' past is a pure function of persona and day. */
export function createDemoBank(options: DemoBankOptions): DemoBank {
  const counter = new Counterhall(options)
  const { persona } = counter
  return {
    reply: (body) => counter.serve(body),
    post: (body) => {
      const reply = counter.serve(body)
      return reply.kind === 'busy' ? Promise.reject(new DemoBankBusy('503')) : Promise.resolve(reply.body)
    },
    users: userIdsOf(persona).map((user) => ({ user, pin: options.secrets?.pin ?? persona.pin, tan: options.secrets?.tan ?? DEMO_TAN })),
  }
}

const IDLE_MS = 10 * 60_000
const DIALOGS_MAX = 200
const WRONG_PINS_MAX = 3
const PAGE_SIZE = 100
const NO_DIALOG = '0'
/** Of four messages the second and third find the bank busy. */
const BUSY_CYCLE = 4
const CUT_BYTES = 60

/** How a message was dealt with. */
interface Handled { readonly answer: Answer; readonly dialogId: string | null; readonly isOrder: boolean }

class Counterhall implements Counter {
  readonly options: DemoBankOptions
  readonly persona: FintsPersona
  readonly pageSize: number
  readonly #scenarios: ReadonlySet<ScenarioName>
  readonly #dialogs = new Map<string, Dialog>()
  readonly #states = new Map<string, CustomerState>()

  constructor(options: DemoBankOptions) {
    this.options = options
    this.persona = typeof options.persona === 'string' ? FINTS_PERSONAS[options.persona] : options.persona
    this.pageSize = options.pageSize ?? PAGE_SIZE
    const { scenario = [] } = options
    this.#scenarios = new Set(typeof scenario === 'string' ? [scenario] : scenario)
  }

  get nowMs(): number {
    return this.options.clock.monotonicMs()
  }

  get tan(): string {
    return this.options.secrets?.tan ?? DEMO_TAN
  }

  /** A TAN is told in its own challenge, unless a test looks for it. */
  get toldTan(): string | null {
    return this.options.secrets === undefined ? DEMO_TAN : null
  }

  /** The history as of today; a new day makes a new one. */
  chronicle(): Chronicle {
    return chronicleOf(this.persona, this.options.clock.today())
  }

  serve(body: Uint8Array): Reply {
    const request = readRequest(body)
    if (!request.ok) return this.#send(null, refused(this.#report(request.error, null)), null)
    const customer = request.value.signer === null ? null : findCustomer(request.value.signer.userId, this.persona, this.#scenarios)
    const scenarios = customer?.scenarios ?? this.#scenarios
    const state = customer === null ? null : this.#stateOf(customer)
    if (state !== null) state.messages += 1
    if (scenarios.has('busy') && state !== null && [2, 3].includes(state.messages % BUSY_CYCLE)) return { kind: 'busy' }
    const handled = this.#handle(request.value, customer, state)
    const reply = this.#send(request.value, handled.answer, handled.dialogId, scenarios.has('drip'))
    if (!scenarios.has('truncated') || !handled.isOrder || state === null || state.happened.has('truncated') || reply.kind === 'busy') return reply
    state.happened.add('truncated')
    return { ...reply, body: reply.body.subarray(0, Math.max(4, reply.body.length - CUT_BYTES)) }
  }

  #stateOf({ userId, scenarios }: Customer): CustomerState {
    const known = this.#states.get(userId)
    if (known !== undefined) return known
    const state = newCustomerState()
    state.isLocked = scenarios.has('locked')
    this.#states.set(userId, state)
    return state
  }

  #report(refusal: Refusal, user: string | null): Refusal {
    this.options.onRefusal?.({ code: refusal.code, reason: refusal.reason, segment: refusal.segment, user })
    return refusal
  }

  #handle(request: Request, customer: Customer | null, state: CustomerState | null): Handled {
    const { dialogId, signer } = request
    const user = signer?.userId ?? null
    const blocked = this.#pinFault(signer, customer, state)
    if (blocked !== null) {
      this.#dialogs.delete(dialogId)
      return { answer: refused(this.#report(blocked, user)), dialogId: null, isOrder: false }
    }
    const interference = this.options.interfere?.() ?? null
    if (interference !== null) return this.#interrupted(interference, request, customer, state)
    return this.#attend(request, customer, state)
  }

  /** What a test lets the bank say, instead of what it would or beside it. */
  #interrupted({ how, code, parameters = [] }: Interference, request: Request, customer: Customer | null, state: CustomerState | null): Handled {
    const text = 'Auf Wunsch eines Tests.'
    if (how === 'beside') {
      const handled = this.#attend(request, customer, state)
      return { ...handled, answer: { ...handled.answer, say: [...handled.answer.say, say(request.segments[0]?.number ?? null, code, text, ...parameters)] } }
    }
    const isOpening = request.dialogId === NO_DIALOG
    const dialog = isOpening ? null : this.#resume(request)
    if (how === 'ending' || dialog?.ok === false) this.#dialogs.delete(request.dialogId)
    const words = refusal(how === 'ending' ? null : request.segments[0]?.number ?? null, code, text, `a test wants ${code}`)
    return { answer: refused(words), dialogId: isOpening ? null : request.dialogId, isOrder: false }
  }

  #attend(request: Request, customer: Customer | null, state: CustomerState | null): Handled {
    const { dialogId, signer } = request
    const user = signer?.userId ?? null
    if (dialogId === NO_DIALOG) {
      const opened = this.#open(request, customer, state)
      return opened.ok ? { ...opened.value, isOrder: false } : { answer: refused(this.#report(opened.error, user)), dialogId: null, isOrder: false }
    }
    const dialog = this.#resume(request)
    if (!dialog.ok) return { answer: refused(this.#report(dialog.error, user)), dialogId, isOrder: false }
    const answer = answerOrder(this, dialog.value, request, state)
    if (!answer.ok) {
      if (answer.error.endsDialog) this.#dialogs.delete(dialogId)
      return { answer: refused(this.#report(answer.error, user)), dialogId, isOrder: true }
    }
    if (answer.value.say.some(({ code }) => code === '0100')) this.#dialogs.delete(dialogId)
    return { answer: answer.value, dialogId, isOrder: request.segments.some(({ type }) => type !== 'HKEND') }
  }

  /** The PIN is checked before anything else; three wrong ones block the access. */
  #pinFault(signer: Signer | null, customer: Customer | null, state: CustomerState | null): Refusal | null {
    if (signer === null) return null
    if (customer === null || state === null) return refusal(null, '9942', 'Anmeldename oder PIN falsch.', `nobody is called ${signer.userId}`)
    if (state.isLocked) return refusal(null, '9931', 'Teilnehmersperre: Ihr Zugang ist gesperrt.', 'the access is blocked')
    if (signer.pin.reveal() === (this.options.secrets?.pin ?? customer.persona.pin)) {
      state.wrongPins = 0
      return null
    }
    state.wrongPins += 1
    const left = WRONG_PINS_MAX - state.wrongPins
    if (left > 0) return refusal(null, '9942', `PIN ungültig. Noch ${left} ${left === 1 ? 'Versuch' : 'Versuche'}.`, 'wrong PIN')
    state.isLocked = true
    return refusal(null, '9931', 'Teilnehmersperre durchgeführt: drei falsche PINs.', 'three wrong PINs')
  }

  #open(request: Request, customer: Customer | null, state: CustomerState | null): Result<{ readonly answer: Answer; readonly dialogId: string }, Refusal> {
    const { signer } = request
    const scenarios = customer?.scenarios ?? this.#scenarios
    if (request.messageNumber !== 1) return err(refusal(null, '9120', 'Nachrichtennummer nicht erwartet', `the first message of a dialog has number 1, not ${request.messageNumber}`))
    const opening = readOpening(request, scenarios)
    if (!opening.ok) return opening
    const id = orderReference(this.options.random)
    if (signer === null || customer === null || state === null) {
      const answer = anonymousAnswer(opening.value, scenarios)
      if (!answer.ok) return answer
      this.#keep(openDialog({ id, owner: null, systemIds: [], method: null, isMediaOnly: false }, this.nowMs))
      return ok({ answer: answer.value, dialogId: id })
    }
    const entry = checkEntry(opening.value, signer, customer, state)
    if (!entry.ok) return entry
    const { method, isMediaOnly, needsApproval } = entry.value
    const { tan, wantsSystemId } = opening.value
    const newId = wantsSystemId ? newSystemId(customer.userId, this.options.random) : null
    const systemIds = newId === null ? [signer.systemId] : [signer.systemId, newId]
    const dialog = this.#keep(openDialog({ id, owner: { customer, signer }, systemIds, method, isMediaOnly }, this.nowMs))
    const welcome = greeting(opening.value, customer)
    const synchronisation = synchronised(opening.value, newId)
    if (method === null || tan === null) return ok({ answer: join(welcome, synchronisation), dialogId: id })
    const accounts = accountsFor(opening.value, customer)
    if (needsApproval) {
      const waiting = newWaiting(this, { order: 'HKIDN', method, run: () => ({ say: accounts.say, replies: accounts.replies }) })
      return ok({ answer: join(welcome, synchronisation, askCustomer(dialog, tan, waiting, { occasion: 'Anmeldung', scenarios, tan: this.toldTan })), dialogId: id })
    }
    const { preparation } = opening.value.numbers
    const news = isMediaOnly ? { say: [], segments: [] } : { say: accounts.say.map((word) => ({ ...word, segment: preparation })), segments: accounts.replies.map((reply) => reply(preparation)) }
    return ok({ answer: join(welcome, news, synchronisation, withoutTan(tan)), dialogId: id })
  }

  #keep(dialog: Dialog): Dialog {
    for (const [id, { lastSeenMs }] of this.#dialogs) {
      if (this.nowMs - lastSeenMs > IDLE_MS || this.#dialogs.size >= DIALOGS_MAX) this.#dialogs.delete(id)
    }
    this.#dialogs.set(dialog.id, dialog)
    return dialog
  }

  /** The dialog that a message belongs to, if it still stands and the message is the next one. */
  #resume({ dialogId, messageNumber, signer }: Request): Result<Dialog, Refusal> {
    const dialog = this.#dialogs.get(dialogId)
    if (dialog === undefined || this.nowMs - dialog.lastSeenMs > IDLE_MS) return err(refusal(null, '9010', 'Dialog unbekannt oder beendet', 'no such dialog: it was ended, or stood idle for ten minutes'))
    const fault = this.#mismatch(dialog, messageNumber, signer)
    if (fault !== null) {
      this.#dialogs.delete(dialogId)
      return err(fault)
    }
    dialog.nextMessage += 1
    dialog.lastSeenMs = this.nowMs
    return ok(dialog)
  }

  #mismatch({ nextMessage, owner, systemIds }: Dialog, messageNumber: number, signer: Signer | null): Refusal | null {
    if (messageNumber !== nextMessage) return refusal(null, '9120', 'Nachrichtennummer nicht erwartet', `message ${messageNumber} instead of ${nextMessage}`)
    if (owner === null) return signer === null ? null : refusal(null, '9190', 'Signatur nicht erwartet', 'the dialog is anonymous')
    if (signer === null) return refusal(null, '9190', 'Signatur fehlt', 'the dialog is signed')
    const { userId, function: method } = owner.signer
    if (signer.userId !== userId || !systemIds.includes(signer.systemId)) return refusal(null, '9210', 'Benutzer oder Kundensystem gewechselt', 'login name and system id stay the same throughout a dialog')
    return signer.function === method ? null : refusal(null, '9957', 'Wechsel des Sicherheitsverfahrens nicht erlaubt', `function ${signer.function} in a dialog of ${method}`)
  }

  /** Writes the answer in the manner of the question: signed to whoever signed. */
  #send(request: Request | null, answer: Answer, dialogId: string | null, isSlow = false): Reply {
    const messageNumber = request?.messageNumber ?? 1
    const header = { dialogId: dialogId ?? NO_DIALOG, messageNumber, answers: { dialogId: dialogId ?? NO_DIALOG, messageNumber } }
    const drafts = draftsOf(answer)
    const now = this.options.clock.now()
    const signer = request?.signer ?? null
    const bytes = signer === null
      ? writePlain(header, drafts)
      : writeSigned(header, { bank: BANK_ID, userId: signer.userId, systemId: signer.systemId, function: signer.function, party: '2', reference: '1', date: localDate(now.slice(0, 10)), time: now.slice(11, 19) }, drafts)
    return { kind: 'answer', body: toBody(bytes), isSlow }
  }
}

function join(...answers: readonly Answer[]): Answer {
  return { say: answers.flatMap((answer) => answer.say), segments: answers.flatMap((answer) => answer.segments) }
}
