import type { AppError } from '#shared/errors.ts'
import { assert, err, ok, type Result } from '#shared/result.ts'
import type { FintsClient } from '../client.ts'
import type { Job } from '../operations/jobs.ts'
import type { Plan } from '../operations/operation.ts'
import { isRecord, isTextOrNull, isTexts, parseRecord, segmentsFromText, segmentsToText } from '../state/blob.ts'
import type { Challenge } from '../tan/challenge.ts'
import { methodsOf, type TanMethod } from '../tan/methods.ts'
import type { RawSegment } from '../syntax/wire.ts'
import type { Pending } from './conversation.ts'
import type { Dialog } from './exchange.ts'
import type { Progress } from './order.ts'

const VERSION = 1
const FORMAT = 'kontor-fints-dialog'
const DAMAGED: AppError = { kind: 'invalid_input', path: 'fintsDialog' }

/**
 * Freezes a dialog with the job in it, so that a TAN can be answered after a restart. Hold `deconstruct`'s blob beside
 * it. The client forgets the dialog without ending it; the blob is private and holds neither PIN nor TAN.
 */
export function pause(client: FintsClient): Uint8Array {
  const { session, pending, isStanding } = client.conversation
  assert(session.dialog !== null || pending !== null, 'there is nothing to pause')
  const blob = {
    format: FORMAT,
    version: VERSION,
    bankCode: session.bank.bankCode,
    userId: session.login.userId,
    dialog: session.dialog,
    isStanding,
    pending: pending === null ? null : { ...pending, method: pending.kind === 'approval' ? pending.method.function : null, progress: frozen(pending.progress) },
  }
  session.dialog = null
  client.conversation.pending = null
  return new TextEncoder().encode(JSON.stringify(blob))
}

const frozen = (progress: Progress) => ({ ...progress, pages: progress.pages.map((page) => segmentsToText(page)) })

/** Continues a paused dialog in a client that has the same bank, login, state and PIN. The bank decides whether it still waits. */
export function resume(client: FintsClient, blob: Uint8Array): Result<Pending | null, AppError> {
  const { conversation } = client
  const { session } = conversation
  const state = parseRecord(blob)
  if (state?.['format'] !== FORMAT) return err(DAMAGED)
  if (state['version'] !== VERSION) return err({ kind: 'too_new' })
  if (state['bankCode'] !== session.bank.bankCode || state['userId'] !== session.login.userId) return err({ kind: 'invalid_input', path: 'userId' })
  if (session.dialog !== null || conversation.pending !== null) return err({ kind: 'busy' })
  const dialog = state['dialog'] === null ? null : thawDialog(state['dialog'])
  const methods = session.knowledge.bank === null ? [] : methodsOf(session.knowledge.bank)
  const pending = state['pending'] === null ? null : thawPending(state['pending'], methods)
  if (dialog === undefined || pending === undefined) return err(DAMAGED)
  session.dialog = dialog
  conversation.pending = pending
  conversation.isStanding = state['isStanding'] === true
  // A dialog exists only where the bank has accepted the PIN; a new one must prove itself again.
  return ok(pending)
}

function thawDialog(source: unknown): Dialog | undefined {
  if (!isRecord(source)) return undefined
  const { id, nextMessage, systemId, isDead } = source
  const method = source['function']
  if (typeof id !== 'string' || typeof nextMessage !== 'number' || typeof systemId !== 'string' || typeof isDead !== 'boolean' || !isTextOrNull(method)) return undefined
  return { id, nextMessage, systemId, isDead, function: method }
}

function thawPending(source: unknown, methods: readonly TanMethod[]): Pending | undefined {
  if (!isRecord(source)) return undefined
  const progress = thawProgress(source['progress'])
  if (progress === undefined) return undefined
  if (source['kind'] === 'choice') return { kind: 'choice', progress }
  const method = methods.find((known) => known.function === source['method'])
  const challenge = source['challenge']
  return method === undefined || !isChallenge(challenge) ? undefined : { kind: 'approval', progress, challenge, method }
}

function thawProgress(source: unknown): Progress | undefined {
  if (!isRecord(source)) return undefined
  const { job, plans, pages, touchdown, visited, restarts } = source
  const thawed = Array.isArray(pages) ? pages.map(segmentsFromText) : []
  if (!isJob(job) || !(plans === null || isPlans(plans)) || !isTextOrNull(touchdown) || typeof restarts !== 'number') return undefined
  const whole = thawed.filter((page): page is readonly RawSegment[] => page !== null)
  return whole.length === thawed.length ? { job, plans, pages: whole, touchdown, visited: isTexts(visited) ? [...visited] : [], restarts, hasOwnDialog: source['hasOwnDialog'] !== false } : undefined
}

/** The blob is our own and versioned; these look only for damage. */
const isJob = (value: unknown): value is Job => isRecord(value) && typeof value['kind'] === 'string'
const isPlans = (value: unknown): value is readonly Plan[] => Array.isArray(value) && value.every((plan) => isRecord(plan) && typeof plan['order'] === 'string')
const isChallenge = (value: unknown): value is Challenge => isRecord(value) && typeof value['orderReference'] === 'string' && typeof value['kind'] === 'string'
