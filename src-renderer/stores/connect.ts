import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { AccessChange, CertificateFacts } from '#shared/access.ts'
import type { Bank, LoginLabels, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { on } from '#renderer/api/client.ts'
import { useConnectionsStore } from './connections.ts'
import { isRunning, useRefreshesStore } from './refreshes.ts'

/** closed · bank: which one · login · running: main talks to the bank, with questions now and then · categorising · done · failed. */
export type ConnectStage = 'closed' | 'bank' | 'login' | 'running' | 'categorising' | 'done' | 'failed'

/** What was typed. It outlives every error; the PIN is not among it. */
export interface ConnectDraft {
  readonly userId: string
  readonly customerId: string
  readonly name: string
  readonly storePin: boolean
  /** How the bank is reached, where it is not as usual, with the certificate that it trusts as it was seen. */
  readonly access: AccessChange | undefined
  readonly pinned: CertificateFacts | null
}
const EMPTY: ConnectDraft = { userId: '', customerId: '', name: '', storePin: false, access: undefined, pinned: null }

/** The way to a new connection. It may be left at any time: what runs goes on, and is found again. */
export const useConnectStore = defineStore('connect', () => {
  const connections = useConnectionsStore()
  const refreshes = useRefreshesStore()
  const stage = shallowRef<ConnectStage>('closed')
  const bank = shallowRef<Bank>()
  /** The year until which the chosen bank was known to work. */
  const lastKnown = shallowRef<string>()
  /** What the chosen bank calls the fields of its login, once it has told. */
  const labels = shallowRef<LoginLabels>()
  /** The same for its own name, which a bank that was entered by its address has not shown yet. */
  const ownName = shallowRef<string>()
  const draft = shallowRef(EMPTY)
  const refreshId = shallowRef<RefreshId>()
  const error = shallowRef<AppError>()
  const isAsking = shallowRef(false)

  const isOpen = computed(() => stage.value !== 'closed')
  const refresh = computed(() => (refreshId.value === undefined ? undefined : refreshes.refreshes.get(refreshId.value)))

  const connection = computed(() => (refresh.value ? connections.byId.get(refresh.value.connectionId) : undefined))
  /** The most rows that were seen to wait for their categories. */
  const rowsDue = shallowRef(0)
  const categories = computed(() => ({ done: Math.max(0, rowsDue.value - (connection.value?.categoriesDue ?? 0)), total: rowsDue.value }))

  // Main tells of rows as they get their categories; how many are left the connection says.
  onScopeDispose(on('ledger.changed', ({ scopes }) => {
    if (stage.value === 'categorising' && scopes.includes('transactions')) void connections.load()
  }))
  watch(connection, (now) => {
    if (stage.value !== 'categorising') return
    rowsDue.value = Math.max(rowsDue.value, now?.categoriesDue ?? 0)
    if (now?.categorizationStatus !== 'PENDING' && now?.categorizationStatus !== 'IN_PROGRESS') stage.value = 'done'
  })
  watch(refresh, (now) => { if (now && stage.value === 'running' && !isRunning(now)) void finish(now) })

  function open(): void {
    if (isOpen.value) return
    bank.value = undefined
    draft.value = EMPTY
    labels.value = undefined
    ownName.value = undefined
    refreshId.value = undefined
    error.value = undefined
    stage.value = 'bank'
  }

  /** A login that belongs to another bank is not carried along. */
  function choose(chosen: Bank, knownUntil?: string): void {
    if (bank.value && ([bank.value.bankCode, bank.value.protocol, bank.value.org, bank.value.fid].join() !== [chosen.bankCode, chosen.protocol, chosen.org, chosen.fid].join())) {
      draft.value = EMPTY
      labels.value = undefined
      ownName.value = undefined
    }
    bank.value = chosen
    lastKnown.value = knownUntil
    error.value = undefined
    stage.value = 'login'
  }

  const revise = (change: Partial<ConnectDraft>): void => { draft.value = { ...draft.value, ...change } }

  async function begin(pin: string): Promise<void> {
    const { value: chosen } = bank
    if (!chosen || isAsking.value) return
    const { userId, customerId, name, storePin, access } = draft.value
    error.value = undefined
    isAsking.value = true
    const reply = await connections.add({
      bank: ownName.value === undefined ? chosen : { ...chosen, name: ownName.value }, userId, chooseAccounts: true, storePin: storePin && pin !== '', maxDays: 0, skipPositions: false,
      ...(customerId === '' ? {} : { customerId }), ...(name === '' ? {} : { name }), ...(pin === '' ? {} : { pin }), ...(access === undefined ? {} : { access }),
    })
    isAsking.value = false
    if (!reply.ok) error.value = reply.error
    else follow(reply.value.refreshId)
  }

  /** Also for an import that this window has not begun itself. */
  function follow(id: RefreshId): void {
    refreshId.value = id
    stage.value = 'running'
    refreshes.show(id)
    if (refresh.value && !isRunning(refresh.value)) void finish(refresh.value)
  }

  /** Where nothing is left of the connection the login is asked for again; otherwise what came so far is there and stays. */
  async function finish({ id, status, error: reason, connectionId }: Refresh): Promise<void> {
    await connections.load()
    if (refreshId.value !== id || stage.value !== 'running') return
    refreshes.show(undefined)
    if (status === 'FINISHED') {
      rowsDue.value = connections.byId.get(connectionId)?.categoriesDue ?? 0
      stage.value = rowsDue.value > 0 ? 'categorising' : 'done'
      return
    }
    error.value = reason && reason.kind !== 'cancelled' ? reason : undefined
    stage.value = bank.value && !connections.byId.has(connectionId) ? 'login' : error.value ? 'failed' : 'closed'
  }

  /** One step back. On the way with the bank that means to stop: nothing of it stays, but everything typed. */
  async function back(): Promise<void> {
    if (stage.value === 'login') stage.value = 'bank'
    else if (stage.value === 'running' && refreshId.value !== undefined) await refreshes.cancel(refreshId.value)
    error.value = undefined
  }

  function restart(): void {
    close()
    open()
  }

  function close(): void {
    if (stage.value === 'running') refreshes.show(undefined)
    // A proxy's password, or a key, is not kept longer than somebody sits here.
    else draft.value = EMPTY
    stage.value = 'closed'
  }

  return { stage, bank, lastKnown, labels, ownName, draft, refresh, categories, error, isOpen, isAsking, open, choose, revise, begin, follow, back, restart, close }
})
