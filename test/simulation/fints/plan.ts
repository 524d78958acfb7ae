import { Dice } from '#main/demo-bank/dice.ts'
import { go, SITUATIONS, STORM_NAMES, type Run, type Situation, type Strike } from './simulation.ts'

/** A situation and how long it takes in calm weather. */
export interface Stage { readonly situation: Situation; readonly places: number }

const STRIKES_MAX = 3

/** How many messages each situation takes where nothing happens, with a few more that trouble may add. */
export async function stages(seed: number): Promise<readonly Stage[]> {
  const found: Stage[] = []
  for (const situation of SITUATIONS) {
    const { messages, wrong } = await go({ ...situation, strikes: [] }, seed)
    if (wrong.length > 0) throw new Error(`in calm weather: ${wrong.join('; ')}`)
    found.push({ situation, places: messages + 1 })
  }
  return found
}

/** Everything: each storm at each message of each situation. */
export function* wholeGrid(all: readonly Stage[]): Generator<Run> {
  for (const { situation, places } of all) {
    for (const storm of STORM_NAMES) {
      for (let at = 1; at <= places; at += 1) yield { ...situation, strikes: [{ storm, at }] }
    }
  }
}

/**
 * Each storm at each message, and each storm in each situation, but not each at each in each: the situations take turns,
 * as in a Latin square, and another seed lets another one begin. A wrong PIN, which soon costs the access, gets them all.
 */
export function* square(stagesOfAll: readonly Stage[], seed: number): Generator<Run> {
  yield* wholeGrid(stagesOfAll.filter(({ situation }) => situation.mistake === 'pin'))
  const all = stagesOfAll.filter(({ situation }) => situation.mistake !== 'pin')
  const longest = Math.max(...all.map(({ places }) => places))
  for (const [row, storm] of STORM_NAMES.entries()) {
    for (let at = 1; at <= longest; at += 1) {
      const long = all.filter(({ places }) => places >= at)
      const turn = long[(row * 7 + at * 3 + seed) % long.length]
      if (turn !== undefined) yield { ...turn.situation, strikes: [{ storm, at }] }
    }
  }
}

/** Two or three storms, wherever the dice put them. */
export function* chance(all: readonly Stage[], seed: number): Generator<Run> {
  for (let number = 0; ; number += 1) {
    const dice = new Dice('chance', seed, number)
    const stage = all[dice.below(all.length)]
    if (stage === undefined) return
    const strikes = Array.from({ length: dice.between(2, STRIKES_MAX) }, (): Strike => ({ storm: STORM_NAMES[dice.below(STORM_NAMES.length)] ?? '', at: 1 + dice.below(stage.places + 2) }))
    yield { ...stage.situation, strikes }
  }
}
