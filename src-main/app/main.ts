import { app, dialog } from 'electron'
import { mkdirSync } from 'node:fs'
import process from 'node:process'
import { sentence } from '#shared/error-text.ts'
import { HANDED_MAX } from '#shared/ipc/limits.ts'
import type { Language } from '#shared/preferences.ts'
import { VERSION } from '#shared/version.ts'
import { toStorageError } from '#main/platform/files.ts'
import { languageOf } from '#main/platform/language.ts'
import { currentSurroundings, dataPaths, type DataPaths } from '#main/platform/paths.ts'
import type { Application } from './application.ts'
import { runCommandLine } from './command-line.ts'
import { guardContents } from './guards.ts'
import { commandLineIn, filesIn, fitsMessage, packFiles, unpackFiles } from './outside-files.ts'
import { open } from './opening.ts'
import { registerScheme } from './protocol.ts'
import { hasDisplay, isSupportedRuntime, unsafeSwitch } from './safety.ts'
import { textsIn } from './texts.ts'

/**
 * Everything that must be settled before Electron is ready. What is imported here is read before the window can be made, so it
 * is little: the services (application.ts) are read while Chromium makes the window and its page (opening.ts).
 */
function main(): void {
  const language = languageOf(app.getPreferredSystemLanguages())
  const commandLine = commandLineIn(process.argv, app.isPackaged)
  const refusal = refusalToStart(language, commandLine === undefined)
  if (refusal !== undefined) {
    fail(refusal, language)
    return
  }
  // As root Chromium cannot sandbox at all; only development gets here like that, by a switch that a release refuses.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  if (commandLine !== undefined) {
    runCommandLine(commandLine)
    return
  }
  registerScheme()
  guardContents()
  const paths = dataPaths(currentSurroundings())
  if (!prepareFolders(paths, language)) return
  begin(paths, language)
}

function refusalToStart(language: Language, needsDisplay: boolean): string | undefined {
  const texts = textsIn(language)
  const unsafe = app.isPackaged ? unsafeSwitch((name) => app.commandLine.hasSwitch(name)) : undefined
  if (unsafe !== undefined) return texts.unsafeSwitch.replace('{switch}', `--${unsafe}`)
  if (!isSupportedRuntime(process.versions.electron)) return texts.oldRuntime
  return !needsDisplay || hasDisplay(process.platform, process.env) ? undefined : texts.noDisplay
}

/** Chromium's own files go into the data folder too, so that a portable Kontor leaves nothing elsewhere. */
function prepareFolders(paths: DataPaths, language: Language): boolean {
  try {
    mkdirSync(paths.browser, { recursive: true, mode: 0o700 })
    for (const place of ['userData', 'sessionData', 'crashDumps'] as const) app.setPath(place, paths.browser)
    app.setAppLogsPath(paths.logs)
    return true
  } catch (cause) {
    const text = sentence(toStorageError(cause) ?? { kind: 'storage', reason: 'failed' }, language)
    fail(`${paths.folder}\n${text.what} ${text.next}`, language)
    return false
  }
}

/** Who we are to Windows' taskbar (as in electron-builder.yml) and to everyone who asks in the menu. */
function introduce(): void {
  app.setAppUserModelId('app.kontor.Kontor')
  app.setAboutPanelOptions({ applicationName: 'Kontor', applicationVersion: VERSION, copyright: '© The Kontor founders · MIT' })
}

/** One Kontor a data folder: a second start hands its files to the first and ends. */
function begin(paths: DataPaths, language: Language): void {
  const named = filesIn(process.argv, process.cwd(), app.isPackaged).slice(0, HANDED_MAX)
  const files = packFiles(named)
  if (!fitsMessage(process.argv, process.cwd(), files)) {
    fail(textsIn(language).tooManyFiles, language)
    return
  }
  if (!app.requestSingleInstanceLock({ files })) {
    app.exit(0)
    return
  }
  introduce()
  const early = [...named]
  let application: Application | undefined
  const receive = (files: readonly string[]): void => {
    if (application) application.receive(files)
    else early.push(...files)
  }
  app.on('second-instance', (_event, _args, _folder, data) => { receive(unpackFiles(data)) })
  // macOS sends this before Electron is ready, so nobody may be late to listen.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    receive([file])
  })
  app.whenReady().then(async () => {
    const opening = await open(paths, () => application?.language ?? language)
    const { Application: Services } = await loadServices()
    application = await Services.start(paths, language, opening)
    application.receive(early)
  }).catch((cause: unknown) => { fail(startFault(cause), language) })
}

/** Part by part, the largest first: in between main answers the page, which is on its way by now, for its files. */
async function loadServices() {
  await import('#shared/ipc/contract.ts')
  await import('#main/sync/index.ts')
  return import('./application.ts')
}

/** Names the fault without its message, which may quote a path or worse. */
const startFault = (cause: unknown): string => (cause instanceof Error ? `${cause.name} ${'code' in cause ? String(cause.code) : ''}`.trim() : 'Error')

/** Before Electron is ready, Linux writes this to stderr; the other systems show it. */
function fail(text: string, language: Language): void {
  dialog.showErrorBox(textsIn(language).noStart, text)
  app.exit(1)
}

main()
