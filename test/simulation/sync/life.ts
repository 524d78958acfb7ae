import { strict as assert } from 'node:assert'
import type { Answer, ConnectionId, Question, RefreshId } from '#shared/connections.ts'
import { Secret } from '#shared/secret.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import type { ScenarioName } from '#main/demo-bank/fints/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { demo, fints, later, must, openDesk, PIN, TAN, type Desk } from '../../unit/sync/kit.ts'

const STEPS = 4
/** So few rows that a life costs milliseconds: its statements have a page or two all the same. */
const DAYS = 30
const CUSTOMERS = ['small', 'demo:small-1', 'demo:small-2'] as const
const SCENARIOS: readonly (readonly ScenarioName[])[] = [['no-tan', 'chip'], ['tan-at-login', 'chip'], ['tan-at-login', 'push'], ['chip'], ['ends-dialog', 'no-tan', 'chip']]

/** One life of a few connections: what a person, the line and the computer do to them, thrown by dice. */
class Life {
  readonly #desk: Desk
  readonly #dice: Dice
  readonly story: string[] = []
  wrongPins = 0

  constructor(desk: Desk, dice: Dice) {
    this.#desk = desk
    this.#dice = dice
  }

  async step(): Promise<void> {
    const started = await this.#begin()
    if (started !== null) await this.#follow(started)
    if (this.#dice.below(4) === 0) {
      const days = this.#dice.between(1, 40)
      this.story.push(`${days} days pass`)
      later(this.#desk, days)
    }
    await this.#desk.connections.idle()
  }

  async #begin(): Promise<RefreshId | null> {
    const { connections } = this.#desk
    const known = must(await connections.list())
    const pin = this.#dice.below(12) === 0 && this.wrongPins < 2 ? 'falsch' : PIN
    if (known.length === 0 || this.#dice.below(4) === 0) {
      const customer = CUSTOMERS[this.#dice.below(CUSTOMERS.length)]!
      const request = customer.startsWith('demo:') ? demo(customer.slice(5), { maxDays: DAYS }) : fints(customer, { maxDays: DAYS, pin: new Secret(pin), storePin: this.#dice.below(2) === 0 })
      if (request.pin !== undefined && pin !== PIN) this.wrongPins += 1
      this.story.push(`import ${customer} with ${pin === PIN ? 'the' : 'a wrong'} PIN`)
      const started = await connections.import(request)
      return started.ok ? started.value.refreshId : null
    }
    const { id, bank } = known[this.#dice.below(known.length)]!
    return this.#dice.below(10) === 0 ? await this.#remove(id) : await this.#update(id, bank.protocol === 'fints' ? pin : undefined)
  }

  async #update(id: ConnectionId, pin: string | undefined): Promise<RefreshId | null> {
    if (pin !== undefined && pin !== PIN) this.wrongPins += 1
    this.story.push(`update ${id} with ${pin === undefined ? 'no' : pin === PIN ? 'the' : 'a wrong'} PIN`)
    const started = await this.#desk.connections.update({ id, pin: pin === undefined ? undefined : new Secret(pin), importNewAccounts: false })
    return started.ok ? started.value.refreshId : null
  }

  async #remove(id: ConnectionId): Promise<null> {
    const rows = this.#dice.below(2) === 0 ? 'keep' : 'delete'
    this.story.push(`delete ${id}, ${rows} rows`)
    must(await this.#desk.connections.delete({ id, rows }))
    return null
  }

  /** Sees it through: with faults of the line, answers of all sorts, a change of mind, or the end of the computer. */
  async #follow(id: RefreshId): Promise<void> {
    const desk = this.#desk
    const faultAt = this.#dice.below(3) === 0 ? desk.messages + this.#dice.between(1, 8) : Infinity
    const killAt = this.#dice.below(8) === 0 ? desk.messages + this.#dice.between(0, 6) : Infinity
    const reason = (['reset', 'offline', 'timeout', 'status'] as const)[this.#dice.below(4)]!
    if (faultAt !== Infinity) this.story.push(`  ${reason} at message ${faultAt - desk.messages}`)
    desk.before = (message) => { if (message === faultAt) throw new HttpFailure(reason, true, reason === 'status' ? 503 : null) }
    const finished = desk.connections.finished(id)
    const state = { isOver: false }
    void finished?.then(() => { state.isOver = true })
    const answered = new Set<string>()
    while (!state.isOver) {
      const asked = desk.told.findLast((refresh) => refresh.id === id)?.question ?? null
      if (asked !== null && !answered.has(asked.questionId)) {
        answered.add(asked.questionId)
        this.#respond(id, asked)
      }
      if (desk.messages >= killAt) {
        this.story.push('  the computer ends')
        await desk.again()
        break
      }
      await new Promise((resolve) => { setImmediate(resolve) })
    }
    desk.before = () => undefined
  }

  #respond(id: RefreshId, asked: Question): void {
    if (this.#dice.below(6) === 0) {
      this.story.push('  cancelled')
      must(this.#desk.connections.cancel(id))
      return
    }
    const tan = this.#dice.below(12) === 0 ? '000000' : TAN
    const answer: Answer = asked.kind === 'tan' ? { kind: 'tan', tan } : asked.kind === 'method' ? { kind: 'method', id: asked.methods[0]!.id } : { kind: 'approved' }
    this.story.push(`  answers ${asked.kind}${tan === TAN ? '' : ' wrongly'}`)
    this.#desk.connections.answer(id, asked.questionId, answer)
  }
}

/** What must hold whenever nothing runs. */
async function holds({ connections, ledger }: Desk): Promise<void> {
  for (const { updateStatus, categorizationStatus } of must(await connections.list())) assert.deepEqual([updateStatus, categorizationStatus], ['READY', 'READY'])
  assert.deepEqual(must(await connections.refreshes({ limit: 500 })).filter(({ status }) => status === 'PROCESSING'), [])
  assert.deepEqual(must(await ledger.job('verify', null)).problems, [])
}

/** With a last refresh that nothing disturbs, ledger and bank agree to the cent. */
async function agrees(desk: Desk): Promise<void> {
  for (const { id, bank } of must(await desk.connections.list())) {
    if (bank.protocol !== 'demo') continue
    const { refreshId } = must(await desk.connections.update({ id, importNewAccounts: false }))
    const end = (await desk.connections.finished(refreshId))?.refresh
    assert.deepEqual([end?.status, end?.error], ['FINISHED', null])
    await desk.connections.idle()
  }
  const live = must(await desk.ledger.call('accounts.list', undefined)).filter(({ connectionId }) => connectionId !== null)
  assert.deepEqual(live.filter(({ balance, bankBalance }) => bankBalance !== null && balance.minor !== bankBalance.minor), [])
}

/** Lives one life; throws its story where anything that must hold does not. */
export async function live(seed: number): Promise<void> {
  const dice = new Dice('connections', seed)
  const desk = await openDesk({ scenario: SCENARIOS[dice.below(SCENARIOS.length)] ?? [] })
  const life = new Life(desk, dice)
  try {
    for (let step = 0; step < STEPS; step += 1) {
      await life.step()
      await holds(desk)
    }
    await agrees(desk)
    assert.equal(JSON.stringify(desk.told).includes(PIN), false)
  } catch (cause) {
    throw new Error(`seed ${seed}\n${life.story.join('\n')}`, { cause })
  } finally {
    await desk.end()
  }
}
