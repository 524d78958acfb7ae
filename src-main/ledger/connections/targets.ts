import type { Instant } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import { isCurrency, type Currency } from '#shared/money.ts'
import { assert } from '#shared/result.ts'
import type { Statement } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import { AccountMatcher } from '../import/match-account.ts'
import type { Target } from '../import/staged.ts'
import { readBaseCurrency } from '../settings.ts'
import type { OfferedAccount, ReadAccount } from './jobs.ts'
import { mergeStatements } from './merge.ts'

export interface TakenStatement { readonly key: string; readonly statement: Statement; readonly target: Target; readonly hasFailed: boolean }

interface Run {
  readonly offered: readonly OfferedAccount[]
  readonly fetched: readonly ReadAccount[]
  /** The ledger's accounts by the bank's key, as they were before the run. */
  readonly before: ReadonlyMap<string, AccountId>
  readonly at: Instant
}

/**
 * What was fetched, and where it goes: into the account the connection has, else into one that a file has brought before,
 * else into a new one. An account that fails at its first time is made all the same, empty, so that its failure has a place.
 */
export function targetsFor(db: ReadableLedger, { offered, fetched, before, at }: Run): TakenStatement[] {
  const matcher = new AccountMatcher(db)
  const taken = new Set(before.values())
  return fetched.flatMap((read) => {
    const bank = offered.find(({ key }) => key === read.key)
    assert(bank, 'only what the bank offers is fetched')
    const known = before.get(read.key)
    if (read.error !== null && known !== undefined) return []
    const target = known === undefined ? undefined : targetOf(db, known)
    const currency = target?.currency ?? currencyOf(db, bank, read)
    const statement = mergeStatements(bank, read.error === null ? read : { ...read, statements: [], balances: [] }, currency, at)
    const place = target ?? freeTarget(matcher, statement, bank, taken)
    if (place.accountId !== null) taken.add(place.accountId)
    return [{ key: read.key, statement, target: place, hasFailed: read.error !== null }]
  })
}

const TARGET = /* sql */ `SELECT id AS accountId, name, currency FROM account WHERE id = ?`

const targetOf = (db: ReadableLedger, id: AccountId): Target | undefined => db.query<Target>(TARGET).get([id])

function currencyOf(db: ReadableLedger, { currency }: OfferedAccount, { statements }: ReadAccount): Currency {
  return currency ?? statements.flatMap((statement) => (statement.currency !== null && isCurrency(statement.currency) ? statement.currency : []))[0] ?? readBaseCurrency(db)
}

/** Two accounts of one bank never go into one of ours. */
function freeTarget(matcher: AccountMatcher, statement: Statement, { name }: OfferedAccount, taken: ReadonlySet<AccountId>): Target {
  const found = matcher.find(statement, name)
  return found.accountId !== null && taken.has(found.accountId) ? matcher.make(statement, name) : found
}
