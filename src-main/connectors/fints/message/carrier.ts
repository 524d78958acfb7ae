import { fromBytes, joinBytes, toBytes } from '../syntax/wire.ts'

/** What banks expect of the request around a message. */
export const FINTS_HEADERS = { 'content-type': 'text/plain', 'accept': '*/*' } as const

/** PIN/TAN carries messages as Base64 in the body of an HTTP POST (PIN/TAN, transport over https). */
export const toBody = (message: Uint8Array): Uint8Array => toBytes(Buffer.from(message.buffer, message.byteOffset, message.byteLength).toString('base64'))

/** Reads a body; line breaks inside, lines that are padded each, and banks that send the bare message are understood. */
export function fromBody(body: Uint8Array): Uint8Array {
  const start = fromBytes(body.subarray(0, 256)).trimStart()
  if (start.startsWith('HNHBK')) return body
  const lines = fromBytes(body).replace(/\s+/g, '').split(/(?<==)(?!=)/)
  return joinBytes(lines.map((line) => Buffer.from(line, 'base64')))
}
