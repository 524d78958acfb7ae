import { toDecimal } from '#shared/money.ts'
import type { Cell, TableModel } from './view.ts'

/**
 * A table as CSV (RFC 4180): exact decimals with a point, ISO days, UTF-8 with a byte order mark, so that spreadsheets read
 * umlauts. What cannot be said is an empty field. Text that a spreadsheet would run as a formula gets an apostrophe.
 */
export function csvOf(table: TableModel): string {
  const lines = [[table.head, ...table.columns.map(({ title }) => title)], ...table.rows.map((row) => [guarded(row.head), ...row.cells.map(fieldOf)])]
  return `\uFEFF${lines.map((fields) => fields.map(quoted).join(',')).join('\r\n')}\r\n`
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
