import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { err, ok } from '#shared/result.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import { packBackup } from '#main/secrets/backup-file.ts'
import { kindOfLedgerFile } from '#main/secrets/ledger-file.ts'
import { restoreBackup } from '#main/secrets/restore.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { aboutTarget, makeOwnFolder, whileLocked, withLedger } from './open-ledger.ts'
import { freeTarget } from './target.ts'
import { words } from './words.ts'

/** One file with the ledger and its key slots: whoever has it still needs the passphrase or the recovery key. */
export async function backup(context: Context, { positionals: [file = ''], values }: Arguments): Promise<Outcome> {
  const free = await freeTarget(file, values)
  if (!free.ok) return free
  const target = resolve(file)
  const copy = `${target}.${systemRandom.uuid().slice(0, 8)}.copy`
  const copied = await withLedger(context, 'must-exist', (ledger) => ledger.job('backup', { file: copy }))
  if (!copied.ok) return err(aboutTarget(file, copied.error))
  try {
    const packed = await packBackup(target, copy, context.ledgerFile, systemClock.now())
    return packed.ok ? ok({ json: { file }, text: () => `${words(context.language).wrote} ${file}` }) : err(aboutTarget(file, packed.error))
  } finally {
    await rm(copy, { force: true })
  }
}

/** Needs no passphrase: the backup's own slots come with it, and the ledger that was there is kept. */
export async function restore(context: Context, { positionals: [file = ''] }: Arguments): Promise<Outcome> {
  const before = await kindOfLedgerFile(context.ledgerFile)
  if (!before.ok) return before
  const now = systemClock.now()
  const folder = await makeOwnFolder(context)
  if (!folder.ok) return folder
  // Nobody may have the ledger open while it is replaced.
  const restored = await whileLocked(context.ledgerFile, () => restoreBackup(resolve(file), context.ledgerFile, now))
  if (!restored.ok) return restored.error.kind === 'storage' ? err({ kind: 'file', file, error: restored.error }) : restored
  const kept = before.value === 'missing' ? null : `${context.ledgerFile}.before-${now.replace(/\D/g, '')}`
  const say = words(context.language)
  return ok({ json: { ledger: context.ledgerFile, kept }, text: () => (kept === null ? say.restoredNew : `${say.restored} ${kept}`) })
}
