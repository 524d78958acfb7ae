import { sentence } from '#shared/error-text.ts'
import type { Connection, ConnectionAccount, Refresh, Schedule, UpdateResult, Wire } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { secretOf } from '#shared/login-secret.ts'
import type { Link } from '#renderer/stores/connections.ts'
import { nextAt } from '#renderer/stores/schedule.ts'
import { useRefreshesStore } from '#renderer/stores/refreshes.ts'
import { needsPin } from '#renderer/stores/refreshing.ts'
import { useText } from '#renderer/ui/text.ts'
import { timeText } from '#renderer/ui/time-input.ts'

export type Tone = 'plain' | 'note' | 'good' | 'warn' | 'danger'
export interface Health { readonly tone: Tone; readonly text: string; readonly more: string | undefined }

/** In fours, as it is printed on cards and statements. */
export const ibanText = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00a0')

/** The one that ended last, whoever began it. */
export function latestUpdate({ lastManualUpdate, lastAutoUpdate }: Connection): { readonly update: UpdateResult; readonly isAuto: boolean } | undefined {
  if (lastManualUpdate && (!lastAutoUpdate || lastManualUpdate.timestamp >= lastAutoUpdate.timestamp)) return { update: lastManualUpdate, isAuto: false }
  return lastAutoUpdate ? { update: lastAutoUpdate, isAuto: true } : undefined
}

const MEGA = 1_000_000
/** Whole kilobytes, megabytes with one decimal. */
const sizeText = (bytes: number, locale: string): string => bytes < MEGA
  ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(locale)} kB`
  : `${(bytes / MEGA).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`

/** The state of connections, accounts and refreshes in words. */
export function useConnectionWords() {
  const refreshes = useRefreshesStore()
  const { t, language, locale, instant } = useText()
  const said = (error: AppError): { what: string; next: string } => sentence(error, language.value)

  /** One word about a whole connection, and what to do about it. */
  function healthOf(connection: Connection): Health {
    const failed = connection.accounts.filter(({ status }) => status === 'DOWNLOAD_FAILED').length
    const whole = bankHealth(connection)
    return failed > 0 && whole.tone === 'good' ? { tone: 'warn', text: t('connections.health.partly', { count: failed }), more: undefined } : whole
  }

  /** The same for one account: what is wrong with its bank counts first, then what is wrong with itself. */
  function linkHealth({ connection, account }: Link): Health {
    const whole = bankHealth(connection)
    return whole.tone === 'good' || account.status === 'DEPRECATED' ? accountHealth(account) : whole
  }

  function bankHealth(connection: Connection): Health {
    const phase = refreshes.phaseOf.get(connection.id)
    if (phase === 'asking') return { tone: 'warn', text: t('connections.health.waiting'), more: undefined }
    if (phase ?? connection.updateStatus === 'IN_PROGRESS') return { tone: 'note', text: t('connections.health.running'), more: undefined }
    const error = latestUpdate(connection)?.update.error ?? undefined
    const reason = error && error.kind !== 'cancelled' ? said(error) : undefined
    const words = reason && `${reason.what} ${reason.next}`
    if (connection.userActionRequired) return { tone: 'warn', text: t('connections.health.action'), more: words ?? t('connections.health.actionText') }
    if (words !== undefined) return { tone: 'danger', text: t('connections.health.failed'), more: words }
    if (connection.lastSuccessAt === null) return { tone: 'plain', text: t('connections.health.never'), more: undefined }
    return { tone: 'good', text: t('connections.health.good'), more: undefined }
  }

  function accountHealth({ status, statusError, accountId }: Pick<ConnectionAccount, 'status' | 'statusError' | 'accountId'>): Health {
    if (accountId === null && status === null) return { tone: 'plain', text: t('connections.account.left'), more: undefined }
    switch (status) {
      case null: return { tone: 'plain', text: t('connections.account.never'), more: undefined }
      case 'UPDATED': return { tone: 'good', text: t('connections.account.UPDATED'), more: undefined }
      case 'UPDATED_FIXED': return { tone: 'warn', text: t('connections.account.UPDATED_FIXED'), more: t('connections.account.fixedText') }
      case 'DOWNLOAD_IN_PROGRESS': return { tone: 'note', text: t('connections.account.DOWNLOAD_IN_PROGRESS'), more: undefined }
      case 'DOWNLOAD_FAILED': return { tone: 'danger', text: t('connections.account.DOWNLOAD_FAILED'), more: statusError ? `${said(statusError).what} ${said(statusError).next}` : undefined }
      case 'DEPRECATED': return { tone: 'plain', text: t('connections.account.DEPRECATED'), more: t('connections.account.deprecatedText') }
    }
  }

  function lastText(connection: Connection): string {
    const latest = latestUpdate(connection)
    if (!latest) return t('connections.last.never')
    return t(latest.isAuto ? 'connections.last.auto' : 'connections.last.manual', { when: instant(latest.update.timestamp) })
  }

  /** When it is refreshed next without being asked, or what stands in the way. */
  function scheduleText(connection: Connection): string {
    const { schedule, nextRunAt, schedulePause } = connection
    const rule = ruleText(schedule)
    if (schedule.mode === 'off') return rule
    const pause = schedulePause ?? (needsPin(connection) ? 'pin_required' : undefined)
    if (pause === 'pin_required') return t(`connections.${secretOf(connection.bank)}.waits`, { rule })
    if (pause) return t(`connections.schedule.paused.${pause}`, { rule })
    const next = nextRunAt ?? (schedule.mode === 'daily' ? nextAt(schedule.at) : undefined)
    return next ? t('connections.schedule.next', { rule, when: instant(next) }) : rule
  }

  function ruleText(schedule: Schedule): string {
    switch (schedule.mode) {
      case 'off': return t('connections.schedule.off')
      case 'start': return t('connections.schedule.start')
      case 'hours': return t('connections.schedule.hours', { count: schedule.every })
      case 'daily': return t('connections.schedule.daily', { time: timeText(schedule.at, locale.value) })
    }
  }

  /** What a refresh is doing just now. */
  function stepText({ question, isQueued, step, done, total }: Refresh): string {
    if (question) return t(`connections.waits.${question.kind}`)
    if (isQueued) return t('connections.step.queued')
    return step === 'fetch' && total > 1 ? t('connections.step.fetchOf', { at: Math.min(done + 1, total), total }) : t(`connections.step.${step}`)
  }

  /** What the connection to the bank is at. */
  function wireText(wire: Wire): string {
    switch (wire.kind) {
      case 'connecting': return wire.proxy === null ? t('connections.wire.connecting', { host: wire.host }) : t('connections.wire.connectingBy', { host: wire.host, proxy: wire.proxy })
      case 'secured': return t('connections.wire.secured', { protocol: wire.protocol.replace(/^TLSv/, 'TLS ') })
      case 'sent': case 'receiving': case 'done': return t(`connections.wire.${wire.kind}`, { size: sizeText(wire.bytes, locale.value) })
      default: return t(`connections.wire.${wire.kind}`)
    }
  }

  /** How a refresh ended, in one line. */
  function outcomeText({ status, error, accounts, question }: Refresh): string {
    if (status === 'PROCESSING') return question ? t('connections.health.waiting') : t('connections.health.running')
    if (error?.kind === 'cancelled') return t('connections.outcome.cancelled')
    if (status === 'USER_ACTION_REQUIRED') return error ? said(error).what : t('connections.health.action')
    if (status === 'ERROR') return error ? said(error).what : t('connections.health.failed')
    const added = accounts.reduce((sum, account) => sum + account.added, 0)
    const failed = accounts.filter((account) => account.status === 'DOWNLOAD_FAILED').length
    const rows = added === 0 ? t('connections.outcome.nothing') : t('connections.outcome.added', { count: added })
    return failed === 0 ? rows : t('connections.outcome.partly', { rows, failed: t('connections.health.partly', { count: failed }) })
  }

  return { healthOf, linkHealth, accountHealth, lastText, scheduleText, stepText, wireText, outcomeText }
}
