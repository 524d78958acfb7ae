import type { ConnectionId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import { NOTIFICATIONS_MAX } from '#shared/ipc/limits.ts'
import type { AccountId } from '#shared/model.ts'
import type { Notification, RuleId } from '#shared/notifications.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

type Content = Pick<Notification, 'subject' | 'count' | 'amount' | 'limit' | 'payee' | 'categoryId' | 'error'>

/** Something that happened. `event` names it: what has been told under this name is not told again. */
export interface Happening extends Pick<Notification, 'trigger' | 'subject'>, Partial<Omit<Content, 'subject'>> {
  readonly event: string
  readonly ruleId: RuleId | null
  readonly connectionId?: ConnectionId | null
  readonly accountId?: AccountId | null
}

interface NotificationRow {
  readonly id: Notification['id']
  readonly on_trigger: Notification['trigger']
  readonly rule_id: RuleId | null
  readonly connection_id: ConnectionId | null
  readonly account_id: AccountId | null
  readonly content: string
  readonly at: Instant
}

const INSERT = /* sql */ `
  INSERT INTO notification (event, on_trigger, rule_id, connection_id, account_id, content, at)
  VALUES (:event, :trigger, :ruleId, :connectionId, :accountId, :content, :at) ON CONFLICT (event) DO NOTHING`
const FORGET = /* sql */ `DELETE FROM notification WHERE id <= (SELECT max(id) FROM notification) - ${NOTIFICATIONS_MAX}`

/** Writes down what is to be told, each event once. Call inside `transact`, together with what made it happen. */
export function tell(db: WritableLedger, happenings: readonly Happening[], at: Instant): number {
  let told = 0
  for (const { event, trigger, ruleId, connectionId = null, accountId = null, ...said } of happenings) {
    const content: Content = { count: null, amount: null, limit: null, payee: null, categoryId: null, error: null, ...said }
    told += db.command(INSERT).run({ event, trigger, ruleId, connectionId, accountId, content: JSON.stringify(content), at }).changes
  }
  if (told > 0) db.command(FORGET).run()
  return told
}

const RECENT = /* sql */ `SELECT * FROM notification ORDER BY id DESC LIMIT ?`

/** Newest first. */
export const recentNotifications = (db: ReadableLedger, limit: number): Notification[] => db.query<NotificationRow>(RECENT).all([limit]).map(toNotification)

const UNTOLD = /* sql */ `SELECT * FROM notification WHERE is_told = 0 ORDER BY id`

/** What nobody has been told yet, oldest first. Whoever takes it tells it: nobody gets it again. Call inside `transact`. */
export function takeNotifications(db: WritableLedger): Notification[] {
  const rows = db.query<NotificationRow>(UNTOLD).all()
  if (rows.length > 0) db.command('UPDATE notification SET is_told = 1 WHERE is_told = 0').run()
  return rows.map(toNotification)
}

/** Only `tell` writes the content. */
const toNotification = (row: NotificationRow): Notification => ({
  id: row.id, trigger: row.on_trigger, ruleId: row.rule_id, connectionId: row.connection_id, accountId: row.account_id, at: row.at,
  ...JSON.parse(row.content) as Content,
})
