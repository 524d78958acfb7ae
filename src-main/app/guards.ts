import { app, type Session, type WebContents } from 'electron'
import { isOwnAddress } from './origin.ts'

/** Every page that ever comes to be, expected or not, is bound before it can load anything. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => { bind(contents) })
}

function bind(contents: WebContents): void {
  // SECURITY: 13 the window shows one page; nothing leads away from it.
  contents.on('will-navigate', (event) => { event.preventDefault() })
  contents.on('will-frame-navigate', (event) => { event.preventDefault() })
  contents.on('will-redirect', (event) => { event.preventDefault() })
  // SECURITY: 14 and opens no other.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // SECURITY: 12 no guest page is ever attached, whatever its options.
  contents.on('will-attach-webview', (event) => { event.preventDefault() })
}

/** Camera, location, notifications, devices: the page needs none of them and gets none. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => { decide(false) }) // SECURITY: 5 asked for, refused.
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  // The policy of the page forbids it already; here the network is shut for everything else in this process too.
  session.webRequest.onBeforeRequest(({ url }, decide) => { decide({ cancel: !isOwnAddress(url) && !isLocal(url) }) })
  session.on('will-download', (event) => { event.preventDefault() })
}

/** Content that never leaves the process, and the developer tools of an unpackaged build. */
const isLocal = (url: string): boolean => /^(?:data|blob|devtools|chrome-extension):/.test(url)
