import { createRequire } from 'node:module'

/** A peer's own way to read a whole file and count its entries; the count proves that it did the work. */
export interface Peer {
  readonly name: string
  readonly read: (bytes: Uint8Array) => Promise<number>
}

/** They are installed in a folder of their own, so that nothing else can reach them. */
const require = createRequire(new URL('peers/package.json', import.meta.url))
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const count = (value: unknown): number => (Array.isArray(value) ? value.length : value === undefined || value === null ? 0 : 1)

/** Follows a path through what a peer returns, whose types we do not trust; arrays on the way are added up. */
function countAt(value: unknown, ...path: string[]): number {
  const [step, ...rest] = path
  if (step === undefined) return count(value)
  if (Array.isArray(value)) return value.reduce((total: number, item: unknown) => total + countAt(item, step, ...rest), 0)
  return typeof value === 'object' && value !== null && step in value ? countAt((value as Record<string, unknown>)[step], ...rest) : 0
}

const TO_ENTRIES = ['OFX', 'BANKMSGSRSV1', 'STMTTRNRS', 'STMTRS', 'BANKTRANLIST', 'STMTTRN'] as const
const CARD_ENTRIES = ['OFX', 'CREDITCARDMSGSRSV1', 'CCSTMTTRNRS', 'CCSTMTRS', 'BANKTRANLIST', 'STMTTRN'] as const
const entries = (value: unknown): number => countAt(value, ...TO_ENTRIES) + countAt(value, ...CARD_ENTRIES)

export const PEERS: readonly Peer[] = [
  { name: 'ofx-js', read: async (bytes) => entries(await (require('ofx-js') as { parse: (data: string) => unknown }).parse(text(bytes))) },
  {
    name: '@f-o-t/ofx',
    read: async (bytes) => {
      const { parseBuffer, getTransactions } = await import(new URL('peers/node_modules/@f-o-t/ofx/dist/index.js', import.meta.url).href) as { parseBuffer: (data: Uint8Array) => { success: boolean; data: unknown }; getTransactions: (data: unknown) => unknown[] }
      const parsed = parseBuffer(bytes)
      return parsed.success ? getTransactions(parsed.data).length : 0
    },
  },
  {
    name: 'ofx-data-extractor',
    read: (bytes) => {
      const { Ofx } = require('ofx-data-extractor') as { Ofx: { fromBuffer: (data: Buffer) => { getBankTransferList: () => unknown[]; getCreditCardTransferList: () => unknown[] } } }
      const file = Ofx.fromBuffer(Buffer.from(bytes))
      return Promise.resolve(file.getBankTransferList().length + file.getCreditCardTransferList().length)
    },
  },
  {
    name: 'banking',
    read: (bytes) => new Promise((resolve) => {
      const { parse } = require('banking') as { parse: (data: string, done: (result: { body: unknown }) => void) => void }
      parse(text(bytes), (result) => { resolve(entries(result.body)) })
    }),
  },
]
