import { BrowserWindow, nativeTheme, screen } from 'electron'
import { applyTheme, type Appearance } from './appearance.ts'
import { START_PAGE } from './origin.ts'
import { placeWindow, WINDOW_MIN, type WindowPlace } from './window-state.ts'

/** The paper of tokens.css, so that nothing flashes before the page has painted. */
const PAPER = { light: '#fafaf7', dark: '#101615' }
const SAVE_AFTER_MS = 400

export interface WindowParts { readonly preload: string; readonly place: WindowPlace; readonly icon: string | undefined }

/** Makes the window, still hidden, and begins to load its page. */
export async function openWindow({ preload, place, icon }: WindowParts, appearance: Appearance): Promise<BrowserWindow> {
  const saved = await place.read()
  applyTheme(appearance)
  const window = new BrowserWindow({
    ...placeWindow(saved, [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]),
    minWidth: WINDOW_MIN.width,
    minHeight: WINDOW_MIN.height,
    title: 'Kontor',
    show: false,
    backgroundColor: paper(),
    ...(icon === undefined ? {} : { icon }),
    webPreferences: {
      preload,
      nodeIntegration: false, // SECURITY: 2 the page has no Node, nor have its workers and frames.
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true, // SECURITY: 3 the preload lives in a world of its own.
      sandbox: true, // SECURITY: 4 the operating system holds the page back.
      webSecurity: true, // SECURITY: 6 the same-origin policy stands.
      allowRunningInsecureContent: false, // SECURITY: 8 nothing unencrypted is mixed in.
      experimentalFeatures: false, // SECURITY: 9 no unfinished features of Chromium.
      enableBlinkFeatures: '', // SECURITY: 10 none by name either.
      webviewTag: false, // SECURITY: 11 there is no <webview> that could allow popups.
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    },
  })
  if (saved?.isMaximized === true) window.maximize()
  window.setContentProtection(appearance.contentProtection)
  nativeTheme.on('updated', () => { if (!window.isDestroyed()) window.setBackgroundColor(paper()) })
  rememberPlace(window, place)
  void window.loadURL(START_PAGE)
  return window
}

const paper = (): string => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light)

/** While it is maximised, the place it would return to is what counts. */
function rememberPlace(window: BrowserWindow, place: WindowPlace): void {
  let timer: NodeJS.Timeout | undefined
  const save = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized()) return
    place.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_AFTER_MS)
  }
  window.on('resize', soon).on('move', soon).on('maximize', soon).on('unmaximize', soon).on('close', save)
}
