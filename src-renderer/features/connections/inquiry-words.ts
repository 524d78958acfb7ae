import { isDecimal } from '#shared/decimal.ts'
import type { AccountTerms, BankDocument, StandingOrder } from '#shared/inquiries.ts'
import { isCurrency, toMinor, type Money } from '#shared/money.ts'
import { numberFormat } from '#renderer/ui/number-format.ts'
import { useMoneyText } from '#renderer/ui/privacy.ts'
import { useText } from '#renderer/ui/text.ts'

/** 97 to 99 count from a month's end (Data-Dictionary "Ausführungstag"). */
const MONTH_END = 99
const MONTH_END_MIN = 97
const KILO = 1024
const RATE_DIGITS = 4

/** The answers of a bank in words. */
export function useInquiryWords() {
  const { t, date, number, locale } = useText()
  const money = useMoneyText()

  /** One amount, or none where the bank says none that can be read. */
  const moneyOf = (amount: string | null, code: string | null): Money[] => {
    if (amount === null || code === null || !isDecimal(amount) || !isCurrency(code)) return []
    const minor = toMinor(amount, code)
    return minor === undefined ? [] : [{ minor, currency: code }]
  }

  const documentName = ({ number: issue, year, from, to, createdOn }: BankDocument): string => {
    if (issue !== null && year !== null) return t('connections.inquiry.statement', { number: issue, year: String(year) })
    const day = to ?? from ?? createdOn
    return day === null ? t('connections.inquiry.unnumbered') : `${t('connections.inquiry.unnumbered')} ${date(day)}`
  }

  const documentFacts = ({ from, to, bytes }: BankDocument): string =>
    [from !== null && to !== null ? t('connections.inquiry.range', { from: date(from), to: date(to) }) : '', t('connections.inquiry.size', { count: number(Math.ceil(bytes / KILO)) })].filter(Boolean).join(' · ')

  function dayText({ unit, executionDay: day }: StandingOrder): string {
    if (unit === 'week') return t('connections.inquiry.weekday', { day })
    if (day < MONTH_END_MIN) return t('connections.inquiry.monthday', { day })
    return day === MONTH_END ? t('connections.inquiry.monthEnd') : t('connections.inquiry.beforeEnd', { count: MONTH_END - day })
  }

  const orderFacts = (order: StandingOrder): string => [
    `${t(order.unit === 'week' ? 'connections.inquiry.weeks' : 'connections.inquiry.months', { count: order.every })} ${dayText(order)}`,
    t('connections.inquiry.from', { day: date(order.firstOn) }), order.lastOn === null ? '' : t('connections.inquiry.until', { day: date(order.lastOn) }),
    order.suspendedFrom === null || order.suspendedTo === null ? '' : t('connections.inquiry.suspended', { from: date(order.suspendedFrom), to: date(order.suspendedTo) }),
    order.purpose ?? '', order.payee === null ? '' : order.iban ?? '',
  ].filter(Boolean).join(' · ')

  function termsOf({ owner, product, currency, openedOn, creditLine, ...rates }: AccountTerms): readonly { readonly label: string; readonly value: string }[] {
    const [line] = moneyOf(creditLine, currency)
    const { debitInterest, creditInterest, overdraftInterest } = rates
    const percent = (rate: string | null): string => (rate === null ? '' : t('connections.inquiry.percent', { rate: numberFormat(locale.value, { maximumFractionDigits: RATE_DIGITS }).format(Number(rate)) }))
    const told = { owner, product: product ?? '', openedOn: openedOn === null ? '' : date(openedOn), creditLine: line ? money.value(line) : '', debitInterest: percent(debitInterest), creditInterest: percent(creditInterest), overdraftInterest: percent(overdraftInterest) }
    const names = ['owner', 'product', 'openedOn', 'creditLine', 'debitInterest', 'creditInterest', 'overdraftInterest'] as const
    return names.flatMap((name) => (told[name] === '' ? [] : [{ label: t(`connections.inquiry.term.${name}`), value: told[name] }]))
  }

  return { moneyOf, documentName, documentFacts, orderFacts, termsOf }
}
