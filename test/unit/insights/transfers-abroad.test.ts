import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { findTransfers } from '#main/insights/transfers/pair.ts'
import type { OwnAccount, RateOn, TransferRow } from '#main/insights/transfers/transfer.ts'

const [GIRO, SAVINGS, POUNDS, FRIEND] = ['DE02120300000000202051', 'DE02500105170137075030', 'GB29NWBK60161331926819', 'DE89370400440532013000']
const ACCOUNTS: readonly OwnAccount[] = [
  { id: 1, type: 'checking', currency: 'EUR', name: 'Giro', iban: GIRO, number: null },
  { id: 2, type: 'savings', currency: 'EUR', name: 'Tagesgeld', iban: SAVINGS, number: null },
  { id: 4, type: 'checking', currency: 'USD', name: 'Checking', iban: null, number: '0040125577' },
  { id: 5, type: 'checking', currency: 'GBP', name: 'Current', iban: POUNDS, number: null },
  { id: 6, type: 'credit', currency: 'USD', name: 'Dollar card', iban: null, number: '4111000000001177' },
]
const CURRENCIES: Readonly<Record<number, string>> = { 1: 'EUR', 2: 'EUR', 4: 'USD', 5: 'GBP', 6: 'USD' }

/** One of the first is so many of the second; told both ways. */
const RATES: Readonly<Record<string, number>> = { EURUSD: 1.08, EURGBP: 0.85 }
const rateOn: RateOn = (from, to) => RATES[`${from}${to}`] ?? (RATES[`${to}${from}`] === undefined ? undefined : 1 / (RATES[`${to}${from}`] ?? 1))

type Line = readonly [account: number, day: string, minor: number, given: Partial<TransferRow>]
interface Household { readonly name: string; readonly lines: readonly Line[]; readonly withRates?: boolean; /** By the places of the lines. */ readonly confirmed: readonly (readonly [number, number])[]; readonly proposed?: readonly (readonly [number, number])[] }

const BUY = { category: 'shopping.general' }
const HOUSEHOLDS: readonly Household[] = [
  {
    name: 'a change of currency that both banks tell in the same words, without a rate', confirmed: [[0, 1]],
    lines: [[5, '2026-04-02', -20_000, { payee: 'Currency exchange', purpose: 'GBP to EUR' }], [1, '2026-04-02', 23_410, { payee: 'Currency exchange', purpose: 'GBP to EUR' }], [4, '2026-04-02', 23_410, { payee: 'Currency exchange', purpose: 'CHF to USD' }]],
  },
  {
    name: 'an account that each leg names by its currency, without a rate', confirmed: [[0, 2]],
    lines: [[5, '2026-04-02', -20_000, { payee: 'Transfer to USD-Konto' }], [6, '2026-04-02', 25_410, { payee: 'Refund' }], [4, '2026-04-03', 25_410, { payee: 'Transfer from GBP account' }]],
  },
  {
    name: 'euros to one’s dollars, at the day’s rate, and told as a transfer by both banks', withRates: true, confirmed: [[0, 1]],
    lines: [[1, '2026-04-02', -100_000, { purpose: 'Übertrag US-Konto' }], [4, '2026-04-03', 107_600, { payee: 'INCOMING TRANSFER FROM OWN ACCOUNT' }], [4, '2026-04-04', -107_600, { payee: 'HARBOR POINT APARTMENTS', category: 'housing.rent' }]],
  },
  {
    name: 'euros to one’s dollars, where the bank says what it changed them into', confirmed: [[0, 1]],
    lines: [[1, '2026-04-02', -50_000, { purpose: 'Übertrag', originalAmount: '-538.11', originalCurrency: 'USD' }], [4, '2026-04-03', 53_811, { payee: 'WIRE IN' }]],
  },
  {
    name: 'pounds and euros that name each other by number, and nobody knows a rate', confirmed: [[0, 1]],
    lines: [[5, '2026-04-02', -42_000, { counterpartyIban: GIRO }], [1, '2026-04-03', 49_120, { counterpartyIban: POUNDS }], [1, '2026-04-03', 49_120, { payee: 'Beispiel GmbH', counterpartyIban: FRIEND }]],
  },
  {
    name: 'two of these within days and no rate: which is which, a person says', confirmed: [],  proposed: [[0, 2], [1, 3]],
    lines: [[5, '2026-04-02', -42_000, { counterpartyIban: GIRO }], [5, '2026-04-03', -10_000, { counterpartyIban: GIRO }], [1, '2026-04-02', 49_120, { counterpartyIban: POUNDS }], [1, '2026-04-03', 11_700, { counterpartyIban: POUNDS }]],
  },
  {
    name: 'the same two with a rate: each its own', withRates: true, confirmed: [[0, 3], [1, 2]],
    lines: [[5, '2026-04-02', -42_000, { counterpartyIban: GIRO }], [5, '2026-04-03', -10_000, { counterpartyIban: GIRO }], [1, '2026-04-03', 11_700, { counterpartyIban: POUNDS }], [1, '2026-04-04', 49_120, { counterpartyIban: POUNDS }]],
  },
  {
    name: 'a fee kept back on the way', withRates: true, confirmed: [[0, 1]],
    lines: [[1, '2026-04-02', -100_000, { counterpartyIban: POUNDS }], [5, '2026-04-03', 83_500, { payee: 'TRANSFER FROM OWN ACCOUNT' }]],
  },
  {
    name: 'a fee booked apart, in any currency, is a fee', withRates: true, confirmed: [[0, 2]],
    lines: [[1, '2026-04-02', -100_000, { counterpartyIban: POUNDS }], [1, '2026-04-02', -1_250, { purpose: 'Entgelt Auslandsüberweisung', category: 'finance.bank_fees' }], [5, '2026-04-03', 85_000, { payee: 'TRANSFER FROM OWN ACCOUNT' }], [5, '2026-04-03', -600, { payee: 'INCOMING PAYMENT FEE', category: 'finance.bank_fees' }]],
  },
  {
    name: 'a fee beside a transfer in one currency', confirmed: [[0, 2]],
    lines: [[1, '2026-04-02', -20_000, { counterpartyIban: SAVINGS }], [1, '2026-04-02', -99, { purpose: 'Entgelt Echtzeitüberweisung', category: 'finance.bank_fees' }], [2, '2026-04-02', 20_000, { counterpartyIban: GIRO }], [2, '2026-04-03', 99, { payee: 'Zinsen', category: 'income.interest_dividends' }]],
  },
  {
    name: 'the bill of a dollar card, paid in euros: the bank says the dollars', confirmed: [[0, 1]],
    lines: [[1, '2026-04-02', -47_210, { payee: 'Kreditkartenabrechnung', originalAmount: '510.00', originalCurrency: 'USD' }], [6, '2026-04-03', 51_000, { payee: 'PAYMENT RECEIVED - THANK YOU' }]],
  },
  {
    name: 'the bill of a dollar card, paid in euros: the rate says it', withRates: true, confirmed: [[0, 1]],
    lines: [[1, '2026-04-02', -47_222, { payee: 'Kreditkartenabrechnung' }], [6, '2026-04-03', 51_000, { payee: 'PAYMENT RECEIVED - THANK YOU' }], [6, '2026-04-03', 51_000, { payee: 'AIRLINE REFUND', category: 'travel.flights' }]],
  },
  {
    name: 'a purchase abroad is none, though a friend pays the very sum', confirmed: [], proposed: [[0, 1]],
    lines: [[1, '2026-04-02', -4_630, { payee: 'CORNER DINER NYC', originalAmount: '-50.00', originalCurrency: 'USD' }], [4, '2026-04-03', 5_000, { payee: 'JON BAKER' }]],
  },
  {
    name: 'a purchase abroad that is known as one is not even proposed', withRates: true, confirmed: [],
    lines: [[1, '2026-04-02', -4_630, { payee: 'CORNER DINER NYC', originalAmount: '-50.00', originalCurrency: 'USD', category: 'food.restaurants' }], [4, '2026-04-03', 5_000, { payee: 'JON BAKER' }]],
  },
  {
    name: 'what a person lends on one account and gets back on another is none', confirmed: [],
    lines: [[1, '2026-04-02', -5_000, { payee: 'Max Muster', purpose: 'Auslage', counterpartyIban: FRIEND }], [2, '2026-04-02', 5_000, { payee: 'Max Muster', purpose: 'Auslage zurück', counterpartyIban: FRIEND }]],
  },
  {
    name: 'a salary in dollars on the day of a payment to somebody else in euros is none', withRates: true, confirmed: [],
    lines: [[1, '2026-04-02', -100_000, { payee: 'Autohaus Nord', counterpartyIban: FRIEND }], [4, '2026-04-02', 108_000, { payee: 'PAYROLL', category: 'income.salary' }]],
  },
  {
    name: 'purchases and income that happen to fit the rate are none', withRates: true, confirmed: [],
    lines: [[1, '2026-04-02', -10_000, { payee: 'Möbelhaus', ...BUY }], [4, '2026-04-03', 10_800, { payee: 'CHECK DEPOSIT' }], [5, '2026-04-02', -8_500, { payee: 'TESCO', category: 'food.groceries' }], [1, '2026-04-03', 10_000, { payee: 'Beispiel GmbH', category: 'income.salary' }]],
  },
]

describe('transfers between currencies, and fees beside them', () => {
  it.each(HOUSEHOLDS)('$name', ({ lines, withRates = false, confirmed, proposed = [] }) => {
    const rows = lines.map(([accountId, day, amountMinor, given], index): TransferRow => ({
      id: index + 1, accountId, bookedOn: localDate(day), amountMinor, currency: CURRENCIES[accountId] ?? 'EUR', payee: '', purpose: '', bookingText: '', counterpartyIban: '', counterpartyAccount: '',
      originalAmount: null, originalCurrency: null, category: null, isSpokenFor: false, ...given,
    }))
    const found = findTransfers(rows, ACCOUNTS, { rejected: new Set(), names: [], ...(withRates && { rateOn }) })
    const of = (wanted: string) => found.filter(({ state }) => state === wanted).map(({ outId, inId }) => [outId - 1, inId - 1]).sort()
    expect({ confirmed: of('confirmed'), proposed: of('proposed') }).toEqual({ confirmed, proposed })
  })
})
