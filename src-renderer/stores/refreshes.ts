import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Answer, ConnectionId, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import { call, on } from '#renderer/api/client.ts'

/** Ended refreshes that are shown as the history. */
const HISTORY_MAX = 100
/** Steps of twenty refreshes come as twenty messages, one right after the other: they are shown together. */
const STEPS_MS = 30

/** A refresh under way works, or it waits for somebody's answer. */
export type Phase = 'working' | 'asking'

/**
 * Runs of the bank connections: those under way with the questions they wait with, and those that ended. Main keeps both, so a
 * window that was closed or loaded anew finds them again.
 */
export const useRefreshesStore = defineStore('refreshes', () => {
  const refreshes = shallowRef<ReadonlyMap<RefreshId, Refresh>>(new Map())
  const loaded = shallowRef(false)
  const error = shallowRef<AppError>()
  /** The refresh on screen; its question is asked there. */
  const shownId = shallowRef<RefreshId>()
  /** Questions whose sheet was closed without an answer: they wait in the tray and do not open by themselves again. */
  const putAside = shallowRef<ReadonlySet<string>>(new Set())
  /** Ended while this window watched, in the order they did; told once and taken off. */
  const justEnded = shallowRef<readonly Refresh[]>([])

  /** What is only looked up: its question is asked like any other, but nobody is told of its end, and the history has no line of it. */
  const hushed = shallowRef<ReadonlySet<RefreshId>>(new Set())

  const all = computed(() => [...refreshes.value.values()].filter((refresh) => isRunning(refresh) || !hushed.value.has(refresh.id)).sort((left, right) => right.id - left.id))
  const running = computed(() => all.value.filter(isRunning))
  const ended = computed(() => all.value.filter((refresh) => !isRunning(refresh)))
  // Steps come ten times a second. Whatever asks only who is under way or waits is left alone by them.
  const waiting = computed<readonly Refresh[]>((known) => {
    const now = running.value.filter(({ question }) => question !== null)
    return known?.length === now.length && now.every((refresh, place) => refresh === known[place]) ? known : now
  })
  const phaseOf = computed<ReadonlyMap<ConnectionId, Phase>>((known) => {
    const now = new Map(running.value.map(({ connectionId, question }) => [connectionId, question ? 'asking' : 'working'] as const))
    return known?.size === now.size && [...now].every(([id, phase]) => known.get(id) === phase) ? known : now
  })
  const shown = computed(() => (shownId.value === undefined ? undefined : refreshes.value.get(shownId.value)))
  const runningOf = computed(() => new Map<ConnectionId, Refresh>(running.value.map((refresh) => [refresh.connectionId, refresh])))
  /** The next question that nobody has put aside. */
  const unasked = computed(() => waiting.value.find(({ question }) => question !== null && !putAside.value.has(question.questionId)))

  const steps = new Map<RefreshId, Refresh>()
  let showingSteps: ReturnType<typeof setTimeout> | undefined

  onScopeDispose(on('refresh.changed', (refresh) => {
    const before = refreshes.value.get(refresh.id)
    if (before?.question === null && refresh.question === null && isRunning(refresh)) {
      noteSoon(refresh)
      return
    }
    steps.delete(refresh.id)
    note(refresh)
    if (!isRunning(refresh) && !hushed.value.has(refresh.id) && (before === undefined || isRunning(before))) justEnded.value = [...justEnded.value, refresh]
  }))

  const note = (refresh: Refresh): void => { noteAll([refresh]) }

  /** An ended refresh never runs again, whatever arrives late. */
  function noteAll(told: readonly Refresh[]): void {
    const known = refreshes.value
    const news = told.filter((refresh) => !isRunning(refresh) || isRunning(known.get(refresh.id) ?? refresh))
    if (news.length > 0) refreshes.value = new Map([...known, ...news.map((refresh) => [refresh.id, refresh] as const)])
  }

  function noteSoon(refresh: Refresh): void {
    steps.set(refresh.id, refresh)
    showingSteps ??= setTimeout(() => {
      showingSteps = undefined
      const told = [...steps.values()]
      steps.clear()
      noteAll(told)
    }, STEPS_MS)
  }
  onScopeDispose(() => { clearTimeout(showingSteps) })

  async function load(): Promise<void> {
    const reply = await call('refreshes.list', { limit: HISTORY_MAX })
    error.value = reply.ok ? undefined : reply.error
    if (reply.ok) noteAll(reply.value)
    loaded.value = true
  }

  function show(id: RefreshId | undefined): void {
    const question = shown.value?.question
    if (id === undefined && question) putAside.value = new Set([...putAside.value, question.questionId])
    shownId.value = id
  }

  function hush(id: RefreshId): void {
    hushed.value = new Set([...hushed.value, id])
    justEnded.value = justEnded.value.filter((refresh) => refresh.id !== id)
  }

  const takeEnded = (): readonly Refresh[] => {
    const told = justEnded.value
    justEnded.value = []
    return told
  }

  /** An answer meets the question it was given to, or none: main refuses the rest. */
  async function answer(id: RefreshId, questionId: string, given: Answer): Promise<Reply<'refreshes.answer'>> {
    const reply = await call('refreshes.answer', { id, questionId, answer: given } satisfies Input<'refreshes.answer'>)
    const known = refreshes.value.get(id)
    if (reply.ok && known?.question?.questionId === questionId) note({ ...known, question: null })
    return reply
  }

  const cancel = (id: RefreshId) => call('refreshes.cancel', { id })

  return { refreshes, loaded, error, shownId, shown, all, running, ended, waiting, runningOf, phaseOf, unasked, justEnded, load, note, show, hush, takeEnded, answer, cancel }
})

export const isRunning = ({ status }: Refresh): boolean => status === 'PROCESSING'
