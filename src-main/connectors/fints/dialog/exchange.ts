import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { localDate } from '#shared/dates.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { fromBody, toBody } from '../message/carrier.ts'
import type { Gazette } from '../message/gazette.ts'
import { feedbackOf, has, refusalsIn, type Feedback } from '../message/feedback.ts'
import { openMessage, writePlain, writeSigned, type Draft, type OpenMessage } from '../message/message.ts'
import { traceOf } from '../message/trace.ts'
import { transportError } from '../../transport.ts'
import { endsDialog, refusesPin } from '../safety/refusal.ts'
import { learn, type Knowledge } from '../state/knowledge.ts'
import type { RawSegment } from '../syntax/wire.ts'
import type { FintsBank, FintsEnvironment, FintsLogin } from '../types.ts'

/** One conversation with a bank. Plain data: it can be stored and continued elsewhere. */
export interface Dialog {
  id: string
  nextMessage: number
  /** Sicherheitsfunktion of every signature in it; null is the anonymous dialog. */
  readonly function: string | null
  readonly systemId: string
  /** The bank has ended it, or an answer is lost: its id is never used again. */
  isDead: boolean
}

export interface Connection {
  readonly bank: FintsBank
  readonly login: FintsLogin
  readonly environment: FintsEnvironment
  readonly knowledge: Knowledge
  readonly gazette: Gazette
  pin: Secret | null
  /** The bank has accepted this PIN, so that sending it again cannot be a second failure. */
  isPinProven: boolean
  /** Why a message with an unproven PIN got no answer: if the PIN is wrong, the bank has counted it already. */
  doubt: AppError | null
  /** The last answer, as it came. */
  lastAnswer: Uint8Array | null
}

export interface Reply {
  readonly segments: readonly RawSegment[]
  readonly feedback: readonly Feedback[]
}

export interface Lost {
  readonly error: AppError
  /** The bank may have worked on it; only what changes nothing may be done again. */
  readonly mayHaveArrived: boolean
  /** Of the HTTP answer, where that was all there was. */
  readonly httpStatus?: number | null
}

/**
 * `always` only reads: twice is the same as once. `if-busy` carries a PIN that is not proven: it is repeated where the
 * bank says it did not take the message (503). `never` carries a TAN.
 */
export type Repeat = 'always' | 'if-busy' | 'never'

export interface Sending {
  readonly tan?: Secret | undefined
  readonly repeat: Repeat
  /** Told before the same message goes out again. */
  readonly onRepeat?: (() => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const RETRY_SECONDS = [1, 4] as const
const RETRY_AFTER_MAX_SECONDS = 30
const BUSY_STATUS = new Set([429, 503])
const RETRY_STATUS = new Set([429, 500, 502, 503, 504])

export const newDialog = (method: string | null, systemId: string): Dialog => ({ id: '0', nextMessage: 1, function: method, systemId, isDead: false })

/** Sends one message and reads its answer. Whatever the answer teaches about bank and customer is learned here. */
export async function exchange(connection: Connection, dialog: Dialog, drafts: readonly Draft[], sending: Sending): Promise<Result<Reply, Lost>> {
  const number = dialog.nextMessage
  const message = write(connection, dialog, drafts, sending.tan)
  connection.environment.trace?.(traceOf('sent', message))
  const body = await post(connection, toBody(message), sending)
  if (!body.ok) {
    dialog.isDead ||= body.error.mayHaveArrived
    if (body.error.mayHaveArrived) doubt(connection, dialog, body.error.error)
    return body
  }
  const answer = fromBody(body.value)
  connection.environment.trace?.(traceOf('received', answer))
  const opened = openMessage(answer)
  // The first answer of a dialog bears an id that nobody knows yet; only its sameness betrays one that came twice.
  const isEcho = dialog.id === '0' && connection.lastAnswer !== null && Buffer.compare(connection.lastAnswer, answer) === 0
  connection.lastAnswer = answer
  if (!opened.ok || !answersTo(opened.value, dialog, number) || (isEcho && refusalsIn(feedbackOf(opened.value.segments)).length === 0)) {
    dialog.isDead = true
    doubt(connection, dialog, { kind: 'answer_unreadable' })
    return err({ error: { kind: 'answer_unreadable' }, mayHaveArrived: true })
  }
  return ok(receive(connection, dialog, opened.value))
}

function doubt(connection: Connection, dialog: Dialog, error: AppError): void {
  if (dialog.function !== null && !connection.isPinProven) connection.doubt = error
}

function write(connection: Connection, dialog: Dialog, drafts: readonly Draft[], tan: Secret | undefined): Uint8Array {
  const { bank, login, environment, pin } = connection
  const header = { dialogId: dialog.id, messageNumber: dialog.nextMessage }
  if (dialog.function === null) return writePlain(header, drafts)
  const now = environment.clock.now()
  return writeSigned(header, {
    bank: { country: bank.country, bankCode: bank.bankCode },
    userId: login.userId,
    systemId: dialog.systemId,
    function: dialog.function,
    party: '1',
    reference: referenceFrom(environment.random.bytes(4)),
    // Documentary only (Formals B.3.5).
    date: localDate(now.slice(0, 10)),
    time: now.slice(11, 19),
    pin: pin ?? undefined,
    tan,
  }, drafts)
}

const referenceFrom = (bytes: Uint8Array): string => String(bytes.reduce((total, byte) => (total * 256 + byte) % 9_000_000, 0) + 1_000_000)

async function post(connection: Connection, body: Uint8Array, { repeat, onRepeat, signal }: Sending): Promise<Result<Uint8Array, Lost>> {
  const { post: send, timer } = connection.environment
  for (let attempt = 0; ; attempt += 1) {
    try {
      return ok(await send(connection.bank.url, body, signal))
    }
    catch (error) {
      if (!(error instanceof HttpFailure)) throw error
      const pause = RETRY_SECONDS[attempt]
      const seconds = Math.max(pause ?? 0, error.retryAfterSeconds ?? 0)
      const lost = err({ error: transportError(error, connection.bank.url), mayHaveArrived: error.mayHaveArrived, httpStatus: error.status })
      if (pause === undefined || seconds > RETRY_AFTER_MAX_SECONDS || !mayRepeat(error, repeat)) return lost
      if (!(await rest(timer, seconds, signal))) return err({ error: { kind: 'cancelled' }, mayHaveArrived: error.mayHaveArrived })
      onRepeat?.()
    }
  }
}

/** What never reached the bank may always be sent again. */
function mayRepeat(failure: HttpFailure, repeat: Repeat): boolean {
  switch (failure.reason) {
    case 'refused': return true
    case 'reset': return repeat === 'always' || !failure.mayHaveArrived
    case 'timeout': return repeat === 'always'
    case 'status': return (repeat === 'always' && RETRY_STATUS.has(failure.status ?? 0)) || (repeat === 'if-busy' && BUSY_STATUS.has(failure.status ?? 0))
    default: return false
  }
}

/** Waits; false where the person cancelled meanwhile. */
export async function rest(timer: FintsEnvironment['timer'], seconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await timer.wait(seconds * 1000, signal)
    return true
  }
  catch (error) {
    if (signal?.aborted === true) return false
    throw error
  }
}

/** An answer to another message is a late or doubled one. A bank that aborts may not know the number (Formals B.7.6). */
function answersTo({ header, segments }: OpenMessage, dialog: Dialog, number: number): boolean {
  if (refusalsIn(feedbackOf(segments)).length > 0) return true
  const answered = header.answers?.messageNumber ?? header.messageNumber
  return answered === number && (dialog.id === '0' || header.dialogId === dialog.id || !isRealId(header.dialogId) || has(feedbackOf(segments), '0100'))
}

const isRealId = (id: string): boolean => id !== '' && id !== '0' && !/^unbekannt$/i.test(id)

function receive(connection: Connection, dialog: Dialog, { header, segments }: OpenMessage): Reply {
  const feedback = feedbackOf(segments)
  if (dialog.id === '0' && isRealId(header.dialogId)) dialog.id = header.dialogId
  dialog.nextMessage += 1
  if (endsDialog(feedback)) dialog.isDead = true
  learn(connection.knowledge, segments, feedback)
  connection.gazette.take(segments, feedback)
  const refusal = dialog.function === null ? undefined : refusesPin(feedback)
  if (refusal !== undefined) {
    // SECURITY: a refused PIN is forgotten at once and never sent again.
    connection.knowledge.pinRefused = { code: refusal.code, text: refusal.text, parameters: refusal.parameters }
    connection.pin = null
    connection.isPinProven = false
    dialog.isDead = true
  }
  else if (dialog.function !== null && refusalsIn(feedback).length === 0) connection.isPinProven = true
  return { segments, feedback }
}
