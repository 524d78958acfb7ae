import { toDecimal } from '#shared/money.ts'
import type { Cell, TableModel } from './view.ts'

/**
 * A table as CSV (RFC 4180): exact decimals with a point, ISO days, UTF-8 with a byte order mark, so that spreadsheets read
 * umlauts. What cannot be said is an empty field. Text that a spreadsheet would run as a formula gets an apostrophe. The unit
 * of a column stands behind its title; where the rows have several currencies, it has a column of its own, named by `currency`.
 */
export function csvOf(table: TableModel, currency: string): string {
  const columns = table.columns.map(({ title }, index) => ({ title: title.trim(), index, ...unitOf(table, index) }))
  const head = [table.head, ...columns.flatMap(({ title, unit, isMixed }) => [unit === undefined || title.includes(unit) ? title : `${title} (${unit})`, ...(isMixed ? [`${title} (${currency})`] : [])])]
  const lines = table.rows.map(({ head: name, cells }) => [guarded(name), ...columns.flatMap(({ index, isMixed }) => {
    const cell = cells[index]
    return cell === undefined ? [''] : [fieldOf(cell), ...(isMixed ? [currencyOf(cell) ?? ''] : [])]
  })])
  return `\uFEFF${[head, ...lines].map((fields) => fields.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** What the numbers of a column are counted in. */
function unitOf({ rows }: TableModel, index: number): { readonly unit?: string; readonly isMixed: boolean } {
  const cells = rows.flatMap((row) => row.cells[index] ?? [])
  const [first, ...others] = [...new Set(cells.flatMap((cell) => currencyOf(cell) ?? []))]
  if (others.length > 0) return { isMixed: true }
  const unit = first ?? (cells.some(({ kind }) => kind === 'percent') ? '%' : undefined)
  return { ...(unit !== undefined && { unit }), isMixed: false }
}

function currencyOf(cell: Cell): string | undefined {
  if (cell.kind === 'figure') return cell.figure.currency
  return cell.kind === 'money' ? cell.money?.currency : undefined
}

function fieldOf(cell: Cell): string {
  switch (cell.kind) {
    case 'figure': return cell.figure.minor === null ? '' : toDecimal({ minor: cell.figure.minor, currency: cell.figure.currency })
    case 'money': return cell.money ? toDecimal(cell.money) : ''
    case 'percent':
    case 'count': return cell.value === null ? '' : String(cell.value)
    case 'day': return cell.day ?? ''
    case 'text': return guarded(cell.text)
    default: return cell satisfies never
  }
}

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
