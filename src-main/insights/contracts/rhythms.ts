import { addDays, addMonths, daysInMonth, fromDayNumber, plainDate, toDayNumber, weekday, type LocalDate } from '#shared/dates.ts'

export type Rhythm = 'weekly' | 'biweekly' | 'four-weekly' | 'semimonthly' | 'monthly' | 'bimonthly' | 'quarterly' | 'halfyearly' | 'yearly'

/** How far apart payments of a rhythm are, and how far they may lie off. Days, unless months are said. */
export interface Beat {
  readonly rhythm: Rhythm
  /** 0 where the beat is counted in days. */
  readonly months: number
  /** On average. */
  readonly days: number
  /** How far two neighbours may be from it: weekends, holidays and a bank's own mood. */
  readonly slack: number
  /** How far off payments may be on average, before it is no rhythm. */
  readonly driftMax: number
  /** What a user is told: "about the 3rd, give or take". */
  readonly tolerance: number
  /** R9: what one payment is per month. */
  readonly perMonth: number
}

export const BEATS: readonly Beat[] = [
  { rhythm: 'weekly', months: 0, days: 7, slack: 3, driftMax: 1.1, tolerance: 5, perMonth: 52 / 12 },
  { rhythm: 'biweekly', months: 0, days: 14, slack: 4, driftMax: 1.5, tolerance: 5, perMonth: 26 / 12 },
  { rhythm: 'semimonthly', months: 0, days: 15.22, slack: 5, driftMax: 2.2, tolerance: 7, perMonth: 2 },
  { rhythm: 'four-weekly', months: 0, days: 28, slack: 5, driftMax: 1.4, tolerance: 7, perMonth: 13 / 12 },
  { rhythm: 'monthly', months: 1, days: 30.44, slack: 7, driftMax: 2.6, tolerance: 7, perMonth: 1 },
  { rhythm: 'bimonthly', months: 2, days: 60.88, slack: 8, driftMax: 3, tolerance: 7, perMonth: 1 / 2 },
  { rhythm: 'quarterly', months: 3, days: 91.31, slack: 10, driftMax: 4, tolerance: 7, perMonth: 1 / 3 },
  { rhythm: 'halfyearly', months: 6, days: 182.62, slack: 14, driftMax: 6, tolerance: 14, perMonth: 1 / 6 },
  { rhythm: 'yearly', months: 12, days: 365.25, slack: 20, driftMax: 9, tolerance: 14, perMonth: 1 / 12 },
]

/** Half months are counted by their days of the month: the 15th and the last, the 1st and the 16th. */
export const isByMonth = ({ months, rhythm }: Beat): boolean => months > 0 || rhythm === 'semimonthly'

const SATURDAY = 5

/** Days between a day and the one a contract names, where a weekend or a holiday beside it explains the difference: 0. */
function shiftFrom(nominal: number, actual: number): number {
  const difference = actual - nominal
  if (difference === 0) return 0
  const day = weekday(fromDayNumber(nominal))
  const toMonday = day >= SATURDAY ? 7 - day : 0
  const toFriday = day >= SATURDAY ? day - SATURDAY + 1 : 0
  if (day >= SATURDAY && (difference === toMonday || difference === -toFriday)) return 0
  return Math.abs(difference)
}

/** The day of a month, or the month's last where it has none. */
const onDay = (year: number, month: number, day: number): number => toDayNumber(plainDate(year, month, Math.min(day, daysInMonth(year, month))))

/** How far a day is from the nearest day of the month with that number. */
function offAnchor(date: LocalDate, actual: number, anchor: number): number {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  let least = shiftFrom(onDay(year, month, anchor), actual)
  if (least > 10) {
    const before = addMonths(plainDate(year, month, 1), -1)
    const after = addMonths(plainDate(year, month, 1), 1)
    least = Math.min(least, shiftFrom(onDay(Number(before.slice(0, 4)), Number(before.slice(5, 7)), anchor), actual), shiftFrom(onDay(Number(after.slice(0, 4)), Number(after.slice(5, 7)), anchor), actual))
  }
  return least
}

export interface Fit {
  /** Days off, on average. */
  readonly drift: number
  /** Days of the month that the contract names; empty for a beat in days. */
  readonly anchors: readonly number[]
}

const SAMPLE_MAX = 24

/** How well days follow a beat, and the days of the month it names. The latest count, because a contract may move. */
export function fitBeat(beat: Beat, days: readonly number[]): Fit {
  const recent = days.slice(-SAMPLE_MAX)
  if (beat.rhythm === 'semimonthly') return fitHalves(recent)
  if (beat.months === 0) return { drift: Math.min(gapDrift(beat, days), phaseDrift(beat, days)), anchors: [] }
  const dates = recent.map(fromDayNumber)
  const { anchor, drift } = bestAnchor(dates, recent)
  return { drift: recent.length > 1 ? drift : 0, anchors: [anchor] }
}

function gapDrift({ days: period }: Beat, days: readonly number[]): number {
  let sum = 0
  for (let index = 1; index < days.length; index += 1) {
    const gap = (days[index] ?? 0) - (days[index - 1] ?? 0)
    sum += Math.abs(gap - Math.max(1, Math.round(gap / period)) * period)
  }
  return days.length > 1 ? sum / (days.length - 1) : 0
}

/** Days off a clock that ticks in the beat: a payment that a weekend has moved counts once, not on both sides. */
function phaseDrift({ days: period }: Beat, days: readonly number[]): number {
  const first = days[0] ?? 0
  const phases = days.map((day) => day - first - Math.round((day - first) / period) * period).sort((left, right) => left - right)
  const middle = phases[Math.floor(phases.length / 2)] ?? 0
  return phases.reduce((sum, phase) => sum + Math.abs(phase - middle), 0) / Math.max(1, phases.length)
}

function bestAnchor(dates: readonly LocalDate[], days: readonly number[]): { anchor: number; drift: number } {
  let best = { anchor: 1, drift: Number.POSITIVE_INFINITY }
  const candidates = new Set(dates.flatMap((date) => [Number(date.slice(8)), 31]).flatMap((day) => [day - 2, day - 1, day, day + 1].filter((one) => one >= 1 && one <= 31)))
  for (const anchor of [...candidates].sort((left, right) => left - right)) {
    let sum = 0
    for (let index = 0; index < dates.length; index += 1) sum += offAnchor(dates[index] ?? dates[0] ?? plainDate(2000, 1, 1), days[index] ?? 0, anchor)
    const drift = sum / Math.max(1, dates.length)
    if (drift < best.drift - 1e-9) best = { anchor, drift }
  }
  return best
}

function fitHalves(days: readonly number[]): Fit {
  const dates = days.map(fromDayNumber)
  let best: Fit = { drift: Number.POSITIVE_INFINITY, anchors: [] }
  for (const [first, second] of [[15, 31], [1, 15], [1, 16], [5, 20], [7, 22], [10, 25], [14, 28], [15, 30]] as const) {
    let sum = 0
    for (let index = 0; index < dates.length; index += 1) {
      const date = dates[index] ?? plainDate(2000, 1, 1)
      sum += Math.min(offAnchor(date, days[index] ?? 0, first), offAnchor(date, days[index] ?? 0, second))
    }
    const drift = sum / Math.max(1, dates.length)
    if (drift < best.drift) best = { drift, anchors: [first, second] }
  }
  return best
}

/** The day that comes next after a payment, `count` beats on. */
export function nextAfter(beat: Beat, last: LocalDate, anchors: readonly number[], count = 1): LocalDate {
  if (beat.rhythm === 'semimonthly') return nextHalf(last, anchors, count)
  if (beat.months === 0) return addDays(last, beat.days * count)
  const anchor = anchors[0] ?? Number(last.slice(8))
  // A payment that slipped into the month before or after still belongs to its own month.
  const home = homeMonth(last, anchor)
  const month = addMonths(home, beat.months * count)
  return fromDayNumber(onDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), anchor))
}

function homeMonth(date: LocalDate, anchor: number): LocalDate {
  const first = plainDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1)
  const actual = toDayNumber(date)
  const off = (month: LocalDate): number => Math.abs(actual - onDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), anchor))
  return [addMonths(first, -1), addMonths(first, 1)].reduce((nearest, month) => (off(month) < off(nearest) ? month : nearest), first)
}

function nextHalf(last: LocalDate, anchors: readonly number[], count: number): LocalDate {
  const first = plainDate(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 1)
  const days = [0, 1, 2].flatMap((ahead) => {
    const month = addMonths(first, ahead)
    return anchors.map((anchor) => onDay(Number(month.slice(0, 4)), Number(month.slice(5, 7)), anchor))
  })
  const later = days.filter((day) => day > toDayNumber(last) + 5).sort((left, right) => left - right)
  return fromDayNumber(later[count - 1] ?? toDayNumber(last) + 15)
}
