import { ipcMain, type BrowserWindow } from 'electron'
import { err } from '#shared/result.ts'
import type { Calls } from '#main/ipc/calls.ts'
import type { Publish } from '#main/ipc/events.ts'
import { isOwnAddress } from './origin.ts'
import { isTrusted } from './sender.ts'

/** `heard` is told the channel of every call that was answered. */
interface Answerer { readonly calls: Calls; readonly heard: (channel: unknown) => void }

/** The page's line to main, there before anybody who could answer: whoever calls early waits for them. */
export class Line {
  readonly #answerer = Promise.withResolvers<Answerer>()
  #calls: Calls | undefined

  constructor(window: () => BrowserWindow | undefined) {
    ipcMain.handle('app:call', async (event, channel: unknown, input: unknown, callId: unknown) => {
      // SECURITY: 17 the sender is checked on every call, before a word of it is read.
      if (!isTrusted(event, window())) return JSON.stringify(err({ kind: 'not_found', what: 'channel' }))
      const { calls, heard } = await this.#answerer.promise
      const reply = await calls.call(channel, input, callId)
      heard(channel)
      // As text: of an object the bridge copies every single property, which took the page longer than to show it.
      return JSON.stringify(reply)
    })
    ipcMain.on('app:cancel', (event, callId: unknown) => {
      if (isTrusted(event, window())) this.#calls?.cancel(callId)
    })
  }

  /** From now on calls are answered, those that wait first. */
  answer(answerer: Answerer): void {
    this.#calls = answerer.calls
    this.#answerer.resolve(answerer)
  }

  /** Nobody waits for the answers any more. */
  forgetCalls(): void {
    this.#calls?.cancelAll()
  }
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
