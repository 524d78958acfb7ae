import type { Instant, LocalDate } from './dates.ts'
import type { DecimalText } from './decimal.ts'
import type { LoanTerms, Position, Security, StatedHoldings, Trade } from './stated-investments.ts'

export type { LoanPayment, LoanTerms, Position, Security, StatedHoldings, Trade } from './stated-investments.ts'
import type { LedgerWords } from './ledger-words.ts'
import type { MappingProposal } from './mapping.ts'
import type { AccountType } from './model.ts'

export type { AccountType } from './model.ts'

/**
 * What every reader and every bank delivers and the import pipeline takes: the bank's truth, untouched.
 * Amounts are exact decimal text in the bank's sign (money out is negative); dates are days as the bank wrote them.
 */
export interface Statement {
  readonly kind: StatementKind
  readonly account: StatementAccount
  /** ISO 4217, upper case; null where the file does not say. */
  readonly currency: string | null
  /** The range the bank says it answers for. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Booked entries in file order. For `inv` these are the cash entries; trades are apart. */
  readonly entries: readonly StatementEntry[]
  readonly pending: readonly StatementEntry[]
  /** Rows that cannot become entries. They are counted, shown as problems and never imported. */
  readonly unreadable: readonly UnreadableEntry[]
  readonly balances: readonly StatementBalance[]
  readonly trades: readonly Trade[]
  readonly positions: readonly Position[]
  readonly securities: readonly Security[]
  readonly loan: LoanTerms | null
  /** Everything the account held on a day, though it be nothing. Left out where the source says nothing of holdings. */
  readonly holdings?: readonly StatedHoldings[] | undefined
  /** What moves the account's money and follows from trades and payments rather than standing among the entries. */
  readonly derived?: readonly StatementEntry[] | undefined
  /** Every stretch of days that the source answers for, oldest first, where it says more than its rows and `from` and `to` do. */
  readonly covered?: readonly { readonly from: LocalDate; readonly to: LocalDate }[] | undefined
  /** Somebody keeps it by hand: no bank answers for its days. */
  readonly isByHand?: boolean | undefined
  /** Line of the file where the statement begins, from 1. */
  readonly line: number
}

export type StatementKind = 'bank' | 'cc' | 'inv' | 'loan' | 'depot'

export interface StatementAccount {
  /** The bank's own number (OFX ACCTID); null where the file has none. */
  readonly number: string | null
  /** Bank code, routing number or BROKERID. */
  readonly bankCode: string | null
  readonly branch: string | null
  readonly iban: string | null
  readonly bic: string | null
  readonly name: string | null
  readonly type: AccountType
  /** Only what Kontor wrote itself says since when its owner has closed it. */
  readonly closedAt?: Instant | null | undefined
  /** The bank's name, from there too. */
  readonly institution?: string | null | undefined
}

export interface StatementEntry {
  /** Line of the file where the entry begins, from 1. */
  readonly line: number
  /** FITID, the bank's reference, or the customer's: DESIGN.md's `externalId`. Empty where there is none. */
  readonly externalId: string
  readonly bookedOn: LocalDate
  readonly valueOn: LocalDate | null
  readonly amount: DecimalText
  /** Set only where the entry's amount is not in the statement's currency (OFX CURRENCY, §5.2). */
  readonly currency: string | null
  /** What the merchant charged, where it differs: OFX ORIGCURRENCY, camt AmtDtls. */
  readonly originalAmount: DecimalText | null
  readonly originalCurrency: string | null
  readonly exchangeRate: DecimalText | null
  readonly payee: string
  /** Remittance information: MEMO, Verwendungszweck. */
  readonly purpose: string
  /** The bank's own words for the kind of entry: Buchungstext, AddtlNtryInf. */
  readonly bookingText: string
  /** The bank's code for the kind of entry: TRNTYPE, GV code. Empty where there is none. */
  readonly code: string
  /** Why the money moves, as an ISO 20022 purpose code: SALA, RENT, CHAR. */
  readonly purposeCode: string
  readonly checkNumber: string
  readonly bankReference: string
  readonly customerReference: string
  readonly counterpartyIban: string
  readonly counterpartyBic: string
  /** An account number that is not an IBAN, after its bank code and a slash where the source gives one. */
  readonly counterpartyAccount: string
  /** On whose behalf the counterparty pays or collects: ABWA, ABWE, UltmtDbtr, UltmtCdtr. */
  readonly ultimateCounterparty: string
  readonly endToEndId: string
  readonly mandateReference: string
  readonly creditorId: string
  /** The bank takes an earlier entry back: RC, RD, RvslInd, a returned payment. `amount` has its final sign all the same. */
  readonly isReversal: boolean
  /** An ISO 20022 return code: AC04 (account closed), MD06 (refund asked for). */
  readonly returnReason: string
  /** The bank only announces it (camt `INFO`, `FUTR`): it never counts as money moved or reserved. */
  readonly isAdvice: boolean
  /** The payments inside a batch that was booked as one. They need not add up to `amount`, because of charges. */
  readonly details: readonly EntryDetail[]
  /** Only from Kontor's own export. */
  readonly own?: OwnWords | undefined
}

/** What a person had added in the ledger that wrote the source. It comes along with rows that are new, and changes none that are there. */
export interface OwnWords {
  readonly payee: string | null
  readonly notes: string | null
  readonly category: string | null
  readonly categoryBy: 'user' | 'rule' | 'guess' | null
  /** Who named the payee. With `user` and no name, the bank's word was wished. Left out, a name is the user's. */
  readonly payeeBy?: 'user' | 'rule' | null | undefined
  /** It looked like another row there, and nobody had said that it is none. */
  readonly isPossibleDuplicate?: boolean | undefined
  /** Its writer may change what it says, as no bank has said it. */
  readonly isByHand?: boolean | undefined
  /** Empty where the row is not divided; else its amounts add up to the entry's. */
  readonly splits: readonly { readonly amount: DecimalText; readonly category: string | null; readonly notes: string | null }[]
  readonly tags: readonly string[]
}

/** One payment of a batch (camt TxDtls). `amount` has the bank's sign; null where only the batch has one. */
export interface EntryDetail {
  readonly amount: DecimalText | null
  /** Set only where it is not the entry's currency. */
  readonly currency: string | null
  readonly payee: string
  readonly purpose: string
  readonly bankReference: string
  readonly customerReference: string
  readonly counterpartyIban: string
  readonly counterpartyBic: string
  readonly counterpartyAccount: string
  readonly ultimateCounterparty: string
  readonly endToEndId: string
  readonly mandateReference: string
  readonly creditorId: string
  readonly returnReason: string
}

/** An entry of which nothing is known but its line, day and amount: what readers build on. */
export const BLANK_ENTRY: Omit<StatementEntry, 'line' | 'bookedOn' | 'amount'> = {
  externalId: '',
  valueOn: null,
  currency: null,
  originalAmount: null,
  originalCurrency: null,
  exchangeRate: null,
  payee: '',
  purpose: '',
  bookingText: '',
  code: '',
  purposeCode: '',
  checkNumber: '',
  bankReference: '',
  customerReference: '',
  counterpartyIban: '',
  counterpartyBic: '',
  counterpartyAccount: '',
  ultimateCounterparty: '',
  endToEndId: '',
  mandateReference: '',
  creditorId: '',
  isReversal: false,
  returnReason: '',
  isAdvice: false,
  details: [],
}

/** A row whose day or amount the source does not say, or says in a way that could mean two things: refused rather than guessed. */
export interface UnreadableEntry {
  readonly line: number
  readonly reason: 'bad-amount' | 'bad-date' | 'unreadable'
  readonly isPending: boolean
  /** What of it could be read. */
  readonly bookedOn: LocalDate | null
  readonly amount: DecimalText | null
  readonly payee: string
  readonly purpose: string
}

export interface StatementBalance {
  /** `booked` is the bank's ledger balance (LEDGERBAL, :62F:, CLBD); `opening` starts the range. */
  readonly kind: 'booked' | 'available' | 'opening' | 'pending' | 'cash' | 'other'
  readonly name: string
  readonly amount: DecimalText
  readonly asOf: LocalDate | null
  /** Only where a source repeats what another one once stated: when that was, and what it had booked on the day by then. */
  readonly stated?: { readonly at: Instant; readonly dayAmount: DecimalText | null } | undefined
}

/** Something in the source that was not taken as it stood. Nothing is dropped without one. */
export interface ReadingWarning {
  readonly line: number | null
  /** Stable, in `kebab-case`; the window and the command line translate it. */
  readonly code: string
  /** Tags, codes and numbers only, never a name, purpose or amount: warnings may reach a log. */
  readonly detail: string
}

/** An account the source names without a statement (OFX ACCTINFORS). */
export interface DiscoveredAccount {
  readonly kind: StatementKind
  readonly account: StatementAccount
}

/** A status the source's bank reported instead of, or beside, a statement (OFX STATUS). */
export interface BankStatus {
  readonly code: string
  readonly severity: 'info' | 'warn' | 'error'
  readonly message: string
}

export interface Reading {
  /** `ofx` (with its version, e.g. `ofx/102-sgml`), `camt.053`, `mt940`, `qif`, `csv`, `kontor-json`. */
  readonly format: string
  /** How the bytes were read: `utf-8`, `windows-1252`, `utf-16le` …; null for sources that are not text. */
  readonly encoding: string | null
  readonly statements: readonly Statement[]
  readonly discovered: readonly DiscoveredAccount[]
  readonly statuses: readonly BankStatus[]
  readonly warnings: readonly ReadingWarning[]
  readonly createdAt: Instant | null
  /** How a format without a fixed shape (CSV, QIF) was read, and what only a person can answer. */
  readonly mapping?: MappingProposal | undefined
  /** Only from Kontor's own export of a whole ledger. */
  readonly words?: LedgerWords | undefined
}
