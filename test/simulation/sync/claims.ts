import { strict as assert } from 'node:assert'
import type { Answer, Question, Refresh, RefreshId } from '#shared/connections.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { RuleDraft } from '#shared/notifications.ts'
import { Secret } from '#shared/secret.ts'
import { findPersona } from '#main/demo-bank/fints/index.ts'
import { chronicleOf } from '#main/demo-bank/fints/history/chronicle.ts'
import { RUNS_PER_DAY } from '#main/schedule/plan.ts'
import { BANK, must, PIN, settled, type Desk } from '../../unit/sync/kit.ts'

const DAY_MS = 86_400_000
const STEPS: readonly Refresh['step'][] = ['connect', 'accounts', 'fetch', 'store', 'done']

/** Holds what happens against what must never happen, whoever did it. */
export class Witness {
  readonly #desk: Desk
  /** As they were made; what is gone is left out by whoever reads them. */
  readonly rules: RuleDraft[] = []
  /** Something was deleted: what comes again may begin later than what was kept ends. */
  mayHaveGaps = false
  isUnattended = false
  readonly #wrong = new Map<string, { attended: number; unattended: number }>()
  readonly #steps = new Map<RefreshId, { step: number; isOver: boolean }>()
  #heard = 0

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** A PIN that no bank has ever taken. */
  wrongPin(count: number): string {
    const pin = `Falsch-${count}`
    this.#wrong.set(pin, { attended: 0, unattended: 0 })
    return pin
  }

  /** A message that reaches the bank. */
  hear(body: Uint8Array): void {
    if (this.#wrong.size === 0) return
    const text = Buffer.from(Buffer.from(body).toString('latin1'), 'base64').toString('latin1')
    for (const [pin, times] of this.#wrong) if (text.includes(pin)) times[this.isUnattended ? 'unattended' : 'attended'] += 1
  }

  /** What must hold whenever nothing runs. */
  async judge(): Promise<void> {
    const { connections, ledger } = this.#desk
    const known = must(await connections.list())
    for (const { updateStatus, categorizationStatus } of known) assert.deepEqual([updateStatus, categorizationStatus], ['READY', 'READY'])
    this.#judgeOrder()
    this.#judgeHistory(must(await connections.refreshes({ limit: 500 })))
    const accounts = must(await ledger.call('accounts.list', undefined))
    assert.deepEqual(facesOf(must(await ledger.call('notifications.list', undefined))), facesOf(this.rules, new Set<number>(known.map(({ id }) => id)), new Set<number>(accounts.map(({ id }) => id))), 'rules name what is there')
    for (const [pin, { attended, unattended }] of this.#wrong) assert(unattended === 0 || (unattended === 1 && attended === 0), `${pin} was sent by itself after the bank had refused it`)
    assert.deepEqual(this.#desk.refused.filter((reason) => reason.includes('three wrong') || reason.includes('blocked')), [])
  }

  /** The same the long way round. What is wrong in a ledger stays wrong, so that once is enough. */
  async judgeAll(): Promise<void> {
    await this.judge()
    assert.deepEqual(must(await this.#desk.ledger.job('verify', null)).problems, [])
  }

  /** Steps never go back, and nothing comes after the end. */
  #judgeOrder(): void {
    const { told } = this.#desk
    for (; this.#heard < told.length; this.#heard += 1) {
      const { id, step, status } = told[this.#heard]!
      const before = this.#steps.get(id)
      assert(before === undefined || (!before.isOver && STEPS.indexOf(step) >= before.step), `refresh ${id} goes back to ${step}, ${status}`)
      this.#steps.set(id, { step: STEPS.indexOf(step), isOver: status !== 'PROCESSING' })
    }
  }

  /** Everything has ended; nobody asks banks unattended more than four times in a day, or after a person is needed. */
  #judgeHistory(refreshes: readonly Refresh[]): void {
    const stopped = new Set<number>()
    const runs = new Map<number, number[]>()
    for (const { connectionId, bankName, origin, status, error, startedAt, endedAt } of [...refreshes].reverse()) {
      assert(status !== 'PROCESSING' && endedAt !== null)
      if (origin === 'manual' && status === 'FINISHED') stopped.delete(connectionId)
      if (origin === 'auto') {
        assert(!stopped.has(connectionId), `connection ${connectionId} is asked although a person is needed`)
        const times = [...runs.get(connectionId) ?? [], Date.parse(startedAt)]
        runs.set(connectionId, times)
        const [newest, oldest] = [times.at(-1), times.at(-1 - RUNS_PER_DAY)]
        assert(newest === undefined || oldest === undefined || newest - oldest >= DAY_MS, `connection ${connectionId} is asked more than four times a day`)
      }
      // Nobody knows what became of the PIN of one that was cut off; the demo bank has none.
      const isInDoubt = error?.kind === 'interrupted' && bankName === BANK.name
      if (status === 'USER_ACTION_REQUIRED' || isInDoubt) stopped.add(connectionId)
    }
  }
}

/** Rules as they read, without what is gone; two that say the same count once. */
function facesOf(rules: readonly RuleDraft[], connections?: ReadonlySet<number>, accounts?: ReadonlySet<number>): string[] {
  return [...new Set(rules.flatMap(({ trigger, scope, limit, categoryId }) => {
    const living = scope.of === 'connections' ? connections : accounts
    const ids: readonly number[] = scope.of === 'all' ? [] : scope.ids
    const left = living === undefined ? ids : ids.filter((id) => living.has(id))
    return scope.of !== 'all' && left.length === 0 ? [] : [JSON.stringify([trigger, scope.of, left.toSorted(), limit, categoryId])]
  }))].toSorted()
}

/** Connections and accounts as a person sees them, but for what an undo cannot bring back. */
export async function snapshotOf({ connections, ledger }: Desk): Promise<unknown> {
  const known = must(await connections.list()).map((connection) => ({ ...connection, pinStored: false }))
  return { known, accounts: must(await ledger.call('accounts.list', undefined)) }
}

/** With a last refresh that nothing disturbs, ledger and bank agree to the cent, and where no day was left out to the row. */
export async function agrees(desk: Desk, reply: (question: Question) => Answer, { mayHaveGaps }: Witness): Promise<void> {
  for (const { id, bank } of must(await desk.connections.list())) {
    const pin = bank.protocol === 'fints' ? new Secret(PIN) : undefined
    const { refresh } = await settled(desk, await desk.connections.update({ id, pin, importNewAccounts: false }), reply)
    assert.deepEqual([refresh.status, refresh.error], ['FINISHED', null])
    await desk.connections.idle()
  }
  const accounts = must(await desk.ledger.call('accounts.list', undefined)).filter(({ connectionId }) => connectionId !== null)
  assert.deepEqual(accounts.filter(({ balance, bankBalance }) => bankBalance !== null && balance.minor !== bankBalance.minor), [])
  if (mayHaveGaps) return
  const users = new Map(must(await desk.connections.list()).map(({ id, userId }) => [id, userId]))
  for (const { connectionId, iban, firstOn, transactionCount, status } of accounts) {
    const told = connectionId === null ? [] : toldByBank(users.get(connectionId) ?? '', iban, desk.today)
    assert.deepEqual([status, transactionCount], ['UPDATED', told.filter((on) => firstOn !== null && on >= firstOn).length])
  }
}

/** Days of every entry that the bank has of an account, booked and pending. */
function toldByBank(userId: string, iban: string | null, today: LocalDate): readonly LocalDate[] {
  const persona = findPersona(userId)
  const account = persona?.money.find((one) => one.iban?.replace(/\s/g, '') === iban)
  assert(persona !== null && account !== undefined)
  const { booked, pending } = chronicleOf(persona, today).ledger(account)
  return [...booked, ...pending].map(({ bookedOn }) => bookedOn)
}
