import { ipcMain, type BrowserWindow } from 'electron'
import { err } from '#shared/result.ts'
import type { Calls } from '#main/ipc/calls.ts'
import type { Publish } from '#main/ipc/events.ts'
import { isOwnAddress } from './origin.ts'
import { isTrusted } from './sender.ts'

/** `onAnswer` hears the channel of every call that was answered. */
export function listen(calls: () => Calls | undefined, window: () => BrowserWindow | undefined, onAnswer: (channel: unknown) => void): void {
  ipcMain.handle('app:call', async (event, channel: unknown, input: unknown, callId: unknown) => {
    // SECURITY: 17 the sender is checked on every call, before a word of it is read.
    const known = isTrusted(event, window()) ? calls() : undefined
    if (known === undefined) return err({ kind: 'not_found', what: 'channel' })
    const reply = await known.call(channel, input, callId)
    onAnswer(channel)
    return reply
  })
  ipcMain.on('app:cancel', (event, callId: unknown) => {
    if (isTrusted(event, window())) calls()?.cancel(callId)
  })
}

/** Events go to the main frame of our own page and to nobody else. */
export function publishTo(window: () => BrowserWindow | undefined): Publish {
  return (event, payload) => {
    const target = window()
    if (target === undefined || target.isDestroyed() || target.webContents.isDestroyed()) return
    const { mainFrame } = target.webContents
    if (isOwnAddress(mainFrame.url)) mainFrame.send('app:event', event, payload)
  }
}
