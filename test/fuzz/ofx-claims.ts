import { declaredEncoding } from '#main/connectors/ofx/header.ts'
import { decodeText } from '#main/connectors/text/decode.ts'
import { readFile } from '#main/importers/read.ts'
import { isLocalDate } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { Reading, Statement } from '#shared/statement.ts'

/** Reads damaged bytes and says what is wrong with the answer; nothing where the reader keeps its word. */
export function complaints(bytes: Uint8Array): string[] {
  const result = readFile('damaged.ofx', bytes)
  if (!result.ok || !result.value.format.startsWith('ofx')) return []
  const { text } = decodeText(bytes, declaredEncoding)
  return [...lostEntries(text, result.value), ...result.value.statements.flatMap((statement) => badValues(statement, text))]
}

/** Every opening STMTTRN (and its sisters of loans and pending entries) is a row of a statement, or a warning says where it went. */
function lostEntries(text: string, { statements, warnings }: Reading): string[] {
  const opened = [...text.matchAll(/<(?:LOAN)?STMTTRNP?[\s>/]/gi)].length
  const unreadable = statements.flatMap((statement) => statement.unreadable)
  const rows = statements.reduce((sum, { entries, pending }) => sum + entries.length + pending.length, unreadable.length)
  const told = warnings.filter(({ code }) => code === 'entry-in-comment' || code === 'entry-without-account').length
  return opened > rows + told ? [`${opened} entries opened, ${rows} rows, ${told} warnings`] : []
}

function badValues({ entries, pending, balances, line }: Statement, text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).length
  const rows = [...entries, ...pending]
  return [
    ...rows.filter(({ amount }) => !isDecimal(amount)).map(({ amount }) => `amount ${amount}`),
    ...rows.filter(({ bookedOn }) => !isLocalDate(bookedOn)).map(({ bookedOn }) => `day ${bookedOn}`),
    ...balances.filter(({ amount }) => !isDecimal(amount)).map(({ amount }) => `balance ${amount}`),
    ...[line, ...rows.map((row) => row.line)].filter((number) => number < 1 || number > lines).map((number) => `line ${number} of ${lines}`),
  ]
}
