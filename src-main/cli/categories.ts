import type { LedgerClient } from '#main/worker/client.ts'

/**
 * A large import leaves its categories, transfers and contracts to whoever looks at them first: a command that shows some sees
 * to it that none are due. In the app this happens in the background.
 */
export async function finishCategories(ledger: LedgerClient): Promise<void> {
  for (;;) {
    const piece = await ledger.job('categories.next', null)
    // A ledger that fails says so by the command's own work.
    if (!piece.ok) return
    if (!piece.value.isDone) continue
    // What transfers tell may be news for categories.
    const insights = await ledger.job('insights.next', null)
    if (!insights.ok || insights.value.isDone) return
  }
}
