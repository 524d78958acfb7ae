import { app, dialog, Menu, powerMonitor, session, type BrowserWindow, type ContextMenuParams } from 'electron'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Language, Preferences } from '#shared/preferences.ts'
import { VERSION } from '#shared/version.ts'
import { DEMO_PIN } from '#main/demo-bank/fints/index.ts'
import { createServices, type Services } from '#main/ipc/services.ts'
import type { SessionState } from '#main/ipc/session.ts'
import { systemClock } from '#main/platform/clock.ts'
import { logFiles } from '#main/platform/log-files.ts'
import { createLog, type Log } from '#main/platform/log.ts'
import type { DataPaths } from '#main/platform/paths.ts'
import { proxyFromPac } from '#main/platform/proxy.ts'
import { readPreferences } from '#main/platform/preferences.ts'
import { systemRandom } from '#main/platform/random.ts'
import { systemTimer } from '#main/platform/timer.ts'
import { traceWhereAsked } from '#main/sync/index.ts'
import { createThreadClient } from '#main/worker/threads.ts'
import { contextMenuTemplate } from './context-menu.ts'
import { demoBankThread } from './demo-bank.ts'
import { writeDemoHistory } from './demo.ts'
import { electronDesktop, type ElectronDesktop } from './desktop.ts'
import { guardSession } from './guards.ts'
import { listen, publishTo } from './ipc.ts'
import { systemKeyring } from './keyring.ts'
import { menuTemplate } from './menu.ts'
import { servePage } from './protocol.ts'
import { recover } from './recovery.ts'
import { textsIn } from './texts.ts'
import { applyTheme, openWindow } from './window.ts'

/** Threads finish what they are at; one that hangs must not keep the app from ending. */
const CLOSE_MAX_MS = 15_000
/** The first pages of a ledger are there by then. */
const REST_MS = 2_000
/** scripts/package.js lays it beside the archive of a build that must not be given away. */
const DEVELOPMENT_MARK = 'development-build.txt'

/** The running app: one window, the services behind it, and what the system tells it. */
export class Application {
  readonly #paths: DataPaths
  readonly #log: Log
  readonly #desktop: ElectronDesktop
  readonly #services: Services
  #window: BrowserWindow | undefined
  #isShown = false
  #isListening = false
  #isReady = false
  #isClosed = false
  #isScreenLocked = false

  private constructor(paths: DataPaths, preferences: Preferences) {
    this.#paths = paths
    this.#log = createLog(logFiles(paths.logs), systemClock)
    this.#desktop = electronDesktop(() => this.#window, () => this.#language)
    this.#services = createServices({
      paths, preferences, writeHistory: writeDemoHistory,
      ledger: createThreadClient({ entry: path.join(import.meta.dirname, 'ledger.js'), language: () => this.#language }),
      store: systemKeyring, desktop: this.#desktop, clock: systemClock, random: systemRandom, timer: systemTimer, demoBank: demoBankThread(DEMO_PIN), log: this.#log,
      systemProxy: async (url) => proxyFromPac(await session.defaultSession.resolveProxy(url)),
      restMs: REST_MS,
      trace: traceWhereAsked(process.env, paths.logs, systemClock),
      facts: { version: VERSION, platform: platformName(), developmentBuild: isDevelopmentBuild() },
      publish: publishTo(() => this.#window),
      onSession: (state) => { this.#followSession(state) },
      onPreferences: (changed) => { this.#followPreferences(changed) },
      isScreenLocked: () => this.#isScreenLocked || powerMonitor.getSystemIdleState(1) === 'locked',
      locale: () => localeFor(this.#language),
    })
  }

  /** Opens the ledger and the window side by side. */
  static async start(paths: DataPaths, language: Language): Promise<Application> {
    const application = new Application(paths, await readPreferences(paths.preferences, language))
    await application.#open()
    return application
  }

  /** Files that the system hands over; they wait until a ledger is open. */
  receive(files: readonly string[]): void {
    this.#services.intake.receive(files)
    this.#stageFiles()
    this.#comeForward()
  }

  get #language(): Language {
    return this.#services.preferences.current.language
  }

  async #open(): Promise<void> {
    const { calls, session: ledgerSession, preferences, incidents, autoLock } = this.#services
    process.on('uncaughtException', (cause) => { incidents.reportBug('main', cause) })
    process.on('unhandledRejection', (cause) => { incidents.reportBug('main', cause) })
    this.#log.info('app.started', { version: VERSION, platform: process.platform })
    servePage(path.join(import.meta.dirname, '..', 'renderer'))
    guardSession(session.defaultSession)
    listen(() => calls, () => this.#window, (channel) => { this.#noteAnswer(channel) })
    void ledgerSession.start()
    this.#window = await openWindow({ preload: path.join(import.meta.dirname, '..', 'preload', 'preload.cjs'), state: this.#paths.windowState, icon: ownIcon() }, preferences.current)
    this.#window.once('ready-to-show', () => { this.#show() })
    this.#window.webContents.on('input-event', () => { autoLock.noteInput() })
    this.#window.webContents.on('context-menu', (_, clicked) => { this.#offerTextActions(clicked) })
    this.#window.on('closed', () => { this.#window = undefined })
    recover(this.#window, systemClock, this.#log, { forgetCalls: () => { calls.cancelAll() }, giveUp: () => { this.#giveUp() }, isShown: () => this.#isShown })
    this.#followSystem()
    this.#drawMenu()
  }

  #followSystem(): void {
    const lock = (): void => void this.#services.session.lock()
    powerMonitor.on('suspend', lock)
    powerMonitor.on('lock-screen', () => {
      this.#isScreenLocked = true
      lock()
    })
    powerMonitor.on('unlock-screen', () => { this.#isScreenLocked = false })
    powerMonitor.on('resume', () => { this.#services.scheduler.resumed() })
    // On macOS too: a ledger must not stay open behind a window that nobody sees.
    app.on('window-all-closed', () => { app.quit() })
    app.on('activate', () => { this.#comeForward() })
    app.on('will-quit', (event) => {
      if (this.#isClosed) return
      event.preventDefault()
      void this.#close()
    })
  }

  async #close(): Promise<void> {
    this.#isClosed = true
    const tooLong = new Promise((resolve) => { setTimeout(resolve, CLOSE_MAX_MS) })
    const closed = Promise.all([this.#services.close(), this.#desktop.clearClipboard()])
    await Promise.race([closed, tooLong]).catch((cause: unknown) => this.#services.incidents.reportBug('main', cause))
    app.exit()
  }

  #show(): void {
    this.#window?.show()
    this.#isShown = true
    this.#sayReady()
  }

  /** The first answer to `app.state` means that the page runs and listens. */
  #noteAnswer(channel: unknown): void {
    if (channel !== 'app.state') return
    this.#isListening = true
    this.#sayReady()
    this.#stageFiles()
  }

  /** Whoever starts the app from a script waits for this line. */
  #sayReady(): void {
    if (this.#isReady || !this.#isShown || !this.#isListening) return
    this.#isReady = true
    process.stdout.write('ready\n')
  }

  #stageFiles(): void {
    const { session: ledgerSession, intake, incidents } = this.#services
    if (!this.#isListening || !ledgerSession.isOpen) return
    intake.stage().catch((cause: unknown) => incidents.reportBug('main', cause))
  }

  #followSession({ phase }: SessionState): void {
    const { autoLock } = this.#services
    autoLock.noteInput()
    if (phase === 'open') autoLock.start()
    else autoLock.stop()
    this.#drawMenu()
    this.#stageFiles()
  }

  #followPreferences(preferences: Preferences): void {
    applyTheme(preferences)
    this.#window?.setContentProtection(preferences.contentProtection)
    this.#drawMenu()
  }

  #drawMenu(): void {
    if (this.#window === undefined) return
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({
      platform: process.platform,
      preferences: this.#services.preferences.current,
      isOpen: this.#services.session.isOpen,
      isPackaged: app.isPackaged,
      command: (command) => { publishTo(() => this.#window)('menu.command', { command }) },
      openLogs: () => void this.#desktop.openFolder(this.#paths.logs),
    })))
  }

  #offerTextActions(clicked: ContextMenuParams): void {
    const items = contextMenuTemplate(clicked, this.#language)
    if (items.length > 0 && this.#window) Menu.buildFromTemplate(items).popup({ window: this.#window })
  }

  #comeForward(): void {
    if (this.#window === undefined || !this.#isShown) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
  }

  #giveUp(): void {
    const texts = textsIn(this.#language)
    dialog.showErrorBox(texts.pageGone, texts.pageGoneNext)
    app.quit()
  }
}

/** The region of this computer, where it speaks the language. */
function localeFor(language: Language): string {
  const region = app.getSystemLocale()
  return region.split('-')[0] === language ? region : language
}

function isDevelopmentBuild(): boolean {
  return !app.isPackaged || existsSync(path.join(process.resourcesPath, DEVELOPMENT_MARK))
}

/** Installed apps get theirs from the system's menu entry. */
function ownIcon(): string | undefined {
  const icon = path.join(app.getAppPath(), 'build', 'icons', '256x256.png')
  return process.platform === 'linux' && !app.isPackaged && existsSync(icon) ? icon : undefined
}

function platformName(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
