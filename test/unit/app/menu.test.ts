import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { contextMenuTemplate } from '#main/app/context-menu.ts'
import { acceleratorOf, menuTemplate, type MenuFacts } from '#main/app/menu.ts'

const RENDERER = join(import.meta.dirname, '..', '..', '..', 'src-renderer')

function menu(some: Partial<MenuFacts> = {}): { items: MenuItemConstructorOptions[]; commands: string[] } {
  const commands: string[] = []
  const facts: MenuFacts = {
    platform: 'linux', preferences: { language: 'en', shortcuts: {}, privacyMode: false }, isOpen: true, isPackaged: true,
    command: (id) => { commands.push(id) }, openLogs: () => undefined, ...some,
  }
  const top = menuTemplate(facts)
  const items = top.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  return { items, commands }
}
const press = (item: MenuItemConstructorOptions): void => { (item.click as (() => void) | undefined)?.() }
const labels = (language: 'en' | 'de', platform: NodeJS.Platform): string[] =>
  menu({ platform, preferences: { language, shortcuts: {}, privacyMode: false } }).items.flatMap(({ label }) => label ?? [])

describe('the menu', () => {
  it('runs commands that the window really has', () => {
    const { items, commands } = menu()
    items.forEach(press)
    const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|vue)$/.test(name)).map((name) => readFileSync(join(RENDERER, name), 'utf8')).join('\n')
    const known = new Set([...sources.matchAll(/\bid: '([\w.-]+)'/g)].map(([, id]) => id))
    expect(commands.length).toBeGreaterThan(10)
    expect(commands.filter((id) => !known.has(id))).toEqual([])
  })

  it('speaks both languages, item by item', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const [english, german] = [labels('en', platform), labels('de', platform)]
      expect(german).toHaveLength(english.length)
      expect(english.filter((label, at) => label === german[at] && !/Zoom|Kontor/.test(label))).toEqual([])
    }
  })

  it('commands nothing of a ledger that is not open', () => {
    const { items, commands } = menu({ isOpen: false })
    items.filter(({ enabled }) => enabled !== false).forEach(press)
    expect(commands).toEqual([])
  })

  it('offers no reload and no developer tools in a release', () => {
    expect(menu().items.filter(({ role }) => role === 'reload' || role === 'toggleDevTools')).toEqual([])
    expect(menu({ isPackaged: false }).items.filter(({ role }) => role === 'reload' || role === 'toggleDevTools')).toHaveLength(2)
  })

  it('shows the keys the window listens to, and the user’s own in their place, without taking them from the page', () => {
    const shown = (shortcuts: Record<string, string>) => menu({ preferences: { language: 'en', shortcuts, privacyMode: false } }).items.find(({ label }) => label?.includes('Import Files'))
    expect(shown({})).toMatchObject({ accelerator: 'CommandOrControl+I', registerAccelerator: false })
    expect(shown({ 'imports.open': 'Mod+Shift+O' })).toMatchObject({ accelerator: 'CommandOrControl+Shift+O' })
    expect(shown({ 'imports.open': '' })).not.toHaveProperty('accelerator')
    expect(['G T', 'K', 'F5', 'Mod+,'].map(acceleratorOf)).toEqual([undefined, undefined, 'F5', 'CommandOrControl+,'])
  })

  it('leaves Cmd+Z to the text fields on macOS', () => {
    const undo = menu({ platform: 'darwin' }).items.filter(({ label }) => label === '&Undo Change')
    expect(undo).toHaveLength(1)
    expect(undo[0]).not.toHaveProperty('accelerator')
  })
})

describe('a right click', () => {
  const editFlags = { canUndo: false, canRedo: false, canCut: true, canCopy: true, canPaste: true, canDelete: true, canSelectAll: true, canEditRichly: false }
  const roles = (clicked: Parameters<typeof contextMenuTemplate>[0]) => contextMenuTemplate(clicked, 'de').flatMap(({ role, enabled }) => (role && enabled !== false ? [role] : []))

  it('offers a text field what works there, pasting a passphrase too', () => {
    expect(roles({ isEditable: true, selectionText: '', editFlags })).toEqual(['cut', 'copy', 'paste', 'delete', 'selectAll'])
  })

  it('offers to copy what is selected, and nothing where nothing is', () => {
    expect(roles({ isEditable: false, selectionText: 'Miete', editFlags })).toEqual(['copy'])
    expect(contextMenuTemplate({ isEditable: false, selectionText: ' ', editFlags }, 'de')).toEqual([])
  })
})
