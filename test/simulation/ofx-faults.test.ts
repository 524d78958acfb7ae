import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { Dice } from '#main/demo-bank/dice.ts'
import { OFX_ANSWERS, OFX_TOKEN, type OfxScenario } from '#main/demo-bank/ofx/index.ts'
import { AnswerStatements } from '#main/importers/ofx/answer.ts'
import { fatesOf, inquiriesFor, type OfxClient, type OfxItem, type OfxMoment, type Step } from '#main/connectors/ofx/index.ts'
import { HttpFailure, type Post } from '#main/platform/http.ts'
import { CARD, CHECKING, person, SAVINGS, transfer, world, type World } from '../unit/connectors/ofx/kit.ts'

const PASSWORD = 'PASSWORD-of-the-test'
const NEW_PASSWORD = 'NEXT-password-of-the-test'
const WRONG = 'WRONG-password-of-the-test'
const ACCOUNTS = [CHECKING, SAVINGS, CARD] as const
const FAULTS = ['refused', 'lost', 'truncated', 'doubled', 'stale', 'status', 'page', 'none', 'none', 'none'] as const
const ROUNDS = 6
const FIRST = localDate('2026-02-01')
const TRIES = 4

/** A wire that loses, cuts, doubles and confuses, as the dice fall; quiet once `isCalm`. */
function badWeather(dice: Dice, weather: { isCalm: boolean }): (post: Post) => Post {
  let last: Uint8Array | null = null
  return (post) => async (url, body, signal) => {
    const fault = weather.isCalm ? 'none' : dice.pick(FAULTS)
    if (fault === 'refused') throw new HttpFailure('refused', false)
    if (fault === 'status') throw new HttpFailure('status', true, 500)
    if (fault === 'page') return new TextEncoder().encode('<html><body>Sorry</body></html>')
    const answer = await post(url, body, signal)
    if (fault === 'doubled') await post(url, body, signal)
    const before = last
    last = answer
    if (fault === 'lost') throw new HttpFailure('timeout', true)
    if (fault === 'truncated') return answer.subarray(0, Math.floor(answer.length * 0.7))
    return fault === 'stale' && before !== null ? before : answer
  }
}

/** What a household keeps: rows by account, and where each range ended. */
class Household {
  readonly rows = new Map<string, Map<string, string>>(ACCOUNTS.map(({ accountId }) => [accountId, new Map()]))
  readonly through = new Map<string, OfxMoment>()
  /** Transfers that were carried out, and those that never arrived. */
  readonly certain: string[] = []
  readonly absent: string[] = []
  ordered = 0
  readonly client: OfxClient

  constructor(client: OfxClient) {
    this.client = client
  }

  /** Fetches what is new; true where every account came. */
  async refresh(): Promise<boolean> {
    let statements = new AnswerStatements()
    const items = ACCOUNTS.map((account): OfxItem => {
      const range = { from: this.through.get(account.accountId) ?? FIRST }
      return account.kind === 'card' ? { kind: 'card-statement', account, range } : { kind: 'bank-statement', account, range }
    })
    const step = await this.#settle(this.client.post(items, () => {
      statements = new AnswerStatements()
      return statements.handlers
    }))
    if (step?.state !== 'done') return false
    const { byRequest } = statements.finish()
    for (const { item, uid, content } of step.answer.items) {
      const statement = byRequest.get(uid)
      if (content?.kind !== 'statement' || statement === undefined || !('account' in item)) return false
      expect(statement.account.number).toBe(item.account.accountId)
      for (const { externalId, amount, bookedOn } of statement.entries) {
        const known = this.rows.get(item.account.accountId)
        const row = `${bookedOn} ${amount}`
        // The same number is the same row, whenever it comes.
        expect(known?.get(externalId) ?? row).toBe(row)
        known?.set(externalId, row)
      }
      if (content.through !== null) this.through.set(item.account.accountId, content.through)
    }
    return true
  }

  /** Orders a transfer once, and where its answer is lost asks what became of it as long as that helps. */
  async order(): Promise<void> {
    this.ordered += 1
    const amount = `${100 + this.ordered}.00`
    const step = await this.#settle(this.client.post([transfer(amount, { uid: `order-${this.ordered}` })]))
    if (step?.state === 'done' && step.answer.items[0]?.status?.code === '0') this.certain.push(amount)
    if (step?.state !== 'uncertain') return
    for (let tries = 0; tries < 20; tries++) {
      const asked = await this.#settle(this.client.post(inquiriesFor(step.transfers)))
      const fate = asked?.state === 'done' ? fatesOf(step.transfers, asked.answer)[0] : undefined
      if (fate?.fate === 'known' && fate.known.status.code === '0') this.certain.push(amount)
      if (fate?.fate === 'absent') this.absent.push(amount)
      if (fate !== undefined && fate.fate !== 'unclear') return
    }
  }

  /** Answers whatever the bank asks. */
  async #settle(outcome: ReturnType<OfxClient['post']>): Promise<Step | null> {
    let step = await outcome
    for (let questions = 0; step.ok && questions < TRIES; questions++) {
      switch (step.value.state) {
        case 'questions': step = await this.client.answer(Object.entries(OFX_ANSWERS).map(([id, answer]) => ({ id, answer: new Secret(answer) }))); break
        case 'token': step = await this.client.enterToken(new Secret(OFX_TOKEN)); break
        case 'new-password': step = await this.client.changePassword(new Secret(NEW_PASSWORD)); break
        case 'credentials': step = await this.client.enterCredentials([]); break
        default: return step.value
      }
    }
    return step.ok ? step.value : null
  }
}

const SCENARIOS: readonly (readonly OfxScenario[])[] = [[], ['mfa'], ['token'], ['old'], ['clientuid'], ['reordered', 'gzip'], ['must-change'], ['mfa', 'wrong-severity'], ['no-anonymous']]

/** What the bank has on the last day, asked in fine weather by somebody new. */
async function truth(surroundings: World, userId: string, password: string): Promise<Map<string, Map<string, string>>> {
  const household = new Household(person({ environment: { ...surroundings.environment, post: surroundings.post } }, userId, { password: new Secret(password) }))
  for (let tries = 0; tries < TRIES; tries++) if (await household.refresh()) return household.rows
  throw new Error('the bank does not answer in fine weather')
}

describe('a household in bad weather', () => {
  it.each(Array.from({ length: 27 }, (_, seed) => [seed + 1]))('has every row once and no transfer twice (seed %i)', async (seed) => {
    const dice = new Dice('ofx-faults', seed)
    const weather = { isCalm: false }
    const scenario = SCENARIOS[seed % SCENARIOS.length] ?? []
    const surroundings = world({ scenario, password: PASSWORD }, badWeather(dice, weather))
    const household = new Household(person(surroundings, 'us', { password: new Secret(PASSWORD) }))
    for (let round = 0; round < ROUNDS; round++) {
      await household.refresh()
      if (dice.below(2) === 0) await household.order()
      surroundings.today = addDays(surroundings.today, dice.between(1, 9))
    }
    weather.isCalm = true
    // A password that changed while its answer was lost: the person types the new one.
    for (let tries = 0; tries < TRIES && !(await household.refresh()); tries++) {
      if (household.client.knowledge.passwordRefused !== null) household.client.enterPassword(new Secret(NEW_PASSWORD))
    }
    const changed = surroundings.requests.some((request) => request.includes(`<USERPASS>${NEW_PASSWORD}`))
    const bank = await truth(surroundings, 'us', changed ? NEW_PASSWORD : PASSWORD)
    for (const { accountId } of ACCOUNTS) expect([...household.rows.get(accountId) ?? []].sort()).toEqual([...bank.get(accountId) ?? []].sort())
    const out = [...bank.get(CHECKING.accountId)?.entries() ?? []].filter(([id]) => id.startsWith('X')).map(([, row]) => row.slice(11)).filter((amount) => amount.startsWith('-'))
    expect(new Set(out).size).toBe(out.length)
    for (const amount of household.certain) expect(out).toContain(`-${amount}`)
    for (const amount of household.absent) expect(out).not.toContain(`-${amount}`)
    const told = JSON.stringify([surroundings.traces, surroundings.kept, household.client.knowledge, surroundings.refusals])
    for (const secret of [PASSWORD, NEW_PASSWORD]) expect(told).not.toContain(secret)
  })

  it.each(Array.from({ length: 9 }, (_, seed) => [seed + 1]))('never sends a refused password again (seed %i)', async (seed) => {
    const dice = new Dice('ofx-password', seed)
    let refusals = 0
    let sentAfter = 0
    const surroundings = world({ scenario: SCENARIOS[seed % SCENARIOS.length] ?? [], password: PASSWORD }, (post) => {
      const stormy = badWeather(dice, { isCalm: false })(post)
      return async (url, body, signal) => {
        if (refusals > 0 && new TextDecoder().decode(body).includes(WRONG)) sentAfter += 1
        const answer = await stormy(url, body, signal)
        const text = new TextDecoder().decode(answer)
        // Whole answers only: of a cut one nobody can tell what it says.
        if (new TextDecoder().decode(body).includes(WRONG) && /<CODE>1550[02]/.test(text) && text.includes('</OFX>')) refusals += 1
        return answer
      }
    })
    const household = new Household(person(surroundings, 'us', { password: new Secret(WRONG) }))
    for (let round = 0; round < ROUNDS * 2; round++) await household.refresh()
    expect(sentAfter).toBe(0)
    expect(JSON.stringify([surroundings.traces, surroundings.kept])).not.toContain(WRONG)
  })
})
