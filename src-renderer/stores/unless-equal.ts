/**
 * The known answer where the next one says the same. Lists and reports are asked for after every change of the ledger, and most
 * changes are none of theirs: what shows the known one is then neither built nor drawn anew. For answers of the bridge, which
 * are plain data.
 */
export function unlessEqual<T>(known: T, next: T): T {
  return JSON.stringify(known) === JSON.stringify(next) ? known : next
}
