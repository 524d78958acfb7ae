import { app, dialog, session, type BrowserWindow } from 'electron'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Language } from '#shared/preferences.ts'
import { systemClock } from '#main/platform/clock.ts'
import { sweepDrafts } from '#main/platform/files.ts'
import { logFiles } from '#main/platform/log-files.ts'
import { createLog, type Log } from '#main/platform/log.ts'
import type { DataPaths } from '#main/platform/paths.ts'
import { readAppearance } from './appearance.ts'
import { builtFile } from './built-files.ts'
import { guardSession } from './guards.ts'
import { Line } from './ipc.ts'
import { servePage } from './protocol.ts'
import { recover } from './recovery.ts'
import { textsIn } from './texts.ts'
import { WindowPlace } from './window-state.ts'
import { openWindow } from './window.ts'

/** What stands before the services do: the window, still hidden, with its page on the way, and their line to main. */
export interface Opening {
  readonly window: BrowserWindow
  /** Where it stands is written while it moves and when it closes. */
  readonly place: WindowPlace
  readonly line: Line
  readonly log: Log
  /** Its first picture is there: it may be shown. */
  readonly painted: Promise<unknown>
}

/** Makes all of it from the little that `main.ts` has read by now; `language` is asked when there is bad news. */
export async function open(paths: DataPaths, language: () => Language): Promise<Opening> {
  const log = createLog(logFiles(paths.logs), systemClock)
  let opened: BrowserWindow | undefined
  const line = new Line(() => opened)
  const place = new WindowPlace(paths.windowState)
  servePage(builtFile('renderer'))
  guardSession(session.defaultSession)
  // This is the only Kontor in its folder, and nothing has been written yet: what lies about is of one that was killed.
  const [appearance] = await Promise.all([readAppearance(paths.preferences), ...[paths.windowState, paths.preferences].map(sweepDrafts)])
  const window = await openWindow({ preload: builtFile('preload', 'preload.cjs'), place, icon: ownIcon() }, appearance)
  opened = window
  const { promise: painted, resolve } = Promise.withResolvers<unknown>()
  window.once('ready-to-show', () => { resolve(undefined) })
  window.once('closed', () => { opened = undefined })
  recover(window, systemClock, log, { forgetCalls: () => { line.forgetCalls() }, giveUp: () => { giveUp(language()) }, isShown: () => !window.isDestroyed() && window.isVisible() })
  return { window, place, line, log, painted }
}

/** Installed apps get theirs from the system's menu entry. */
function ownIcon(): string | undefined {
  const icon = path.join(app.getAppPath(), 'build', 'icons', '256x256.png')
  return process.platform === 'linux' && !app.isPackaged && existsSync(icon) ? icon : undefined
}

function giveUp(language: Language): void {
  const texts = textsIn(language)
  dialog.showErrorBox(texts.pageGone, texts.pageGoneNext)
  app.quit()
}
