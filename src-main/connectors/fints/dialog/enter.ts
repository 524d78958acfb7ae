import { assert } from '#shared/result.ts'
import { has, refusalsIn } from '../message/feedback.ts'
import { pinError, refusalOf } from '../safety/refusal.ts'
import { forgetMethod } from '../state/knowledge.ts'
import { mediaIn, mediaRequest, type TanMedium } from '../tan/media.ts'
import { methodsOf, permittedMethods, type TanMethod } from '../tan/methods.ts'
import { challengeIn } from './approval.ts'
import { exchange } from './exchange.ts'
import { failed, type Hurdle } from './hurdle.ts'
import { askAnonymously, end, methodOf, ONE_STEP, openDialog, openInquiry, openSynchronisation, wantsNewSystemId, type Session } from './initialise.ts'

const UNSUPPORTED = failed({ kind: 'unsupported', what: 'operation' })
/** A bank may ask for one new system id, one new method and one new medium; then it contradicts itself. */
const ROUNDS_MAX = 4
/** What gateways answer to somebody who does not say who they are. */
const NOT_ANONYMOUS_STATUS = new Set([400, 401, 403, 500, 501])
/** Refusals that may mean the one step itself; whatever else is wrong is said again in two. */
const ONE_STEP_REFUSED = ['3920', '9075', '9110', '9120', '9361', '9955'] as const
const FILLER_MEDIUM = 'noref'

/** Goes through everything a bank wants before the first order. Null: the dialog is open. */
export async function enter(session: Session, signal: AbortSignal | undefined): Promise<Hurdle | null> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    if (session.dialog !== null && !session.dialog.isDead) return null
    const blocked = blockedPin(session)
    if (blocked !== null) return blocked
    if (session.pin === null) return failed({ kind: 'invalid_input', path: 'pin' })
    // SECURITY: a PIN that may have been refused unheard is not sent again before a person wants it to be.
    if (session.doubt !== null) return failed(session.doubt)
    forgetContradiction(session)
    const hurdle = await meetBank(session, signal)
      ?? await register(session, signal)
      ?? chooseMethod(session)
      ?? await registerStrongly(session, signal)
      ?? await chooseMedium(session, signal)
    if (hurdle !== null) return hurdle
    // A method can be withdrawn (3920) while its media are asked for.
    if (session.knowledge.method === null) continue
    const outcome = await logIn(session, signal)
    if (outcome !== 'again') return outcome
  }
  return failed({ kind: 'answer_unreadable' })
}

/** BPD before anything else, so that nothing is sent which the bank does not know. */
async function meetBank(session: Session, signal: AbortSignal | undefined): Promise<Hurdle | null> {
  const bootstrap = session.environment.bootstrap ?? 'auto'
  if (knowsBank(session) || bootstrap === 'personal') return null
  const reply = await askAnonymously(session, { signal })
  if (!reply.ok) return bootstrap === 'auto' && NOT_ANONYMOUS_STATUS.has(reply.error.httpStatus ?? 0) ? null : failed(reply.error.error)
  if (knowsBank(session)) return null
  const refusal = refusalOf(reply.value.feedback)
  // Some banks allow no anonymous access; an unregistered product is refused everywhere.
  if (bootstrap === 'anonymous' || has(reply.value.feedback, '9078')) return failed(refusal ?? { kind: 'answer_unreadable' })
  return null
}

/** Permitted methods that the bank does not describe: it has new ones, and told only half of it while it refused an old one. */
function forgetContradiction(session: Session): void {
  const { bank, permitted } = session.knowledge
  if (session.hasAskedAfresh || bank === null || permitted === null || permitted.includes(ONE_STEP)) return
  // A bank whose methods are all older than strong authentication lets its customers work in one step.
  if (methodsOf(bank).length === 0 || permittedMethods(bank, permitted).length > 0) return
  session.hasAskedAfresh = true
  session.knowledge.bank = null
  session.knowledge.permitted = null
  forgetMethod(session.knowledge)
}

/** A system id and the customer's methods, in one step (PIN/TAN B.4.3.1, B.8.2). */
async function register(session: Session, signal: AbortSignal | undefined): Promise<Hurdle | null> {
  const asksMethods = isRegistered(session) && session.knowledge.permitted === null && session.hasAskedAfresh
  if ((isRegistered(session) && !asksMethods) || session.refusesOneStep) return null
  const reply = await (asksMethods ? openInquiry(session, { signal }) : openSynchronisation(session, null, { signal }))
  if (!reply.ok) return lost(session, reply.error.error)
  const { feedback } = reply.value
  await leave(session, signal)
  if (blockedPin(session) !== null) return blockedPin(session)
  if (!knowsBank(session)) return failed(refusalOf(feedback) ?? { kind: 'answer_unreadable' })
  if (isRegistered(session)) return null
  const refusal = refusalOf(feedback)
  const asksForTwoSteps = has(feedback, ...ONE_STEP_REFUSED) || refusalsIn(feedback).every(({ code }) => code === '9800')
  if (refusal !== null && !asksForTwoSteps) return failed(refusal)
  session.refusesOneStep = true
  return null
}

const knowsBank = ({ knowledge }: Session): boolean => knowledge.bank !== null
const isRegistered = ({ knowledge }: Session): boolean => knowledge.systemId !== null
const blockedPin = ({ knowledge }: Session): Hurdle | null => (knowledge.pinRefused === null ? null : failed(pinError(knowledge.pinRefused)))

function chooseMethod({ knowledge }: Session): Hurdle | null {
  const { bank, permitted, method } = knowledge
  if (bank === null) return failed({ kind: 'answer_unreadable' })
  if (method === ONE_STEP) return null
  const methods = permittedMethods(bank, permitted ?? [])
  if (methods.some((known) => known.function === method)) return null
  knowledge.medium = null
  const [first] = methods
  if (first === undefined) {
    if (permitted?.includes(ONE_STEP) !== true && methodsOf(bank).length > 0) return UNSUPPORTED
    knowledge.method = ONE_STEP
    return null
  }
  knowledge.method = methods.length === 1 ? first.function : null
  return methods.length === 1 ? null : { kind: 'choose-method', methods }
}

/** The same synchronisation with strong authentication, for banks that refuse it in one step. */
async function registerStrongly(session: Session, signal: AbortSignal | undefined): Promise<Hurdle | null> {
  const method = methodOf(session)
  if (isRegistered(session)) return null
  if (method === null) return UNSUPPORTED
  if (method.needsMedium && session.knowledge.medium === null) {
    // A dialog for the media would need the system id, so a filler stands for the name first; banks that dislike it tell the media.
    const filled = await synchroniseWith(session, method, FILLER_MEDIUM, signal)
    if (filled?.kind !== 'error' || filled.error.kind !== 'bank_rejected') return filled
  }
  return await chooseMedium(session, signal) ?? await synchroniseWith(session, method, session.knowledge.medium, signal)
}

async function synchroniseWith(session: Session, method: TanMethod, medium: string | null, signal: AbortSignal | undefined): Promise<Hurdle | null> {
  const reply = await openSynchronisation(session, method, { signal }, medium)
  if (!reply.ok) return lost(session, reply.error.error)
  const refusal = refusalOf(reply.value.feedback)
  if (refusal !== null) {
    await leave(session, signal)
    return failed(refusal)
  }
  const challenge = challengeIn(reply.value, method, { purpose: 'login', order: 'HKSYN' })
  if (challenge !== null && !isRegistered(session)) return { kind: 'challenge', challenge, method }
  await leave(session, signal)
  return isRegistered(session) ? null : failed({ kind: 'answer_unreadable' })
}

async function chooseMedium(session: Session, signal: AbortSignal | undefined): Promise<Hurdle | null> {
  const method = methodOf(session)
  if (method === null || !method.needsMedium || session.knowledge.medium !== null) return null
  const media = await fetchMedia(session, method, signal)
  if (!Array.isArray(media)) return media
  if (session.knowledge.method !== method.function) return null
  const active = media.filter(({ isActive }) => isActive)
  const [only] = active
  if (active.length === 1 && only !== undefined) {
    session.knowledge.medium = only.name
    return null
  }
  return { kind: 'choose-medium', method, media: active.length > 0 ? active : media }
}

/** Media are asked for in a dialog of their own, without strong authentication (PIN/TAN B.4.3.1.3). */
async function fetchMedia(session: Session, method: TanMethod, signal: AbortSignal | undefined): Promise<TanMedium[] | Hurdle> {
  const request = session.knowledge.bank === null ? null : mediaRequest(session.knowledge.bank)
  if (request === null) return []
  for (const filler of [FILLER_MEDIUM, null]) {
    if (session.knowledge.method !== method.function) return []
    const opened = await openDialog(session, 'HKTAB', filler, { signal })
    if (!opened.ok) return lost(session, opened.error.error)
    const blocked = blockedPin(session)
    if (blocked !== null) return blocked
    const isFree = challengeIn(opened.value, method, { purpose: 'login', order: 'HKTAB' }) === null
    const isOpen = isFree && session.dialog?.isDead === false && refusalOf(opened.value.feedback) === null
    assert(session.dialog !== null, 'a dialog was just opened')
    const reply = isOpen ? await exchange(session, session.dialog, [request], { repeat: 'always', signal }) : null
    await leave(session, signal)
    const refused = blockedPin(session)
    if (refused !== null) return refused
    if (reply?.ok === true && refusalOf(reply.value.feedback) === null) return [...mediaIn(reply.value.segments)]
  }
  return []
}

async function logIn(session: Session, signal: AbortSignal | undefined): Promise<Hurdle | 'again' | null> {
  const { knowledge } = session
  const chosen = knowledge.method
  const reply = await openDialog(session, 'HKIDN', knowledge.medium, { signal })
  if (!reply.ok) return lost(session, reply.error.error)
  const blocked = blockedPin(session)
  if (blocked !== null) return blocked
  const refusal = refusalOf(reply.value.feedback)
  if (refusal === null) return await opened(session, reply.value, signal)
  await leave(session, signal)
  if (wantsNewSystemId(reply.value) && knowledge.systemId !== null) {
    knowledge.systemId = null
    return 'again'
  }
  if (knowledge.method !== chosen) return 'again'
  if (has(reply.value.feedback, '9955', '9962') && knowledge.medium !== null) {
    knowledge.medium = null
    return 'again'
  }
  return failed(refusal)
}

async function opened(session: Session, reply: Parameters<typeof challengeIn>[0], signal: AbortSignal | undefined): Promise<Hurdle | null> {
  const method = methodOf(session)
  const challenge = method === null ? null : challengeIn(reply, method, { purpose: 'login', order: 'HKIDN' })
  if (method !== null && challenge !== null) return { kind: 'challenge', challenge, method }
  if (session.dialog?.isDead !== false) {
    await leave(session, signal)
    return failed({ kind: 'bank_rejected', code: '0100', message: reply.feedback.map(({ text }) => text).join(' ') })
  }
  return null
}

/** An answer is lost: the dialog with it. */
function lost(session: Session, error: Parameters<typeof failed>[0]): Hurdle {
  session.dialog = null
  return failed(error)
}

async function leave(session: Session, signal: AbortSignal | undefined): Promise<void> {
  if (session.dialog !== null) await end(session, session.dialog, signal)
  session.dialog = null
}
