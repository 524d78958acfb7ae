import { addDays, type Instant } from '#shared/dates.ts'
import type { AccountStatus } from '#shared/connections.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { ACCOUNT_STATUS } from '#main/ledger/connections/status.ts'
import type { Coverage } from '#main/ledger/coverage.ts'
import { refreshedAtByAccount } from './envelope.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'

type Line = BodyOf<'accounts'>['rows'][number]

/** What an account is called beside its name, and how its connection stands. */
interface Facts {
  readonly id: number
  readonly iban: string | null
  readonly number: string | null
  readonly institution: string | null
  readonly holder: string | null
  readonly status: AccountStatus | null
  readonly consentUntil: Instant | null
}

const FACTS = /* sql */ `
  SELECT account.id, account.iban, account.number, said.holder, coalesce(account.institution, connection.bank_name) AS institution, connection.consent_until AS consentUntil, ${ACCOUNT_STATUS} AS status
    FROM account
    LEFT JOIN connection_account AS said ON said.id = (
      SELECT min(its.id) FROM connection_account AS its JOIN connection AS holder ON holder.id = its.connection_id WHERE its.account_id = account.id AND holder.deleted_at IS NULL)
    LEFT JOIN connection ON connection.id = said.connection_id`

/** How the bank has kept each account. */
export const accountFacts = ({ db }: Frame): Map<number, Facts> => new Map(db.query<Facts>(FACTS).all().map((facts) => [facts.id, facts]))

/** Days within what is known that nobody answered for. */
export const gapsOf = (coverage: Coverage): DayRange[] => coverage.slice(1).map(({ from }, place) => ({ from: addDays(coverage[place]?.to ?? from, 1), to: addDays(from, -1) }))

export const wholeOf = (coverage: Coverage): DayRange | null => {
  const [first, last] = [coverage[0], coverage.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}

/** R1: what is known of each account. */
export const accounts: ReportModule<'accounts'> = {
  name: 'accounts',
  run: (frame) => {
    const facts = accountFacts(frame)
    const refreshed = refreshedAtByAccount(frame)
    return {
      rows: frame.accounts.map(({ id, name, type, currency, closedOn, coverage, rowCount, firstOn }): Line => {
        const its = facts.get(id)
        return {
          accountId: id, name, type, currency, rowCount, oldestOn: firstOn,
          holder: its?.holder ?? null, iban: its?.iban ?? null, number: its?.number ?? null, institution: its?.institution ?? null,
          isClosed: closedOn !== null,
          coverage: wholeOf(coverage), gaps: gapsOf(coverage),
          refreshedAt: refreshed.get(id) ?? null, status: its?.status ?? null, consentUntil: its?.consentUntil ?? null,
        }
      }),
    }
  },
  rows: () => undefined,
}
