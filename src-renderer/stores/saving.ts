import type { Reply } from '#shared/ipc/contract.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { call } from '#renderer/api/client.ts'

/** What a file is called by: letters, digits and hyphens, and the days that it is about. */
export interface FileName { readonly name: string; readonly period?: DayRange }

const FILE_NAME_MAX = 60

/** The letters and digits of some words, as part of a file name. */
export const fileNameOf = (...words: readonly string[]): string => words.join(' ').toLowerCase().replace(/[^\p{L}\d]+/gu, '-').slice(0, FILE_NAME_MAX).replace(/^-|-$/g, '')

/** Hands what the window made to main, which asks the person for a place. */
export const save = {
  csv: (file: FileName, text: string): Promise<Reply<'data.saveReport'>> => call('data.saveReport', { ...file, kind: 'csv', bytes: new TextEncoder().encode(text) }),
  json: (file: FileName, text: string): Promise<Reply<'data.saveReport'>> => call('data.saveReport', { ...file, kind: 'json', bytes: new TextEncoder().encode(text) }),
  /** A `data:` address, as a canvas gives it. */
  png: (file: FileName, address: string): Promise<Reply<'data.saveReport'>> => call('data.saveReport', { ...file, kind: 'png', bytes: Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (letter) => letter.charCodeAt(0)) }),
  /** The page as it would be printed. */
  pdf: (file: FileName): Promise<Reply<'data.savePage'>> => call('data.savePage', file),
}
