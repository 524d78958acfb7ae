import { BatchIdSchema, type Batch } from '#shared/model.ts'
import { toDecimal } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { withLedger } from './open-ledger.ts'
import { momentText } from './say.ts'
import { table } from './table.ts'
import { usage } from './usage.ts'
import { words } from './words.ts'

export async function batches(context: Context): Promise<Outcome> {
  const found = await withLedger(context, 'must-exist', (ledger) => ledger.call('imports.history', undefined))
  return found.ok ? ok({ json: { batches: found.value.map(toJson) }, text: () => toText(found.value, context) }) : found
}

export async function revert(context: Context, { positionals: [id] }: Arguments): Promise<Outcome> {
  const batchId = BatchIdSchema.safeParse(Number(id))
  if (!batchId.success) return err(usage('BATCH is a number as listed by "batches"', 'BATCH ist eine Nummer, wie "batches" sie auflistet'))
  const reverted = await withLedger(context, 'must-exist', (ledger) => ledger.call('imports.revert', { batchId: batchId.data }))
  return reverted.ok ? ok({ json: { batch: toJson(reverted.value) }, text: () => words(context.language).reverted }) : reverted
}

function toJson({ id, source, fileName, format, importedAt, revertedAt, accountIds, rows, added, duplicates, matched, skipped, problems, delta }: Batch): object {
  return {
    id, source, file: fileName, format, importedAt, revertedAt, accounts: accountIds, rows, added, duplicates, matched, skipped, problems,
    delta: delta.map((money) => ({ amount: toDecimal(money), currency: money.currency })),
  }
}

function toText(found: readonly Batch[], { language, terminal }: Context): string {
  const say = words(language)
  if (found.length === 0) return say.noBatches
  const figures = [say.rows, say.added, say.duplicates, say.matched, say.skipped, say.problems].map((title) => ({ title, align: 'right' } as const))
  return table([{ title: say.id, align: 'right' }, { title: say.imported }, { title: say.file }, ...figures, { title: say.state }], found.map((batch) => [
    String(batch.id), momentText(batch.importedAt), batch.fileName,
    ...[batch.rows, batch.added, batch.duplicates, batch.matched, batch.skipped, batch.problems].map(String),
    batch.revertedAt === null ? '' : say.stateReverted,
  ]), terminal.columns)
}
