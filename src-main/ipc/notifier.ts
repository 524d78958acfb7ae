import type { Language } from '#shared/preferences.ts'
import { notificationText } from '#shared/notification-text.ts'
import type { Notification } from '#shared/notifications.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Desktop } from './desktop.ts'
import type { Publish } from './events.ts'

export interface NotifierParts {
  readonly ledger: LedgerClient
  readonly desktop: Pick<Desktop, 'notify'>
  readonly publish: Publish
  /** The person wants to see them on the desktop. */
  readonly isWanted: () => boolean
  readonly isPrivate: () => boolean
  /** The ledger is locked, or this computer's screen is. */
  readonly isLocked: () => boolean
  readonly language: () => Language
  readonly locale: () => string
}

/** More at once would cover the desktop; the list in the settings has them all. */
const SHOWN_MAX = 4

/** Tells on the desktop what the ledger has found. Taken is told: after a crash in between the list still has it. */
export class Notifier {
  readonly #parts: NotifierParts
  #taking: Promise<void> = Promise.resolve()

  constructor(parts: NotifierParts) {
    this.#parts = parts
  }

  /** There is something to tell, or there may be after a restart. */
  look(): void {
    this.#taking = this.#taking.then(() => this.#take())
  }

  /** Settles when everything known so far has been told. */
  idle(): Promise<void> {
    return this.#taking
  }

  async #take(): Promise<void> {
    const taken = await this.#parts.ledger.job('notifications.take', null)
    if (!taken.ok || !this.#parts.isWanted()) return
    const { notifications } = taken.value
    const isMany = notifications.length > SHOWN_MAX
    for (const notification of notifications.slice(0, isMany ? SHOWN_MAX - 1 : SHOWN_MAX)) this.#show(notification)
    if (isMany) this.#showRest(notifications.length - SHOWN_MAX + 1)
  }

  #show(notification: Notification): void {
    const { desktop, publish, language, locale, isPrivate, isLocked } = this.#parts
    const text = notificationText(notification, { language: language(), locale: locale(), hidesAmounts: isPrivate() || isLocked(), hidesNames: isLocked() })
    const { accountId, connectionId } = notification
    desktop.notify(text, () => { publish('notification.opened', { accountId, connectionId }) })
  }

  #showRest(count: number): void {
    const { desktop, publish, language } = this.#parts
    const body = language() === 'de' ? `${count} weitere Benachrichtigungen in Kontor.` : `${count} more notifications in Kontor.`
    desktop.notify({ title: 'Kontor', body }, () => { publish('notification.opened', { accountId: null, connectionId: null }) })
  }
}
