import { CATEGORIES, CATEGORY_GROUPS } from './categories.ts'
import { isLocalDate } from './dates.ts'
import { sentence } from './error-text.ts'
import { formatMoney, type Money } from './money.ts'
import type { Notification } from './notifications.ts'
import type { Language } from './preferences.ts'
import { unreachable } from './result.ts'

/** What happened in a few words, and the details in one sentence. */
export interface NotificationText { readonly title: string; readonly body: string }

export interface Telling {
  readonly language: Language
  /** BCP 47, for amounts. */
  readonly locale: string
  /** Somebody else may be looking: no amounts. */
  readonly hidesAmounts: boolean
  /** The ledger or the screen is locked: neither names nor amounts. */
  readonly hidesNames: boolean
}

const HIDDEN = '•••'

const TITLES = {
  NEW_TRANSACTIONS: ['New transactions', 'Neue Umsätze'],
  NEW_ACCOUNT_BALANCE: ['New balance', 'Neuer Kontostand'],
  LOW_ACCOUNT_BALANCE: ['Low balance', 'Niedriger Kontostand'],
  HIGH_TRANSACTION_AMOUNT: ['Large transaction', 'Hoher Umsatz'],
  CATEGORY_CASH_FLOW: ['Category limit reached', 'Kategoriegrenze erreicht'],
  BANK_LOGIN_ERROR: ['Bank login failed', 'Bankanmeldung gescheitert'],
  FOREIGN_MONEY_TRANSFER: ['Transfer abroad', 'Auslandszahlung'],
  USER_ACTION_REQUIRED: ['Your bank needs you', 'Ihre Bank braucht Sie'],
  CONTRACT_CANCEL_BY: ['Notice day', 'Kündigungsfrist'],
} as const satisfies Record<Notification['trigger'], readonly [string, string]>

/** The same words for the desktop and for the list in the settings. */
export function notificationText(notification: Notification, telling: Telling): NotificationText {
  const [en, de] = TITLES[notification.trigger]
  const title = telling.language === 'de' ? de : en
  if (telling.hidesNames) return { title, body: telling.language === 'de' ? 'Einzelheiten in Kontor.' : 'Details in Kontor.' }
  return { title, body: body(notification, telling) }
}

function body({ trigger, subject, count, amount, limit, payee, categoryId, error }: Notification, telling: Telling): string {
  const { language } = telling
  const isGerman = language === 'de'
  const money = (value: Money | null): string => amountText(value, telling)
  const from = payee === null || payee === '' ? '' : `, ${payee}`
  switch (trigger) {
    case 'NEW_TRANSACTIONS':
      return `${subject}: ${countText(count ?? 0, isGerman)}`
    case 'NEW_ACCOUNT_BALANCE':
      return `${subject}: ${money(amount)}`
    case 'LOW_ACCOUNT_BALANCE':
      return isGerman ? `${subject}: ${money(amount)}, unter ${money(limit)}` : `${subject}: ${money(amount)}, below ${money(limit)}`
    case 'HIGH_TRANSACTION_AMOUNT':
    case 'FOREIGN_MONEY_TRANSFER':
      return `${subject}: ${money(amount)}${from}`
    case 'CATEGORY_CASH_FLOW':
      return isGerman
        ? `${categoryText(categoryId, language)}: ${money(amount)} im ${monthText(subject, telling)}, Grenze ${money(limit)}`
        : `${categoryText(categoryId, language)}: ${money(amount)} in ${monthText(subject, telling)}, limit ${money(limit)}`
    case 'CONTRACT_CANCEL_BY':
      return isGerman ? `${payee ?? ''}: kündbar bis ${dayText(subject, telling)}` : `${payee ?? ''}: cancel by ${dayText(subject, telling)}`
    case 'BANK_LOGIN_ERROR':
    case 'USER_ACTION_REQUIRED':
      return error === null ? subject : `${subject}: ${sentence(error, language).what} ${sentence(error, language).next}`
    default:
      return unreachable(trigger)
  }
}

const countText = (count: number, isGerman: boolean): string =>
  isGerman ? `${count} ${count === 1 ? 'neuer Umsatz' : 'neue Umsätze'}` : `${count} new ${count === 1 ? 'transaction' : 'transactions'}`

const amountText = (money: Money | null, { hidesAmounts, locale }: Telling): string => (money === null || hidesAmounts ? HIDDEN : formatMoney(money, locale))

/** A category or a group by its name. */
export const categoryText = (id: string | null, language: Language): string =>
  (CATEGORIES.find((category) => category.id === id) ?? (id === null ? undefined : CATEGORY_GROUPS[id]))?.[language] ?? ''

/** A day in words. */
const dayText = (day: string, { locale }: Telling): string =>
  (isLocalDate(day) ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`)) : day)

/** `2026-03` in words. */
function monthText(month: string, { locale }: Telling): string {
  const [year = '', number = ''] = month.split('-')
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(number) - 1, 1))
}
