import { isScenario, SCENARIOS, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { isOver, wrongInTheEnd, wrongWith, type Excuses } from './claims.ts'
import { Person, STATE, type Habits, type Refresh } from './person.ts'
import { STORMS } from './storms.ts'
import { World } from './world.ts'

/** Who meets which bank. */
export interface Situation {
  /** What the bank was asked to do differently; none is a plain bank. */
  readonly scenarios: readonly ScenarioName[]
  /** The bank is met for the first time; else bank, system id and method are known from before. */
  readonly isFirst: boolean
  /** What is typed wrong in the first refresh. With a wrong PIN the program goes on after errors as if nothing had happened. */
  readonly mistake: 'pin' | 'tan' | null
}

/** What happens at which message; `restart` at which step. */
export interface Strike { readonly storm: string; readonly at: number }
export interface Run extends Situation { readonly strikes: readonly Strike[] }

export interface Course { readonly wrong: readonly string[]; readonly messages: number; readonly steps: number }

/** So often somebody tries again before they say it does not work. */
const TRIES_MAX = 5
const RESTART = 'restart'

/** Every scenario alone, and those together that meet at banks. */
const COMBINATIONS: readonly (readonly ScenarioName[])[] = [
  [], ...Object.keys(SCENARIOS).filter(isScenario).map((name) => [name]),
  ['tan-at-login', 'push'], ['tan-at-login', 'declined'], ['tan-at-login', 'no-upd'], ['tan-at-login', 'new-system-id'], ['push', 'no-camt'], ['busy', 'push'], ['no-anonymous', 'tan-at-login'],
]
export const SITUATIONS: readonly Situation[] = [
  ...COMBINATIONS.flatMap((scenarios) => [true, false].map((isFirst) => ({ scenarios, isFirst, mistake: null }))),
  ...(['pin', 'tan'] as const).flatMap((mistake) => [true, false].map((isFirst) => ({ scenarios: [], isFirst, mistake }))),
]
export const STORM_NAMES: readonly string[] = [...STORMS.keys(), RESTART]

const labelOf = (scenarios: readonly ScenarioName[]): string => (scenarios.length === 0 ? 'plain' : scenarios.join('+'))

export const nameOf = ({ scenarios, isFirst, mistake, strikes }: Run): string =>
  [labelOf(scenarios), isFirst ? 'first' : 'again', ...(mistake === null ? [] : [`wrong-${mistake}`]), ...strikes.map(({ storm, at }) => `${storm}@${at}`)].join('/')

const METHODS: Readonly<Partial<Record<ScenarioName, string>>> = { 'push': '922', 'declined': '922', 'patient': '922', 'waits-for-push': '922', 'chip': '962', 'photo': '972', 'qr': '982' }

/** Goes through one run, and answers with everything that was wrong. */
export async function go(run: Run, seed: number): Promise<Course> {
  try {
    return await course(run, seed)
  }
  catch (error) {
    return { wrong: [`thrown: ${error instanceof Error ? error.stack ?? error.message : String(error)}`], messages: 0, steps: 0 }
  }
}

async function course(run: Run, seed: number): Promise<Course> {
  const { scenarios, isFirst, mistake, strikes } = run
  const world = new World(seed, nameOf(run), scenarios)
  const person = new Person(world, habitsOf(scenarios, strikes))
  const wrong: string[] = []
  if (!isFirst) world.files.set(STATE, await acquaintance(scenarios))
  world.mail.plan(strikes.flatMap(({ storm, at }) => {
    const found = STORMS.get(storm)
    return found === undefined ? [] : [{ storm: found, at }]
  }))
  const excuses = excusesOf(strikes)
  const mistaken = mistake === null ? null : await blunder(world, person, mistake, wrong, excuses.isTwice)
  const refresh = await tryAgain(world, person, scenarios, wrong)
  wrong.push(...wrongInTheEnd(world, person, excuses))
  const { messages, steps } = mistaken ?? refresh
  return { wrong, messages, steps }
}

const ECHO = 'doubled-answer'
const LATE = 'late-answers'

const excusesOf = (strikes: readonly Strike[]): Excuses => ({
  isTwice: strikes.some(({ storm }) => storm.startsWith('doubled-request')),
  isMuddled: strikes.some(({ storm }) => storm === LATE || (strikes.length > 1 && storm === ECHO)),
})

const acquaintances = new Map<string, Promise<Uint8Array>>()

/** What a computer has kept of a refresh that went well; the same for every run, since banks know their own system ids. */
function acquaintance(scenarios: readonly ScenarioName[]): Promise<Uint8Array> {
  const known = acquaintances.get(labelOf(scenarios)) ?? meet(scenarios)
  acquaintances.set(labelOf(scenarios), known)
  return known
}

async function meet(scenarios: readonly ScenarioName[]): Promise<Uint8Array> {
  const world = new World(0, 'acquaintance', scenarios)
  await tryAgain(world, new Person(world, habitsOf(scenarios, [])), scenarios, [])
  return world.files.get(STATE) ?? new Uint8Array(0)
}

function habitsOf(scenarios: readonly ScenarioName[], strikes: readonly Strike[]): Habits {
  return {
    method: scenarios.map((name) => METHODS[name]).find((method) => method !== undefined) ?? '942',
    restartAt: strikes.find(({ storm }) => storm === RESTART)?.at ?? null,
    // A TAN is never sent twice, so a busy bank is asked for what needs none.
    days: scenarios.includes('busy') ? 60 : null,
  }
}

/** Somebody types a wrong PIN or TAN, once. */
async function blunder(world: World, person: Person, mistake: 'pin' | 'tan', wrong: string[], isDoubled: boolean): Promise<Refresh> {
  const { pin, tan, wrongPin } = world.secrets
  person.type(mistake === 'pin' ? { pin: wrongPin, tan } : { pin, tan: wrongPin })
  const refresh = await person.refresh({ isStubborn: mistake === 'pin' })
  wrong.push(...wrongWith(world, refresh, mistake === 'pin' ? (isDoubled ? 2 : 1) : 0))
  person.type({ pin, tan })
  return refresh
}

/** Presses the button until everything is there. Answers with the first refresh. */
async function tryAgain(world: World, person: Person, scenarios: readonly ScenarioName[], wrong: string[]): Promise<Refresh> {
  let first: Refresh | null = null
  for (let count = 1; ; count += 1) {
    const refresh = await person.refresh()
    first ??= refresh
    wrong.push(...wrongWith(world, refresh, 0))
    if (isOver(scenarios, refresh)) return first
    if (count === TRIES_MAX) {
      wrong.push(`still ${JSON.stringify(refresh.error)} after ${TRIES_MAX} tries`)
      return first
    }
  }
}

/** The inverse of `nameOf`. */
export function parseName(name: string): Run {
  const [label = 'plain', start, ...rest] = name.split('/')
  const strikes = rest.filter((part) => part.includes('@')).map((part) => {
    const [storm = '', at = '1'] = part.split('@')
    return { storm, at: Number(at) }
  })
  return { scenarios: COMBINATIONS.find((known) => labelOf(known) === label) ?? [], isFirst: start === 'first', mistake: rest.includes('wrong-pin') ? 'pin' : rest.includes('wrong-tan') ? 'tan' : null, strikes }
}
