import { resolve } from 'node:path'
import { EXPORT_FORMATS } from '#shared/ipc/app-endpoints.ts'
import { err, ok } from '#shared/result.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { finishCategories } from './categories.ts'
import { aboutTarget, withLedger } from './open-ledger.ts'
import { freeTarget } from './target.ts'
import { usage } from './usage.ts'
import { words } from './words.ts'

export async function exportLedger(context: Context, { positionals: [file = ''], values }: Arguments): Promise<Outcome> {
  const { format } = values
  const known = EXPORT_FORMATS.find((name) => name === format)
  if (!known) return err(usage(`--format is one of ${EXPORT_FORMATS.join(', ')}`, `--format ist eines von ${EXPORT_FORMATS.join(', ')}`))
  const free = await freeTarget(file, values)
  if (!free.ok) return free
  const written = await withLedger(context, 'must-exist', async (ledger) => {
    await finishCategories(ledger)
    return ledger.job('export', { file: resolve(file), format: known })
  })
  return written.ok ? ok({ json: { file, format: known }, text: () => `${words(context.language).wrote} ${file}` }) : err(aboutTarget(file, written.error))
}
