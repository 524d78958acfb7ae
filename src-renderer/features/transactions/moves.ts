/** A cell of the grid; row -1 is the heading. */
export interface Place { readonly row: number; readonly column: number }
export type Move = 'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'first' | 'last'
interface Bounds { readonly rows: number; readonly columns: number; readonly pageRows: number }

/** Where a key leads. Up from the first row is the heading, whose columns can be resized there. */
export function moved({ row, column }: Place, move: Move, { rows, columns, pageRows }: Bounds): Place {
  const last = rows - 1
  switch (move) {
    case 'up': return { row: Math.max(-1, row - 1), column }
    case 'down': return { row: Math.min(last, row + 1), column }
    case 'left': return { row, column: Math.max(0, column - 1) }
    case 'right': return { row, column: Math.min(columns - 1, column + 1) }
    case 'page-up': return { row: Math.max(Math.min(0, last), row - pageRows), column }
    case 'page-down': return { row: Math.min(last, row + pageRows), column }
    case 'first': return { row: Math.min(0, last), column }
    case 'last': return { row: last, column }
    default: return move satisfies never
  }
}
