import { useRouter } from 'vue-router'
import { useAppStore } from '#renderer/stores/app.ts'
import { useHistoryStore, type HistoryStep } from '#renderer/stores/history.ts'
import type { AppError } from '#shared/errors.ts'
import { useCommands, type Command } from '#renderer/ui/commands.ts'
import { useText } from '#renderer/ui/text.ts'
import { dismissOffers, showFailure, showToast } from '#renderer/ui/toasts.ts'

interface Shell {
  readonly openPalette: () => void
  readonly openShortcuts: () => void
  readonly focusSearch: () => void
  readonly peek: (on: boolean) => void
}

/** What the window itself can do, wherever one is. Features bring the rest. */
export function useShellCommands(shell: Shell): void {
  useCommands([...appCommands(shell), ...viewCommands(shell), ...historyCommands()])
}

function appCommands({ openPalette, openShortcuts }: Shell): Command[] {
  const app = useAppStore()
  const lock = useLock()
  return [
    { id: 'palette.open', title: 'shell.command.palette', group: 'shell.group.app', keys: ['Mod+K'], keysOnly: true, run: openPalette },
    { id: 'shortcuts.open', title: 'shell.command.shortcuts', group: 'shell.group.app', keys: ['F1', '?'], run: openShortcuts },
    { id: 'app.lock', title: 'shell.command.lock', group: 'shell.group.app', keys: ['Mod+L'], everywhere: true, run: lock },
    { id: 'app.quit', title: 'shell.command.quit', group: 'shell.group.app', run: app.quit },
    { id: 'app.language', title: 'shell.command.language', group: 'shell.group.app', run: () => app.prefer({ language: app.preferences.language === 'de' ? 'en' : 'de' }) },
  ]
}

function viewCommands({ focusSearch, peek }: Shell): Command[] {
  const app = useAppStore()
  const switchTheme = () => app.prefer({ theme: isDark(app.preferences.theme) ? 'light' : 'dark' })
  return [
    { id: 'search.focus', title: 'shell.command.search', group: 'shell.group.go', keys: ['/', 'Mod+F'], run: focusSearch },
    { id: 'privacy.toggle', title: 'shell.command.privacy', group: 'shell.group.view', keys: ['Mod+Shift+P'], everywhere: true, run: () => app.prefer({ privacyMode: !app.preferences.privacyMode }) },
    {
      id: 'privacy.peek', title: 'shell.command.peek', group: 'shell.group.view', keys: ['V'], keysOnly: true,
      when: () => app.preferences.privacyMode, run: () => { peek(true) }, release: () => { peek(false) },
    },
    { id: 'view.theme', title: 'shell.command.theme', group: 'shell.group.view', run: switchTheme },
  ]
}

const isDark = (theme: string): boolean => (theme === 'system' ? window.matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark')

const STEPS = ['edit', 'edit-payee', 'edit-category', 'edit-notes', 'edit-tags', 'split', 'edit-budgets', 'create-account', 'create-row', 'amend-row', 'pair-transfer', 'reject-transfer', 'set-pairing', 'edit-contract', 'create-rule', 'edit-rule', 'delete-rule', 'apply-rules', 'edit-account', 'close-account', 'reopen-account', 'import', 'revert', 'refresh', 'delete-connection', 'delete-account'] as const

function historyCommands(): Command[] {
  const history = useHistoryStore()
  const { t, language } = useText()
  const named = ({ label, count }: HistoryStep) => t(`shell.step.${STEPS.find((known) => known === label) ?? 'other'}`, { count })
  const failed = (error: AppError) => showFailure(error, language.value)

  async function undo(): Promise<void> {
    dismissOffers()
    const { step, reply } = await history.undo()
    if (!reply.ok) failed(reply.error)
    else if (step) showToast(t('shell.undone', { step: named(step) }), { tone: 'good', action: { label: t('shell.command.redo'), run: redo } })
    else showToast(t('shell.nothingToUndo'))
  }

  async function redo(): Promise<void> {
    dismissOffers()
    const { step, reply } = await history.redo()
    if (!reply.ok) failed(reply.error)
    else if (step) showToast(t('shell.redone', { step: named(step) }), { tone: 'good', action: { label: t('ui.undo'), run: undo } })
    else showToast(t('shell.nothingToRedo'))
  }

  return [
    { id: 'history.undo', title: 'shell.command.undo', group: 'shell.group.edit', keys: ['Mod+Z'], inFields: false, run: undo },
    { id: 'history.redo', title: 'shell.command.redo', group: 'shell.group.edit', keys: ['Mod+Shift+Z', 'Mod+Y'], inFields: false, run: redo },
  ]
}

/** A ledger without a passphrase cannot lock; saying so leads to where one is set. */
export function useLock(): () => Promise<void> {
  const app = useAppStore()
  const router = useRouter()
  const { t, language } = useText()

  return async () => {
    if (!app.canLock) {
      showToast(t('shell.cannotLock'), { action: { label: t('shell.setPassphrase'), run: () => router.push('/settings/security') } })
      return
    }
    const reply = await app.lock()
    if (!reply.ok) showFailure(reply.error, language.value)
  }
}
