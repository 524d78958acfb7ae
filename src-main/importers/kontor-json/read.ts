import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { AccountType, Reading, ReadingWarning, Statement, StatementBalance, StatementEntry, StatementKind, UnreadableEntry } from '#shared/statement.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { coverageReader, type CoverageReader } from './covered.ts'
import { isPending, readEntry } from './entries.ts'
import { amountOf, dateOf, instantOf, isFields, listOf, textOf, textOrNull, type Fields, type Warn } from './fields.ts'
import { readInvestments } from './investments.ts'
import { readWords } from './words.ts'

const VERSION = 1
const MARK = /^\s*\{[^]{0,4096}?"format"\s*:\s*"kontor"/
const TYPES: Readonly<Record<AccountType, StatementKind>> = {
  checking: 'bank', savings: 'bank', cash: 'bank', asset: 'bank', liability: 'bank', credit: 'cc', loan: 'loan', investment: 'inv',
}
const BALANCE_KINDS = ['booked', 'available', 'pending', 'cash', 'other'] as const
const BROKEN: AppError = { kind: 'malformed', reason: 'not_kontor_json', line: null }

/** Kontor's own export, and the door for data from any other source (docs/formats/kontor-json.md). */
export const kontorJsonReader: Reader = { recognises: (head) => MARK.test(head), read: readKontorJson }

function readKontorJson(bytes: Uint8Array, { onProgress, now }: ReadOptions = {}): Result<Reading, AppError> {
  const { text, encoding } = decodeText(bytes)
  const root = parse(text)
  if (!isFields(root) || root['format'] !== 'kontor' || !Array.isArray(root['accounts']) || !Array.isArray(root['transactions'])) return err(BROKEN)
  if (typeof root['version'] !== 'number' || root['version'] < 1) return err(BROKEN)
  if (root['version'] > VERSION) return err({ kind: 'too_new' })
  const warnings: ReadingWarning[] = []
  const warn = warner(warnings, null)
  const accounts = listOf(root, 'accounts', warn)
  const rows = groupRows(root['transactions'], warnings, onProgress)
  if (rows === undefined) return err({ kind: 'cancelled' })
  const words = readWords(root, { accounts: placesOf(accounts), rows: placesOf(root['transactions']) }, warn)
  const createdAt = instantOf(root, 'exportedAt')
  const statements = accounts.map((account) => readAccount(account, rows, { warn, readCovered: coverageReader(createdAt, now, warn) }))
  for (const [account, left] of rows) for (const { line } of left) warnings.push({ line, code: 'account-unknown', detail: account })
  return ok({ format: `kontor-json/${VERSION}`, encoding, statements, discovered: [], statuses: [], warnings, createdAt, ...(words && { words }) })
}

const warner = (warnings: ReadingWarning[], line: number | null): Warn => (code, detail) => { warnings.push({ line, code, detail }) }

/** Where each of them stands, from 1, by its own id. */
const placesOf = (list: readonly unknown[]): Map<string, number> => new Map(list.map((value, index) => [isFields(value) ? textOf(value, 'id') : '', index + 1]))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Row = (StatementEntry | UnreadableEntry) & { readonly wasPending: boolean }
const ROWS_PER_TICK = 5_000

/** Rows by the account they name. Undefined when the reading was stopped. */
function groupRows(list: readonly unknown[], warnings: ReadingWarning[], onProgress: ReadOptions['onProgress']): Map<string, Row[]> | undefined {
  const groups = new Map<string, Row[]>()
  for (const [index, value] of list.entries()) {
    if (index % ROWS_PER_TICK === 0 && onProgress?.(index, list.length) === false) return undefined
    const fields = isFields(value) ? value : {}
    const account = textOf(fields, 'account')
    const group = groups.get(account) ?? []
    groups.set(account, group)
    group.push({ ...readEntry(fields, index + 1, warner(warnings, index + 1)), wasPending: isPending(fields) })
  }
  return groups
}

/** Takes the account's rows out of `rows`, so that what is left belongs to nobody. */
function readAccount(account: Fields, rows: Map<string, Row[]>, { warn, readCovered }: { readonly warn: Warn; readonly readCovered: CoverageReader }): Statement {
  const id = textOf(account, 'id')
  const own = rows.get(id) ?? []
  rows.delete(id)
  const type = (Object.keys(TYPES) as AccountType[]).find((name) => name === account['type']) ?? 'checking'
  const readable = own.filter((row): row is StatementEntry & { wasPending: boolean } => !('reason' in row))
  const entries = readable.filter(({ wasPending }) => !wasPending)
  return {
    kind: TYPES[type],
    account: {
      number: textOrNull(account, 'number'), bankCode: textOrNull(account, 'bankCode'), branch: null, iban: textOrNull(account, 'iban'), bic: textOrNull(account, 'bic'),
      name: textOrNull(account, 'name'), type, closedAt: instantOf(account, 'closedAt'), institution: textOrNull(account, 'institution'),
    },
    currency: textOrNull(account, 'currency'),
    from: null, to: null,
    entries,
    pending: readable.filter(({ wasPending }) => wasPending),
    unreadable: own.filter((row): row is UnreadableEntry & { wasPending: boolean } => 'reason' in row),
    balances: readBalances(account, warn),
    ...readInvestments(account, warn),
    ...readCovered(account),
    isByHand: account['isByHand'] === true,
    line: 0,
  }
}

function readStated(balance: Fields): StatementBalance['stated'] {
  const at = instantOf(balance, 'statedAt')
  return at === null ? undefined : { at, dayAmount: amountOf(balance, 'dayAmount') }
}

function readBalances(account: Fields, warn: Warn): StatementBalance[] {
  const opening = amountOf(account, 'openingBalance')
  const stated = listOf(account, 'balances', warn).flatMap((balance): StatementBalance[] => {
    const amount = amountOf(balance, 'amount')
    if (amount === null) {
      warn('balance-unreadable', textOf(balance, 'kind'))
      return []
    }
    return [{ kind: BALANCE_KINDS.find((kind) => kind === balance['kind']) ?? 'other', name: textOf(balance, 'name'), amount, asOf: dateOf(balance, 'asOf'), stated: readStated(balance) }]
  })
  return opening === null ? stated : [{ kind: 'opening', name: '', amount: opening, asOf: null }, ...stated]
}
