import { Notification } from 'electron'
import type { Desktop } from '#main/ipc/desktop.ts'

/** Older ones can no longer be clicked; a desktop that never says that one is gone must not fill the memory. */
const KEPT_MAX = 50

/** Notifications of the desktop. Each is held while it may be clicked: one that is collected as garbage hears no click. */
export function desktopNotes(comeForward: () => void): Desktop['notify'] {
  const shown = new Set<Notification>()
  return ({ title, body }, onClick) => {
    if (!Notification.isSupported()) return
    const note = new Notification({ title, body })
    const forget = (): void => { shown.delete(note) }
    note.once('click', () => {
      forget()
      comeForward()
      onClick()
    })
    note.once('close', forget)
    note.once('failed', forget)
    const [oldest] = shown
    if (shown.size >= KEPT_MAX && oldest !== undefined) shown.delete(oldest)
    shown.add(note)
    note.show()
  }
}
