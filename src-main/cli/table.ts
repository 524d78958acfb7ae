/** A column of a plain-text table; amounts stand right, so that their decimals line up. */
export interface Column { readonly title: string; readonly align?: 'right' }

const GAP = '  '
const WIDTH_MAX = 48

/** Width in terminal cells is close enough to code points for the scripts that banks use. */
const widthOf = (text: string): number => Array.from(text).length

/** Cuts what is too wide, keeps one line per row, and never lets a bank's text write to the terminal's control channel. */
function cell(text: string): string {
  const plain = text.replace(/[\p{Cc}]+/gu, ' ').trim()
  return widthOf(plain) > WIDTH_MAX ? `${Array.from(plain).slice(0, WIDTH_MAX - 1).join('')}…` : plain
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => columns.map((_, index) => cell(row[index] ?? '')))
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ''))))
  return lines.map((line) => line.map((text, index) => pad(text, widths[index] ?? 0, columns[index]?.align)).join(GAP).trimEnd()).join('\n')
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'right' ? space + text : text + space
}
