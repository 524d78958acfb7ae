import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { err, ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { eventually } from './eventually.ts'
import { mounted } from './mounted.ts'

const KEY = 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH'
let page: VueWrapper

async function begin(answers: Answers = {}, keyringAvailable = false): Promise<FakeBridge> {
  const bridge = fakeBridge({
    'setup.create': () => {
      bridge.state = { ...bridge.state, phase: 'open' }
      bridge.emit('app.changed', bridge.state)
      return ok({ recoveryKey: KEY })
    },
    ...answers,
  }, { phase: 'first-run', keyringAvailable })
  page = await mounted(App)
  await flushPromises()
  return bridge
}

const button = (text: string) => {
  const found = page.findAll('button').find((candidate) => candidate.text() === text)
  if (!found) throw new Error(`no button ${text} among ${page.findAll('button').map((one) => one.text()).join(', ')}`)
  return found
}
async function submit(): Promise<void> {
  await page.get('form').trigger('submit')
  await flushPromises()
}
async function choosePassphrase(text: string, repeated = text): Promise<void> {
  const [first, second] = page.findAll('input[type=password]')
  await first?.setValue(text)
  await second?.setValue(repeated)
  await submit()
}

it('speaks the chosen language at once', async () => {
  const bridge = await begin()
  expect(page.get('h1').text()).toContain('Welcome')
  await page.get('input[value=de]').setValue()
  await flushPromises()
  expect(page.get('h1').text()).toContain('Willkommen')
  expect(document.documentElement.lang).toBe('de')
  await page.get('input[value=dark]').setValue()
  expect(document.documentElement.dataset['theme']).toBe('dark')
  expect(bridge.callsOf('preferences.set')).toEqual([{ language: 'de' }, { theme: 'dark' }])
})

it('takes no short and no mistyped passphrase, and says which it was', async () => {
  const bridge = await begin()
  await submit()
  await choosePassphrase('seven77')
  expect(page.get('[role=alert]').text()).toContain('eight characters')
  await choosePassphrase('sieben lila Elefanten', 'sieben lila Elefant')
  expect(page.get('[role=alert]').text()).toContain('differ')
  expect(bridge.callsOf('setup.create')).toEqual([])
})

it('shows the recovery key until it is saved, and again on the way back, without making a second ledger', async () => {
  const bridge = await begin()
  await submit()
  await choosePassphrase('sieben lila Elefanten')
  expect(bridge.callsOf('setup.create')).toEqual([{ passphrase: 'sieben lila Elefanten', keyring: false, baseCurrency: 'USD' }])
  expect(page.text()).toContain('HHHHH')
  expect(button('Continue').attributes('disabled')).toBeDefined()

  await button('Back').trigger('click')
  await flushPromises()
  expect(page.get('h1').text()).toContain('Welcome')
  await submit()
  expect(page.text()).toContain('HHHHH')
  expect(bridge.callsOf('setup.create')).toHaveLength(1)

  await page.get('input[type=checkbox]').setValue(true)
  await submit()
  expect(page.get('h1').text()).toContain('Bring in')
})

it('may go without a passphrase where the keyring opens, and says what that means', async () => {
  const bridge = await begin({}, true)
  await submit()
  await page.get('[role=switch]').setValue(true)
  expect(page.text()).toContain('cannot be locked')
  await submit()
  expect(bridge.callsOf('setup.create')).toEqual([{ keyring: true, baseCurrency: 'USD' }])
})

it('stays where it is when the ledger cannot be made, and says why', async () => {
  await begin({ 'setup.create': () => err({ kind: 'disk_full' }) })
  await submit()
  await choosePassphrase('sieben lila Elefanten')
  expect(page.get('[role=alert]').text()).toContain('disk is full')
  expect(page.findAll('input[type=password]')).toHaveLength(2)
})

it('opens the window empty when nothing is chosen', async () => {
  await begin()
  await submit()
  await choosePassphrase('sieben lila Elefanten')
  await page.get('input[type=checkbox]').setValue(true)
  await submit()
  await submit()
  await eventually(() => { expect(page.find('#navigation').exists()).toBe(true) })
})

it('begins each step where one goes on: Enter at the heading, the passphrase in its field', async () => {
  await begin()
  expect(document.activeElement?.tagName).toBe('H1')
  await page.get('h1').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(document.activeElement?.getAttribute('autocomplete')).toBe('new-password')
  await choosePassphrase('sieben lila Elefanten')
  expect(document.activeElement?.tagName).toBe('H1')
  // Not before the key is saved.
  await page.get('h1').trigger('keydown', { key: 'Enter' })
  await flushPromises()
  expect(page.text()).toContain('HHHHH')
})

it('keeps a file that is dropped before there is a ledger, and opens it once there is one', async () => {
  const bridge = await begin({ 'imports.stage': () => err({ kind: 'busy' }) })
  const files = [new File(['OFXHEADER:100'], 'march.ofx')]
  window.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { types: ['Files'], files, items: [] } }))
  await flushPromises()
  expect(page.get('.toasts').text()).toContain('once everything is set up')
  await submit()
  await choosePassphrase('sieben lila Elefanten')
  await page.get('input[type=checkbox]').setValue(true)
  await submit()
  expect(bridge.callsOf('imports.stage')).toEqual([])
  await submit()
  await eventually(() => { expect(bridge.callsOf('imports.stage').map(({ files: staged }) => staged.map(({ name }) => name))).toEqual([['march.ofx']]) })
})
