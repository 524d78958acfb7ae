import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import type { BatchId } from '#shared/model.ts'
import GeneralPage from '#renderer/features/settings/GeneralPage.vue'
import FilesPage from '#renderer/features/settings/FilesPage.vue'
import SecurityPage from '#renderer/features/settings/SecurityPage.vue'
import ShortcutsPage from '#renderer/features/settings/ShortcutsPage.vue'
import { useAppStore } from '#renderer/stores/app.ts'
import { register, remap } from '#renderer/ui/commands.ts'
import { dismissAllToasts, toasts } from '#renderer/ui/toasts.ts'
import { fakeBridge } from './fake-bridge.ts'
import { eventually } from './eventually.ts'
import { mounted } from './mounted.ts'

let page: VueWrapper
let forget: () => void = () => undefined

afterEach(() => {
  forget()
  remap({})
  dismissAllToasts()
})

const button = (name: RegExp) => {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find((candidate) => name.test(candidate.getAttribute('aria-label') ?? candidate.textContent))
  if (!found) throw new Error(`no button ${name.source}`)
  return found
}
const click = async (name: RegExp) => {
  button(name).click()
  await flushPromises()
}

it('keeps the product id that a person has registered, and says what is wrong with one', async () => {
  const bridge = fakeBridge()
  page = await mounted(GeneralPage)
  await useAppStore().load()
  const field = page.find('input[type=text]')
  await field.setValue('two words')
  await field.trigger('change')
  expect(page.text()).toContain('at most 25 characters')
  expect(bridge.callsOf('preferences.set')).toEqual([])
  await field.setValue(' 6151256F3D4F9975B877BD4A2 ')
  await field.trigger('change')
  expect(bridge.callsOf('preferences.set')).toEqual([{ fintsProductId: '6151256F3D4F9975B877BD4A2' }])
})

it('records a new key for a command, and refuses one that is taken', async () => {
  const bridge = fakeBridge()
  forget = register([
    { id: 'app.lock', title: 'shell.command.lock', group: 'shell.group.app', keys: ['Mod+L'], run: () => undefined },
    { id: 'palette.open', title: 'shell.command.palette', group: 'shell.group.app', keys: ['Mod+K'], run: () => undefined },
  ])
  page = await mounted(ShortcutsPage)
  await useAppStore().load()
  const record = async (key: string) => {
    await click(/Change the keys for Lock/)
    button(/Press keys/).dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }))
    await flushPromises()
  }
  await record('k')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Show all commands')
  expect(bridge.callsOf('preferences.set')).toEqual([])
  await record('b')
  expect(bridge.callsOf('preferences.set')).toEqual([{ shortcuts: { 'app.lock': 'Mod+B' } }])
})

it('warns of a ledger that cannot lock and sets its first passphrase', async () => {
  const slots = { passphrase: false, keyring: true, recovery: true }
  const bridge = fakeBridge({ 'security.slots': () => ok({ ...slots }), 'security.setPassphrase': () => {
    slots.passphrase = true
    return ok(null)
  } }, { keyringAvailable: true })
  page = await mounted(SecurityPage)
  await useAppStore().load()
  await flushPromises()
  expect(page.text()).toContain('cannot be locked')
  expect(page.get('[role=switch]').attributes('disabled')).toBeDefined()
  await click(/^Set passphrase/)
  const [first, second] = document.querySelectorAll<HTMLInputElement>('[role=dialog] input')
  for (const field of [first, second]) {
    if (!field) throw new Error('two fields')
    field.value = 'sieben lila Elefanten'
    field.dispatchEvent(new Event('input'))
  }
  await flushPromises()
  document.querySelector('#passphrase-form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  expect(bridge.callsOf('security.setPassphrase')).toEqual([{ passphrase: 'sieben lila Elefanten' }])
  await eventually(() => { expect(page.text()).not.toContain('cannot be locked') })
  expect(toasts.map(({ text }) => text)).toContain('The passphrase is set.')
})

it('shows a new recovery key once and lets nobody leave before it is saved', async () => {
  const key = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH'
  fakeBridge({ 'security.newRecoveryKey': () => ok({ recoveryKey: key }) })
  page = await mounted(SecurityPage)
  await click(/^Make a new key/)
  await click(/^Make new key/)
  expect(document.body.textContent).toContain('HHHHH')
  document.querySelector('[role=dialog]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
  await flushPromises()
  expect(document.body.textContent).toContain('HHHHH')
  expect(button(/^Done/).hasAttribute('disabled')).toBe(true)
  document.querySelector<HTMLElement>('[role=dialog] input[type=checkbox]')?.click()
  await flushPromises()
  await click(/^Done/)
  await eventually(() => { expect(document.body.textContent).not.toContain('HHHHH') })
})

it('says where a backup went, and nothing when the dialog was cancelled', async () => {
  const names = ['Kontor-2026-01-31.kontor-backup', null]
  fakeBridge({ 'data.backup': () => ok({ fileName: names.shift() ?? null }) })
  page = await mounted(FilesPage)
  await click(/^Save backup/)
  expect(toasts.map(({ text }) => text)).toEqual(['Backup saved as Kontor-2026-01-31.kontor-backup.'])
  await click(/^Save backup/)
  expect(toasts).toHaveLength(1)
})

it('keeps the sentence of a failure in sight', async () => {
  fakeBridge({ 'data.export': () => err({ kind: 'storage', reason: 'read_only' }) })
  page = await mounted(FilesPage)
  await click(/as CSV/)
  expect(document.querySelector('[role=alert]')?.textContent).toContain('read-only')
})

it('exports for other programs', async () => {
  const bridge = fakeBridge({ 'data.export': ({ format }) => ok({ fileName: `all.${format}` }) })
  page = await mounted(FilesPage)
  button(/For other programs/).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await eventually(() => { expect([...document.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent.trim())).toEqual(['As OFX …', 'As QIF …', 'As plain-text journal (ledger) …']) })
  document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]?.click()
  await flushPromises()
  expect(bridge.callsOf('data.export')).toEqual([{ format: 'qif' }])
})

it('names every problem the check finds', async () => {
  fakeBridge({ 'data.verify': () => ok({ problems: ['first', 'second'] }) })
  page = await mounted(FilesPage)
  await click(/^Check now/)
  expect(page.text()).toContain('2 problems found')
  expect(page.text()).toContain('second')
  expect(toasts).toEqual([])
})

it('says once why a backup cannot be written', async () => {
  fakeBridge({ 'data.backup': () => err({ kind: 'disk_full' }) })
  page = await mounted(FilesPage)
  await click(/^Save backup/)
  expect(page.find('[role=alert]').text()).toContain('disk is full')
  expect(toasts).toEqual([])
})

it('offers to remove the demo data exactly while it is there', async () => {
  let demoBatchId: BatchId | null = 7 as BatchId
  fakeBridge({
    'ledger.settings': () => ok({ baseCurrency: currency('EUR'), demoBatchId }),
    'demo.remove': () => {
      demoBatchId = null
      return ok(null)
    },
  })
  page = await mounted(FilesPage)
  await click(/^Remove demo data/)
  await eventually(() => { expect(button(/^Load demo data/)).toBeDefined() })
  expect(toasts.map(({ text }) => text)).toEqual(['The demo data is removed.'])
})
