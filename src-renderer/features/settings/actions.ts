import { ref, type Ref } from 'vue'
import type { AppError } from '#shared/errors.ts'
import type { ExportFormat } from '#shared/ipc/app-endpoints.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import { useAppStore } from '#renderer/stores/app.ts'
import { useLedgerStore } from '#renderer/stores/ledger.ts'
import { useText, type MessageKey } from '#renderer/ui/text.ts'
import { showFailure, showToast } from '#renderer/ui/toasts.ts'

export type FileAction = 'backup' | 'restore' | ExportFormat | 'verify' | 'demo'

/** What can be done with the ledger as a whole, from the settings and from the palette: one at a time, each with a word at its end. */
export interface FileActions {
  readonly busy: Readonly<Ref<FileAction | undefined>>
  readonly error: Readonly<Ref<AppError | undefined>>
  readonly problems: Readonly<Ref<readonly string[] | undefined>>
  readonly backup: () => Promise<void>
  readonly restore: () => Promise<void>
  readonly exportAs: (format: ExportFormat) => Promise<void>
  readonly verify: () => Promise<void>
  readonly loadDemo: () => Promise<void>
  readonly removeDemo: () => Promise<void>
}

/** `shows` where a page tells errors and the findings of a check itself: they are not said twice, unless that page has been left meanwhile. */
export function useFileActions(shows: () => boolean = () => false): FileActions {
  const ledger = useLedgerStore()
  const app = useAppStore()
  const { t, language } = useText()
  const busy = ref<FileAction>()
  const error = ref<AppError>()
  const problems = ref<readonly string[]>()

  /** A native dialog that was cancelled answers without a file name: nothing happened, nothing is said. */
  async function saved(action: FileAction, work: () => Promise<Reply<'data.backup'>>, done: MessageKey): Promise<string | null> {
    const value = await run(action, work)
    if (value?.fileName) showToast(t(done, { file: value.fileName }), { tone: 'good' })
    return value?.fileName ?? null
  }

  async function run<T>(action: FileAction, work: () => Promise<{ ok: true; value: T } | { ok: false; error: AppError }>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = action
    const reply = await work()
    busy.value = undefined
    error.value = reply.ok || reply.error.kind === 'cancelled' ? undefined : reply.error
    if (error.value && !shows()) showFailure(error.value, language.value)
    return reply.ok ? reply.value : undefined
  }

  async function restore(): Promise<void> {
    await saved('restore', ledger.restore, 'settings.files.restoreDone')
    await app.load()
  }

  async function exportAs(format: ExportFormat): Promise<void> {
    const file = await saved(format, () => ledger.exportAs(format), 'settings.files.exportDone')
    if (file && app.preferences.privacyMode) showToast(t('settings.files.exportHidden'))
  }

  async function verify(): Promise<void> {
    problems.value = undefined
    const value = await run('verify', ledger.verify)
    problems.value = value?.problems
    if (value && !shows()) showToast(value.problems.length === 0 ? t('settings.files.verifyGood') : t('settings.files.verifyBad', { count: value.problems.length }), { tone: value.problems.length === 0 ? 'good' : 'bad' })
  }

  async function loadDemo(): Promise<void> {
    const loaded = await run('demo', ledger.exploreDemo)
    if (loaded !== undefined) showToast(t('settings.files.demoDone'), { tone: 'good', action: { label: t('settings.files.demoRemove'), run: removeDemo } })
  }

  async function removeDemo(): Promise<void> {
    const removed = await run('demo', ledger.removeDemo)
    if (removed !== undefined) showToast(t('settings.files.demoRemoved'), { tone: 'good' })
    await ledger.load()
  }

  return {
    busy, error, problems, restore, exportAs, verify, removeDemo,
    backup: async () => { await saved('backup', ledger.backup, 'settings.files.backupDone') },
    loadDemo,
  }
}
