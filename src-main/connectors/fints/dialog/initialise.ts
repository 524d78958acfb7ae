import { assert } from '#shared/result.ts'
import { draft, type Draft } from '../message/message.ts'
import { has } from '../message/feedback.ts'
import { HKEND1, HKIDN2, HKSYN3, HKVVB3 } from '../segments/dialog.ts'
import { HKTAN6 } from '../segments/tan.ts'
import { methodsOf, type TanMethod } from '../tan/methods.ts'
import { handIn } from './approval.ts'
import { exchange, newDialog, type Connection, type Dialog, type Reply, type Sending } from './exchange.ts'

/** A login with its dialog, if one is open. */
export interface Session extends Connection {
  dialog: Dialog | null
  /** The bank wants strong authentication even for a new system id. */
  refusesOneStep: boolean
  /** Parameters and methods were asked for again, because they no longer fit together. */
  hasAskedAfresh: boolean
}

export const ONE_STEP = '999'
const ANONYMOUS_CUSTOMER = '9999999999'
const NO_SYSTEM_ID = '0'
/** 1 is German; the bank's texts are for its customers. */
const LANGUAGE = 1

function identification({ bank, login }: Connection, systemId: string | null, isAnonymous = false): Draft {
  return draft(HKIDN2, {
    bank: { country: bank.country, bankCode: bank.bankCode },
    customerId: isAnonymous ? ANONYMOUS_CUSTOMER : login.customerId,
    systemId: systemId ?? NO_SYSTEM_ID,
    systemIdStatus: isAnonymous ? '0' : '1',
  })
}

function preparation({ knowledge, environment }: Connection, isAnonymous = false): Draft {
  return draft(HKVVB3, {
    bpdVersion: knowledge.bank === null || knowledge.bank.isForStrangers ? 0 : knowledge.bank.version,
    updVersion: isAnonymous ? 0 : knowledge.user?.version ?? 0,
    language: isAnonymous ? 0 : LANGUAGE,
    productId: environment.product.id,
    productVersion: environment.product.version,
  })
}

/** The method of the open dialog, else the chosen one; null where the customer works in one step. */
export function methodOf({ knowledge, dialog }: Session): TanMethod | null {
  const code = dialog?.isDead === false ? dialog.function : knowledge.method
  return knowledge.bank === null ? null : methodsOf(knowledge.bank).find((method) => method.function === code) ?? null
}

/** Fetches the BPD without a login (Formals C.5.1). HKTAN shows the bank that Kontor can do strong authentication. */
export async function askAnonymously(session: Session, sending: Pick<Sending, 'signal'>): Promise<Awaited<ReturnType<typeof exchange>>> {
  const dialog = newDialog(null, NO_SYSTEM_ID)
  const capability = draft(HKTAN6, { process: '4', order: 'HKIDN' })
  const reply = await exchange(session, dialog, [identification(session, null, true), preparation(session, true), capability], { ...sending, repeat: 'always' })
  if (reply.ok) await end(session, dialog)
  return reply
}

/** Asks for a system id (Formals C.8). Without a method this is the one dialog that runs in one step (PIN/TAN B.4.3.1). */
export async function openSynchronisation(session: Session, method: TanMethod | null, sending: Pick<Sending, 'signal'>, medium: string | null = null): Promise<Awaited<ReturnType<typeof exchange>>> {
  const dialog = newDialog(method?.function ?? ONE_STEP, NO_SYSTEM_ID)
  const strong = method === null ? [] : [handIn(method, 'HKIDN', medium)]
  const drafts = [identification(session, null), preparation(session), ...strong, draft(HKSYN3, { mode: '0' })]
  session.dialog = dialog
  return await exchange(session, dialog, drafts, { ...sending, repeat: session.isPinProven ? 'always' : 'if-busy' })
}

/** Asks for the permitted methods (3920) in one step, on a computer that the bank knows already (PIN/TAN B.8.2). */
export async function openInquiry(session: Session, sending: Pick<Sending, 'signal'>): Promise<Awaited<ReturnType<typeof exchange>>> {
  const { knowledge } = session
  const dialog = newDialog(ONE_STEP, knowledge.systemId ?? NO_SYSTEM_ID)
  session.dialog = dialog
  return await exchange(session, dialog, [identification(session, knowledge.systemId), preparation(session)], { ...sending, repeat: session.isPinProven ? 'always' : 'if-busy' })
}

/** Opens the dialog for orders; `order` is HKIDN, or HKTAB where only the media are asked for (PIN/TAN B.4.3.1.3). */
export async function openDialog(session: Session, order: string, medium: string | null, sending: Pick<Sending, 'signal'>): Promise<Awaited<ReturnType<typeof exchange>>> {
  const { knowledge } = session
  assert(knowledge.method !== null, 'a dialog needs a method')
  const method = methodOf(session)
  const dialog = newDialog(knowledge.method, knowledge.systemId ?? NO_SYSTEM_ID)
  const strong = method === null ? [] : [handIn(method, order, medium)]
  session.dialog = dialog
  const drafts = [identification(session, knowledge.systemId), preparation(session), ...strong]
  return await exchange(session, dialog, drafts, { ...sending, repeat: session.isPinProven ? 'always' : 'if-busy' })
}

/** Says goodbye. A bank that does not answer has lost nothing; a dialog the bank ended is left alone (Formals C.1.2). */
export async function end(session: Session, dialog: Dialog, signal?: AbortSignal): Promise<void> {
  if (session.dialog === dialog) session.dialog = null
  if (dialog.isDead || dialog.id === '0' || (dialog.function !== null && session.pin === null)) return
  await exchange(session, dialog, [draft(HKEND1, { dialogId: dialog.id })], { repeat: 'never', signal })
  dialog.isDead = true
}

/** The bank has forgotten this computer, or its id has grown old (Formals C.8). */
export const wantsNewSystemId = ({ feedback }: Reply): boolean =>
  has(feedback, '9391') || feedback.some(({ code, text }) => code === '9210' && /kundensystem/i.test(text))
