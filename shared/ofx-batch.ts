import { z } from 'zod'
import { limitText } from './limit-text.ts'
import { limitOf } from './limit.ts'
import { LocalDateSchema } from './model.ts'
import type { Language } from './preferences.ts'
import { err, ok, type Result } from './result.ts'

/**
 * What a person may send to an OFX bank in one batch, as they write it in a file. Accounts are named by their number, IBAN or
 * key as `bank get` lists them.
 */
const account = z.string().trim().min(1).max(64)
const day = LocalDateSchema.optional()
const range = { from: day, to: day }
/** Positive, with a point: `12.50`. */
const amount = z.string().regex(/^(?!0+(?:\.0+)?$)\d{1,12}(?:\.\d{1,4})?$/)
/** A number of the person's own: under it a bank carries nothing out twice. */
const uid = z.string().regex(/^[\x21-\x7e]{1,36}$/).optional()
const serverId = z.string().trim().min(1).max(10)

/** An account at another bank. */
const ElsewhereSchema = z.strictObject({ bankId: z.string().trim().min(1).max(9), accountId: z.string().trim().min(1).max(22), type: z.enum(['CHECKING', 'SAVINGS', 'MONEYMRKT', 'CREDITLINE']).default('CHECKING') })
const order = { from: account, to: z.union([account, ElsewhereSchema]), amount, on: day, principal: amount.optional(), interest: z.string().regex(/^\d{1,12}(?:\.\d{1,4})?$/).optional() }
const repetition = {
  frequency: z.enum(['WEEKLY', 'BIWEEKLY', 'TWICEMONTHLY', 'MONTHLY', 'FOURWEEKS', 'BIMONTHLY', 'QUARTERLY', 'SEMIANNUALLY', 'ANNUALLY']),
  times: z.int().min(1).max(999).optional(),
}
const between = z.enum(['own', 'banks']).default('own')
const transfer = { kind: z.literal('transfer'), between, uid }
const recurring = { kind: z.literal('recurring-transfer'), between, uid }

export const BatchWishSchema = z.union([
  z.strictObject({ kind: z.enum(['accounts', 'profile']) }),
  z.strictObject({ kind: z.literal('statement'), account, ...range, entries: z.boolean().default(true), pending: z.boolean().default(true), positions: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('closings'), account, ...range }),
  z.strictObject({ kind: z.literal('securities'), tickers: z.array(z.string().trim().min(1).max(32)).min(1).max(50) }),
  /** What the bank knows of an account's transfers. */
  z.strictObject({ kind: z.literal('transfers'), account, between, recurring: z.boolean().default(false), since: z.string().trim().min(1).max(10).optional() }),
  z.strictObject({ ...transfer, action: z.literal('add'), ...order }),
  z.strictObject({ ...transfer, action: z.literal('modify'), serverId, ...order }),
  z.strictObject({ ...transfer, action: z.literal('cancel'), serverId }),
  z.strictObject({ ...recurring, action: z.literal('add'), ...order, ...repetition }),
  z.strictObject({ ...recurring, action: z.literal('modify'), serverId, ...order, ...repetition, pending: z.boolean().default(false) }),
  z.strictObject({ ...recurring, action: z.literal('cancel'), serverId, pending: z.boolean().default(false) }),
])
export type BatchWish = z.infer<typeof BatchWishSchema>
const BatchFileSchema = z.strictObject({ items: z.array(BatchWishSchema).min(1).max(50) })

/** Moves money, or changes what will be moved. */
export type TransferWish = Extract<BatchWish, { kind: 'transfer' | 'recurring-transfer' }>
export const movesMoney = (wish: BatchWish): wish is TransferWish => wish.kind === 'transfer' || wish.kind === 'recurring-transfer'

type Both = Readonly<Record<Language, string>>

/** Reads a file of wishes; an error says where it is wrong, and how. */
export function readBatch(text: string): Result<readonly BatchWish[], Both> {
  try {
    const parsed = BatchFileSchema.safeParse(JSON.parse(text))
    if (!parsed.success) return err(faultIn(parsed.error))
    const twice = numberGivenTwice(parsed.data.items)
    return twice < 0 ? ok(parsed.data.items) : err({ en: `items.${twice}.uid: another item has this number`, de: `items.${twice}.uid: Ein anderer Eintrag hat diese Nummer.` })
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return err({ en: `not valid JSON: ${cause.message}`, de: `kein gültiges JSON: ${cause.message}` })
  }
}

/** Where a number stands for the second time: its answer could not be told from that of the first. */
function numberGivenTwice(items: readonly BatchWish[]): number {
  const uids = items.map((item) => ('uid' in item ? item.uid : undefined))
  return uids.findIndex((own, place) => own !== undefined && uids.indexOf(own) < place)
}

/** Of all the kinds of items, the one whose own fields are wrong says more than the list of kinds. */
function faultIn({ issues: [issue] }: z.ZodError): Both {
  if (issue === undefined) return { en: 'not valid', de: 'nicht gültig' }
  const own = issue.code === 'invalid_union' ? issue.errors.find((issues) => !issues.some(({ path: [field] }) => field === 'kind' || field === 'action'))?.[0] : undefined
  const place = [...issue.path, ...own?.path ?? []].join('.')
  const limit = limitOf(own ?? issue)
  return limit ? { en: `${place}: ${limitText(limit, 'en')}`, de: `${place}: ${limitText(limit, 'de')}` } : { en: `${place}: ${own?.message ?? issue.message}`, de: `${place}: nicht gültig` }
}
