import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { AccountHoldings, Holding } from '#shared/investments.ts'
import type { AccountId, HoldingsValue } from '#shared/model.ts'
import { minor, type Currency, type Money } from '#shared/money.ts'
import type { ReadableLedger } from '../database.ts'
import { toSecurity, type SecurityColumns } from './securities.ts'
import { roundedMinor } from './value.ts'

/** Every statement of an account's holdings that still counts, oldest first: of one day the one stated last. */
const LIVING = /* sql */ `
  SELECT id, as_of AS asOf FROM (
    SELECT snapshot.id, snapshot.as_of, row_number() OVER (PARTITION BY snapshot.as_of ORDER BY snapshot.stated_at DESC, coalesce(batch.sha256, '') DESC, snapshot.id DESC) AS place
      FROM holding_snapshot AS snapshot JOIN import_batch AS batch ON batch.id = snapshot.batch_id
     WHERE snapshot.account_id = :accountId AND batch.reverted_at IS NULL)
   WHERE place = 1 ORDER BY as_of`

/** Walks back from the end, so that a long history costs nothing. */
const LATEST = /* sql */ `
  SELECT snapshot.id, snapshot.as_of AS asOf FROM holding_snapshot AS snapshot JOIN import_batch AS batch ON batch.id = snapshot.batch_id
   WHERE snapshot.account_id = :accountId AND batch.reverted_at IS NULL
   ORDER BY snapshot.as_of DESC, snapshot.stated_at DESC, coalesce(batch.sha256, '') DESC, snapshot.id DESC LIMIT 1`

const VALUES = /* sql */ `
  SELECT holding.currency, holding.own_minor IS NOT NULL AS isOwn, sum(coalesce(holding.own_minor, holding.value_minor)) AS minor, sum(holding.value_minor IS NULL) AS unvalued
    FROM holding WHERE snapshot_id = ? GROUP BY 1, 2 ORDER BY 1`

export interface HoldingSnapshot { readonly id: number; readonly asOf: LocalDate }

/** The statement of holdings that counts; undefined where none was ever made. */
const latestSnapshot = (db: ReadableLedger, accountId: AccountId): HoldingSnapshot | undefined => db.query<HoldingSnapshot>(LATEST).get({ accountId })

/** All that count, oldest first. */
export const livingSnapshots = (db: ReadableLedger, accountId: AccountId): HoldingSnapshot[] => db.query<HoldingSnapshot>(LIVING).all({ accountId })

/**
 * What an account's securities are worth by the bank's last statement of holdings. Null before the first one: nobody knows.
 * Securities in another currency without a rate are `others`, in no sum.
 */
export function holdingsValue(db: ReadableLedger, accountId: AccountId): HoldingsValue | null {
  const snapshot = latestSnapshot(db, accountId)
  return snapshot ? valueOf(db, accountId, snapshot) : null
}

/** One value per statement of holdings, oldest first: what net worth over time is drawn from. */
export const holdingsHistory = (db: ReadableLedger, accountId: AccountId): HoldingsValue[] => livingSnapshots(db, accountId).map((snapshot) => valueOf(db, accountId, snapshot))

/** Accounts of which any holdings were ever stated. */
export const holdingAccounts = (db: ReadableLedger): AccountId[] =>
  db.column<AccountId>('SELECT id FROM account WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM holding_snapshot WHERE account_id = account.id) ORDER BY id').all()

interface Sum { readonly currency: Currency; readonly isOwn: 0 | 1; readonly minor: number | null; readonly unvalued: number }

function valueOf(db: ReadableLedger, accountId: AccountId, { id, asOf }: HoldingSnapshot): HoldingsValue {
  const currency = db.column<Currency>('SELECT currency FROM account WHERE id = ?').get([accountId]) ?? 'EUR' as Currency
  const sums = db.query<Sum>(VALUES).all([id])
  const own = sums.filter(({ isOwn }) => isOwn === 1).reduce((total, sum) => total + (sum.minor ?? 0), 0)
  return {
    value: { minor: minor(own), currency },
    others: sums.flatMap((sum) => (sum.isOwn === 1 || sum.minor === null || sum.minor === 0 ? [] : [{ minor: minor(sum.minor), currency: sum.currency }])),
    asOf,
    unvalued: sums.reduce((count, sum) => count + sum.unvalued, 0),
  }
}

interface Row extends SecurityColumns {
  readonly code: string
  readonly sub_account: string | null
  readonly units: DecimalText | null
  readonly unit_price: DecimalText | null
  readonly price_currency: Currency | null
  readonly priced_on: LocalDate | null
  readonly currency: Currency
  readonly accrued: DecimalText | null
  readonly value_minor: number | null
  readonly cost_minor: number | null
}

const HOLDINGS = /* sql */ `
  SELECT holding.*, security.id_type, security.unique_id, security.name, security.ticker, security.kind
    FROM holding LEFT JOIN security ON security.id = holding.security_id
   WHERE holding.snapshot_id = ? ORDER BY coalesce(holding.own_minor, holding.value_minor) DESC NULLS LAST, holding.position`

/** What accounts hold by their latest statements; those of which none was ever made are left out. */
export function listHoldings(db: ReadableLedger, accountIds: readonly AccountId[] = holdingAccounts(db)): AccountHoldings[] {
  return accountIds.flatMap((accountId) => {
    const snapshot = latestSnapshot(db, accountId)
    const account = db.query<{ name: string; currency: Currency }>('SELECT name, currency FROM account WHERE id = ? AND deleted_at IS NULL').get([accountId])
    if (!snapshot || !account) return []
    const holdings = db.query<Row>(HOLDINGS).all([snapshot.id]).map((row) => toHolding(db, row))
    return [{ accountId, accountName: account.name, currency: account.currency, asOf: snapshot.asOf, holdings, totals: totalsOf(holdings) }]
  })
}

function toHolding(db: ReadableLedger, row: Row): Holding {
  const money = (value: number | null): Money | null => (value === null ? null : { minor: minor(value), currency: row.currency })
  const accrued = roundedMinor(row.accrued, row.currency)
  return {
    security: toSecurity(db, row),
    units: row.units,
    isNominal: row.code === 'FAMT' || row.code === 'AMOR',
    unitPrice: row.unit_price,
    priceCurrency: row.price_currency ?? row.currency,
    pricedOn: row.priced_on,
    value: money(row.value_minor),
    accrued: money(accrued),
    cost: money(row.cost_minor),
    gain: row.value_minor === null || row.cost_minor === null ? null : money(row.value_minor - (accrued ?? 0) - row.cost_minor),
    subAccount: row.sub_account,
  }
}

/** Per currency, the largest first. A cost, and so a gain, is told only where every position with a value has one. */
function totalsOf(holdings: readonly Holding[]): AccountHoldings['totals'] {
  const valued = holdings.flatMap(({ value, cost, gain }) => (value === null ? [] : [{ value, cost, gain }]))
  const sum = (parts: readonly (Money | null)[], currency: Currency): Money | null =>
    (parts.some((part) => part === null) ? null : { minor: minor(parts.reduce((total, part) => total + (part?.minor ?? 0), 0)), currency })
  return [...Map.groupBy(valued, ({ value }) => value.currency)].map(([currency, group]) => ({
    value: sum(group.map(({ value }) => value), currency) ?? { minor: minor(0), currency },
    cost: sum(group.map(({ cost }) => cost), currency),
    gain: sum(group.map(({ gain }) => gain), currency),
  })).sort((left, right) => right.value.minor - left.value.minor)
}
