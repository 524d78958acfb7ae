import type { ColumnRole } from '#shared/mapping.ts'

/** A record of a table, with the line it begins in, from 1. */
export interface TableRow { readonly cells: readonly string[]; readonly line: number }

/** What stands in a row under a role; empty where no column has it. */
export type Cell = (role: ColumnRole) => string

export interface Table { readonly delimiter: string; readonly rows: readonly TableRow[] }

const DELIMITERS = [';', ',', '\t', '|'] as const
const SAMPLE_CHARS = 32_768
const CELLS_MAX = 400

/** Splits a text into records (RFC 4180, liberal: quotes may be missing, doubled or stand inside a cell). */
export function readTable(text: string, delimiter: string, onRow?: (chars: number) => boolean): TableRow[] | undefined {
  const rows: TableRow[] = []
  const cursor = { at: text.startsWith('\ufeff') ? 1 : 0, line: 1 }
  while (cursor.at < text.length) {
    const { line } = cursor
    const cells = readRecord(text, delimiter, cursor)
    if (cells.some((cell) => cell !== '')) rows.push({ cells, line })
    if (onRow?.(cursor.at) === false) return undefined
  }
  return rows
}

interface Cursor { at: number; line: number }

function readRecord(text: string, delimiter: string, cursor: Cursor): string[] {
  const cells: string[] = []
  for (;;) {
    const cell = text[cursor.at] === '"' ? readQuoted(text, delimiter, cursor) : readPlain(text, delimiter, cursor)
    if (cells.length < CELLS_MAX) cells.push(cell)
    if (text[cursor.at] !== delimiter) break
    cursor.at += 1
  }
  if (text[cursor.at] === '\r') cursor.at += 1
  if (text[cursor.at] === '\n') cursor.at += 1
  cursor.line += 1
  return cells
}

function readPlain(text: string, delimiter: string, cursor: Cursor): string {
  const start = cursor.at
  while (cursor.at < text.length && text[cursor.at] !== delimiter && text[cursor.at] !== '\n' && text[cursor.at] !== '\r') cursor.at += 1
  return text.slice(start, cursor.at).trim()
}

/** A cell in quotes may hold line ends and doubled quotes. One whose closing quote is missing ends with its line, not with the file. */
function readQuoted(text: string, delimiter: string, cursor: Cursor): string {
  const end = closingQuote(text, delimiter, cursor.at + 1)
  if (end < 0) return readPlain(text, delimiter, cursor)
  const inside = text.slice(cursor.at + 1, end)
  cursor.line += countLines(inside)
  cursor.at = end + 1
  return `${inside.replaceAll('""', '"')}${readPlain(text, delimiter, cursor)}`.trim()
}

const QUOTED_MAX = 32_768

function closingQuote(text: string, delimiter: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at - from < QUOTED_MAX; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1]
    if (next === '"') at += 1
    else if (next === undefined || next === delimiter || next === '\n' || next === '\r' || next === ' ') return at
  }
  return -1
}

const countLines = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

/** The sign that cuts most rows into the same number of cells. Undefined where none makes a table. */
export function findDelimiter(text: string): string | undefined {
  const head = text.length > SAMPLE_CHARS ? text.slice(0, text.lastIndexOf('\n', SAMPLE_CHARS) + 1 || SAMPLE_CHARS) : text
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: tableScore(readTable(head, delimiter) ?? []) })).filter(({ score }) => score > 0)
  return scored.sort((left, right) => right.score - left.score)[0]?.delimiter
}

function tableScore(rows: readonly TableRow[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const best = Math.max(0, ...[...widths].filter(([width]) => width >= 3).map(([width, count]) => count * Math.min(width, 12)))
  return rows.length === 0 ? 0 : best / rows.length
}
