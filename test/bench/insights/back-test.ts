import { addDays } from '#shared/dates.ts'
import { Categoriser } from '#main/categorise/categoriser.ts'
import { BLANK_PAYMENT } from '#main/categorise/payment.ts'
import { detectContracts } from '#main/insights/contracts/detect.ts'
import { findTransfers } from '#main/insights/transfers/pair.ts'
import { backTest, type Errors } from './forecast-quality.ts'
import { history } from './histories.ts'
import { WORLDS } from './worlds.ts'

const REACH = [30, 60, 90, 120, 150, 180]

/** Forecasts as of some days of an invented household's past, from what was known on them. */
export function backTests(home: keyof typeof WORLDS, seed: number): Errors[] {
  const lived = history(WORLDS[home], seed, true)
  const categoriser = new Categoriser({ rules: [], lessons: [], owner: { accounts: new Set(lived.accounts.flatMap(({ iban }) => iban ?? [])), names: [lived.holder] } })
  const isGerman = home === 'DE' || home === 'AT'
  const rows = lived.rows.map((row) => {
    const payment = { ...BLANK_PAYMENT, ...row, code: isGerman ? '' : row.bookingText }
    return { ...payment, counterpartyAccount: '', originalAmount: null, originalCurrency: null, isSpokenFor: false, isTransfer: false, category: categoriser.categorise(payment).answer?.category ?? null }
  })
  const pairs = findTransfers(rows, lived.accounts.map((account) => ({ ...account, currency: WORLDS[home].currency, name: '', number: null })), { rejected: new Set(), names: [] }).filter(({ state }) => state === 'confirmed')
  const partners = new Map(pairs.flatMap(({ outId, inId }) => [[outId, inId], [inId, outId]] as const))
  const past = rows.map(({ id, accountId, bookedOn, amountMinor, category }) => ({ id, accountId, bookedOn, minor: amountMinor, categoryId: partners.has(id) ? 'transfers.internal' : category }))
  return REACH.map((days) => {
    const asOf = addDays(lived.today, -days)
    const contracts = detectContracts(rows.filter(({ bookedOn }) => bookedOn <= asOf).map((row) => ({ ...row, isTransfer: partners.has(row.id) })), asOf)
    return backTest({ rows: past, contracts, partners, accountIds: lived.accounts.map(({ id }) => id), currency: WORLDS[home].currency }, asOf)
  })
}
