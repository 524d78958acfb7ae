import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import type { ReviewFile } from '#shared/ipc/import-endpoints.ts'
import type { MappingProposal, SharedMapping } from '#shared/mapping.ts'
import type { OperationId } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import MappingPane from '#renderer/features/imports/MappingPane.vue'
import MappingsPage from '#renderer/features/imports/MappingsPage.vue'
import { useImportStore } from '#renderer/stores/imports.ts'
import { readMapping, writeMapping } from '#renderer/stores/mappings.ts'
import { dismissAllToasts, toasts } from '#renderer/ui/toasts.ts'
import { eventually } from './eventually.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'

const LAYOUT: SharedMapping = {
  format: 'kontor-mapping', version: 1, name: 'Sparkasse', fingerprint: '0123456789abcdef',
  mapping: { columns: ['bookedOn', null, 'amount'], dateOrder: 'dmy', decimal: ',', sign: 'as-is', currency: null, categories: {} },
}

const ID = '11111111-1111-4111-8111-111111111111' as OperationId

afterEach(dismissAllToasts)

async function open(answers: Answers = {}): Promise<FakeBridge> {
  let kept = [LAYOUT]
  const bridge = fakeBridge({
    'mappings.list': () => ok(kept),
    'mappings.save': (layout) => {
      kept = [{ ...LAYOUT, ...layout }]
      return ok(kept)
    },
    'mappings.forget': () => {
      kept = []
      return ok(kept)
    },
    'data.saveReport': () => ok({ fileName: 'layout.json' }),
    ...answers,
  })
  await mounted(MappingsPage)
  await flushPromises()
  return bridge
}

async function choose(item: RegExp): Promise<void> {
  document.querySelector('[aria-label^="Actions for"]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  await eventually(() => { expect(document.querySelectorAll('[role=menuitem]')).toHaveLength(3) })
  ;[...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(({ textContent }) => item.test(textContent))?.click()
  await flushPromises()
}

async function give(text: string): Promise<void> {
  hand(text)
  await eventually(() => { expect(toasts.length).toBeGreaterThan(0) })
}

function hand(text: string): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no file field')
  Object.defineProperty(input, 'files', { value: [new File([text], 'layout.json')], configurable: true })
  input.dispatchEvent(new Event('change'))
}

it('reads what it writes, and nothing else', async () => {
  expect(await readMapping(new Blob([writeMapping(LAYOUT)]))).toEqual(LAYOUT)
  for (const other of ['', 'Dear customer', '[]', 'null', '{"format":"kontor-json","version":1}']) expect(await readMapping(new Blob([other]))).toBeUndefined()
})

it('lists what is kept with its columns, passes it on, and forgets it until that is taken back', async () => {
  const bridge = await open()
  expect(document.body.textContent).toContain('Booking day · Amount')
  await choose(/Save as file/)
  const [saved] = bridge.callsOf('data.saveReport')
  expect(JSON.parse(new TextDecoder().decode(saved?.bytes))).toEqual(LAYOUT)
  await choose(/Forget/)
  expect(bridge.callsOf('mappings.forget')).toEqual([{ fingerprint: LAYOUT.fingerprint }])
  expect(document.body.textContent).toContain('Nothing is kept yet')
  toasts.at(-1)?.action?.run()
  await flushPromises()
  expect(document.body.textContent).toContain('Sparkasse')
})

it('takes a layout from a file, and says where a file holds none', async () => {
  const bridge = await open()
  await give(writeMapping({ ...LAYOUT, name: 'From a friend' }))
  expect(bridge.callsOf('mappings.save')).toMatchObject([{ name: 'From a friend', fingerprint: LAYOUT.fingerprint }])
  expect(document.body.textContent).toContain('From a friend')
  dismissAllToasts()
  await give('Dear customer')
  expect(toasts.at(-1)?.text).toContain('holds no table layout')
})

it('keeps a failure from passing in silence', async () => {
  await open({ 'mappings.save': () => err({ kind: 'invalid_input', path: 'mapping' }) })
  await give(writeMapping(LAYOUT))
  expect(toasts.at(-1)?.tone).toBe('bad')
})

it('reads a file on screen as somebody else has read such a one, and says where its columns are others', async () => {
  const open: MappingProposal = { format: 'csv', fingerprint: 'fedcba9876543210', preset: null, isRemembered: false, header: ['Datum', 'Wert'], sample: [['01.02.2026', '3,50']], mapping: { ...LAYOUT.mapping, columns: ['bookedOn', 'amount'], sign: null }, open: ['sign'], categories: [] }
  const file: ReviewFile & { mapping: MappingProposal } = { name: 'a.csv', format: 'csv', encoding: 'utf-8', error: null, statuses: [], discovered: 0, warnings: [], warningCount: 0, accounts: [], mapping: open }
  const counts = { rows: 0, new: 0, duplicate: 0, match: 0, skip: 0, problem: 0 }
  const bridge = fakeBridge({ 'imports.map': () => ok({ operationId: ID, counts, files: [file] }) })
  await mounted(MappingPane, { props: { file, index: 0 } })
  useImportStore().operationId = ID
  await flushPromises()
  hand(writeMapping(LAYOUT))
  await eventually(() => { expect(document.body.textContent).toContain('was made for files with other columns') })
  expect(bridge.callsOf('imports.map')).toMatchObject([{ file: 0, mapping: LAYOUT.mapping, isRemembered: false }])
  hand('Dear customer')
  await eventually(() => { expect(document.querySelector('[role=alert]')?.textContent).toContain('holds no table layout') })
})
