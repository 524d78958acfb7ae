import type { LocalDate } from '#shared/dates.ts'
import { DEMO_BANK } from '../bank-identity.ts'
import type { DemoEntry } from '../history/entry.ts'
import type { MoneyAccount, Owner } from '../personas/persona.ts'
import { daysOf } from './mt940.ts'
import { amountOf, documentOf, el, leaf, maybe, type Xml } from './xml.ts'

const CAMT_V2 = 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.02'
const CAMT_V8 = 'urn:iso:std:iso:20022:tech:xsd:camt.052.001.08'
export const CAMT_FORMATS: readonly string[] = [CAMT_V8, CAMT_V2]

const CURRENCY = 'EUR'

interface Book { readonly account: MoneyAccount; readonly owner: Owner; readonly format: string; readonly today: LocalDate }

const isNewer = ({ format }: Book): boolean => format === CAMT_V8

/** camt.052 with one report per booking day, from balance to balance. */
export function writeCamt(book: Book, entries: readonly DemoEntry[], openingCents: number): Uint8Array {
  let cents = openingCents
  const reports = daysOf(entries).map(([day, ofDay]) => {
    const opening = cents
    cents = ofDay.reduce((sum, entry) => sum + entry.cents, cents)
    const balances = [balance(isNewer(book) ? 'OPBD' : 'PRCD', opening, day), balance('CLBD', cents, day)]
    return report(book, day, balances, ofDay.map((entry) => writeEntry(book, entry, 'BOOK')))
  })
  return wrap(book, 'B', reports)
}

export function writePendingCamt(book: Book, pending: readonly DemoEntry[]): Uint8Array {
  return wrap(book, 'V', [report(book, book.today, [], pending.map((entry) => writeEntry(book, entry, 'PDNG')))])
}

function wrap(book: Book, part: string, reports: readonly Xml[]): Uint8Array {
  const header = el('GrpHdr', leaf('MsgId', `DEMO-${part}-${book.today}`), leaf('CreDtTm', `${book.today}T06:00:00+01:00`))
  return documentOf(book.format, el('BkToCstmrAcctRpt', header, ...reports))
}

function report({ account, owner, today }: Book, day: LocalDate, balances: readonly Xml[], entries: readonly Xml[]): Xml {
  return el('Rpt',
    leaf('Id', `R-${account.number}-${day}`), leaf('CreDtTm', `${today}T06:00:00+01:00`),
    el('FrToDt', leaf('FrDtTm', `${day}T00:00:00+01:00`), leaf('ToDtTm', `${day}T23:59:59+01:00`)),
    el('Acct',
      el('Id', account.iban === null ? el('Othr', leaf('Id', account.number)) : leaf('IBAN', account.iban)),
      leaf('Ccy', CURRENCY), el('Ownr', leaf('Nm', owner.name)),
      el('Svcr', el('FinInstnId', leaf('Nm', DEMO_BANK.name)))),
    ...balances, ...entries)
}

function balance(code: string, cents: number, day: LocalDate): Xml {
  return el('Bal', el('Tp', el('CdOrPrtry', leaf('Cd', code))), amountOf('Amt', cents, CURRENCY), direction(cents), el('Dt', leaf('Dt', day)))
}

const direction = (cents: number): Xml => leaf('CdtDbtInd', cents < 0 ? 'DBIT' : 'CRDT')

function writeEntry(book: Book, entry: DemoEntry, status: string): Xml {
  return el('Ntry',
    amountOf('Amt', entry.cents, CURRENCY), direction(entry.cents),
    entry.isReversal ? leaf('RvslInd', 'true') : undefined,
    isNewer(book) ? el('Sts', leaf('Cd', status)) : leaf('Sts', status),
    el('BookgDt', leaf('Dt', entry.bookedOn)), el('ValDt', leaf('Dt', entry.valueOn)),
    leaf('AcctSvcrRef', entry.reference),
    bankCode(entry),
    el('NtryDtls', el('TxDtls',
      el('Refs', maybe('EndToEndId', entry.endToEndId), maybe('MndtId', entry.mandateReference)),
      amountOf('Amt', entry.cents, CURRENCY), direction(entry.cents),
      bankCode(entry), parties(book, entry), agents(book, entry),
      entry.purposeCode === '' ? undefined : el('Purp', leaf('Cd', entry.purposeCode)),
      el('RmtInf', leaf('Ustrd', entry.purpose)))),
    leaf('AddtlNtryInf', entry.text))
}

const bankCode = ({ code }: DemoEntry): Xml => el('BkTxCd', el('Prtry', leaf('Cd', `NMSC+${code}+9301`), leaf('Issr', 'DK')))

/** The counterparty stands where the money goes to or comes from; a reversal keeps the roles of what it takes back. */
function parties(book: Book, entry: DemoEntry): Xml {
  const isCreditor = (entry.cents < 0) !== entry.isReversal
  const [own, other] = isCreditor ? ['Dbtr', 'Cdtr'] as const : ['Cdtr', 'Dbtr'] as const
  const identity = isCreditor && entry.creditorId !== '' ? el('Id', el('PrvtId', el('Othr', leaf('Id', entry.creditorId)))) : undefined
  const named = (tag: string, name: string, id?: Xml) => {
    const inner = [leaf('Nm', name), ...(id === undefined ? [] : [id])]
    return el(tag, ...(isNewer(book) ? [el('Pty', ...inner)] : inner))
  }
  const { counterparty } = entry
  const account = counterparty === null ? undefined : el(`${other}Acct`, el('Id', leaf('IBAN', counterparty.iban)))
  const mine = [named(own, book.owner.name)]
  const theirs = [named(other, entry.name, identity), ...(account === undefined ? [] : [account])]
  return el('RltdPties', ...(isCreditor ? [...mine, ...theirs] : [...theirs, ...mine]))
}

function agents(book: Book, entry: DemoEntry): Xml | undefined {
  if (entry.counterparty === null) return undefined
  const tag = (entry.cents < 0) !== entry.isReversal ? 'CdtrAgt' : 'DbtrAgt'
  return el('RltdAgts', el(tag, el('FinInstnId', leaf(isNewer(book) ? 'BICFI' : 'BIC', entry.counterparty.bic))))
}
