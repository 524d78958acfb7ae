import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import type { Mapping, MappingProposal, Question } from '#shared/mapping.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Reading, ReadingWarning, Statement } from '#shared/statement.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { looseAmount } from '../text/loose-amounts.ts'
import { isLoose, readRow, type RowReading } from './entries.ts'
import { findBlocks, namedRoles, wordyColumns, type Block } from './layout.ts'
import { countCategories } from './own-words.ts'
import { presetNamed } from './presets.ts'
import { cellsOf, settleMapping } from './settle-mapping.ts'
import { collectStatements } from './statements.ts'
import { findDelimiter, readTable } from './table.ts'
import { foldHeader } from './vocabulary.ts'

const SAMPLE_ROWS = 12
const CATEGORIES_MAX = 200

/** Tables with a delimiter, from any bank (docs/protocols/csv.md). Asked last: almost any text could be one. */
export const csvReader: Reader = { recognises: (head) => findDelimiter(head) !== undefined, read: readCsv }

function readCsv(bytes: Uint8Array, { onProgress, mappings }: ReadOptions = {}): Result<Reading, AppError> {
  const { text, encoding } = decodeText(bytes)
  const delimiter = findDelimiter(text)
  if (delimiter === undefined) return err({ kind: 'unsupported', what: 'format' })
  let told = 0
  const rows = readTable(text, delimiter, (at) => {
    if (at - told < PROGRESS_CHARS) return true
    told = at
    return onProgress?.(at, text.length) !== false
  })
  if (!rows) return err({ kind: 'cancelled' })
  const [first, ...others] = findBlocks(rows)
  if (!first || (first.rows.length === 0 && !first.isNamed)) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  const fingerprint = fingerprintOf('csv', first.header.some((cell) => cell !== '') ? first.header.map(foldHeader) : [`${delimiter} ${first.header.length}`, ...first.roles.map((role) => role ?? '')])
  const given = mappings?.given ?? mappings?.remembered(fingerprint)
  const chosen = mappings?.preset === undefined ? undefined : presetNamed(mappings.preset)
  if (mappings?.preset !== undefined && !chosen) return err({ kind: 'not_found', what: 'preset' })
  const blocks = [chosen ? { ...first, preset: chosen, roles: namedRoles(first.header, chosen) } : first, ...others]
  return readBlocks(blocks, { encoding, fingerprint, given, categories: mappings?.categories, isRemembered: given !== undefined && mappings?.given === undefined })
}

const PROGRESS_CHARS = 262_144

interface Source { readonly categories: Mapping['categories'] | undefined; readonly encoding: string; readonly fingerprint: string; readonly given: Mapping | undefined; readonly isRemembered: boolean }

function readBlocks(blocks: readonly Block[], { encoding, fingerprint, given, isRemembered, categories }: Source): Result<Reading, AppError> {
  const warnings: ReadingWarning[] = []
  const settled = blocks.map((block, index) => settleMapping(block, index === 0 ? given : undefined, categories))
  const [first] = settled
  const block = blocks[0]
  if (!first || !block) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  const open = [...new Set(settled.flatMap((one) => one.open))]
  if (isHopeless(block, open)) return err({ kind: 'unsupported', what: 'format' })
  const statements = blocks.flatMap((part, index): Statement[] => {
    const { mapping } = settled[index] ?? first
    return open.every((question) => question === 'date-order') ? collectStatements(part, readRows(part, mapping), warnings) : []
  })
  for (const question of open) warnings.push({ line: block.headerLine, code: `mapping-${question}`, detail: '' })
  const { preset, header } = block
  if (!preset && !given) warnings.push(...leftOut(block, first.mapping.columns))
  const mapping: MappingProposal = {
    format: 'csv', fingerprint, isRemembered, preset: preset ? { id: preset.id, name: preset.name } : null, header: header.map(shown), sample: sampleOf(block),
    mapping: first.mapping, open, categories: countCategories(blocks.flatMap((part, index) => cellsOf(part, settled[index]?.mapping.columns ?? [], 'category')), CATEGORIES_MAX),
  }
  if (statements.length === 0 && open.length === 0) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  return ok({ format: 'csv', encoding, statements, discovered: [], statuses: [], warnings, createdAt: null, mapping })
}

/** Text that happens to hold commas: neither names nor values of a table of payments. */
const isHopeless = ({ isNamed, roles, rows }: Block, open: readonly Question[]): boolean =>
  !isNamed && open.includes('columns') && (!roles.includes('bookedOn') || rows.length === 0)

/** Nobody has said that these are not wanted, so their loss is told. */
function leftOut({ header, headerLine, rows }: Block, columns: Mapping['columns']): ReadingWarning[] {
  const names = wordyColumns(columns, rows).map(({ column }) => shown(header[column] ?? '')).filter((name) => name !== '')
  return names.length === 0 ? [] : [{ line: headerLine, code: 'csv-columns-left-out', detail: names.join(', ').slice(0, CELL_MAX) }]
}

const CELL_MAX = 120
const shown = (cell: string): string => cell.slice(0, CELL_MAX)
const sampleOf = ({ rows }: Block): string[][] => rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(shown))

function readRows(block: Block, mapping: Mapping): ReturnType<typeof readRow>[] {
  const amounts = cellsOf(block, mapping.columns, 'amount').map(looseAmount)
  const debits = cellsOf(block, mapping.columns, 'debit').map(looseAmount)
  const reading: RowReading = {
    mapping, preset: block.preset, isBareOut: isLoose(amounts) || hasCreditTail(block, amounts),
    isDebitSigned: debits.some((amount) => amount?.isNegative === true) && debits.every((amount) => amount === undefined || amount.isNegative || !/[1-9]/.test(amount.digits)),
  }
  return block.rows.map((row) => readRow(row, reading))
}

const hasCreditTail = ({ rows }: Block, amounts: readonly ReturnType<typeof looseAmount>[]): boolean =>
  amounts.every((amount) => amount?.isNegative !== true) && rows.some(({ cells }) => /^CR$/i.test(cells.at(-1) ?? ''))
