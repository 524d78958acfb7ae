import { gunzipSync } from 'node:zlib'
import { OFX_DEMO } from '#shared/demo-bank.ts'
import { createOfxBank, OFX_PATH, type OfxBankOptions } from './bank.ts'

/** What came back: the body is unpacked, as a program hands it on that speaks HTTP. */
export interface InsideReply { readonly status: number; readonly body: Uint8Array }

/** The bank for whoever is in the same process: one message there, one back, with the cookie that a session has. */
export function ofxBankInside(options: OfxBankOptions): (body: Uint8Array) => InsideReply {
  const bank = createOfxBank({ url: OFX_DEMO.url, ...options })
  let cookie = ''
  return (sent) => {
    const { status, headers, body } = bank.reply({ method: 'POST', path: OFX_PATH, contentType: 'application/x-ofx', cookie, body: sent })
    cookie = headers['set-cookie']?.split(';')[0] ?? cookie
    return { status, body: headers['content-encoding'] === 'gzip' ? Uint8Array.from(gunzipSync(body)) : body }
  }
}
