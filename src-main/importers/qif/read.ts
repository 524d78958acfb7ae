import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import type { Mapping, MappingProposal, Question } from '#shared/mapping.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { AccountType, Reading, ReadingWarning, Statement, StatementEntry, Trade } from '#shared/statement.ts'
import { countCategories } from '../csv/own-words.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { dayParts, orderOf, type DayParts } from '../text/loose-days.ts'
import { looseAmount, markOf } from '../text/loose-amounts.ts'
import { fieldOf, readRecords, type QifRecord } from './records.ts'
import { categoriesOf, isUnreadable, readInvestment, readTransaction, type QifReading } from './transactions.ts'

const SIGNATURE = /(?:^|[\r\n])!(?:type|account|option|clear)\b/i

/** Quicken Interchange Format, as Quicken and its many imitators write it (docs/protocols/qif.md). */
export const qifReader: Reader = { recognises: (head) => SIGNATURE.test(head) && /(?:^|[\r\n])\^/.test(head), read: readQif }

const TYPES: Readonly<Record<string, AccountType>> = {
  'bank': 'checking', 'cash': 'cash', 'ccard': 'credit', 'oth a': 'asset', 'oth l': 'liability', 'invst': 'investment', 'port': 'investment', 'invoice': 'asset', '401(k)/403(b)': 'investment',
}
const KINDS: Readonly<Record<AccountType, Statement['kind']>> = {
  checking: 'bank', savings: 'bank', cash: 'bank', asset: 'bank', liability: 'bank', credit: 'cc', loan: 'loan', investment: 'inv',
}
const CATEGORIES_MAX = 200

function readQif(bytes: Uint8Array, { onProgress, mappings }: ReadOptions = {}): Result<Reading, AppError> {
  const { text, encoding } = decodeText(bytes)
  const read = readRecords(text, (at) => onProgress?.(at, text.length) !== false)
  if (!read) return err({ kind: 'cancelled' })
  const booked = read.records.filter(({ section }) => typeOf(section) !== undefined)
  const accounts = read.records.filter(({ section }) => section === 'account')
  if (booked.length === 0 && accounts.length === 0) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  if (read.isCut && fieldOf(read.records.at(-1) ?? { section: '', fields: [], line: 0 }, 'D') === '') return err({ kind: 'malformed', reason: 'truncated', line: null })
  const fingerprint = fingerprintOf('qif', [...new Set(booked.map(({ section }) => section))].sort())
  const given = mappings?.given ?? mappings?.remembered(fingerprint)
  const { mapping, open } = settle(booked, given, mappings?.categories)
  const warnings: ReadingWarning[] = open.map((question) => ({ line: null, code: `mapping-${question}`, detail: '' }))
  const statements = open.includes('decimal') ? [] : collect(read.records, { order: mapping.dateOrder ?? 'mdy', mark: mapping.decimal ?? '.', categories: mapping.categories, currency: mapping.currency }, warnings)
  const proposal: MappingProposal = {
    format: 'qif', fingerprint, preset: null, isRemembered: given !== undefined && mappings?.given === undefined, header: [...SHOWN.values()],
    sample: booked.slice(0, 12).map((record) => [...SHOWN.keys()].map((letter) => fieldOf(record, letter).slice(0, 120))),
    mapping, open, categories: countCategories(booked.flatMap(categoriesOf), CATEGORIES_MAX),
  }
  return ok({ format: 'qif', encoding, statements, discovered: [], statuses: [], warnings, createdAt: null, mapping: proposal })
}

/** What a person sees of a record while answering; letters of the format with the roles they have. */
const SHOWN: ReadonlyMap<string, string> = new Map([['D', 'bookedOn'], ['T', 'amount'], ['P', 'payee'], ['M', 'purpose'], ['L', 'category'], ['N', 'checkNumber']])

const typeOf = (section: string): AccountType | undefined => (section.startsWith('type:') ? TYPES[section.slice('type:'.length)] : undefined)

/** One order of the day's parts and one decimal mark hold for the whole file. */
function settle(records: readonly QifRecord[], given: Mapping | undefined, known: Mapping['categories'] = {}): { mapping: Mapping; open: Question[] } {
  const days = records.map((record) => dayParts(fieldOf(record, 'D'))).filter((parts): parts is DayParts => parts !== undefined)
  const amounts = records.flatMap(({ fields }) => fields.filter(({ letter }) => 'TU$'.includes(letter)).map(({ value }) => looseAmount(value)?.digits ?? ''))
  const [order, mark] = [orderOf(days), markOf(amounts)]
  const dateOrder = given?.dateOrder ?? (order === 'open' ? null : order)
  const decimal = given?.decimal ?? (mark === 'open' ? null : mark ?? '.')
  const open: Question[] = [...(dateOrder === null ? ['date-order' as const] : []), ...(decimal === null ? ['decimal' as const] : [])]
  return { mapping: { columns: [], dateOrder, decimal, sign: 'as-is', currency: given?.currency ?? null, categories: { ...known, ...given?.categories } }, open }
}

interface Account { readonly name: string | null; readonly type: AccountType; readonly line: number; readonly entries: StatementEntry[]; readonly trades: Trade[]; readonly unreadable: Statement['unreadable'][number][] }

/** Records belong to the account named last before them; without any, sections of one type are one account. */
function collect(records: readonly QifRecord[], reading: QifReading, warnings: ReadingWarning[]): Statement[] {
  const accounts = new Map<string, Account>()
  let current: { name: string; type: string } | undefined
  let skipped = 0
  for (const record of records) {
    const type = typeOf(record.section)
    if (record.section === 'account') current = { name: fieldOf(record, 'N'), type: fieldOf(record, 'T').toLowerCase() }
    else if (type !== undefined) addTo(accountOf(accounts, current, type, record.line), record, reading)
    else if (record.section.startsWith('type:memorized') || record.section.startsWith('type:prices') || record.section.startsWith('type:security')) skipped += 1
  }
  // Accounts alone are an answer too: each is told, with no rows.
  if (accounts.size === 0) for (const record of records.filter(({ section }) => section === 'account')) accountOf(accounts, { name: fieldOf(record, 'N'), type: '' }, TYPES[fieldOf(record, 'T').toLowerCase()] ?? 'checking', record.line)
  if (skipped > 0) warnings.push({ line: null, code: 'qif-lists-skipped', detail: String(skipped) })
  return [...accounts.values()].map(({ name, type, line, entries, trades, unreadable }) => ({
    kind: KINDS[type], account: { number: null, bankCode: null, branch: null, iban: null, bic: null, name, type },
    currency: reading.currency, from: null, to: null, entries, pending: [], unreadable, balances: [], trades, positions: [], securities: [], loan: null, line,
  }))
}

function accountOf(accounts: Map<string, Account>, current: { name: string; type: string } | undefined, type: AccountType, line: number): Account {
  const key = JSON.stringify([current?.name ?? '', type])
  const account = accounts.get(key) ?? { name: current?.name ?? null, type, line, entries: [], trades: [], unreadable: [] }
  accounts.set(key, account)
  return account
}

function addTo({ type, entries, trades, unreadable }: Account, record: QifRecord, reading: QifReading): void {
  // Some programs list the account again inside its own section.
  if (fieldOf(record, 'D') === '' && fieldOf(record, 'T') === '' && fieldOf(record, 'U') === '') return
  const row = type === 'investment' ? readInvestment(record, reading) : readTransaction(record, reading)
  if (isUnreadable(row)) unreadable.push(row)
  else if ('tradedOn' in row) trades.push(row)
  else entries.push(row)
}
