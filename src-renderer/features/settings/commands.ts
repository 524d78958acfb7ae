import type { Router } from 'vue-router'
import { useLedgerStore } from '#renderer/stores/ledger.ts'
import type { Command } from '#renderer/ui/commands.ts'
import type { MessageKey } from '#renderer/ui/text.ts'
import { useFileActions } from './actions.ts'

const PAGES: readonly { readonly name: string; readonly title: MessageKey }[] = [
  { name: 'security', title: 'settings.security.title' },
  { name: 'privacy', title: 'settings.privacy.title' },
  { name: 'data', title: 'settings.files.title' },
  { name: 'shortcuts', title: 'settings.shortcuts.title' },
  { name: 'about', title: 'settings.about.title' },
]

/** Every page and every action of the settings by name. */
export function settingsCommands(router: Router): Command[] {
  const ledger = useLedgerStore()
  const actions = useFileActions()
  const hasDemo = () => (ledger.settings?.demoBatchId ?? null) !== null
  return [
    { id: 'settings.go', title: 'settings.title', group: 'shell.group.go', keys: ['G S', 'Mod+,'], run: () => router.push('/settings') },
    ...PAGES.map(({ name, title }) => ({ id: `settings.${name}`, title, group: 'settings.title' as const, run: () => router.push(`/settings/${name}`) })),
    { id: 'data.backup', title: 'settings.command.backup', group: 'shell.group.file', run: actions.backup },
    { id: 'data.export-json', title: 'settings.command.exportJson', group: 'shell.group.file', run: () => actions.exportAs('json') },
    { id: 'data.export-csv', title: 'settings.command.exportCsv', group: 'shell.group.file', run: () => actions.exportAs('csv') },
    { id: 'data.export-ofx', title: 'settings.command.exportOfx', group: 'shell.group.file', run: () => actions.exportAs('ofx') },
    { id: 'data.export-qif', title: 'settings.command.exportQif', group: 'shell.group.file', run: () => actions.exportAs('qif') },
    { id: 'data.export-ledger', title: 'settings.command.exportLedger', group: 'shell.group.file', run: () => actions.exportAs('ledger') },
    { id: 'data.verify', title: 'settings.command.verify', group: 'shell.group.file', run: actions.verify },
    { id: 'demo.load', title: 'settings.command.demoLoad', group: 'shell.group.file', when: () => !hasDemo(), run: actions.loadDemo },
    { id: 'demo.remove', title: 'settings.command.demoRemove', group: 'shell.group.file', when: hasDemo, run: actions.removeDemo },
  ]
}
