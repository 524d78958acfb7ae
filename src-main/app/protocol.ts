import { protocol } from 'electron'
import { systemRandom } from '#main/platform/random.ts'
import { SCHEME } from './origin.ts'
import { pageFiles } from './page-files.ts'

/** Before Electron is ready. `codeCache` spares the next start the compiling. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } }])
}

export function servePage(folder: string): void {
  // SECURITY: 1 the only content there is comes out of the app itself.
  // SECURITY: 18 under a scheme of its own: a file:// page could read other files.
  protocol.handle(SCHEME, pageFiles(folder, () => Buffer.from(systemRandom.bytes(18)).toString('base64')))
}
