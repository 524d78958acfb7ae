import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { FOLDER_TYPE } from '#shared/dropped-folder.ts'
import type { AppError } from '#shared/errors.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import type { Operation, Receipt, Review } from '#shared/ipc/import-endpoints.ts'
import type { Decision, OperationId } from '#shared/model.ts'
import { call } from '#renderer/api/client.ts'
import { stageImport } from '#renderer/api/stage.ts'
import { readFiles, type RefusedFile } from './intake.ts'
import { useOperationsStore } from './operations.ts'

/**
 * closed · choosing: the sheet is open without files · reading: the window reads them · comparing: main parses them and
 * holds them against the ledger · reviewing: the person decides · storing · done: receipts are shown · failed.
 */
export type ImportStage = 'closed' | 'choosing' | 'reading' | 'comparing' | 'reviewing' | 'storing' | 'done' | 'failed'

/** A file that came with the import but never reached main is told beside the ones that did. */
export const useImportStore = defineStore('import', () => {
  const operations = useOperationsStore()
  const stage = shallowRef<ImportStage>('closed')
  const operationId = shallowRef<OperationId>()
  const review = shallowRef<Review>()
  /** The file whose reading is on screen to be answered, by its place. Nothing is committed meanwhile. */
  const answering = shallowRef<number>()
  const receipts = shallowRef<readonly Receipt[]>([])
  const refused = shallowRef<readonly RefusedFile[]>([])
  const error = shallowRef<AppError>()
  /** Counts up whenever rows may have moved between the tabs. */
  const revision = shallowRef(0)
  /** Counts the times files came while another import was on screen: whoever dropped them has to be told. */
  const turnedAway = shallowRef(0)
  /** Imports this window has finished with, whatever main still says about them. */
  const left = new Set<OperationId>()
  let run = 0

  const isOpen = computed(() => stage.value !== 'closed')
  const isFree = computed(() => ['closed', 'choosing', 'done', 'failed'].includes(stage.value))
  const operation = computed(() => (operationId.value ? operations.operations.get(operationId.value) : undefined))

  // Files opened from the file manager are staged by main: the sheet joins when it hears of them, or when it is free again.
  watch([() => operations.operations, stage], () => {
    const isIdle = stage.value === 'closed' || stage.value === 'choosing'
    const waiting = isIdle ? [...operations.operations.values()].find((known) => isToReview(known) && !left.has(known.operationId)) : undefined
    if (waiting) void follow(waiting.operationId)
  })

  function open(): void {
    if (stage.value === 'closed') reset('choosing')
  }

  /** False while another import waits for its decision: its rows are not thrown away for a stray drop. */
  async function stageFiles(files: readonly File[]): Promise<boolean> {
    if (!isFree.value) {
      turnedAway.value += 1
      return false
    }
    reset('reading')
    const mine = run
    const intake = await readFiles(files.filter((file) => !isFolder(file)))
    if (run !== mine) return true
    refused.value = [...files.filter(isFolder).map(({ name }): RefusedFile => ({ name, error: { kind: 'unsupported', what: 'folder' } })), ...intake.refused]
    if (intake.files.length === 0) {
      stage.value = 'choosing'
      return true
    }
    const reply = await stageImport(intake.files)
    if (run !== mine) await leave(reply.ok ? reply.value.operationId : undefined)
    else if (reply.ok) await follow(reply.value.operationId)
    else fail(reply.error)
    return true
  }

  async function follow(id: OperationId): Promise<void> {
    operationId.value = id
    stage.value = 'comparing'
    const { state, error: reason } = await operations.settled(id)
    if (operationId.value !== id) return
    if (state === 'waiting') {
      const reply = take(await call('imports.review', { operationId: id }))
      if (reply.ok) stage.value = 'reviewing'
    } else if (reason) fail(reason)
    else reset('closed')
  }

  function take(reply: Reply<'imports.review'>): Reply<'imports.review'> {
    if (reply.ok) {
      review.value = reply.value
      revision.value += 1
    } else fail(reply.error)
    return reply
  }

  const rows = (input: Omit<Input<'imports.rows'>, 'operationId'>, signal: AbortSignal): Promise<Reply<'imports.rows'>> => withOperation((id) => call('imports.rows', { ...input, operationId: id }, signal))

  /** A refused decision leaves the review as it is and says why. */
  async function change(ask: (id: OperationId) => Promise<Reply<'imports.review'>>): Promise<Reply<'imports.review'>> {
    const reply = await withOperation(ask)
    if (reply.ok) take(reply)
    return reply
  }

  const decide = (input: Omit<Input<'imports.decide'>, 'operationId'>) => change((id) => call('imports.decide', { ...input, operationId: id }))
  const map = (input: Omit<Input<'imports.map'>, 'operationId'>) => change((id) => call('imports.map', { ...input, operationId: id }))
  const assign = (input: Omit<Input<'imports.assign'>, 'operationId'>) => change((id) => call('imports.assign', { ...input, operationId: id }))

  async function commit(): Promise<Reply<'imports.commit'>> {
    stage.value = 'storing'
    const reply = await withOperation((id) => call('imports.commit', { operationId: id }))
    if (reply.ok) {
      receipts.value = reply.value.receipts
      stage.value = 'done'
    } else {
      error.value = reply.error.kind === 'cancelled' ? undefined : reply.error
      stage.value = 'reviewing'
    }
    return reply
  }

  /** Stops the work under way; a commit that is stopped leaves the ledger as it was. */
  async function cancelWork(): Promise<void> {
    if (operationId.value) await operations.cancel(operationId.value)
  }

  /** Leaves no trace of what was not committed. */
  async function close(): Promise<void> {
    const id = stage.value === 'done' ? undefined : operationId.value
    reset('closed')
    await leave(id)
  }

  async function leave(id: OperationId | undefined): Promise<void> {
    if (!id) return
    left.add(id)
    await operations.cancel(id)
    await call('imports.discard', { operationId: id })
  }

  function withOperation<R extends { readonly ok: boolean }>(ask: (id: OperationId) => Promise<R>): Promise<R | { ok: false; error: AppError }> {
    return operationId.value ? ask(operationId.value) : Promise.resolve({ ok: false, error: { kind: 'not_found', what: 'import' } })
  }

  function fail(reason: AppError): void {
    error.value = reason
    stage.value = 'failed'
  }

  function reset(next: ImportStage): void {
    run += 1
    if (operationId.value) left.add(operationId.value)
    operationId.value = undefined
    review.value = undefined
    answering.value = undefined
    receipts.value = []
    refused.value = []
    error.value = undefined
    stage.value = next
  }

  return { stage, operationId, operation, review, answering, receipts, refused, error, revision, turnedAway, isOpen, isFree, open, stageFiles, rows, decide, assign, map, commit, cancelWork, close }
})

const isFolder = ({ type }: File): boolean => type === FOLDER_TYPE
const isToReview = ({ kind, state }: Operation): boolean => kind === 'import' && (state === 'waiting' || state === 'running')

/** In the order of the tabs. */
export const DECISIONS: readonly Decision[] = ['new', 'duplicate', 'match', 'skip', 'problem']
