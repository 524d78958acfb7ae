import { SCENARIOS, type ScenarioName } from '#main/demo-bank/fints/index.ts'
import { isOver, wrongInTheEnd, wrongWith, type Excuses } from './claims.ts'
import { Person, STATE, type Habits, type Refresh } from './person.ts'
import { STORMS } from './storms.ts'
import { World } from './world.ts'

/** Who meets which bank. */
export interface Situation {
  readonly scenario: ScenarioName | null
  /** The bank is met for the first time; else bank, system id and method are known from before. */
  readonly isFirst: boolean
  /** The first PIN is wrong, and the program goes on after errors as if nothing had happened. */
  readonly hasWrongPin: boolean
}

/** What happens at which message; `restart` at which step. */
export interface Strike { readonly storm: string; readonly at: number }
export interface Run extends Situation { readonly strikes: readonly Strike[] }

export interface Course { readonly wrong: readonly string[]; readonly messages: number; readonly steps: number }

/** So often somebody tries again before they say it does not work. */
const TRIES_MAX = 5
const RESTART = 'restart'

const SCENARIO_NAMES: readonly (ScenarioName | null)[] = [null, ...Object.keys(SCENARIOS).filter((name): name is ScenarioName => Object.hasOwn(SCENARIOS, name))]
export const SITUATIONS: readonly Situation[] = [
  ...SCENARIO_NAMES.flatMap((scenario) => [true, false].map((isFirst) => ({ scenario, isFirst, hasWrongPin: false }))),
  ...[true, false].map((isFirst) => ({ scenario: null, isFirst, hasWrongPin: true })),
]
export const STORM_NAMES: readonly string[] = [...STORMS.keys(), RESTART]

export const nameOf = ({ scenario, isFirst, hasWrongPin, strikes }: Run): string =>
  [scenario ?? 'plain', isFirst ? 'first' : 'again', ...(hasWrongPin ? ['wrong-pin'] : []), ...strikes.map(({ storm, at }) => `${storm}@${at}`)].join('/')

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
  const { scenario, isFirst, hasWrongPin, strikes } = run
  const world = new World(seed, nameOf(run), scenario)
  const person = new Person(world, habitsOf(scenario, strikes))
  const wrong: string[] = []
  if (!isFirst) world.files.set(STATE, await acquaintance(scenario))
  world.mail.plan(strikes.flatMap(({ storm, at }) => {
    const found = STORMS.get(storm)
    return found === undefined ? [] : [{ storm: found, at }]
  }))
  const excuses = excusesOf(strikes)
  const mistaken = hasWrongPin ? await mistake(world, person, wrong, excuses.isTwice) : null
  const refresh = await tryAgain(world, person, scenario, wrong)
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

const acquaintances = new Map<ScenarioName | null, Promise<Uint8Array>>()

/** What a computer has kept of a refresh that went well; the same for every run, since banks know their own system ids. */
function acquaintance(scenario: ScenarioName | null): Promise<Uint8Array> {
  const known = acquaintances.get(scenario) ?? meet(scenario)
  acquaintances.set(scenario, known)
  return known
}

async function meet(scenario: ScenarioName | null): Promise<Uint8Array> {
  const world = new World(0, 'acquaintance', scenario)
  await tryAgain(world, new Person(world, habitsOf(scenario, [])), scenario, [])
  return world.files.get(STATE) ?? new Uint8Array(0)
}

function habitsOf(scenario: ScenarioName | null, strikes: readonly Strike[]): Habits {
  return {
    method: METHODS[scenario ?? 'sms'] ?? '942',
    restartAt: strikes.find(({ storm }) => storm === RESTART)?.at ?? null,
    // A TAN is never sent twice, so a busy bank is asked for what needs none.
    days: scenario === 'busy' ? 60 : null,
  }
}

/** Somebody types a wrong PIN, and their program does not stop at the first error. */
async function mistake(world: World, person: Person, wrong: string[], isDoubled: boolean): Promise<Refresh> {
  person.type(world.secrets.wrongPin)
  const refresh = await person.refresh({ isStubborn: true })
  wrong.push(...wrongWith(world, refresh, isDoubled ? 2 : 1))
  person.type(world.secrets.pin)
  return refresh
}

/** Presses the button until everything is there. Answers with the first refresh. */
async function tryAgain(world: World, person: Person, scenario: ScenarioName | null, wrong: string[]): Promise<Refresh> {
  let first: Refresh | null = null
  for (let count = 1; ; count += 1) {
    const refresh = await person.refresh()
    first ??= refresh
    wrong.push(...wrongWith(world, refresh, 0))
    if (isOver(scenario, refresh)) return first
    if (count === TRIES_MAX) {
      wrong.push(`still ${JSON.stringify(refresh.error)} after ${TRIES_MAX} tries`)
      return first
    }
  }
}

/** The inverse of `nameOf`. */
export function parseName(name: string): Run {
  const [scenario = 'plain', start, ...rest] = name.split('/')
  const strikes = rest.filter((part) => part.includes('@')).map((part) => {
    const [storm = '', at = '1'] = part.split('@')
    return { storm, at: Number(at) }
  })
  return { scenario: SCENARIO_NAMES.find((known) => known === scenario) ?? null, isFirst: start === 'first', hasWrongPin: rest.includes('wrong-pin'), strikes }
}
