import { app, type BrowserWindow } from 'electron'
import process from 'node:process'
import type { Clock } from '#main/platform/clock.ts'
import type { Log } from '#main/platform/log.ts'

const NO_GPU = 'disable-gpu'
const CRASHES_MAX = 3
const CRASHES_WITHIN_MS = 60_000
const RELOAD_AFTER_MS = 100

export interface Recovery {
  /** Nobody waits for the answers to a page that is gone. */
  readonly forgetCalls: () => void
  /** The page dies again and again. */
  readonly giveUp: () => void
  readonly isShown: () => boolean
}

/** A page that dies is loaded again; a window that stays white because of the graphics driver starts again without it. */
export function recover(window: BrowserWindow, clock: Clock, log: Log, { forgetCalls, giveUp, isShown }: Recovery): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error('window.gone', { reason, exitCode })
    forgetCalls()
    crashes = [...crashes.filter((atMs) => clock.monotonicMs() - atMs < CRASHES_WITHIN_MS), clock.monotonicMs()]
    if (crashes.length > CRASHES_MAX) giveUp()
    // Not within the event: Chromium is still clearing the dead process away.
    else setTimeout(() => { if (!window.isDestroyed()) window.webContents.reload() }, RELOAD_AFTER_MS)
  })
  window.webContents.on('unresponsive', () => { log.warn('window.unresponsive') })
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => { if (isMainFrame && !isSameDocument) forgetCalls() })
  app.on('child-process-gone', (_, { type, reason, exitCode }) => {
    log.error('process.gone', { reason, exitCode })
    if (type === 'GPU' && reason !== 'clean-exit' && !isShown() && !app.commandLine.hasSwitch(NO_GPU)) startAgainWithoutGpu()
  })
}

/** Once: the new start has the switch. An AppImage runs from a mount that ends with it. */
function startAgainWithoutGpu(): void {
  const { APPIMAGE: image } = process.env
  app.relaunch({ args: [...process.argv.slice(1), `--${NO_GPU}`], ...(image === undefined ? {} : { execPath: image }) })
  app.quit()
}
