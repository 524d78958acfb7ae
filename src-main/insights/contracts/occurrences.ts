import { addDays, type LocalDate } from '#shared/dates.ts'
import { assert } from '#shared/result.ts'
import type { Contract } from './contract.ts'
import { lastChance } from './detect.ts'
import { BEATS, nextAfter, type Beat, type Rhythm } from './rhythms.ts'

/** A contract as far as its days go. */
export type Timed = Pick<Contract, 'rhythm' | 'anchors' | 'restMonths' | 'status' | 'nextOn' | 'toleranceDays'>

/** R9: how many payments of a rhythm a year has. */
export const perYear = (rhythm: Rhythm): number => beatOf(rhythm).perYear

export function beatOf(rhythm: Rhythm): Beat {
  const beat = BEATS.find((one) => one.rhythm === rhythm)
  assert(beat !== undefined, 'every rhythm has its beat')
  return beat
}

/** The days a contract names from its next payment to a day, both included; none once it has ended. A payment that is late counts from the day it was expected on. */
export function namedDays({ rhythm, anchors, restMonths, nextOn }: Timed, through: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  const beat = beatOf(rhythm)
  for (let day = nextOn; day !== null && day <= through; day = nextAfter(beat, day, anchors, 1, restMonths)) days.push(day)
  return days
}

/**
 * The days on which payments are to be expected after a day, to another. What was due and may still come within its
 * tolerance is expected tomorrow; what is later than that was skipped (R13).
 */
export function expectedDays(contract: Timed, today: LocalDate, through: LocalDate): LocalDate[] {
  const tomorrow = addDays(today, 1)
  const days = namedDays(contract, through).filter((day) => addDays(day, contract.toleranceDays) >= today)
  return days.map((day) => (day < tomorrow ? tomorrow : day)).filter((day) => day <= through)
}

/** The first day on which it counted as ended. */
export const endedOn = ({ rhythm, anchors, restMonths, lastOn }: Pick<Contract, 'rhythm' | 'anchors' | 'restMonths' | 'lastOn'>): LocalDate => addDays(lastChance(beatOf(rhythm), lastOn, anchors, restMonths), 1)
