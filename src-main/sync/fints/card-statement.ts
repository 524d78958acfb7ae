import type { LocalDate } from '#shared/dates.ts'
import { BLANK_ENTRY, type Statement, type StatementEntry, type UnreadableEntry } from '#shared/statement.ts'
import type { AccountInfo, JobResult } from '#main/connectors/fints/index.ts'

type Card = Extract<JobResult, { kind: 'card-entries' }>['card']
type CardEntry = Card['entries'][number]

/** A card's entries come as data elements, not as a document that a reader knows (DKKKU 2). */
export function cardStatement(card: Card, account: AccountInfo, today: LocalDate): Statement {
  const dated = card.entries.map((entry, index) => ({ entry, line: index + 1, day: entry.bookedOn ?? entry.valueOn ?? entry.boughtOn }))
  const readable = dated.flatMap(({ entry, line, day }) => (day === null ? [] : [{ entry, line, day }]))
  const isPending = ({ bookedOn, isSettled }: CardEntry): boolean => bookedOn === null || (!isSettled && bookedOn > today)
  const currency = card.balance?.currency ?? account.currency ?? card.entries[0]?.currency ?? null
  return {
    kind: 'cc',
    account: { number: account.number, bankCode: account.bankCode, branch: null, iban: account.iban, bic: account.bic, name: account.product, type: 'credit' },
    currency, from: null, to: null,
    entries: readable.filter(({ entry }) => !isPending(entry)).map((row) => toEntry(row, currency)),
    pending: readable.filter(({ entry }) => isPending(entry)).map((row) => toEntry(row, currency)),
    unreadable: dated.flatMap(({ entry, line, day }) => (day === null ? [unreadable(entry, line)] : [])),
    balances: [], trades: [], positions: [], securities: [], loan: null, line: 1,
  }
}

interface Row { readonly entry: CardEntry; readonly line: number; readonly day: LocalDate }

function toEntry({ entry, line, day }: Row, currency: string | null): StatementEntry {
  const [payee = '', ...words] = entry.texts
  return {
    ...BLANK_ENTRY,
    line,
    bookedOn: day,
    valueOn: entry.valueOn ?? entry.boughtOn,
    amount: entry.amount,
    currency: entry.currency === currency ? null : entry.currency,
    originalAmount: entry.originalAmount,
    originalCurrency: entry.originalCurrency,
    exchangeRate: entry.exchangeRate,
    payee,
    purpose: words.join(' '),
    externalId: entry.reference ?? '',
    bankReference: entry.reference ?? '',
    code: entry.merchantCategory ?? '',
  }
}

const unreadable = (entry: CardEntry, line: number): UnreadableEntry => ({
  line, reason: 'bad-date', isPending: !entry.isSettled, bookedOn: null, amount: entry.amount, payee: entry.texts[0] ?? '', purpose: entry.texts.slice(1).join(' '),
})
