import { addDays, localDate, type Instant, type LocalDate } from '#shared/dates.ts'
import type { FintsEnvironment } from '#main/connectors/fints/index.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { createDemoBank, type DemoBank, type Interference, type RefusalReport, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { Mail } from './mail.ts'

/** Two days before a direct debit, so that there is something announced. */
const FIRST_DAY = localDate('2026-04-10')
const MORNING_MS = 10 * 3_600_000
const DAY_MS = 24 * 3_600_000
const PAGE_SIZE = 8
const TRACED_OF = 6

/** One computer, one bank, and everything between and around them. */
export class World {
  readonly dice: Dice
  readonly secrets: { readonly pin: string; readonly tan: string; readonly wrongPin: string }
  readonly mail: Mail
  /** What the computer has written: its files, and every line of its log. */
  readonly files = new Map<string, Uint8Array>()
  readonly log: string[] = []
  readonly refusals: RefusalReport[] = []
  /** Days on which the bank was asked. */
  readonly bankDays = new Set<LocalDate>()
  readonly environment: FintsEnvironment
  interference: Interference | null = null
  isPowerOff = false
  /** How far the computer's calendar is off. */
  ownDaysOff = 0
  #ms = 0
  #bank: DemoBank
  readonly #scenarios: readonly ScenarioName[]

  constructor(seed: number, name: string, scenarios: readonly ScenarioName[]) {
    this.dice = new Dice('simulation', seed, name)
    this.secrets = { pin: `Pq${this.#word()}`, tan: `Tx${this.#word()}`, wrongPin: `Wz${this.#word()}` }
    this.#scenarios = scenarios
    this.#bank = this.#found()
    this.mail = new Mail(this)
    const random = this.#random()
    this.environment = {
      post: async (_url, body) => {
        await Promise.resolve()
        return this.mail.post(body)
      },
      clock: { now: () => `${this.#day(this.ownDaysOff)}T10:00:00.000Z` as Instant, today: () => this.#day(this.ownDaysOff), monotonicMs: () => this.#ms },
      timer: { wait: (milliseconds) => { this.pass(milliseconds); return Promise.resolve() } },
      random,
      product: { id: '0123456789ABCDEF012345678', version: '0.1' },
      // A trace costs as much as the conversation, so a part of the runs keeps one.
      trace: this.dice.below(TRACED_OF) > 0 ? undefined : (entry) => this.log.push(JSON.stringify(entry)),
    }
  }

  /** Brings a message to the bank. */
  deliver(body: Uint8Array): Uint8Array {
    this.bankDays.add(this.#day(0))
    const reply = this.#bank.reply(body)
    if (reply.kind === 'busy') throw new HttpFailure('status', true, 503)
    if (reply.isSlow) this.pass(5_000)
    return reply.body
  }

  pass(milliseconds: number): void {
    this.#ms += milliseconds
  }

  /** The bank's machine starts anew: its dialogs are gone. */
  restartBank(): void {
    this.#bank = this.#found()
  }

  #found(): DemoBank {
    const clock = { now: () => `${this.#day(0)}T10:00:00.000Z` as Instant, today: () => this.#day(0), monotonicMs: () => this.#ms }
    return createDemoBank({
      persona: 'small', clock, random: this.#random(), scenario: this.#scenarios, pageSize: PAGE_SIZE, secrets: this.secrets,
      onRefusal: (report) => {
        this.refusals.push(report)
        this.log.push(JSON.stringify(report))
      },
      interfere: () => {
        const words = this.interference
        this.interference = null
        return words
      },
    })
  }

  #random() {
    const uuid = () => '00000000-0000-4000-8000-000000000000' as const
    return { bytes: (count: number) => Uint8Array.from({ length: count }, () => this.dice.below(256)), uuid }
  }

  #day(off: number): LocalDate {
    return addDays(FIRST_DAY, off + Math.floor((MORNING_MS + this.#ms) / DAY_MS))
  }

  #word(): string {
    return Array.from({ length: 8 }, () => String.fromCharCode(97 + this.dice.below(26))).join('')
  }
}
