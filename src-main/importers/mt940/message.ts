import type { ReadingWarning, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import { readAccount, UNKNOWN_ACCOUNT, type ReadAccount } from '../swift/account.ts'
import { END_OF_MESSAGE, type SwiftField } from '../swift/fields.ts'
import { readEntry, type RawEntry } from './entry.ts'

/** One MT940 or MT942 message: its entries read, its other fields sorted. */
export interface Message {
  readonly line: number
  readonly account: ReadAccount
  readonly fields: ReadonlyMap<string, SwiftField>
  /** Field 65 may stand several times. */
  readonly forward: readonly SwiftField[]
  readonly entries: readonly StatementEntry[]
  readonly unreadable: readonly UnreadableEntry[]
}

/** Fields that stand once; a second one belongs to another message, for some banks leave `:20:` and the end out. */
const ONCE: ReadonlySet<string> = new Set(['25', '60F', '60M', '62F', '62M'])
const HEADERS: ReadonlySet<string> = new Set(['940', '942'])

/** Sorts fields into messages as they come and reads each entry as soon as it is complete. */
export class MessageCollector {
  readonly messages: Message[] = []
  readonly #warnings: ReadingWarning[]
  #current: OpenMessage | undefined

  constructor(warnings: ReadingWarning[]) {
    this.#warnings = warnings
  }

  /** Where a message begins is told by `:20:`, by an end mark, or by a field that cannot stand twice. */
  add(field: SwiftField): void {
    if (field.tag === END_OF_MESSAGE || HEADERS.has(field.tag)) {
      this.finish()
      return
    }
    if (!this.#current || this.#current.begins(field)) this.#open(field.line)
    this.#current?.place(field)
  }

  #open(line: number): void {
    this.finish()
    this.#current = new OpenMessage(line, this.#warnings)
    this.messages.push(this.#current)
  }

  finish(): void {
    this.#current?.finishEntry()
    this.#current = undefined
  }
}

class OpenMessage implements Message {
  readonly line: number
  readonly fields = new Map<string, SwiftField>()
  readonly forward: SwiftField[] = []
  readonly entries: StatementEntry[] = []
  readonly unreadable: UnreadableEntry[] = []
  account: ReadAccount = UNKNOWN_ACCOUNT
  readonly #warnings: ReadingWarning[]
  #entry: RawEntry | undefined

  constructor(line: number, warnings: ReadingWarning[]) {
    this.line = line
    this.#warnings = warnings
  }

  begins({ tag, lines }: SwiftField): boolean {
    if (tag === '20') return this.fields.size > 0 || this.entries.length > 0 || this.#entry !== undefined
    if (!ONCE.has(tag) || isDamagedRemittance(tag, lines)) return false
    return this.fields.has(tag) || (tag.startsWith('60') && (this.fields.has('62F') || this.fields.has('62M')))
  }

  place(field: SwiftField): void {
    const { tag, line, lines } = field
    if (tag === '61') {
      this.finishEntry()
      this.#entry = { line, statementLine: lines, remittance: [], bankOwn: [] }
    } else if (this.#entry && (tag === '86' || (tag === '25' && isDamagedRemittance(tag, lines)))) {
      for (const text of lines) this.#entry.remittance.push(text)
    } else if (this.#entry && tag === 'NS') {
      for (const text of lines) this.#entry.bankOwn.push(text)
    } else {
      this.#keep(field)
    }
  }

  finishEntry(): void {
    if (!this.#entry) return
    const read = readEntry(this.#entry, this.account.account.number, this.#warnings)
    if ('entry' in read) this.entries.push(read.entry)
    else this.unreadable.push(read.unreadable)
    this.#entry = undefined
  }

  /** What stands once ends the entry before it; a remittance text behind it speaks of the whole statement. */
  #keep(field: SwiftField): void {
    this.finishEntry()
    if (field.tag === '65') this.forward.push(field)
    else if (!this.fields.has(field.tag)) this.fields.set(field.tag, field)
    if (field.tag === '25' || field.tag === '25P') this.account = readAccount(field.lines)
  }
}

/** A `:25:` that holds sub-fields is an `:86:` with a damaged tag. */
const isDamagedRemittance = (tag: string, lines: readonly string[]): boolean => tag === '25' && /^\d{3}\?\d\d/.test(lines[0] ?? '')
