import type { Buffer } from 'node:buffer'
import { BANG, QUESTION } from './characters.ts'

export const CDATA = '<![CDATA['

/** Comments, CDATA, processing instructions and document types. A search that fails, fails once and is remembered. */
export class Sections {
  readonly #bytes: Buffer
  readonly #unclosed: () => void
  readonly #absent = new Set<string>()

  /** `unclosed` is told of each kind that begins and never ends. */
  constructor(bytes: Buffer, unclosed: () => void) {
    this.#bytes = bytes
    this.#unclosed = unclosed
  }

  /** Where the section ends that begins at a `<`; null where none does. */
  endOf(at: number): number | null {
    const next = this.#bytes[at + 1]
    if (next === QUESTION) return this.#find('>', at)
    if (next !== BANG) return null
    if (this.#startsWith('<!--', at)) return this.#find('-->', at)
    return this.isCdata(at) ? this.#find(']]>', at) : this.#find('>', at)
  }

  isCdata(at: number): boolean {
    return this.#startsWith(CDATA, at)
  }

  /** An entry inside a comment or CDATA is no entry, but it must not vanish without a word. Where they begin. */
  entriesWithin(from: number, to: number): number[] {
    return [...this.#bytes.toString('latin1', from, to).matchAll(/<(?:LOAN)?STMTTRNP?[\s>/]/gi)].map(({ index }) => from + index)
  }

  #startsWith(markup: string, at: number): boolean {
    return this.#bytes.toString('latin1', at, at + markup.length) === markup
  }

  #find(end: string, from: number): number | null {
    if (this.#absent.has(end)) return null
    const found = this.#bytes.indexOf(end, from, 'latin1')
    if (found >= 0) return found + end.length
    this.#absent.add(end)
    this.#unclosed()
    return null
  }
}
