import type { MenuItemConstructorOptions } from 'electron'
import type { Preferences } from '#shared/preferences.ts'
import { textsIn, type TextKey } from './texts.ts'

export interface MenuFacts {
  readonly platform: NodeJS.Platform
  readonly preferences: Pick<Preferences, 'language' | 'shortcuts' | 'privacyMode'>
  /** Without an open ledger only the window itself and its texts can be commanded. */
  readonly isOpen: boolean
  readonly isPackaged: boolean
  /** Runs a command of the window's palette. */
  readonly command: (id: string) => void
  readonly openLogs: () => void
}

/** The keys the window itself listens to; the menu shows them, and the user's own in their place. */
const KEYS: Readonly<Record<string, string>> = {
  'imports.open': 'Mod+I',
  'connections.refresh-all': 'Mod+Shift+R',
  'app.lock': 'Mod+L',
  'settings.go': 'Mod+,',
  'history.undo': 'Mod+Z',
  'history.redo': 'Mod+Shift+Z',
  'search.focus': 'Mod+F',
  'palette.open': 'Mod+K',
  'privacy.toggle': 'Mod+Shift+P',
  'shortcuts.open': 'F1',
}
/** On macOS the text fields' own undo needs these two keys in the menu; the page takes them first outside of fields. */
const FIELD_KEYS = new Set(['history.undo', 'history.redo'])

type Item = MenuItemConstructorOptions
const LINE: Item = { type: 'separator' }

/** The menu bar: mac's with an app menu of its own, elsewhere with Alt mnemonics. */
export function menuTemplate(facts: MenuFacts): Item[] {
  const mac = facts.platform === 'darwin'
  return [...(mac ? [appMenu(facts)] : []), fileMenu(facts, mac), editMenu(facts), viewMenu(facts), goMenu(facts), windowMenu(facts, mac), helpMenu(facts, mac)]
}

/** A command's item. The window hears its keys itself, so elsewhere than on macOS the menu only shows them. */
function commandItem({ platform, preferences, isOpen, command }: MenuFacts, id: string, label: TextKey): Item {
  const keys = acceleratorOf(preferences.shortcuts[id] ?? KEYS[id] ?? '')
  const isHidden = platform === 'darwin' && FIELD_KEYS.has(id)
  return {
    label: textsIn(preferences.language)[label],
    enabled: isOpen,
    click: () => { command(id) },
    ...(keys === undefined || isHidden ? {} : { accelerator: keys, registerAccelerator: false }),
  }
}

/** 'Mod+Shift+P' in Electron's words. Keys that type text, and one after the other, are none for a menu. */
export function acceleratorOf(keys: string): string | undefined {
  if (keys === '' || keys.includes(' ') || !(keys.includes('Mod+') || /^F\d+$/.test(keys))) return undefined
  return keys.replace('Mod+', 'CommandOrControl+')
}

const role = ({ preferences }: MenuFacts, name: NonNullable<Item['role']>, label: TextKey): Item => ({ role: name, label: textsIn(preferences.language)[label] })

function appMenu(facts: MenuFacts): Item {
  return {
    label: 'Kontor',
    submenu: [
      role(facts, 'about', 'about'), LINE,
      commandItem(facts, 'settings.go', 'settings'), LINE,
      role(facts, 'services', 'services'), LINE,
      role(facts, 'hide', 'hide'), role(facts, 'hideOthers', 'hideOthers'), role(facts, 'unhide', 'showAll'), LINE,
      role(facts, 'quit', 'quit'),
    ],
  }
}

function fileMenu(facts: MenuFacts, mac: boolean): Item {
  return {
    label: textsIn(facts.preferences.language).file,
    submenu: [
      commandItem(facts, 'connections.connect', 'connectBank'), commandItem(facts, 'connections.refresh-all', 'refreshAll'), LINE,
      commandItem(facts, 'imports.open', 'importFiles'), LINE,
      commandItem(facts, 'data.backup', 'backup'), commandItem(facts, 'data.export-json', 'exportJson'), commandItem(facts, 'data.export-csv', 'exportCsv'), LINE,
      commandItem(facts, 'app.lock', 'lock'),
      ...(mac ? [role(facts, 'close', 'close')] : [commandItem(facts, 'settings.go', 'settings'), LINE, role(facts, 'quit', 'exit')]),
    ],
  }
}

function editMenu(facts: MenuFacts): Item {
  return {
    label: textsIn(facts.preferences.language).edit,
    submenu: [
      commandItem(facts, 'history.undo', 'undoChange'), commandItem(facts, 'history.redo', 'redoChange'), LINE,
      role(facts, 'undo', 'undo'), role(facts, 'redo', 'redo'), LINE,
      role(facts, 'cut', 'cut'), role(facts, 'copy', 'copy'), role(facts, 'paste', 'paste'), role(facts, 'delete', 'remove'), role(facts, 'selectAll', 'selectAll'), LINE,
      commandItem(facts, 'search.focus', 'search'),
    ],
  }
}

function viewMenu(facts: MenuFacts): Item {
  const privacy = commandItem(facts, 'privacy.toggle', 'privacy')
  return {
    label: textsIn(facts.preferences.language).view,
    submenu: [
      { ...privacy, type: 'checkbox', checked: facts.preferences.privacyMode }, LINE,
      role(facts, 'resetZoom', 'zoomReset'), role(facts, 'zoomIn', 'zoomIn'), role(facts, 'zoomOut', 'zoomOut'), LINE,
      role(facts, 'togglefullscreen', 'fullScreen'),
      ...(facts.isPackaged ? [] : [LINE, role(facts, 'reload', 'reload'), role(facts, 'toggleDevTools', 'devTools')]),
    ],
  }
}

function goMenu(facts: MenuFacts): Item {
  return {
    label: textsIn(facts.preferences.language).go,
    submenu: [
      commandItem(facts, 'overview.go', 'overview'), commandItem(facts, 'transactions.go', 'transactions'),
      commandItem(facts, 'accounts.go', 'accounts'), commandItem(facts, 'connections.go', 'connections'), commandItem(facts, 'imports.go', 'imports'), LINE,
      commandItem(facts, 'palette.open', 'palette'),
    ],
  }
}

function windowMenu(facts: MenuFacts, mac: boolean): Item {
  return {
    role: 'windowMenu',
    label: textsIn(facts.preferences.language).window,
    submenu: [
      role(facts, 'minimize', 'minimize'),
      ...(mac ? [role(facts, 'zoom', 'zoomWindow'), LINE, role(facts, 'front', 'front')] : [role(facts, 'close', 'close')]),
    ],
  }
}

function helpMenu(facts: MenuFacts, mac: boolean): Item {
  return {
    role: 'help',
    label: textsIn(facts.preferences.language).help,
    submenu: [
      commandItem(facts, 'shortcuts.open', 'shortcuts'),
      { label: textsIn(facts.preferences.language).logs, click: facts.openLogs },
      ...(mac ? [] : [LINE, role(facts, 'about', 'about')]),
    ],
  }
}
