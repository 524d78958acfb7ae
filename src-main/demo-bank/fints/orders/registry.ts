import type { OrderReader } from './order.ts'
import { askBalance, askTerms, listAccounts } from './accounts.ts'
import { askDocument, askPdf } from './documents.ts'
import { askCardEntries, askHoldings, askStandingOrders, listMedia } from './others.ts'
import { askCamt, askMt940 } from './statements.ts'

/** Every order of the demo bank by its name. */
export const ORDERS: Readonly<Record<string, OrderReader>> = {
  HKTAB: listMedia,
  HKSPA: listAccounts,
  HKSAL: askBalance,
  HKKIF: askTerms,
  HKKAZ: askMt940,
  HKCAZ: askCamt,
  DKKKU: askCardEntries,
  HKWPD: askHoldings,
  HKCDB: askStandingOrders,
  HKEKA: askDocument,
  HKEKP: askPdf,
}
