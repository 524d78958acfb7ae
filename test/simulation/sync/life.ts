import { strict as assert } from 'node:assert'
import type { Answer, Question, RefreshId } from '#shared/connections.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { DEMO_TAN, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { must, openDesk, PIN, TAN, type Desk } from '../../unit/sync/kit.ts'
import { agrees, Witness } from './claims.ts'
import { Computer, TURNS_MAX } from './computer.ts'
import { Person } from './person.ts'

const STEPS = 5
const HOUR = 3_600_000
/** Three wrong ones lock the login, which is the bank's right and would end the story. */
const WRONG_TANS_MAX = 2
const SCENARIOS: readonly (readonly ScenarioName[])[] = [['no-tan', 'chip'], ['tan-at-login', 'chip'], ['tan-at-login', 'push'], ['chip'], ['ends-dialog', 'no-tan', 'chip']]

/** What the line and the computer do to what is begun: a fault at one message, the end of everything at another. */
interface Weather { readonly faultAt: number; readonly killAt: number }

/** One life of a few connections: what a person, the line and the computer do to them, thrown by dice. */
class Life {
  readonly #desk: Desk
  readonly #dice: Dice
  readonly #person: Person
  readonly #witness: Witness
  readonly #computer: Computer
  readonly story: string[] = []
  #wrongTans = 0

  constructor(desk: Desk, dice: Dice) {
    this.#desk = desk
    this.#dice = dice
    this.#witness = new Witness(desk)
    this.#person = new Person({ desk, dice, witness: this.#witness, tell: (line) => this.story.push(line) })
    this.#computer = new Computer(desk, dice)
  }

  async step(): Promise<void> {
    if (this.#person.hasSchedules && this.#dice.below(2) === 0) await this.#leaveAlone()
    else await this.#follow(await this.#person.act())
    if (this.#dice.below(5) === 0) {
      const days = this.#dice.between(1, 40)
      this.story.push(`${days} days pass`)
      this.#computer.pass(days * 24 * HOUR)
    }
    await this.#desk.connections.idle()
    await this.#witness.judge()
  }

  async end(): Promise<void> {
    this.#desk.before = () => undefined
    await agrees(this.#desk, (question) => this.#right(question), this.#witness)
    await this.#witness.judgeAll()
  }

  /** Nobody sits at the computer: it wakes and sleeps, and refreshes what it may. */
  async #leaveAlone(): Promise<void> {
    const jumps = Array.from({ length: this.#dice.between(3, 6) }, () => this.#dice.between(1, 9))
    this.story.push(`alone for ${jumps.join(' + ')} hours`)
    const weather = this.#forecast()
    this.#witness.isUnattended = true
    const outcome = await this.#computer.alone(jumps.map((hours) => hours * HOUR), () => this.#desk.messages >= weather.killAt)
    this.#witness.isUnattended = false
    if (outcome === 'killed') await this.#kill()
    this.#desk.before = () => undefined
  }

  /** Sees it through: with faults of the line, answers of all sorts, a change of mind, or the end of the computer. */
  async #follow(ids: readonly RefreshId[]): Promise<void> {
    if (ids.length === 0) return
    const desk = this.#desk
    const { killAt } = this.#forecast()
    const open = new Set(ids)
    for (const id of ids) void desk.connections.finished(id)?.then(() => { open.delete(id) })
    const answered = new Set<string>()
    for (let turns = 0; open.size > 0; turns += 1) {
      assert(turns < TURNS_MAX, 'a refresh never ends')
      for (const id of open) {
        const asked = desk.told.findLast((refresh) => refresh.id === id)?.question ?? null
        if (asked === null || answered.has(asked.questionId)) continue
        answered.add(asked.questionId)
        this.#respond(id, asked)
      }
      if (desk.messages >= killAt) {
        await this.#kill()
        break
      }
      await new Promise((resolve) => { setImmediate(resolve) })
    }
    desk.before = () => undefined
  }

  #forecast(): Weather {
    const desk = this.#desk
    const faultAt = this.#dice.below(3) === 0 ? desk.messages + this.#dice.between(1, 8) : Infinity
    const killAt = this.#dice.below(8) === 0 ? desk.messages + this.#dice.between(0, 6) : Infinity
    const reason = (['reset', 'offline', 'timeout', 'status'] as const)[this.#dice.below(4)]!
    if (faultAt !== Infinity) this.story.push(`  ${reason} at message ${faultAt - desk.messages}`)
    desk.before = (message, body) => {
      if (message === faultAt) throw new HttpFailure(reason, true, reason === 'status' ? 503 : null)
      this.#witness.hear(body)
    }
    return { faultAt, killAt }
  }

  async #kill(): Promise<void> {
    this.story.push('  the computer ends')
    await this.#desk.again()
  }

  #respond(id: RefreshId, asked: Question): void {
    if (this.#dice.below(6) === 0) {
      this.story.push('  cancelled')
      must(this.#desk.connections.cancel(id))
      return
    }
    const isWrong = asked.kind === 'tan' && this.#wrongTans < WRONG_TANS_MAX && this.#dice.below(12) === 0
    if (isWrong) this.#wrongTans += 1
    this.story.push(`  answers ${asked.kind}${isWrong ? ' wrongly' : ''}`)
    this.#desk.connections.answer(id, asked.questionId, isWrong ? { kind: 'tan', tan: '000000' } : this.#right(asked))
  }

  /** The demo bank inside Kontor tells its TAN in its own question. */
  #right(asked: Question): Answer {
    switch (asked.kind) {
      case 'tan': return { kind: 'tan', tan: asked.paragraphs.some((text) => text.includes(DEMO_TAN)) ? DEMO_TAN : TAN }
      case 'method': return { kind: 'method', id: asked.methods[0]!.id }
      default: return { kind: 'approved' }
    }
  }
}

export interface Lived { readonly refreshes: number; readonly unattended: number }

/** Lives one life; throws its story where anything that must hold does not. */
export async function live(seed: number): Promise<Lived> {
  const dice = new Dice('connections', seed)
  const desk = await openDesk({ scenario: SCENARIOS[dice.below(SCENARIOS.length)] ?? [] })
  const life = new Life(desk, dice)
  try {
    for (let step = 0; step < STEPS; step += 1) await life.step()
    await life.end()
    assert.equal(JSON.stringify(desk.told).includes(PIN), false)
    const ended = desk.told.filter(({ status }) => status !== 'PROCESSING')
    return { refreshes: ended.length, unattended: ended.filter(({ origin }) => origin === 'auto').length }
  } catch (cause) {
    throw new Error(`seed ${seed}\n${life.story.join('\n')}`, { cause })
  } finally {
    await desk.end()
  }
}
