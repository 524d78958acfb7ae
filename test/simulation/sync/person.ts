import { strict as assert } from 'node:assert'
import type { Connection, RefreshId, Schedule } from '#shared/connections.ts'
import { currency, minor } from '#shared/money.ts'
import type { RuleDraft } from '#shared/notifications.ts'
import { Secret } from '#shared/secret.ts'
import type { Dice } from '#main/demo-bank/dice.ts'
import { demo, fints, must, PIN, type Desk } from '../../unit/sync/kit.ts'
import { snapshotOf, type Witness } from './claims.ts'

/** So few rows that a life costs milliseconds: its statements have a page or two all the same. */
const DAYS = 30
const CUSTOMERS = ['small', 'demo:small-1', 'demo:small-2'] as const
/** The third would lock the login, which is the bank's right and would end the story. */
const WRONG_PINS_MAX = 2

interface Parts { readonly desk: Desk; readonly dice: Dice; readonly witness: Witness; readonly tell: (line: string) => void }
type Deed = (known: readonly Connection[]) => Promise<readonly RefreshId[]>

/** What somebody does with the operations on connections; answers with the refreshes that are under way by it. */
export class Person {
  readonly #parts: Parts
  #wrongPins = 0
  hasSchedules = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async act(): Promise<readonly RefreshId[]> {
    const { desk, dice } = this.#parts
    const known = must(await desk.connections.list())
    const deeds: readonly (readonly [weight: number, deed: Deed])[] = [
      [known.length === 0 ? 20 : 4, () => this.#import()],
      ...(known.length === 0 ? [] : [
        [3, (all) => this.#update(this.#any(all))], [2, (all) => this.#updateTwo(all)], [2, () => this.#updateAll()], [this.hasSchedules ? 4 : 12, (all) => this.#edit(this.#any(all))], [2, (all) => this.#makeRule(all)],
        [2, (all) => this.#remove(this.#any(all))], [1, () => this.#removeAll()], [1, () => this.#removeAccount()],
      ] as const satisfies readonly (readonly [number, Deed])[]),
    ]
    let at = dice.below(deeds.reduce((sum, [weight]) => sum + weight, 0))
    const [, deed] = deeds.find(([weight]) => (at -= weight) < 0) ?? [0, () => this.#import()]
    return await deed(known)
  }

  #any(known: readonly Connection[]): Connection {
    const one = known[this.#parts.dice.below(known.length)]
    assert(one !== undefined)
    return one
  }

  /** Now and then a wrong one, each time another: the bank counts, and so does the witness. */
  #pin(): string {
    const { dice, witness } = this.#parts
    if (dice.below(10) > 0 || this.#wrongPins >= WRONG_PINS_MAX) return PIN
    this.#wrongPins += 1
    return witness.wrongPin(this.#wrongPins)
  }

  async #import(): Promise<readonly RefreshId[]> {
    const { desk, dice, tell } = this.#parts
    const customer = CUSTOMERS[dice.below(CUSTOMERS.length)]!
    const isDemo = customer.startsWith('demo:')
    const pin = isDemo ? PIN : this.#pin()
    tell(`import ${customer} with ${pin === PIN ? 'the' : 'a wrong'} PIN`)
    const asks = isDemo && dice.below(8) === 0 ? { name: 'MSA' } : {}
    const started = await desk.connections.import(isDemo ? demo(customer.slice(5), { maxDays: DAYS, ...asks }) : fints(customer, { maxDays: DAYS, pin: new Secret(pin), storePin: dice.below(4) > 0 }))
    return started.ok ? [started.value.refreshId] : []
  }

  /** Sometimes without a PIN, though none may be stored. */
  async #update({ id, bank }: Connection): Promise<readonly RefreshId[]> {
    const { desk, dice, tell } = this.#parts
    const pin = bank.protocol === 'fints' && dice.below(3) > 0 ? this.#pin() : undefined
    tell(`update ${id} with ${pin === undefined ? 'no' : pin === PIN ? 'the' : 'a wrong'} PIN`)
    const started = await desk.connections.update({ id, pin: pin === undefined ? undefined : new Secret(pin), importNewAccounts: dice.below(4) === 0 })
    return started.ok ? [started.value.refreshId] : []
  }

  /** One after the other, and the first once more, which is too much. */
  async #updateTwo(known: readonly Connection[]): Promise<readonly RefreshId[]> {
    const [first, second] = [known[0], known[1]]
    if (first === undefined || second === undefined) return await this.#update(known[0]!)
    const begun = await this.#update(first)
    const more = await this.#update(second)
    if (begun.length > 0) {
      const third = await this.#parts.desk.connections.update({ id: first.id, pin: new Secret(PIN), importNewAccounts: false })
      assert(!third.ok && third.error.kind === 'connection_busy', 'a second refresh of one connection')
    }
    return [...begun, ...more]
  }

  async #updateAll(): Promise<readonly RefreshId[]> {
    const { desk, tell } = this.#parts
    const pin = this.#pin()
    tell(`update all with ${pin === PIN ? 'the' : 'a wrong'} PIN`)
    const lines = must(await desk.connections.updateAll('manual', () => new Secret(pin)))
    return lines.flatMap(({ refreshId }) => refreshId ?? [])
  }

  async #edit({ id, bank, tanMethods }: Connection): Promise<readonly RefreshId[]> {
    const { desk, dice, tell } = this.#parts
    const schedule = dice.pick<Schedule>([{ mode: 'start' }, { mode: 'hours', every: dice.between(1, 8) }, { mode: 'hours', every: 1 }, { mode: 'daily', at: '06:30' }, { mode: 'off' }])
    const pin = bank.protocol === 'fints' && dice.below(2) === 0 ? this.#pin() : undefined
    const change = {
      schedule,
      ...(dice.below(2) === 0 ? {} : { name: dice.pick(['Haushalt', 'MSA', '']) }),
      ...(dice.below(3) === 0 ? { defaultTanMethod: dice.pick(['', tanMethods[0]?.id ?? '']) } : {}),
      pin: pin !== undefined ? new Secret(pin) : dice.below(8) === 0 ? null : undefined,
    }
    tell(`edit ${id}: ${JSON.stringify({ ...change, pin: pin === undefined ? change.pin : `${pin === PIN ? 'the' : 'a wrong'} one` })}`)
    const edited = await desk.connections.edit({ id, ...change })
    // A bank that asks each time cannot be scheduled; nothing else is refused here.
    assert(edited.ok || edited.error.kind === 'unsupported')
    this.hasSchedules ||= edited.ok && schedule.mode !== 'off'
    return []
  }

  async #makeRule(known: readonly Connection[]): Promise<readonly RefreshId[]> {
    const { desk, dice, witness, tell } = this.#parts
    const scope = dice.pick<RuleDraft['scope']>([{ of: 'all' }, { of: 'connections', ids: [this.#any(known).id] }, { of: 'connections', ids: known.map(({ id }) => id) }])
    const account = this.#any(known).accountIds[0]
    const draft = dice.pick<RuleDraft>([
      { trigger: 'NEW_TRANSACTIONS', scope, limit: null, categoryId: null },
      { trigger: 'BANK_LOGIN_ERROR', scope, limit: null, categoryId: null },
      { trigger: 'LOW_ACCOUNT_BALANCE', scope: account === undefined ? scope : { of: 'accounts', ids: [account] }, limit: { minor: minor(50_00), currency: currency('EUR') }, categoryId: null },
    ])
    tell(`rule ${JSON.stringify([draft.trigger, draft.scope])}`)
    const created = await desk.ledger.call('notifications.create', draft)
    assert(created.ok || created.error.kind === 'exists')
    if (created.ok) witness.rules.push(draft)
    return []
  }

  async #remove({ id }: Connection): Promise<readonly RefreshId[]> {
    const rows = this.#parts.dice.pick<'keep' | 'delete'>(['keep', 'delete'])
    return await this.#removed(`delete ${id}, ${rows} rows`, async ({ connections }) => must(await connections.delete({ id, rows })))
  }

  async #removeAll(): Promise<readonly RefreshId[]> {
    const rows = this.#parts.dice.pick<'keep' | 'delete'>(['keep', 'delete'])
    return await this.#removed(`delete all, ${rows} rows`, async ({ connections }) => must(await connections.deleteAll({ rows })))
  }

  async #removeAccount(): Promise<readonly RefreshId[]> {
    const { desk, dice } = this.#parts
    const accounts = must(await desk.ledger.call('accounts.list', undefined)).filter(({ connectionId }) => connectionId !== null)
    const one = accounts[dice.below(accounts.length)]
    return one === undefined ? [] : await this.#removed(`delete account ${one.id}`, async ({ connections }) => must(await connections.deleteAccount({ id: one.id })))
  }

  /** Half of the time it was a slip: then everything is as it was, but for the stored PIN. */
  async #removed(what: string, deed: (desk: Desk) => Promise<unknown>): Promise<readonly RefreshId[]> {
    const { desk, dice, witness, tell } = this.#parts
    const before = await snapshotOf(desk)
    const isSlip = dice.below(2) === 0
    tell(`${what}${isSlip ? ', and undo' : ''}`)
    await deed(desk)
    witness.mayHaveGaps ||= !isSlip
    if (!isSlip) return []
    must(await desk.ledger.call('history.undo', undefined))
    assert.deepEqual(await snapshotOf(desk), before, 'undo brings back everything but the PIN')
    return []
  }
}
