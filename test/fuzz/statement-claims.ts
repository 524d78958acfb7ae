import { decodeText } from '#main/connectors/text/decode.ts'
import { readFile } from '#main/importers/read.ts'
import { isLocalDate } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { Reading, Statement } from '#shared/statement.ts'

/** Reads damaged MT940, camt or MT535 and says what is wrong with the answer; nothing where the readers keep their word. */
export function statementComplaints(bytes: Uint8Array): string[] {
  const result = readFile('damaged', bytes)
  if (!result.ok) return []
  const reading = result.value
  const opened = openedRows(bytes, reading.format)
  const kept = reading.statements.reduce((sum, { entries, pending, unreadable, positions }) => sum + entries.length + pending.length + unreadable.length + positions.length, 0)
  const told = reading.warnings.filter(({ code }) => code.startsWith('entry-')).length
  return [...(opened > kept + told ? [`${reading.format}: ${opened} rows opened, ${kept} kept, ${told} told`] : []), ...emptyAnswers(reading), ...reading.statements.flatMap(badValues)]
}

/** Counted without the readers' help: lines that begin a field, tags that begin an entry. */
function openedRows(bytes: Uint8Array, format: string): number {
  const text = decodeText(bytes, (head) => /encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? null).text
  // Which line of a table is a row is the reader's own question; it only must not break, and say only what can be true.
  if (format === 'csv' || format === 'qif') return 0
  if (format.startsWith('camt')) return text.replaceAll(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, '').match(/<(?:[\w.-]+:)?Ntry(?=[\s>/])/g)?.length ?? 0
  const lines = text.replaceAll(/[\0\u0001\u0003\u001a\ufeff]/g, '').split(/\r\n|\r|\n/)
  return lines.filter((line) => (format === 'mt535' ? line === ':16R:FIN' : line.startsWith(':61:'))).length
}

/** Success with nothing at all would be a lie. */
const emptyAnswers = ({ statements, format, mapping }: Reading): string[] => (statements.length === 0 && (mapping?.open.length ?? 0) === 0 ? [`${format}: success without a statement`] : [])

function badValues({ entries, pending, balances, positions }: Statement): string[] {
  const rows = [...entries, ...pending]
  const numbers: string[] = [...rows.map(({ amount }) => amount), ...balances.map(({ amount }) => amount), ...positions.flatMap(({ units, unitPrice, marketValue, costBasis }) => [units, unitPrice, marketValue, costBasis]).filter((value) => value !== null)]
  return [
    ...numbers.filter((value) => !isDecimal(value)).map((value) => `number ${value}`),
    ...rows.flatMap(({ bookedOn, valueOn }): string[] => [bookedOn, valueOn ?? bookedOn]).filter((day) => !isLocalDate(day)).map((day) => `day ${day}`),
    ...rows.filter(({ line }) => line < 1).map(({ line }) => `line ${line}`),
  ]
}
