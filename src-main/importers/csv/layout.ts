import type { ColumnRole } from '#shared/mapping.ts'
import { dayParts } from '../text/loose-days.ts'
import { looseAmount } from '../text/loose-amounts.ts'
import { findPreset, type Preset } from './presets.ts'
import type { TableRow } from './table.ts'
import { foldHeader, ROLE_WORDS } from './vocabulary.ts'

export type Roles = readonly (ColumnRole | null)[]

/** One table inside the file: what stands above it, its header, its rows. A bank may put several into one file. */
export interface Block {
  readonly preamble: readonly TableRow[]
  readonly header: readonly string[]
  readonly headerLine: number
  readonly rows: readonly TableRow[]
  readonly preset: Preset | undefined
  readonly roles: Roles
  /** The columns are told by their names, not by what is in them. */
  readonly isNamed: boolean
}

const HEADER_ROWS_MAX = 60

/** Cuts the file into its tables. Headers are found by their words, not by their line: banks write up to 14 lines above them. */
export function findBlocks(rows: readonly TableRow[]): Block[] {
  const starts: number[] = []
  for (let index = 0; index < rows.length; index += 1) {
    if (starts.length === 0 && index > HEADER_ROWS_MAX) break
    if (isHeader(rows[index]?.cells ?? [])) starts.push(index)
  }
  if (starts.length === 0) return [blockByValues(rows)]
  return starts.map((start, order) => {
    const before = order === 0 ? 0 : lastRowOf(rows, starts[order - 1] ?? 0, start) + 1
    const end = order === starts.length - 1 ? rows.length : lastRowOf(rows, start, starts[order + 1] ?? rows.length) + 1
    const header = rows[start]?.cells ?? []
    const preset = findPreset(header)
    const body = rows.slice(start + 1, end)
    return { preamble: rows.slice(before, start), header, headerLine: rows[start]?.line ?? 1, rows: body, preset, roles: preset ? byContent(namedRoles(header, preset), body) : withWords(byContent(namedRoles(header, preset), body), body), isNamed: true }
  })
}

/** `Valuta` is the value date in German and the currency in Italian: what stands in the column tells. */
function byContent(roles: Roles, rows: readonly TableRow[]): Roles {
  if (roles.includes('currency')) return roles
  return roles.map((role, column) => {
    const cells = role === 'valueOn' ? rows.map(({ cells: row }) => row[column] ?? '').filter((cell) => cell !== '') : []
    return cells.length > 0 && cells.every((cell) => /^[A-Z]{3}$/.test(cell)) ? 'currency' : role
  })
}

/** What a payment was for must not be lost because a column has a name that nobody knows: of those left, the one with the longest texts. */
function withWords(roles: Roles, rows: readonly TableRow[]): Roles {
  if (roles.includes('purpose')) return roles
  const [longest] = wordyColumns(roles, rows).sort((left, right) => right.chars - left.chars)
  return longest === undefined ? roles : roles.map((role, column) => (column === longest.column ? 'purpose' : role))
}

/** Columns without a role in which most cells are words, and not the same ones all the way down. */
export function wordyColumns(roles: Roles, rows: readonly TableRow[]): { readonly column: number; readonly chars: number }[] {
  const some = rows.slice(0, VALUE_ROWS_MAX)
  return roles.flatMap((role, column) => {
    const cells = role === null ? some.map(({ cells: row }) => row[column] ?? '').filter((cell) => cell !== '') : []
    const words = cells.filter((cell) => /\p{L}{2}/u.test(cell) && !IBAN.test(cell.replace(/\s/g, '')))
    if (cells.length === 0 || words.length < cells.length * SHARE_MIN || (new Set(words).size === 1 && some.length > 1)) return []
    return [{ column, chars: words.reduce((sum, { length }) => sum + length, 0) }]
  })
}

/** Where a table ends and the words above the next one begin: after its last row with a day. */
function lastRowOf(rows: readonly TableRow[], start: number, next: number): number {
  let last = next - 1
  while (last > start && !(rows[last]?.cells ?? []).some((cell) => dayParts(cell) !== undefined && cell.length < 20)) last -= 1
  return last
}

/** A row of names: a day and an amount among them, and no day or number itself. */
function isHeader(cells: readonly string[]): boolean {
  if (cells.filter((cell) => cell !== '').length < 2) return false
  if (cells.some((cell) => dayParts(cell) !== undefined || (looseAmount(cell) !== undefined && /\d/.test(cell)))) return false
  if (findPreset(cells)) return true
  const roles = new Set(namedRoles(cells, undefined))
  return (roles.has('bookedOn') || roles.has('valueOn')) && (roles.has('amount') || roles.has('debit') || roles.has('credit'))
}

/** Gives each role to the column whose name ranks first for it, and each column one role at most. */
export function namedRoles(header: readonly string[], preset: Preset | undefined): Roles {
  const names = header.map(foldHeader)
  const roles: (ColumnRole | null)[] = names.map((name) => preset?.roles?.[name] ?? null)
  const isFixed = names.map((name) => preset?.roles !== undefined && Object.hasOwn(preset.roles, name))
  for (const [role, words] of ROLE_WORDS) {
    if (roles.includes(role)) continue
    const found = names.map((name, column) => ({ column, rank: words.get(name) ?? Number.POSITIVE_INFINITY })).filter(({ column, rank }) => rank < Number.POSITIVE_INFINITY && roles[column] === null && isFixed[column] !== true)
    const best = found.sort((left, right) => left.rank - right.rank || (role === 'currency' ? right.column - left.column : left.column - right.column))[0]
    if (best) roles[best.column] = role
  }
  return withoutContradictions(roles)
}

/** One amount with its sign, or two columns: where an amount stands, columns for both sides only repeat it. */
function withoutContradictions(roles: readonly (ColumnRole | null)[]): Roles {
  const has = (role: ColumnRole): boolean => roles.includes(role)
  return roles.map((role) => (role === 'payer' && !has('payee') ? 'payee' : role === 'sign' && has('debit') && has('credit') && !has('amount') ? null : role))
}

const VALUE_ROWS_MAX = 200

/** No known name anywhere: what a column is follows from what is in it, where only one reading fits. */
function blockByValues(rows: readonly TableRow[]): Block {
  const isData = ({ cells }: TableRow): boolean => cells.some((cell) => dayParts(cell) !== undefined) && cells.some((cell) => dayParts(cell) === undefined && isAmount(cell))
  const width = commonWidth(rows.filter(isData))
  const first = rows.findIndex((row) => isData(row) && row.cells.length >= width)
  const above = rows[first - 1]
  const hasHeader = above !== undefined && above.cells.length >= 2 && above.cells.filter((cell) => cell !== '').length >= Math.min(3, width) && !above.cells.some((cell) => dayParts(cell) !== undefined || isAmount(cell))
  const body = first < 0 ? [] : rows.slice(first)
  const header = hasHeader ? above.cells : Array.from({ length: width }, () => '')
  return {
    preamble: first < 0 ? rows : rows.slice(0, hasHeader ? first - 1 : first), header, headerLine: (hasHeader ? above.line : rows[first]?.line) ?? 1, rows: body,
    preset: undefined, roles: rolesByValues(body.slice(0, VALUE_ROWS_MAX), width), isNamed: false,
  }
}

const isAmount = (cell: string): boolean => cell.length < 30 && looseAmount(cell) !== undefined && /[.,]\d{2}(?!\d)/.test(cell)

function commonWidth(rows: readonly TableRow[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  return [...widths].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0
}

const SHARE_MIN = 0.8

function rolesByValues(rows: readonly TableRow[], width: number): Roles {
  const columns = Array.from({ length: width }, (_, column) => rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''))
  const share = (column: number, fits: (cell: string) => boolean): number => ((columns[column]?.length ?? 0) === 0 ? 0 : (columns[column] ?? []).filter(fits).length / (columns[column]?.length ?? 1))
  const roles: (ColumnRole | null)[] = columns.map(() => null)
  const days = columns.flatMap((_, column) => (share(column, (cell) => dayParts(cell) !== undefined) >= SHARE_MIN ? [column] : []))
  const amounts = columns.flatMap((_, column) => (!days.includes(column) && share(column, isAmount) >= SHARE_MIN ? [column] : []))
  if (days[0] !== undefined) roles[days[0]] = 'bookedOn'
  if (days[1] !== undefined) roles[days[1]] = 'valueOn'
  for (const [column, role] of amountRoles(amounts, rows)) roles[column] = role
  columns.forEach((cells, column) => {
    if (roles[column] !== null || cells.length === 0) return
    if (!roles.includes('currency') && share(column, (cell) => /^[A-Z]{3}$/.test(cell)) === 1) roles[column] = 'currency'
    else if (!roles.includes('account') && new Set(cells).size === 1 && share(column, (cell) => IBAN.test(cell.replace(/['\s]/g, ''))) === 1) roles[column] = 'account'
  })
  return withWords(roles, rows)
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/

/** One column with numbers is the amount; two of which each row fills exactly one are the two sides. More are a question. */
function amountRoles(amounts: readonly number[], rows: readonly TableRow[]): (readonly [number, ColumnRole])[] {
  const [first, second, third] = amounts
  if (first === undefined) return []
  if (second === undefined) return [[first, 'amount']]
  const isFilled = (cells: readonly string[], column: number): boolean => (cells[column] ?? '') !== ''
  const alternate = third === undefined && rows.filter(({ cells }) => isFilled(cells, first) || isFilled(cells, second)).every(({ cells }) => isFilled(cells, first) !== isFilled(cells, second))
  if (!alternate) return []
  // Without a name only the signs can tell which side is which.
  const isOut = (column: number): boolean => rows.every(({ cells }) => !isFilled(cells, column) || looseAmount(cells[column] ?? '')?.isNegative === true)
  if (isOut(first) && !isOut(second)) return [[first, 'debit'], [second, 'credit']]
  return isOut(second) && !isOut(first) ? [[second, 'debit'], [first, 'credit']] : []
}
