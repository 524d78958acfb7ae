import { addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import { minor, type Minor } from '#shared/money.ts'
import type { NotificationRule, RuleId } from '#shared/notifications.ts'
import { CATEGORIES } from '#shared/categories.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { accountsIn, type ScopedAccount } from './scope.ts'

const SEEN = /* sql */ `SELECT value FROM notification_state WHERE rule_id = ? AND subject = ?`
const SEE = /* sql */ `INSERT INTO notification_state (rule_id, subject, value) VALUES (?, ?, ?) ON CONFLICT (rule_id, subject) DO UPDATE SET value = excluded.value`

/** Notes what a rule sees now, and says what it saw last; undefined where it looks for the first time. */
export function note(db: WritableLedger, ruleId: RuleId, subject: string, value: number): number | undefined {
  const before = db.column<number>(SEEN).get([ruleId, subject])
  if (before !== value) db.command(SEE).run([ruleId, subject, value])
  return before
}

/** What an account's balance means to a rule: the balance itself, or whether it is too low. */
export const accountValue = ({ trigger, limit }: NotificationRule, { balance }: ScopedAccount): number =>
  trigger === 'LOW_ACCOUNT_BALANCE' ? Number(limit !== null && balance < limit.minor) : balance

/** The accounts whose balance a rule watches. A limit means accounts of its currency. */
export const watchedAccounts = (db: ReadableLedger, rule: NotificationRule): ScopedAccount[] =>
  accountsIn(db, rule.scope).filter(({ currency }) => rule.limit === null || currency === rule.limit.currency)

/** Takes everything that is so already as known. */
export function observe(db: WritableLedger, rule: NotificationRule, today: LocalDate): void {
  if (rule.trigger === 'LOW_ACCOUNT_BALANCE' || rule.trigger === 'NEW_ACCOUNT_BALANCE') {
    for (const account of watchedAccounts(db, rule)) note(db, rule.id, `account ${account.id}`, accountValue(rule, account))
  }
  if (rule.trigger === 'CATEGORY_CASH_FLOW') for (const month of watchedMonths(today)) note(db, rule.id, month, Number(isReached(rule, monthSum(db, rule, month))))
}

/** What was booked on a month's last days often comes in the next. */
export const watchedMonths = (today: LocalDate): string[] => [addMonths(localDate(`${today.slice(0, 7)}-01`), -1), today].map((day) => day.slice(0, 7))

const SUM = /* sql */ `
  SELECT coalesce(sum(amount_minor), 0) FROM posting
   WHERE is_pending = 0 AND booked_on BETWEEN :from AND :to AND account_id IN (SELECT value FROM json_each(:accounts))
     AND (category_id = :categoryId OR substr(category_id, 1, length(:categoryId) + 1) = :categoryId || '.')`

/** A month's sum of a category in its own direction: what came in of an income, what went out of anything else. */
export function monthSum(db: ReadableLedger, rule: NotificationRule, month: string): Minor {
  const categoryId = rule.categoryId ?? ''
  const accounts = JSON.stringify(watchedAccounts(db, rule).map(({ id }) => id))
  const sum = db.column<number>(SUM).get({ from: `${month}-01`, to: `${month}-31`, accounts, categoryId }) ?? 0
  const isIncome = CATEGORIES.find(({ id }) => id === categoryId || id.startsWith(`${categoryId}.`))?.class === 'income'
  return minor(isIncome ? sum : -sum)
}

export const isReached = ({ limit }: NotificationRule, sum: Minor): boolean => limit !== null && sum >= limit.minor
