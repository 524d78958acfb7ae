import { nextTick, ref } from 'vue'

const isAtPrinter = ref(false)

/** Whether the page is just being put on paper, which is no wider than it is: tables lie in pieces then. */
export const isOnPaper = (): boolean => isAtPrinter.value

/** Columns of amounts that a page has room for, beside the heads. */
export const PAPER_COLUMNS_MAX = 7

/** As many lists as it takes for none to be longer than the paper is wide, all about the same. */
export function bandsOf<T>(columns: readonly T[], max = PAPER_COLUMNS_MAX): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(columns.length / max))
  const size = Math.ceil(columns.length / count)
  return Array.from({ length: count }, (_, band) => columns.slice(band * size, (band + 1) * size))
}

/** Prints, or writes what would be printed, with the page laid out for paper. */
export async function onPaper<T>(work: () => T | Promise<T>): Promise<T> {
  isAtPrinter.value = true
  await nextTick()
  try {
    return await work()
  } finally {
    isAtPrinter.value = false
  }
}
