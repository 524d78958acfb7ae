import type { OwnAccount, TransferRow } from './transfer.ts'
import type { Wallets } from './wallets.ts'

/** What one row by itself says about being a leg of a transfer between own accounts. */
export interface Leg {
  readonly row: TransferRow
  readonly day: number
  /** The own account that the row names as its other side. */
  readonly towards: number | undefined
  /** The own wallet that it fills or empties: `PayPal` on a bank account's row. */
  readonly wallet: number | undefined
  /** It names another party: somebody else's account. */
  readonly isElsewhere: boolean
  readonly saysTransfer: boolean
  readonly saysSettlement: boolean
  /** Drawn from a machine, or paid in at the counter. */
  readonly saysCash: boolean
  readonly saysOwnName: boolean
  /** It names somebody or something that is surely no own account. */
  readonly saysOther: boolean
}

/** A word of JavaScript's begins with no Ü, so what stands before and after is looked at by itself. */
const TRANSFER = /(?<![\p{L}\p{N}])(?:umbuchung|[uü]bertrag|ue?bertrag|eigen(?:es|e|er)? (?:konto|konten|uebertrag|übertrag)|sparkonto|tagesgeld|girokonto|gemeinschaftskonto|haushaltskonto|festgeld|verrechnungskonto|sparen|r[uü]e?cklage|(?:online|internal|mobile|bank(?:ing)?|account|acct|funds?|web|internet|automatic|recurring|savings|overdraft) ?(?:transfer|xfer|tfr|trf)|(?:transfer|xfer|tfr|trf|payment|pmt|moved|from|to) (?:to|from|into)?\s?(?:my |own |joint )?(?:sav(?:ings?)?|chk|checking|current|share|giro|joint|account|acct|saver|pot|credit card|card|isa|money market|mm)|savings|e-?saver|saver|pot|inter ?account|own account)(?![\p{L}\p{N}])/iu
const PLAIN_TRANSFER = /^(?:online |mobile |bank |internal |account )?(?:transfer|xfer|tfr|trf)\b/i
const SETTLEMENT = /(?:kreditkart|karten ?abrechnung|kartenabr|abrechnung (?:visa|mastercard|karte)|visa[ -]?abrechnung|ausgleich|einzahlung|lastschrift ?einzug|kartenkonto|payment[ -]+thank|thank you|autopay|auto pay|automatic payment|epay|e-payment|card ?pay|crd ?(?:autopay|epay|pmt|pymt)|credit ?c(?:ar|r)d|card services|cardmember|card pmt|crcardpmt|creditcard|payment received|ihre zahlung|zahlung.{0,3}dank|dankend erhalten|card complete|bill ?pa?y(?:ment|mt)|direct debit payment|balance payment|barclaycard|amex|american express|mastercard|visa|capital one|discover|citi ?card)/i
const OTHER = /\b(?:zelle|venmo|cash ?app|paypal|refund|erstattung|retoure|miete|rent|lohn|gehalt|payroll|salary|wages|kauf|rechnung|rg|invoice|dividend|zinsen|interest|atm|bargeld)\b/i

const CASH = /\b(?:atm|bargeld\w*|geldautomat|bankomat|bareinzahlung|bareinlage|cash (?:deposit|withdrawal|paid in|machine))\b/i

const EXTERNAL = /\b(?:ext|external|extern)\b/i

/** How rows tell of own accounts: `owned` finds one by IBAN or number, `wallets` by the name of its company, `hasOwnName` by whose they are. */
export interface OwnSigns { readonly owned: ReadonlyMap<string, number>; readonly wallets: Wallets; readonly hasOwnName: (payee: string) => boolean }

/** Reads a row's own words. */
export function readLeg(row: TransferRow, day: number, { owned, wallets, hasOwnName }: OwnSigns): Leg {
  const isNumbered = row.counterpartyIban !== '' || row.counterpartyAccount !== ''
  const towards = ownAccountOf(row, owned)
  const text = `${row.payee} ${row.purpose} ${row.bookingText}`
  const isInternal = row.category === 'transfers.internal'
  const saysTransfer = TRANSFER.test(text) || PLAIN_TRANSFER.test(row.payee) || PLAIN_TRANSFER.test(row.purpose)
  return {
    row, day, towards, wallet: row.isSpokenFor ? undefined : wallets(row), saysOwnName: hasOwnName(row.payee), saysTransfer: saysTransfer && !EXTERNAL.test(row.payee),
    isElsewhere: (isNumbered && towards === undefined) || EXTERNAL.test(row.payee),
    saysSettlement: SETTLEMENT.test(text),
    saysCash: row.category === 'transfers.cash' || CASH.test(text),
    saysOther: row.isSpokenFor || (OTHER.test(text) && !isInternal) || (row.category !== null && !isInternal && !row.category.startsWith('transfers.') && row.category !== 'finance.investments_savings' && row.category !== 'income.other' && !saysTransfer),
  }
}

/** The own account that a row names as its other side by IBAN or number. */
export function ownAccountOf({ counterpartyIban, counterpartyAccount }: TransferRow, owned: ReadonlyMap<string, number>): number | undefined {
  const other = withoutSpaces(counterpartyIban === '' ? counterpartyAccount : counterpartyIban)
  return other === '' ? undefined : owned.get(other) ?? owned.get(other.split('/').at(-1) ?? '')
}

export const withoutSpaces = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/** IBANs and numbers of the own accounts, to the account that has them. */
export function ownedNumbers(accounts: readonly OwnAccount[]): Map<string, number> {
  const owned = new Map<string, number>()
  for (const { id, iban, number } of accounts) {
    if (iban !== null && iban !== '') owned.set(withoutSpaces(iban), id)
    if (number !== null && number.length >= 4) owned.set(withoutSpaces(number), id)
  }
  return owned
}
