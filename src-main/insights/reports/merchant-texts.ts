import type { LocalDate } from '#shared/dates.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import type { ReadableLedger } from '#main/ledger/database.ts'
import { RowMemory, type RowsById } from '../row-memory.ts'

/** Who a row was paid to, by its words. */
export interface MerchantText {
  readonly id: number
  readonly bookedOn: LocalDate
  /** The same for all rows of one merchant; empty where nobody is named. */
  readonly merchant: string
  readonly name: string
  /** All its words. */
  readonly payee: string
}

const TEXTS = /* sql */ `SELECT id, booked_on, iif(raw_payee = '', coalesce(payee, ''), raw_payee), purpose FROM txn WHERE id IN (SELECT value FROM json_each(?))`

/** A year's payments of amounts that came more than once, with their words, are a few thousand. */
const TEXTS_MAX = 12_000
const texts = new RowMemory<MerchantText>(TEXTS_MAX)

/** The words of these rows. Not to be held on to. */
export const textsOf = (db: ReadableLedger, ids: readonly number[]): RowsById<MerchantText> => texts.recall(db, '', ids, (missing) => readTexts(db, missing))

const readTexts = (db: ReadableLedger, ids: readonly number[]): MerchantText[] => db.tuples<readonly [number, LocalDate, string, string]>(TEXTS).all([JSON.stringify(ids)]).map(([id, bookedOn, payee, purpose]) => {
  const { key, name } = merchantOf(payee, purpose)
  return { id, bookedOn, merchant: key, name, payee: `${payee} ${purpose}` }
})
