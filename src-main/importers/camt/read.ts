import type { LocalDate } from '#shared/dates.ts'
import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, unreachable, type Result } from '#shared/result.ts'
import type { Reading, ReadingWarning, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import type { Page } from '../proof/page.ts'
import { proveStatements } from '../proof/prove.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { parseIsoDay } from '../text/days.ts'
import { readEntry, type EntryContext } from './entry.ts'
import type { XmlEntry, XmlStatement } from './schema.ts'
import { currencyOf, frameOf, lastDayOf, ownerOf, readAccount, readBalances } from './statement.ts'
import { streamCamt, type CamtHandlers, type StreamEnd } from './stream.ts'

export interface CamtOptions extends ReadOptions {
  /** What a bank sends as not booked is pending, whatever status its entries claim (FinTS HICAZ, second part). */
  readonly isPending?: boolean
}

/** Whether a file's first kilobytes look like camt.052, .053 or .054. */
const looksLikeCamt = (head: string): boolean => /<(?:[\w.-]+:)?BkToCstmr(?:AcctRpt|Stmt|DbtCdtNtfctn)|[:"'=\s]camt\.05[234]\.001\.\d\d/.test(head) && head.includes('<')

/** Reads camt.052, .053 and .054 (docs/protocols/camt.md) in one pass. Broken or cut XML is refused, for half a statement is none. */
export function readCamt(bytes: Uint8Array, options: CamtOptions = {}): Result<Reading, AppError> {
  if (bytes.length === 0) return err({ kind: 'malformed', reason: 'empty', line: null })
  const { text, encoding } = decodeText(bytes, declaredEncoding)
  const doctype = text.indexOf('<!DOCTYPE')
  if (doctype >= 0) return err({ kind: 'malformed', reason: 'doctype', line: lineAt(text, doctype) })
  const first = readDocument(text, options)
  const repaired = first.end.kind === 'broken' ? repair(text) : text
  const { end, collector } = repaired === text ? first : readDocument(repaired, options)
  if (end.kind !== 'done') return err(failureOf(end))
  if (repaired !== text) collector.warnings.push({ line: null, code: 'xml-repaired', detail: '' })
  const statements = proveStatements(collector.pages, collector.warnings)
  if (statements.length === 0) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  const format = [...collector.formats].join(', ')
  return ok({ format, encoding, statements, discovered: [], statuses: [], warnings: collector.warnings, createdAt: null })
}

/** camt among the formats a file may have. */
export const camtReader: Reader = { recognises: looksLikeCamt, read: readCamt }

const declaredEncoding = (head: string): string | null => /<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/i.exec(head)?.[1] ?? null

function readDocument(text: string, { onProgress = () => true, isPending = false }: CamtOptions): { readonly end: StreamEnd; readonly collector: Collector } {
  const collector = new Collector(isPending)
  return { end: streamCamt(text, collector, onProgress), collector }
}

/** Ampersands and control characters that a bank's program forgot to escape: what they mean is beyond doubt. */
const repair = (text: string): string =>
  text.replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/g, '&amp;').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

function failureOf(end: Exclude<StreamEnd, { kind: 'done' }>): AppError {
  switch (end.kind) {
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'truncated':
      return { kind: 'malformed', reason: 'truncated', line: null }
    case 'broken':
      return { kind: 'malformed', reason: 'broken_xml', line: end.line }
    default:
      return unreachable(end)
  }
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** Turns entries into the model as they pass, so that a document is never held as a tree. */
class Collector implements CamtHandlers {
  readonly pages: Page[] = []
  readonly warnings: ReadingWarning[] = []
  readonly formats = new Set<string>()
  #entries: StatementEntry[] = []
  #pending: StatementEntry[] = []
  #unreadable: UnreadableEntry[] = []
  #withoutDay: number[] = []
  #createdOn: LocalDate | null = null
  #context: EntryContext | undefined
  readonly #isPending: boolean

  constructor(isPending: boolean) {
    this.#isPending = isPending
  }

  onMessage(format: string): void {
    this.formats.add(format)
  }

  onHeader(createdAt: string): void {
    this.#createdOn = parseIsoDay(createdAt) ?? null
  }

  onEntry(xml: XmlEntry, statement: XmlStatement): void {
    this.#context ??= { owner: ownerOf(statement), fallbackDay: lastDayOf(statement, this.#createdOn) }
    const read = readEntry(xml, this.#context)
    if ('unreadable' in read) {
      this.#unreadable.push(read.unreadable)
      return
    }
    if (read.lacksDay) this.#withoutDay.push(read.entry.line)
    if (read.status === 'booked' && !this.#isPending) this.#entries.push(read.entry)
    else this.#pending.push(read.entry)
  }

  onLostEntry(line: number): void {
    this.warnings.push({ line, code: 'entry-outside-statement', detail: 'Ntry' })
  }

  onStatement(statement: XmlStatement): void {
    const all = [...this.#entries, ...this.#pending]
    const currency = currencyOf(statement, all)
    const balances = readBalances(statement)
    const { opening, closing, others } = frameOf(balances, currency)
    const { FrToDt: range } = statement
    this.#warn(statement, all.length + this.#unreadable.length, balances.length)
    this.pages.push({
      line: statement.line,
      account: readAccount(statement),
      currency,
      number: (statement.ElctrncSeqNb ?? statement.LglSeqNb ?? '').trim().slice(0, 20),
      from: parseIsoDay(range?.FrDtTm ?? range?.FrDt ?? '') ?? opening?.asOf ?? null,
      to: parseIsoDay(range?.ToDtTm ?? range?.ToDt ?? '') ?? closing?.asOf ?? null,
      opening,
      closing,
      otherBalances: others,
      entries: inCurrency(this.#entries, currency),
      pending: inCurrency(this.#pending, currency),
      unreadable: this.#isPending ? this.#unreadable.map((row) => ({ ...row, isPending: true })) : this.#unreadable,
    })
    this.#entries = []
    this.#pending = []
    this.#unreadable = []
    this.#withoutDay = []
    this.#context = undefined
  }

  #warn(statement: XmlStatement, entryCount: number, balanceCount: number): void {
    const { line, Bal: balances = [], TxsSummry: summary } = statement
    const [firstWithoutDay] = this.#withoutDay
    if (firstWithoutDay !== undefined) this.warnings.push({ line: firstWithoutDay, code: 'no-booking-date', detail: String(this.#withoutDay.length) })
    if (balanceCount < balances.length) this.warnings.push({ line, code: 'bad-balance', detail: 'Bal' })
    const told = summary?.TtlNtries?.NbOfNtries?.trim() ?? ''
    if (/^\d{1,9}$/.test(told) && Number(told) !== entryCount) this.warnings.push({ line, code: 'entry-count', detail: `${told}/${entryCount}` })
  }
}

/** An entry names its currency only where it is not the statement's. */
const inCurrency = (entries: readonly StatementEntry[], currency: string | null): StatementEntry[] =>
  entries.map((entry) => (entry.currency === currency ? { ...entry, currency: null } : entry))
