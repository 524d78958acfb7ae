import type { ExportFormat } from '#shared/ipc/app-endpoints.ts'
import type { NotificationText } from '#shared/notification-text.ts'
import type { Secret } from '#shared/secret.ts'

/** What a save or open dialog is for: it decides title, folder and file ending. */
export type FilePurpose = 'backup' | ExportFormat | 'png' | 'pdf'

/** What only a desktop can do. The app passes Electron's in; tests pass in what a person would answer. */
export interface Desktop {
  /** Null where the person cancelled. */
  chooseTarget(purpose: FilePurpose, suggestedName: string): Promise<string | null>
  chooseSource(purpose: FilePurpose): Promise<string | null>
  /** The window's page as it would be printed. */
  pagePdf(): Promise<Uint8Array>
  /** Into the clipboard, and out of it again after a minute if it still holds it. */
  copySecret(text: Secret): void
  /** On the desktop, where it can. A click brings the window forward first. */
  notify(text: NotificationText, onClick: () => void): void
  openFolder(folder: string): Promise<void>
  quit(): void
}
