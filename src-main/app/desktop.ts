import { app, clipboard, dialog, shell, type BrowserWindow, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import path from 'node:path'
import type { Language } from '#shared/preferences.ts'
import type { Secret } from '#shared/secret.ts'
import type { Desktop, FilePurpose } from '#main/ipc/desktop.ts'
import { desktopNotes } from './notes.ts'
import { textsIn } from './texts.ts'

const CLIPBOARD_MS = 60_000
const PAPER = '#ffffff'
/** At the foot of each page; Chromium fills in the two numbers. */
const PAGE_NUMBERS = '<div style="width: 100%; font: 8px sans-serif; text-align: center; color: #555"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

export interface ElectronDesktop extends Desktop {
  /** A secret that still waits for its minute goes at once: before the app ends. */
  clearClipboard(): Promise<void>
}

/** Electron's dialogs, clipboard and shell. `window` is the one that dialogs belong to. */
export function electronDesktop(window: () => BrowserWindow | undefined, language: () => Language): ElectronDesktop {
  const clipboardSecret = secretClipboard()
  return {
    async chooseTarget(purpose, suggestedName) {
      const texts = textsIn(language())
      const options = {
        title: purpose === 'backup' ? texts.saveBackup : texts.saveExport,
        defaultPath: path.join(app.getPath('documents'), suggestedName),
        filters: filters(purpose, language()),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      } satisfies SaveDialogOptions
      const owner = window()
      const { canceled, filePath } = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options))
      return canceled || filePath === '' ? null : filePath
    },
    async chooseSource(purpose) {
      const options = { title: textsIn(language()).chooseBackup, filters: filters(purpose, language()), properties: ['openFile', 'dontAddToRecent'] } satisfies OpenDialogOptions
      const owner = window()
      const { canceled, filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
      return canceled ? null : filePaths[0] ?? null
    },
    async pagePdf() {
      const owner = window()
      if (!owner) return new Uint8Array()
      // The margins of a page are painted as the window behind it is.
      const ground = owner.getBackgroundColor()
      owner.setBackgroundColor(PAPER)
      try {
        return await owner.webContents.printToPDF({ pageSize: 'A4', printBackground: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: PAGE_NUMBERS })
      } finally {
        owner.setBackgroundColor(ground)
      }
    },
    copySecret: clipboardSecret.copy,
    notify: desktopNotes(() => {
      const owner = window()
      if (owner?.isMinimized() === true) owner.restore()
      owner?.show()
      owner?.focus()
    }),
    clearClipboard: clipboardSecret.clear,
    // SECURITY: 15 the shell opens a folder of our own, never an address: nothing of a page or a bank gets here.
    async openFolder(folder) { await shell.openPath(folder) },
    quit: () => { app.quit() },
  }
}

function filters(purpose: FilePurpose, language: Language): FileFilter[] {
  const texts = textsIn(language)
  const kinds = {
    backup: { name: texts.kindBackup, extensions: ['kontor-backup'] },
    json: { name: texts.kindJson, extensions: ['json'] },
    csv: { name: texts.kindCsv, extensions: ['csv'] },
    ofx: { name: texts.kindOfx, extensions: ['ofx'] },
    qif: { name: texts.kindQif, extensions: ['qif'] },
    ledger: { name: texts.kindLedger, extensions: ['ledger', 'journal'] },
    png: { name: texts.kindPng, extensions: ['png'] },
    pdf: { name: texts.kindPdf, extensions: ['pdf'] },
  }
  return [kinds[purpose], { name: texts.kindAll, extensions: ['*'] }]
}

/** What someone copied since is theirs and stays. Newer Electron reads the clipboard later, older at once: both are awaited. */
function secretClipboard(): { copy: (text: Secret) => void; clear: () => Promise<void> } {
  let waiting: { readonly text: Secret; readonly timer: NodeJS.Timeout } | undefined
  const clear = async (): Promise<void> => {
    const secret = waiting
    waiting = undefined
    clearTimeout(secret?.timer)
    if (secret !== undefined && (await clipboard.readText()) === secret.text.reveal()) clipboard.clear()
  }
  return {
    copy: (text) => {
      clearTimeout(waiting?.timer)
      void clipboard.writeText(text.reveal())
      waiting = { text, timer: setTimeout(() => void clear(), CLIPBOARD_MS) }
    },
    clear,
  }
}
