import { addDays, type LocalDate } from './dates.ts'

/** When a contract is expected, and how many days it may come late. */
export interface Expected { readonly nextOn: LocalDate | null; readonly toleranceDays: number }

/** R13: expected, and past its tolerance. It may come a few days late before it is missing. */
export const isOverdue = ({ nextOn, toleranceDays }: Expected, today: LocalDate): boolean => nextOn !== null && today > addDays(nextOn, toleranceDays)

interface Flow { readonly currency: string; readonly minor: number }

/** Only money of one currency that goes in one direction can be one contract's. */
export const goSameWay = (left: Flow, right: Flow): boolean => left.currency === right.currency && Math.sign(left.minor) === Math.sign(right.minor)
