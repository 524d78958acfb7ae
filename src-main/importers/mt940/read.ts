import { sumDecimals } from '#shared/decimal.ts'
import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Reading, ReadingWarning, StatementBalance, StatementEntry } from '#shared/statement.ts'
import type { Page, PageBalance } from '../proof/page.ts'
import { proveStatements } from '../proof/prove.ts'
import { eachField, type SwiftField } from '../swift/fields.ts'
import type { Reader } from '../reader.ts'
import { parseSwiftAmount } from '../text/decimal-text.ts'
import { readBalance, type ReadBalance } from './balance.ts'
import { MessageCollector, type Message } from './message.ts'

export interface Mt940Options {
  /** A bank may send pending entries as an MT940 too (FinTS HIKAZ, second part): then all of them are. */
  readonly isPending?: boolean
}

const TAGS: ReadonlySet<string> = new Set([
  '13', '13C', '13D', '20', '21', '25', '25P', '28', '28C', '34F', '60F', '60M', '61', '62F', '62M', '64', '65', '86', '90C', '90D', '940', '942', 'NS', 'NSF',
])
const SIGNATURE = /(?:^|[\r\n]|@@)[ \t]*(?:\{[1-5]:.*\})?:(?:20|25|28C?|60[FM]|61|62[FM]|86):/

/** Whether a file's first kilobytes look like MT940, MT941, MT942 or MT950. */
const looksLikeMt940 = (head: string): boolean => SIGNATURE.test(head) && !/(?:^|[\r\n])[ \t]*:16R:/.test(head)

/** Reads MT940 and MT942 (docs/protocols/mt940.md). A file without an account, an entry or two balances is refused. */
export function readMt940(bytes: Uint8Array, options: Mt940Options = {}): Result<Reading, AppError> {
  if (bytes.length === 0) return err({ kind: 'malformed', reason: 'empty', line: null })
  const { text, encoding } = decodeText(bytes)
  const warnings: ReadingWarning[] = []
  const collector = new MessageCollector(warnings)
  eachField(text, TAGS, (field) => collector.add(field))
  collector.finish()
  const messages = collector.messages.filter((message) => saysSomething(message))
  if (messages.length === 0) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  for (const { line } of collector.messages.filter((message) => !saysSomething(message))) warnings.push({ line, code: 'fragment-skipped', detail: '' })
  const pages = messages.map((message) => toPage(message, options.isPending === true || isInterimReport(message), warnings))
  const statements = proveStatements(pages, warnings)
  const format = messages.every(isInterimReport) ? 'mt942' : 'mt940'
  return ok({ format, encoding, statements, discovered: [], statuses: [], warnings, createdAt: null })
}

/** MT940, MT941, MT942 and MT950 among the formats a file may have. */
export const mt940Reader: Reader = { recognises: looksLikeMt940, read: (bytes) => readMt940(bytes) }

/** A fragment that names neither an account's period nor an entry says nothing about money. */
function saysSomething({ fields, entries, unreadable }: Message): boolean {
  const opens = fields.has('60F') || fields.has('60M')
  const closes = fields.has('62F') || fields.has('62M')
  return entries.length > 0 || unreadable.length > 0 || (fields.has('25') && (opens || closes || fields.has('34F') || fields.has('13D'))) || (opens && closes)
}

/** An MT942 reports what is not booked yet. It has a floor limit or totals, and no balances. */
function isInterimReport({ fields }: Message): boolean {
  const hasBalance = ['60F', '60M', '62F', '62M'].some((tag) => fields.has(tag))
  return !hasBalance && ['34F', '13D', '13', '90C', '90D'].some((tag) => fields.has(tag))
}

function toPage(message: Message, isPending: boolean, warnings: ReadingWarning[]): Page {
  const { fields, line, account: { account, currency }, entries } = message
  if (account.number === null && account.iban === null) warnings.push({ line, code: 'no-account', detail: ':25:' })
  const opening = balanceOf(fields.get('60F') ?? fields.get('60M'), warnings)
  const closing = balanceOf(fields.get('62F') ?? fields.get('62M'), warnings)
  if (!closing && opening && !isPending) warnings.push({ line, code: 'no-closing-balance', detail: numberOf(fields) })
  if (isPending) checkTotals(message, entries, warnings)
  return {
    line,
    account,
    currency: opening?.currency ?? closing?.currency ?? currency ?? /^\s*([A-Z]{3})/.exec(fields.get('34F')?.lines[0] ?? '')?.[1] ?? null,
    number: numberOf(fields),
    from: opening?.asOf ?? null,
    to: closing?.asOf ?? null,
    opening: opening ? { ...opening, isInterim: fields.has('60M') } : null,
    closing: closing ? { ...closing, isInterim: fields.has('62M') } : null,
    otherBalances: otherBalances(message, warnings),
    entries: isPending ? [] : entries,
    pending: isPending ? entries : [],
    unreadable: message.unreadable.map((row) => ({ ...row, isPending })),
  }
}

const numberOf = (fields: Message['fields']): string => (fields.get('28C') ?? fields.get('28'))?.lines[0]?.trim().slice(0, 20) ?? ''

function balanceOf(field: SwiftField | undefined, warnings: ReadingWarning[]): (Omit<PageBalance, 'isInterim'> & { currency: string }) | null {
  if (!field) return null
  const balance = readBalance(field)
  if (!balance) warnings.push({ line: field.line, code: 'bad-balance', detail: `:${field.tag}:` })
  return balance ?? null
}

/** Field 64 is what is available now, 65 what will be on a later day. */
function otherBalances({ fields, forward }: Message, warnings: ReadingWarning[]): StatementBalance[] {
  const available = [fields.get('64')].filter((field) => field !== undefined).map((field) => ({ field, kind: 'available' as const }))
  return [...available, ...forward.map((field) => ({ field, kind: 'other' as const }))].flatMap(({ field, kind }) => {
    const balance: ReadBalance | null = balanceOf(field, warnings)
    return balance ? [{ kind, name: balance.name, amount: balance.amount, asOf: balance.asOf }] : []
  })
}

/** MT942 proves itself by the number and sum of its debits (90D) and credits (90C). */
function checkTotals({ fields }: Message, entries: readonly StatementEntry[], warnings: ReadingWarning[]): void {
  const totals = [fields.get('90D'), fields.get('90C')].filter((field) => field !== undefined)
  if (totals.length < 2) return
  const read = totals.map(({ lines }) => /^(\d{1,6})[A-Z]{3}([\d.,]+)/.exec(lines[0] ?? ''))
  const count = read.reduce((sum, match) => sum + Number(match?.[1] ?? Number.NaN), 0)
  const amounts = read.map((match) => parseSwiftAmount(match?.[2] ?? '')).filter((amount) => amount !== undefined)
  const sum = sumDecimals(entries.map(({ amount }) => amount))
  const told = amounts.length === 2 ? sumDecimals(amounts.map((amount, index) => (index === 0 ? (`-${amount}` as typeof amount) : amount))) : sum
  if (count !== entries.length || told !== sum) warnings.push({ line: totals[0]?.line ?? null, code: 'totals-mismatch', detail: numberOf(fields) })
}
