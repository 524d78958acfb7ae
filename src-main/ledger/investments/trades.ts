import type { LocalDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import type { TradeRow } from '#shared/investments.ts'
import type { AccountId, BatchId } from '#shared/model.ts'
import { isCurrency, minor, type Currency } from '#shared/money.ts'
import type { Trade } from '#shared/statement.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { toSecurity, type SecurityColumns } from './securities.ts'
import { roundedMinor } from './value.ts'

interface TradesPlace {
  readonly accountId: AccountId
  readonly batchId: BatchId
  readonly currency: Currency
  readonly statedAt: string
  readonly securityOf: (id: string | null) => number | null
}

const COLUMNS = ['external_id', 'code', 'traded_on', 'settled_on', 'security_id', 'sub_account', 'units', 'unit_price', 'commission', 'taxes', 'fees', 'total', 'total_minor', 'currency', 'purpose'] as const
const FIND = /* sql */ `SELECT id FROM trade WHERE account_id = ? AND key = ? AND ${COLUMNS.map((column) => `${column} IS ?`).join(' AND ')}`
const INSERT = /* sql */ `INSERT INTO trade (account_id, key, ${COLUMNS.join(', ')}) VALUES (?, ?, ${COLUMNS.map(() => '?').join(', ')})`
const SEE = /* sql */ `INSERT INTO trade_seen (batch_id, trade_id, stated_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET stated_at = max(stated_at, excluded.stated_at)`

/** A trade is kept once, with every batch that has seen it: it is there as long as one of them lives. */
export function storeTrades(db: WritableLedger, trades: readonly Trade[], { accountId, batchId, currency, statedAt, securityOf }: TradesPlace): void {
  const seen = new Map<string, number>()
  for (const trade of trades) {
    const identity = identityOf(trade)
    const occurrence = seen.get(identity) ?? 0
    seen.set(identity, occurrence + 1)
    const own = trade.currency != null && isCurrency(trade.currency) ? trade.currency : currency
    const values = [
      trade.externalId, trade.code, trade.tradedOn, trade.settledOn, securityOf(trade.securityId), trade.subAccount ?? null, trade.units, trade.unitPrice,
      trade.commission ?? null, trade.taxes ?? null, trade.fees, trade.total, roundedMinor(trade.total, own), own, trade.purpose,
    ]
    const place = [accountId, `${identity}|${occurrence}`, ...values]
    const id = db.column<number>(FIND).get(place) ?? db.command(INSERT).run(place).lastId
    db.command(SEE).run([batchId, id, statedAt])
  }
}

/**
 * What makes two mentions one trade: the bank's id with day, kind, security and units, because some brokers use an id
 * twice; without an id everything that the source says. Equal ones of one statement are as many trades.
 */
function identityOf({ externalId, tradedOn, code, securityId, units, unitPrice, total, purpose }: Trade): string {
  const parts = externalId === '' ? [tradedOn, code, securityId, units, unitPrice, total, purpose] : [externalId, tradedOn, code, securityId, units]
  return JSON.stringify(parts)
}

interface Row extends SecurityColumns {
  readonly id: number
  readonly external_id: string
  readonly code: string
  readonly traded_on: LocalDate
  readonly settled_on: LocalDate | null
  readonly sub_account: string | null
  readonly units: DecimalText | null
  readonly unit_price: DecimalText | null
  readonly commission: DecimalText | null
  readonly taxes: DecimalText | null
  readonly fees: DecimalText | null
  readonly total: DecimalText | null
  readonly total_minor: number | null
  readonly currency: Currency
  readonly purpose: string
}

/** One per key, as the latest living word has it. */
const LIVING = /* sql */ `
  WITH word AS (
    SELECT trade.id, row_number() OVER (PARTITION BY trade.key ORDER BY seen.stated_at DESC, coalesce(batch.sha256, '') DESC, batch.id DESC, trade.id DESC) AS place
      FROM trade JOIN trade_seen AS seen ON seen.trade_id = trade.id JOIN import_batch AS batch ON batch.id = seen.batch_id
     WHERE trade.account_id = :accountId AND batch.reverted_at IS NULL
  )
  SELECT trade.*, security.id_type, security.unique_id, security.name, security.ticker, security.kind
    FROM trade JOIN word ON word.id = trade.id AND word.place = 1 LEFT JOIN security ON security.id = trade.security_id
   ORDER BY trade.traded_on DESC, trade.id DESC LIMIT :limit`

const ALL = -1

/** What was done in an account, newest first. */
export function listTrades(db: ReadableLedger, { accountId, limit = ALL }: { readonly accountId: AccountId; readonly limit?: number | undefined }): TradeRow[] {
  return db.query<Row>(LIVING).all({ accountId, limit }).map((row) => toTrade(db, row))
}

/** As `listTrades`, oldest first, with what only an export tells. */
export const exportedTrades = (db: ReadableLedger, accountId: AccountId): Row[] => db.query<Row>(LIVING).all({ accountId, limit: ALL }).reverse()

function toTrade(db: ReadableLedger, row: Row): TradeRow {
  return {
    id: row.id,
    code: row.code,
    tradedOn: row.traded_on,
    settledOn: row.settled_on,
    security: row.unique_id === null ? null : toSecurity(db, row),
    units: row.units,
    unitPrice: row.unit_price,
    commission: row.commission,
    taxes: row.taxes,
    fees: row.fees,
    total: row.total_minor === null ? null : { minor: minor(row.total_minor), currency: row.currency },
    currency: row.currency,
    purpose: row.purpose,
  }
}
