import { flushPromises } from '@vue/test-utils'
import { createPinia, disposePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FOLDER_TYPE } from '#shared/dropped-folder.ts'
import type { Operation, Review } from '#shared/ipc/import-endpoints.ts'
import { FILES_MAX, FILE_BYTES_MAX, UPLOADS_BYTES_MAX } from '#shared/ipc/limits.ts'
import type { OperationId } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import { useImportStore } from '#renderer/stores/imports.ts'
import { readFiles } from '#renderer/stores/intake.ts'
import { fakeBridge, type Answers } from './fake-bridge.ts'
import { batch } from './rows.ts'

let pinia: Pinia
beforeEach(() => { setActivePinia(pinia = createPinia()) })
afterEach(() => { disposePinia(pinia) })

const ID = '11111111-1111-4111-8111-111111111111' as OperationId
const OTHER = '22222222-2222-4222-8222-222222222222' as OperationId
const operation = (over: Partial<Operation> = {}): Operation => ({ operationId: ID, kind: 'import', state: 'waiting', phase: 'compare', done: 1, total: 1, error: null, ...over })
const counts = { rows: 2, new: 1, duplicate: 1, match: 0, skip: 0, problem: 0 }
const review = (over: Partial<Review> = {}): Review => ({ operationId: ID, files: [], counts, ...over })
const file = (name = 'march.ofx', text = 'OFXHEADER:100') => new File([text], name)
const sized = (name: string, size: number) => Object.defineProperty(file(name), 'size', { value: size })

function bridgeWith(answers: Answers = {}) {
  return fakeBridge({
    'imports.stage': () => ok({ operationId: ID }),
    'imports.review': ({ operationId }) => ok(review({ operationId: operationId as OperationId })),
    'imports.discard': () => ok(null),
    'operations.cancel': () => ok(null),
    'imports.commit': () => ok({ receipts: [{ batch: batch(), accounts: [], warnings: [], decisions: [] }] }),
    ...answers,
  })
}

async function staged(answers: Answers = {}) {
  const bridge = bridgeWith(answers)
  const store = useImportStore()
  const done = store.stageFiles([file()])
  await flushPromises()
  bridge.emit('operation.changed', operation())
  await done
  return { bridge, store }
}

it('reads the files, lets main compare them, and shows what it found', async () => {
  const { bridge, store } = await staged()
  expect(store.stage).toBe('reviewing')
  expect(store.review?.counts).toEqual(counts)
  const [sent] = bridge.callsOf('imports.stage')
  expect(sent?.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['march.ofx', 'OFXHEADER:100']])
})

it('stores and shows the receipts', async () => {
  const { store } = await staged()
  await store.commit()
  expect(store.stage).toBe('done')
  expect(store.receipts.map(({ batch: { fileName } }) => fileName)).toEqual(['march.ofx'])
})

it('goes back to the review when storing was stopped or failed', async () => {
  const { store } = await staged({ 'imports.commit': () => err({ kind: 'disk_full' }) })
  await store.commit()
  expect(store.stage).toBe('reviewing')
  expect(store.error).toEqual({ kind: 'disk_full' })
  expect(store.review?.counts).toEqual(counts)
})

it('leaves no trace when it is cancelled, and does not come back by itself', async () => {
  const { bridge, store } = await staged()
  await store.close()
  expect(bridge.callsOf('imports.discard')).toEqual([{ operationId: ID }])
  bridge.emit('operation.changed', operation())
  await flushPromises()
  expect(store.stage).toBe('closed')
})

it('is not thrown away by files that are dropped meanwhile', async () => {
  const { bridge, store } = await staged()
  expect(await store.stageFiles([file('other.ofx')])).toBe(false)
  expect(bridge.callsOf('imports.stage')).toHaveLength(1)
  expect(store.stage).toBe('reviewing')
})

it('joins an import that main has begun, such as one from the file manager', async () => {
  const bridge = bridgeWith()
  const store = useImportStore()
  bridge.emit('operation.changed', operation({ state: 'running' }))
  await flushPromises()
  expect(store.stage).toBe('comparing')
  bridge.emit('operation.changed', operation())
  await flushPromises()
  expect(store.stage).toBe('reviewing')
})

it('takes one import after the other', async () => {
  const { bridge, store } = await staged()
  bridge.emit('operation.changed', operation({ operationId: OTHER }))
  await flushPromises()
  expect(store.operationId).toBe(ID)
  await store.close()
  await flushPromises()
  expect(store.operationId).toBe(OTHER)
  expect(store.stage).toBe('reviewing')
})

it('says why when main could not read anything', async () => {
  const bridge = bridgeWith()
  const store = useImportStore()
  const done = store.stageFiles([file()])
  await flushPromises()
  bridge.emit('operation.changed', operation({ state: 'failed', error: { kind: 'malformed', reason: 'binary', line: null } }))
  await done
  expect(store.stage).toBe('failed')
  expect(store.error).toEqual({ kind: 'malformed', reason: 'binary', line: null })
})

it('discards what main staged after the sheet was closed', async () => {
  const waiting: (() => void)[] = []
  const bridge = bridgeWith({ 'imports.stage': () => new Promise((resolve) => { waiting.push(() => { resolve(ok({ operationId: ID })) }) }) })
  const store = useImportStore()
  const done = store.stageFiles([file()])
  await flushPromises()
  await store.close()
  waiting.forEach((answer) => { answer() })
  await done
  expect(bridge.callsOf('imports.discard')).toEqual([{ operationId: ID }])
  expect(store.stage).toBe('closed')
})

it('refuses a file that is too large before reading a byte of it, and reads its siblings', async () => {
  const huge = sized('huge.ofx', FILE_BYTES_MAX + 1)
  huge.arrayBuffer = () => { throw new Error('read') }
  const intake = await readFiles([huge, file('small.ofx')])
  expect(intake.refused).toEqual([{ name: 'huge.ofx', error: { kind: 'malformed', reason: 'too_large', line: null } }])
  expect(intake.files.map(({ name }) => name)).toEqual(['small.ofx'])
})

it('takes as many files at once as the contract allows, and tells of the rest', async () => {
  const intake = await readFiles(Array.from({ length: FILES_MAX + 2 }, (_, index) => file(`${index}.ofx`)))
  expect(intake.files).toHaveLength(FILES_MAX)
  const tooMany = { kind: 'malformed', reason: 'too_many_files', line: null }
  expect(intake.refused.map(({ error }) => error)).toEqual([tooMany, tooMany])
})

it('holds no more at once than fits', async () => {
  const large = Object.assign(file('a.ofx'), { arrayBuffer: () => Promise.resolve(new ArrayBuffer(UPLOADS_BYTES_MAX)) })
  const intake = await readFiles([large, file('b.ofx')])
  expect(intake.files.map(({ name }) => name)).toEqual(['a.ofx'])
  expect(intake.refused).toEqual([{ name: 'b.ofx', error: { kind: 'malformed', reason: 'too_much_at_once', line: null } }])
})

it.each([
  ['Downloads', 'NotReadableError', { kind: 'storage', reason: 'is_folder' }],
  ['Downloads', 'NotFoundError', { kind: 'storage', reason: 'is_folder' }],
  ['march.ofx', 'NotReadableError', { kind: 'storage', reason: 'no_permission' }],
  ['march.ofx', 'NotFoundError', { kind: 'storage', reason: 'missing' }],
  ['march.ofx', 'AbortError', { kind: 'storage', reason: 'failed' }],
])('says what is wrong with %s after %s', async (name, reason, error) => {
  const unreadable = Object.assign(file(name), { arrayBuffer: () => Promise.reject(new DOMException('', reason)) })
  expect((await readFiles([unreadable])).refused).toEqual([{ name, error }])
})

it('tells a folder, whatever its name, and takes the files that came with it', async () => {
  const bridge = bridgeWith()
  const store = useImportStore()
  const done = store.stageFiles([new File([], 'backup.2026', { type: FOLDER_TYPE }), file()])
  await flushPromises()
  bridge.emit('operation.changed', operation())
  await done
  expect(store.refused).toEqual([{ name: 'backup.2026', error: { kind: 'unsupported', what: 'folder' } }])
  expect(bridge.callsOf('imports.stage').map(({ files }) => files.length)).toEqual([1])
})

it('offers the picker again when no file could be read', async () => {
  const bridge = bridgeWith()
  const store = useImportStore()
  await store.stageFiles([Object.assign(file('Downloads'), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) })])
  expect(store.stage).toBe('choosing')
  expect(store.refused.map(({ name }) => name)).toEqual(['Downloads'])
  expect(bridge.callsOf('imports.stage')).toEqual([])
})
