import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError } from '#shared/errors.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Clock } from '#main/platform/clock.ts'
import { writeFileAtomic } from '#main/platform/files.ts'
import { packBackup } from '#main/secrets/backup-file.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Desktop, FilePurpose } from './desktop.ts'
import type { Operations, Running } from './operations.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

export interface DataParts {
  readonly ledgerFile: string
  readonly ledger: LedgerClient
  readonly session: Session
  readonly operations: Operations
  readonly desktop: Desktop
  readonly clock: Clock
}

interface FileName { readonly name?: string | undefined; readonly period?: DayRange | undefined }
type Saved = Result<{ fileName: string | null }, AppError>
const CANCELLED: Saved = ok({ fileName: null })
const ENDINGS: Readonly<Record<FilePurpose, string>> = { backup: 'kontor-backup', json: 'json', csv: 'csv', ofx: 'ofx', qif: 'qif', ledger: 'ledger', png: 'png', pdf: 'pdf' }

/** Whole ledgers in and out. Main asks for the place itself, so that the window never names a path. */
export function dataHandlers(parts: DataParts) {
  const { ledger, session, operations, desktop, clock } = parts

  async function save(purpose: FilePurpose, work: (file: string) => Promise<Result<null, AppError>>, { name, period }: FileName = {}): Promise<Saved> {
    if (!session.isOpen) return err({ kind: 'locked' })
    const days = period ? `${period.from}-${period.to}` : clock.today()
    const file = await desktop.chooseTarget(purpose, `${['Kontor', name, days].filter((part) => part !== undefined).join('-')}.${ENDINGS[purpose]}`)
    if (file === null) return CANCELLED
    const done = await work(file)
    return done.ok ? ok({ fileName: basename(file) }) : done
  }

  return {
    'data.backup': (_, { signal }) => save('backup', (file) => operations.run('backup', signal, (running) => backup(parts, file, running))),
    'data.export': ({ format }, { signal }) => save(format, (file) => operations.run('export', signal, (running) => ledger.job('export', { file, format }, running.signal))),
    'data.verify': (_, { signal }) => (session.isOpen ? operations.run('verify', signal, (running) => ledger.job('verify', null, running.signal)) : Promise.resolve(err({ kind: 'locked' }))),
    'data.saveReport': ({ name, period, kind, bytes }) => save(kind, (file) => writeFileAtomic(file, (handle) => handle.writeFile(bytes)), { name, period }),
    'data.savePage': ({ name, period }) => save('pdf', async (file) => {
      const page = await desktop.pagePdf()
      return writeFileAtomic(file, (handle) => handle.writeFile(page))
    }, { name, period }),
    'data.restore': async (_, { signal }) => {
      const file = await desktop.chooseSource('backup')
      if (file === null) return CANCELLED
      // A window that no longer waits has not agreed to lose its ledger to another.
      if (signal.aborted) return err({ kind: 'cancelled' })
      const done = await operations.run('restore', signal, (running) => session.restore(file, progressOf(running, 'read')))
      return done.ok ? ok({ fileName: basename(file) }) : done
    },
  } satisfies SomeHandlers
}

/** The ledger's thread writes a complete copy; that and the keys become the one file. */
async function backup({ ledgerFile, ledger, clock }: DataParts, target: string, running: Running): Promise<Result<null, AppError>> {
  const copy = `${ledgerFile}.backup-draft`
  try {
    const copied = await ledger.job('backup', { file: copy }, running.signal)
    return copied.ok ? await packBackup(target, copy, ledgerFile, clock.now(), progressOf(running, 'write')) : copied
  } finally {
    await rm(copy, { force: true })
  }
}

const progressOf = (running: Running, phase: 'read' | 'write') => ({
  signal: running.signal,
  onProgress: (done: number, total: number) => { running.progress(phase, done, total) },
})
