import type { LocalDate } from '#shared/dates.ts'
import { minor, type Money } from '#shared/money.ts'
import type { ReportOf } from '#shared/reports/report.ts'

/** How much more there is than on an earlier day. `isPartial`: some accounts were not known then and are left out. */
export interface WorthChange { readonly since: LocalDate; readonly change: Money; readonly isPartial: boolean }

/** Over the accounts that are known on both days: one that becomes known makes nobody richer. Undefined where there is none. */
export function worthChange({ rows, compared, base }: ReportOf<'balances'>): WorthChange | undefined {
  if (compared === null) return undefined
  const before = new Map(compared.rows.map(({ accountId, inBase }) => [accountId, inBase.minor]))
  const known = rows.filter(({ inBase }) => inBase.minor !== null)
  const both = known.filter(({ accountId }) => (before.get(accountId) ?? null) !== null)
  if (both.length === 0) return undefined
  const change = both.reduce((sum, { accountId, inBase }) => sum + (inBase.minor ?? 0) - (before.get(accountId) ?? 0), 0)
  return { since: compared.on, change: { minor: minor(change), currency: base }, isPartial: both.length < known.length }
}
