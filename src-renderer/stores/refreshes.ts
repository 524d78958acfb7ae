import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Answer, ConnectionId, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Input, Reply } from '#shared/ipc/contract.ts'
import { call, on } from '#renderer/api/client.ts'

/** Ended refreshes that are shown as the history. */
const HISTORY_MAX = 100

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
  /** All that were under way since the last time nothing was: those of them that ended meanwhile belong to it. */
  const round = shallowRef<ReadonlySet<RefreshId>>(new Set())
  const shown = computed(() => (shownId.value === undefined ? undefined : refreshes.value.get(shownId.value)))
  const runningOf = computed(() => new Map<ConnectionId, Refresh>(running.value.map((refresh) => [refresh.connectionId, refresh])))
  /** The next question that nobody has put aside. */
  const unasked = computed(() => waiting.value.find(({ question }) => question !== null && !putAside.value.has(question.questionId)))

  onScopeDispose(on('refresh.changed', (told) => {
    const before = refreshes.value
    noteAll(told)
    const news = told.filter((refresh) => hasEnded(refresh) && !hasEnded(before.get(refresh.id)) && !hushed.value.has(refresh.id))
    if (news.length > 0) justEnded.value = [...justEnded.value, ...news]
  }))

  const note = (refresh: Refresh): void => { noteAll([refresh]) }

  /** An ended refresh never runs again, whatever arrives late. */
  function noteAll(told: readonly Refresh[]): void {
    const known = refreshes.value
    const news = told.filter((refresh) => hasEnded(refresh) || !hasEnded(known.get(refresh.id)))
    if (news.length === 0) return
    refreshes.value = new Map([...known, ...news.map((refresh) => [refresh.id, refresh] as const)])
    const underWay = running.value.map(({ id }) => id)
    if (underWay.length === 0) round.value = new Set()
    else if (!underWay.every((id) => round.value.has(id))) round.value = new Set([...round.value, ...underWay])
  }

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
  /** What waits for a person goes on waiting. */
  const cancelWorking = () => Promise.all(running.value.filter(({ question }) => question === null).map(({ id }) => cancel(id)))

  return { refreshes, loaded, error, shownId, shown, all, running, ended, waiting, round, runningOf, phaseOf, unasked, justEnded, load, note, show, hush, takeEnded, answer, cancel, cancelWorking }
})

export const isRunning = ({ status }: Refresh): boolean => status === 'PROCESSING'

/** One that nobody has heard of has not. */
const hasEnded = (refresh: Refresh | undefined): boolean => refresh !== undefined && !isRunning(refresh)
