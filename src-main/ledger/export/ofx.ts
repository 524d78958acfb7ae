import type { Instant, LocalDate } from '#shared/dates.ts'
import { minor, toDecimal, type Currency } from '#shared/money.ts'
import type { AccountType } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'

interface Account {
  readonly id: number
  readonly name: string
  readonly type: AccountType
  readonly currency: Currency
  readonly bankCode: string | null
  readonly number: string | null
  readonly iban: string | null
  readonly balance: number
  readonly firstOn: LocalDate | null
  readonly lastOn: LocalDate | null
}
interface Row { readonly id: number; readonly bookedOn: LocalDate; readonly valueOn: LocalDate | null; readonly amount: number; readonly payee: string; readonly purpose: string; readonly externalId: string; readonly checkNumber: string | null }

const ACCOUNTS = /* sql */ `
  SELECT account.id, account.name, account.type, account.currency, account.bank_code AS bankCode, account.number, account.iban, state.balance_minor AS balance, state.first_on AS firstOn, state.last_on AS lastOn
    FROM account JOIN account_state AS state ON state.account_id = account.id WHERE account.deleted_at IS NULL ORDER BY account.id`
const ROWS = /* sql */ `
  SELECT id, booked_on AS bookedOn, value_on AS valueOn, amount_minor AS amount, coalesce(payee, raw_payee) AS payee, purpose, external_id AS externalId, check_number AS checkNumber
    FROM txn WHERE account_id = ? AND deleted_at IS NULL AND is_pending = 0 AND is_adjusting = 0 ORDER BY booked_on, id`

const TYPES: Readonly<Record<AccountType, string>> = {
  checking: 'CHECKING', savings: 'SAVINGS', cash: 'CHECKING', asset: 'CHECKING', investment: 'CHECKING', credit: 'CREDITLINE', liability: 'CREDITLINE', loan: 'CREDITLINE',
}

/** OFX 2.1.1 (§11.4): one statement per account. A row without an id of its bank's gets the ledger's own, so that FITIDs are never missing. */
export function* ofxPieces(db: ReadableLedger, at: Instant): Iterable<string> {
  const stamp = at.replace(/\D/g, '').slice(0, 14)
  yield '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n<OFX>\n'
  yield `<SIGNONMSGSRSV1><SONRS>${STATUS}<DTSERVER>${stamp}</DTSERVER><LANGUAGE>ENG</LANGUAGE></SONRS></SIGNONMSGSRSV1>\n`
  const accounts = db.query<Account>(ACCOUNTS).all()
  yield* messages(db, accounts.filter(({ type }) => type !== 'credit'), stamp, BANK)
  yield* messages(db, accounts.filter(({ type }) => type === 'credit'), stamp, CARD)
  yield '</OFX>\n'
}

interface Shape { readonly set: string; readonly transaction: string; readonly statement: string; readonly from: (account: Account) => string }

const STATUS = '<STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS>'
const numberOf = ({ id, number, iban }: Account): string => text(number ?? iban ?? `KONTOR-${id}`, 22)
const BANK: Shape = {
  set: 'BANKMSGSRSV1', transaction: 'STMTTRNRS', statement: 'STMTRS',
  from: (account) => `<BANKACCTFROM><BANKID>${text(account.bankCode ?? '0', 9)}</BANKID><ACCTID>${numberOf(account)}</ACCTID><ACCTTYPE>${TYPES[account.type]}</ACCTTYPE></BANKACCTFROM>`,
}
const CARD: Shape = { set: 'CREDITCARDMSGSRSV1', transaction: 'CCSTMTTRNRS', statement: 'CCSTMTRS', from: (account) => `<CCACCTFROM><ACCTID>${numberOf(account)}</ACCTID></CCACCTFROM>` }

function* messages(db: ReadableLedger, accounts: readonly Account[], stamp: string, { set, transaction, statement, from }: Shape): Iterable<string> {
  if (accounts.length === 0) return
  yield `<${set}>\n`
  for (const account of accounts) {
    const day = (on: LocalDate | null): string => (on === null ? stamp.slice(0, 8) : on.replaceAll('-', ''))
    yield `<${transaction}><TRNUID>${account.id}</TRNUID>${STATUS}<${statement}><CURDEF>${account.currency}</CURDEF>${from(account)}\n<BANKTRANLIST><DTSTART>${day(account.firstOn)}</DTSTART><DTEND>${day(account.lastOn)}</DTEND>\n`
    for (const row of db.query<Row>(ROWS).iterate([account.id])) yield entry(row, account.currency)
    yield `</BANKTRANLIST>\n<LEDGERBAL><BALAMT>${amount(account.balance, account.currency)}</BALAMT><DTASOF>${day(account.lastOn)}</DTASOF></LEDGERBAL></${statement}></${transaction}>\n`
  }
  yield `</${set}>\n`
}

const amount = (value: number, currency: Currency): string => toDecimal({ minor: minor(value), currency })

function entry({ id, bookedOn, valueOn, amount: value, payee, purpose, externalId, checkNumber }: Row, currency: Currency): string {
  const fields = [
    `<TRNTYPE>${value < 0 ? 'DEBIT' : 'CREDIT'}</TRNTYPE>`, `<DTPOSTED>${bookedOn.replaceAll('-', '')}</DTPOSTED>`, ...(valueOn === null ? [] : [`<DTAVAIL>${valueOn.replaceAll('-', '')}</DTAVAIL>`]),
    `<TRNAMT>${amount(value, currency)}</TRNAMT>`, `<FITID>${text(externalId === '' ? `kontor-${id}` : externalId, 255)}</FITID>`,
    ...optional('CHECKNUM', checkNumber, 12), ...optional('NAME', payee, 200), ...optional('MEMO', purpose, 2000),
  ]
  return `<STMTTRN>${fields.join('')}</STMTTRN>\n`
}

const optional = (tag: string, value: string | null, max: number): string[] => (value === null || value.trim() === '' ? [] : [`<${tag}>${text(value, max)}</${tag}>`])
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const text = (value: string, max: number): string => value.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, max).replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark)
