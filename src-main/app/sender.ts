import { isOwnAddress } from './origin.ts'

/** As much of Electron's event and window as the question needs. */
interface Contents { readonly id: number }
interface Sender { readonly sender: Contents; readonly senderFrame: { readonly url: string; readonly parent: object | null } | null }

/** Only the main frame of our window, showing our page, may ask. A frame that is gone (null) may not. */
export function isTrusted({ sender, senderFrame }: Sender, window: { readonly webContents: Contents } | undefined): boolean {
  return window !== undefined && sender.id === window.webContents.id && senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)
}
