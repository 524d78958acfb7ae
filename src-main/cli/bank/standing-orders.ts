import { ok } from '#shared/result.ts'
import type { Language } from '#shared/preferences.ts'
import type { StandingOrder } from '#main/sync/index.ts'
import type { Context, Outcome } from '../command.ts'
import { decimalText } from '../say.ts'
import { table } from '../table.ts'
import { words } from '../words.ts'
import { accountJson, inquire, withRemarks } from './inquire.ts'
import type { Values } from './options.ts'

/** `bank standing-orders ID`: what the bank pays again and again. */
export async function listStandingOrders(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const inquired = await inquire(context, operand, values, { kind: 'standing-orders' })
  if (!inquired.ok) return inquired
  const { findings, notices, failure } = inquired.value
  if (failure !== null) return { ok: false, error: failure }
  const { language } = context
  const say = words(language)
  const columns = [
    { title: say.account }, { title: say.payee }, { title: 'IBAN' }, { title: say.amount, align: 'right' }, { title: say.currency },
    { title: say.purpose }, { title: say.rhythm }, { title: say.first }, { title: say.last }, { title: say.suspended },
  ] as const
  const rows = findings.flatMap(({ account, found }) => (found?.orders ?? []).map((order) => [
    account.key, order.payee ?? '', order.iban ?? '', order.amount === null ? '' : decimalText(order.amount, language, 2), order.currency ?? '', order.purpose ?? '', rhythmText(order, language), order.firstOn, order.lastOn ?? '',
    order.suspendedFrom === null && order.suspendedTo === null ? '' : `${order.suspendedFrom ?? ''}–${order.suspendedTo ?? ''}`,
  ]))
  return ok({
    json: { accounts: findings.map(({ account, found, error }) => ({ ...accountJson(account), standingOrders: found?.orders ?? [], error })), notices },
    text: () => withRemarks(rows.length === 0 ? say.noStandingOrders : table(columns, rows, context.terminal.columns), inquired.value, context),
  })
}

/** 97 to 99 count from a month's end (Data-Dictionary "Ausführungstag"). */
const ULTIMO = 99
const ULTIMO_MIN = 97

function rhythmText({ unit, every, executionDay }: StandingOrder, language: Language): string {
  const say = words(language)
  const isWeekly = unit === 'week'
  const rhythm = every === 1 ? (isWeekly ? say.everyWeek : say.everyMonth) : `${say.every} ${every} ${isWeekly ? say.weeks : say.months}`
  const back = executionDay < ULTIMO ? ` −${ULTIMO - executionDay}` : ''
  const day = isWeekly ? `${say.weekday} ${executionDay}` : executionDay < ULTIMO_MIN ? `${say.day} ${executionDay}` : `${say.monthEnd}${back}`
  return `${rhythm}, ${day}`
}
