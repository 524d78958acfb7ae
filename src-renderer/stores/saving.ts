import type { Reply } from '#shared/ipc/contract.ts'
import { call } from '#renderer/api/client.ts'

/** Hands what the window made to main, which asks the person for a place. `name` is part of the suggested file name. */
export const save = {
  csv: (name: string, text: string): Promise<Reply<'data.saveReport'>> => call('data.saveReport', { name, kind: 'csv', bytes: new TextEncoder().encode(text) }),
  json: (name: string, text: string): Promise<Reply<'data.saveReport'>> => call('data.saveReport', { name, kind: 'json', bytes: new TextEncoder().encode(text) }),
  /** A `data:` address, as a canvas gives it. */
  png: (name: string, address: string): Promise<Reply<'data.saveReport'>> => call('data.saveReport', { name, kind: 'png', bytes: Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0)) }),
  /** The page as it would be printed. */
  pdf: (name: string): Promise<Reply<'data.savePage'>> => call('data.savePage', { name }),
}
