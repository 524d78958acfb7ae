import { STRIDE } from '../steps.ts'
import { byDay, DAYS_MAX, matched, near, type Matches } from './match.ts'
import type { Leg } from './signs.ts'
import { pairKey, type TransferOptions } from './transfer.ts'

/** What banks keep of a transfer abroad or at once: a few units of money, and of a large sum at most this part. */
const FEE_UNITS_MAX = 30_00
const FEE_SHARE_MAX = 0.02
/** Less sure than an equal amount with an IBAN, and sure enough where only one fits. */
const SCORE = 0.85

/** A bank on the way kept its fee: each leg names the other by number, and a little less came than went. */
export function* feeMatches(legs: readonly Leg[], options: TransferOptions): Matches {
  const byRoute = new Map<string, Leg[]>()
  for (const [at, leg] of legs.entries()) {
    if (at % (8 * STRIDE) === 0) yield
    const { row: { accountId, amountMinor, currency }, towards } = leg
    if (towards === undefined || amountMinor < 0) continue
    const route = `${towards}>${accountId} ${currency}`
    const known = byRoute.get(route)
    if (known) known.push(leg)
    else byRoute.set(route, [leg])
  }
  for (const incoming of byRoute.values()) incoming.sort(byDay)
  for (const [at, out] of legs.entries()) {
    if (at % STRIDE === 0) yield
    const { row, towards } = out
    if (towards === undefined || row.amountMinor > 0) continue
    const candidates = byRoute.get(`${row.accountId}>${towards} ${row.currency}`) ?? []
    for (const into of near(candidates, out.day)) if (isLessByFee(out, into) && !options.rejected.has(pairKey(row.id, into.row.id))) yield matched(out, into, { method: 'iban', score: SCORE - 0.01 * (into.day - out.day) })
  }
}

/** Nothing is taken off before it has gone. */
function isLessByFee({ row: { amountMinor: gone }, day }: Leg, { row: { amountMinor: come }, day: later }: Leg): boolean {
  const fee = -gone - come
  return fee > 0 && fee <= Math.min(FEE_UNITS_MAX, -gone * FEE_SHARE_MAX) && later >= day && later - day <= DAYS_MAX
}
