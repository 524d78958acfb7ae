import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { LOANSTMTTRN } from '../aggregates/loan.ts'
import { STMTTRN, STMTTRNP } from '../aggregates/banking.ts'
import { TRADES } from '../aggregates/investment.ts'
import type { SONRS } from '../aggregates/signon.ts'
import { SIGNONMSGSRSV1 } from '../aggregates/signon.ts'
import { readHeader } from '../header.ts'
import type { Of } from '../schema.ts'
import { statusOf, type OfxStatus } from '../status/meaning.ts'
import { readInstant } from '../values.ts'
import { on, walk, type Handler } from '../walk.ts'
import { contentHandlers } from './content.ts'
import type { OfxItem } from './items.ts'
import { momentOf, type OfxMoment } from './moments.ts'
import type { Content, Reply } from './reply.ts'

/** What the bank said to one item, at the item's own place in the batch. */
export interface ItemAnswer {
  readonly item: OfxItem
  readonly uid: string
  /** Null: the bank said nothing to this item. */
  readonly status: OfxStatus | null
  readonly content: Content | null
  /** How often the bank answered; the first answer counts. */
  readonly times: number
}

export interface SignOnAnswer {
  readonly status: OfxStatus
  readonly serverTime: string | null
  readonly profileUpdatedAt: OfxMoment | null
  readonly accountsUpdatedAt: OfxMoment | null
  readonly org: string
  readonly fid: string
  readonly accessKey: Secret | null
  readonly sessionCookie: Secret | null
}

export interface ChallengeQuestion { readonly id: string; readonly label: string }

export interface Answer {
  /** `102`, `220` … as the answer's header has it. */
  readonly version: string | null
  readonly signOn: SignOnAnswer | null
  readonly passwordChange: OfxStatus | null
  readonly challenges: { readonly status: OfxStatus; readonly questions: readonly ChallengeQuestion[] } | null
  readonly items: readonly ItemAnswer[]
  /** Answers to numbers that nobody had given. */
  readonly unasked: number
  /** Codes of the reader, as a file's. */
  readonly warnings: readonly string[]
}

export interface Expected { readonly items: readonly OfxItem[]; readonly uids: readonly string[] }

/**
 * Reads an answer once. Replies find their items by TRNUID, never by their position (B4). `also` sees the same aggregates
 * as they close: the importer makes its statements of them in the same pass. `document` is text, or its bytes in UTF-8.
 */
export function readAnswer(document: string | Uint8Array, { items, uids }: Expected, also: readonly Handler[] = []): Result<Answer, AppError> {
  const replies: Reply[] = []
  const signOns: Of<typeof SIGNONMSGSRSV1>[] = []
  const warnings: string[] = []
  const end = walk(document, {
    handlers: merge([...contentHandlers((reply) => replies.push(reply)), on(SIGNONMSGSRSV1, (set) => { signOns.push(set) }), ...COUNTED], also),
    warn: (code) => warnings.push(code),
  })
  const [signOn] = signOns
  if (!end.hasRoot || end.isTruncated || (signOn?.SONRS === undefined && replies.length === 0)) return err({ kind: 'answer_unreadable' })
  const mine = new Map(items.map((item, index) => [uids[index] ?? '', item]))
  return ok({
    version: readHeader(document).version,
    signOn: signOn?.SONRS === undefined ? null : readSignOn(signOn.SONRS),
    passwordChange: signOn?.PINCHTRNRS === undefined ? null : readStatus(signOn.PINCHTRNRS.STATUS),
    challenges: readChallenges(signOn?.MFACHALLENGETRNRS),
    items: items.map((item, index) => answerTo(item, uids[index] ?? '', replies)),
    unasked: replies.filter(({ uid, kinds }) => !kinds.includes(mine.get(uid)?.kind ?? 'profile') || !mine.has(uid)).length,
    warnings,
  })
}

/** Rows are for whoever makes statements of them; the answer itself keeps none, so that it stays small. */
const COUNTED: readonly Handler[] = [STMTTRN, STMTTRNP, LOANSTMTTRN, ...TRADES].map(({ tag }) => ({ tag, closed: () => undefined }))

function answerTo(item: OfxItem, uid: string, replies: readonly Reply[]): ItemAnswer {
  const own = replies.filter((reply) => reply.uid === uid && reply.kinds.includes(item.kind))
  return { item, uid, status: own[0]?.status ?? null, content: own[0]?.content ?? null, times: own.length }
}

type StatusPart = { readonly CODE: string; readonly SEVERITY: string; readonly MESSAGE: string } | undefined
const readStatus = (status: StatusPart): OfxStatus => statusOf(status?.CODE ?? '', status?.SEVERITY ?? '', status?.MESSAGE ?? '')

const secretOf = (text: string): Secret | null => text === '' ? null : new Secret(text)

function readSignOn(answer: Of<typeof SONRS>): SignOnAnswer {
  return {
    status: readStatus(answer.STATUS),
    serverTime: readInstant(answer.DTSERVER) ?? null,
    profileUpdatedAt: momentOf(answer.DTPROFUP),
    accountsUpdatedAt: momentOf(answer.DTACCTUP),
    org: answer.FI?.ORG ?? '',
    fid: answer.FI?.FID ?? '',
    accessKey: secretOf(answer.ACCESSKEY),
    sessionCookie: secretOf(answer.SESSCOOKIE),
  }
}

function readChallenges(answer: Of<typeof SIGNONMSGSRSV1>['MFACHALLENGETRNRS']): Answer['challenges'] {
  if (answer === undefined) return null
  const asked = answer.MFACHALLENGERS?.MFACHALLENGE ?? []
  return { status: readStatus(answer.STATUS), questions: asked.map(({ MFAPHRASEID: id, MFAPHRASELABEL: label }) => ({ id, label })) }
}

/** Several readers of one walk: each sees every aggregate it asked for. */
function merge(...lists: readonly (readonly Handler[])[]): Handler[] {
  const byTag = new Map<string, Handler[]>()
  for (const handler of lists.flat()) byTag.set(handler.tag, [...byTag.get(handler.tag) ?? [], handler])
  return [...byTag].map(([tag, handlers]) => handlers.length === 1 && handlers[0] !== undefined ? handlers[0] : {
    tag,
    opened: (line) => { for (const handler of handlers) handler.opened?.(line) },
    closed: (fields) => { for (const handler of handlers) handler.closed(fields) },
  })
}
