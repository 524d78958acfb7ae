import { app, Menu, powerMonitor, session, type BrowserWindow, type ContextMenuParams } from 'electron'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { DEMO_PIN } from '#shared/demo-bank.ts'
import type { Language, Preferences } from '#shared/preferences.ts'
import { VERSION } from '#shared/version.ts'
import { createServices, type Services } from '#main/ipc/services.ts'
import type { SessionState } from '#main/ipc/session.ts'
import { steadily } from '#main/ipc/steady.ts'
import { systemClock } from '#main/platform/clock.ts'
import type { Log } from '#main/platform/log.ts'
import type { DataPaths } from '#main/platform/paths.ts'
import { proxyFromPac } from '#main/platform/proxy.ts'
import { readPreferences } from '#main/platform/preferences.ts'
import { systemRandom } from '#main/platform/random.ts'
import { helpersStepBack, stepBeside } from '#main/platform/thread-priority.ts'
import { systemTimer } from '#main/platform/timer.ts'
import { traceWhereAsked } from '#main/sync/index.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { createThreadClient } from '#main/worker/threads.ts'
import { applyTheme } from './appearance.ts'
import { builtFile } from './built-files.ts'
import { contextMenuTemplate } from './context-menu.ts'
import { demoBankThread } from './demo-bank.ts'
import { electronDesktop, type ElectronDesktop } from './desktop.ts'
import { deriveInThread, prepareToDerive, stopWaiting, writeDemoHistory } from './errands.ts'
import { publishTo } from './ipc.ts'
import { systemKeyring } from './keyring.ts'
import { menuTemplate } from './menu.ts'
import type { Opening } from './opening.ts'

/** Threads finish what they are at; one that hangs must not keep the app from ending. */
const CLOSE_MAX_MS = 15_000
/** The first pages of a ledger are there by then. */
const REST_MS = 2_000
/** scripts/package.js lays it beside the archive of a build that must not be given away. */
const DEVELOPMENT_MARK = 'development-build.txt'

/** The running app: the services behind the window, and what the system tells it. Loaded while the window is being made (main.ts). */
export class Application {
  readonly #paths: DataPaths
  readonly #log: Log
  readonly #desktop: ElectronDesktop
  readonly #services: Services
  readonly #ledger: LedgerClient
  readonly #place: Opening['place']
  #window: BrowserWindow | undefined
  #isShown = false
  #isListening = false
  #isReady = false
  #isClosed = false
  #isScreenLocked = false

  private constructor(paths: DataPaths, preferences: Preferences, { window, place, log }: Opening) {
    this.#paths = paths
    this.#log = log
    this.#window = window
    this.#place = place
    this.#desktop = electronDesktop(() => this.#window, () => this.language)
    this.#ledger = createThreadClient({ entry: builtFile('main', 'ledger.js'), language: () => this.language })
    this.#services = createServices({
      paths, preferences, writeHistory: writeDemoHistory,
      ledger: this.#ledger,
      store: systemKeyring, desktop: this.#desktop, clock: systemClock, random: systemRandom, timer: systemTimer, demoBank: demoBankThread(DEMO_PIN, builtFile('main', 'demo-bank.js')), log: this.#log,
      systemProxy: async (url) => proxyFromPac(await session.defaultSession.resolveProxy(url)),
      restMs: REST_MS, derive: deriveInThread,
      trace: traceWhereAsked(process.env, paths.logs, systemClock),
      facts: { version: VERSION, platform: platformName(), developmentBuild: isDevelopmentBuild() },
      publish: steadily(publishTo(() => this.#window), systemTimer),
      onSession: (state) => { this.#followSession(state) },
      onPreferences: (changed) => { this.#followPreferences(changed) },
      isScreenLocked: () => this.#isScreenLocked || powerMonitor.getSystemIdleState(1) === 'locked',
      locale: () => localeFor(this.language),
    })
  }

  /** Puts the services behind a window that is on its way. */
  static async start(paths: DataPaths, language: Language, opening: Opening): Promise<Application> {
    const application = new Application(paths, await readPreferences(paths.preferences, language), opening)
    application.#open(opening)
    return application
  }

  /** Files that the system hands over; they wait until a ledger is open. */
  receive(files: readonly string[]): void {
    this.#services.intake.receive(files)
    this.#stageFiles()
    this.#comeForward()
  }

  get language(): Language {
    return this.#services.preferences.current.language
  }

  #open({ window, line, painted }: Opening): void {
    const { calls, session: ledgerSession, incidents, autoLock } = this.#services
    process.on('uncaughtException', (cause) => { incidents.reportBug('main', cause) })
    process.on('unhandledRejection', (cause) => { incidents.reportBug('main', cause) })
    this.#log.info('app.started', { version: VERSION, platform: process.platform })
    line.answer({ calls, heard: (channel) => { this.#noteAnswer(channel) } })
    void ledgerSession.start()
    void painted.then(() => {
      this.#show()
      // From here on the page has work of its own, and main's must not go before it.
      stepBeside()
      helpersStepBack()
      return this.#prepareLedger()
    })
    window.webContents.on('input-event', () => { autoLock.noteInput() })
    window.webContents.on('context-menu', (_, clicked) => { this.#offerTextActions(clicked) })
    window.on('closed', () => { this.#window = undefined })
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
    const closed = Promise.all([this.#services.close(), this.#desktop.clearClipboard(), this.#place.kept()])
    await Promise.race([closed, tooLong]).catch((cause: unknown) => this.#services.incidents.reportBug('main', cause))
    app.exit()
  }

  /** Somebody is about to type what opens the ledger: what takes its time to start is started meanwhile. */
  async #prepareLedger(): Promise<void> {
    const { session: ledgerSession } = this.#services
    await ledgerSession.started
    if (ledgerSession.state.phase !== 'locked') return
    this.#ledger.prepare()
    if (!ledgerSession.keyringUnlock) prepareToDerive()
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
    if (phase === 'open') {
      autoLock.start()
      stopWaiting()
    } else autoLock.stop()
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
    const items = contextMenuTemplate(clicked, this.language)
    if (items.length > 0 && this.#window) Menu.buildFromTemplate(items).popup({ window: this.#window })
  }

  #comeForward(): void {
    if (this.#window === undefined || !this.#isShown) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
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

function platformName(): 'linux' | 'darwin' | 'win32' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
}
