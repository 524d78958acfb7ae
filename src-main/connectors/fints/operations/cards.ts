import type { DecimalText } from '#shared/decimal.ts'
import type { LocalDate } from '#shared/dates.ts'
import { draft } from '../message/message.ts'
import { DIKKU2, DIKKUS2, DKKKU2 } from '../segments/cards.ts'
import { signed } from './balances.ts'
import { earliestDay, firstDay, nationalName, pagesOf, usableVersions, type Operation, type Range } from './operation.ts'

/** One purchase or credit on a card. */
export interface CardEntry {
  readonly bookedOn: LocalDate | null
  readonly boughtOn: LocalDate | null
  readonly valueOn: LocalDate | null
  /** Money out is negative. */
  readonly amount: DecimalText
  readonly currency: string
  readonly originalAmount: DecimalText | null
  readonly originalCurrency: string | null
  readonly exchangeRate: DecimalText | null
  readonly texts: readonly string[]
  readonly reference: string | null
  readonly merchantCategory: string | null
  readonly isSettled: boolean
}

export interface CardStatement {
  readonly entries: readonly CardEntry[]
  readonly balance: { readonly amount: DecimalText; readonly currency: string; readonly asOf: LocalDate | null } | null
  readonly pages: number
}

/** Entries of a credit card (DKKKU 2). */
export const cardEntries: Operation<Range, CardStatement> = {
  plans: ({ account }, facts) => {
    const earliest = earliestDay(facts.today, facts.bank.parameters(DIKKUS2)?.rules.days)
    const versions = account.number === null ? [] : usableVersions('DKKKU', [2], facts, account)
    return versions.map((version) => ({ order: 'DKKKU', version, naming: 'national', format: null, earliest }))
  },
  draft: (plan, { account, from, to }, touchdown) => draft(DKKKU2, { account: nationalName(account), cardNumber: account.number ?? '', from: firstDay(from, plan), to, touchdown }),
  collect: (_plan, _input, pages) => {
    const replies = pagesOf(pages, [DIKKU2])
    const balance = replies.find((reply) => reply.balance !== undefined)?.balance
    return {
      entries: replies.flatMap(({ entries }) => entries.map(toEntry)),
      balance: balance === undefined ? null : { amount: signed(balance), currency: balance.currency, asOf: balance.date ?? null },
      pages: pages.length,
    }
  },
}

type Entry = ReturnType<typeof pagesOf<typeof DIKKU2.fields>>[number]['entries'][number]

function toEntry(entry: Entry): CardEntry {
  const texts = [entry.text1, entry.text2, entry.text3, entry.text4, entry.text5, entry.text6, entry.text7, entry.text8, entry.text9, entry.feeText]
  const original = entry.originalValue === undefined ? null : signed({ creditDebit: entry.originalSign ?? entry.creditDebit, value: entry.originalValue })
  return {
    bookedOn: entry.bookedOn ?? null,
    boughtOn: entry.boughtOn ?? null,
    valueOn: entry.valueOn ?? null,
    amount: signed(entry),
    currency: entry.currency,
    originalAmount: entry.originalCurrency === entry.currency ? null : original,
    originalCurrency: entry.originalCurrency === entry.currency ? null : entry.originalCurrency ?? null,
    exchangeRate: entry.exchangeRate ?? null,
    texts: texts.filter((text) => text !== undefined),
    reference: entry.reference ?? null,
    merchantCategory: entry.merchantCategory ?? null,
    isSettled: entry.isSettled ?? true,
  }
}
