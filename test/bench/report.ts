import process from 'node:process'

export interface Row {
  readonly job: string
  readonly figure: number | undefined
  readonly unit: string
  readonly bar?: number
  readonly isBetter?: 'more' | 'less'
  /** How many times faster Kontor is, measured in the same run. */
  readonly ratio?: number | undefined
  readonly notes?: readonly string[]
}

/** Prints what was measured beside what was promised (the bars are the design's). */
export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map((row) => [row.job, figureOf(row), barOf(row), verdictOf(row), (row.notes ?? []).join(' · ')])
  const head = [title, 'measured', 'bar', '', '']
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => (line[column] ?? '').length)))
  for (const line of [head, ...cells]) process.stdout.write(`${line.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()}\n`)
  process.stdout.write('\n')
}

const number = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value < 10 ? 2 : 1))

const figureOf = ({ figure, unit }: Row): string => (figure === undefined || Number.isNaN(figure) ? '–' : `${number(figure)} ${unit}`)
const barOf = ({ bar, isBetter, unit }: Row): string => (bar === undefined ? '' : `${isBetter === 'more' ? '≥' : '≤'} ${number(bar)} ${unit}`)

function verdictOf({ figure, bar, isBetter, ratio }: Row): string {
  if (ratio !== undefined) return `Kontor ${ratio.toFixed(1)}×`
  if (bar === undefined || figure === undefined) return ''
  return (isBetter === 'more' ? figure >= bar : figure <= bar) ? 'met' : 'MISSED'
}
