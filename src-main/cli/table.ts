/** A column of a plain-text table; amounts stand right, so that their decimals line up, and are never cut. */
export interface Column {
  readonly title: string
  readonly align?: 'right'
  /** It says what a row is about, and so stands again before columns that only fit below. */
  readonly isName?: boolean
}

const GAP = '  '
/** No padding follows a longer text: it is there for the eye, and without a terminal nothing is cut. */
const PADDED_MAX = 48
/** A text is cut no further: dates, rhythms and states stay whole. */
const CUT_MIN = 10
/** What tells rows apart where a table is too wide for one. */
const NAME_MAX = 24

/** Width in terminal cells is close enough to code points for the scripts that banks use. */
const widthOf = (text: string): number => Array.from(text).length

/** Keeps one line per row, and never lets a bank's text write to the terminal's control channel. */
const cell = (text: string): string => text.replace(/[\p{Cc}]+/gu, ' ').trim()

/** A column with its cells, the title first. */
interface Strip { readonly column: Column; readonly cells: readonly string[]; readonly width: number }

/**
 * A table as wide as the terminal: first what is text is cut, the widest first; what then still does not fit stands below, with
 * the rows' names again. Without a width, as in a file or a pipe, everything stands side by side and whole.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string {
  const strips = columns.map((column, index): Strip => {
    const cells = [column.title, ...rows.map((row) => row[index] ?? '')].map(cell)
    return { column, cells, width: cells.reduce((widest, text) => Math.max(widest, widthOf(text)), 0) }
  })
  if (width === Number.POSITIVE_INFINITY) return linesOf(strips.map((strip) => ({ ...strip, width: Math.min(strip.width, PADDED_MAX) })))
  const fitted = fit(strips, width)
  return fitted ? linesOf(fitted) : blocksOf(strips, width).map(linesOf).join('\n\n')
}

const total = (strips: readonly Strip[]): number => strips.reduce((sum, strip) => sum + strip.width, GAP.length * (strips.length - 1))

/** Lowers the widest texts to one width that fits; undefined where there is none. */
function fit(strips: readonly Strip[], width: number): Strip[] | undefined {
  const lowered = (level: number): Strip[] => strips.map((strip) => (strip.column.align === 'right' ? strip : { ...strip, width: Math.min(strip.width, level) }))
  for (let level = Math.max(CUT_MIN, ...strips.map((strip) => strip.width)); level >= CUT_MIN; level -= 1) {
    const candidate = lowered(level)
    if (total(candidate) <= width) return candidate.map(shortened)
  }
  return undefined
}

const shortened = (strip: Strip): Strip => ({ ...strip, cells: strip.cells.map((text) => (widthOf(text) > strip.width && strip.column.align !== 'right' ? `${Array.from(text).slice(0, Math.max(0, strip.width - 1)).join('')}…` : text)) })

/** As many columns side by side as fit, the names before each lot of them. */
function blocksOf(strips: readonly Strip[], width: number): Strip[][] {
  const isNamed = strips.some(({ column }) => column.isName)
  const isLead = ({ column }: Strip, index: number): boolean => (isNamed ? column.isName === true : index === 0)
  const lead = strips.filter(isLead).map((strip) => shortened({ ...strip, width: Math.min(strip.width, NAME_MAX) }))
  const blocks: Strip[][] = []
  let block = lead
  for (const strip of strips.filter((one, index) => !isLead(one, index))) {
    if (block.length > lead.length && total([...block, strip]) > width) {
      blocks.push(block)
      block = lead
    }
    const space = width - total([...block, { ...strip, width: 0 }])
    block = [...block, strip.column.align === 'right' ? strip : shortened({ ...strip, width: Math.min(strip.width, Math.max(CUT_MIN, space)) })]
  }
  return [...blocks, block]
}

function linesOf(strips: readonly Strip[]): string {
  const lines = strips[0]?.cells.map((_, line) => strips.map(({ cells, width, column }) => pad(cells[line] ?? '', width, column.align)).join(GAP).trimEnd()) ?? []
  return lines.join('\n')
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'right' ? space + text : text + space
}
