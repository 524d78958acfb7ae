import { addDays, toDayNumber, weekday, type LocalDate } from '#shared/dates.ts'
import { Dice } from '../../dice.ts'
import { DEMO_BANK } from '../bank-identity.ts'
import type { Depot, DepotPosition, FintsPersona } from '../personas/persona.ts'
import { CRLF, day8, swiftAmount, swiftBytes } from './swift.ts'

const MILLI = 1_000
const DAYS_A_YEAR = 365
/** One of so many thousandths a price may move in a day, up or down. */
const SWING_PERMILLE = 12
const FRIDAY = 4
const SAVING_DAY = 7

export interface Holding { readonly position: DepotPosition; readonly milli: number; readonly priceCents: number; readonly valueCents: number; readonly pricedOn: LocalDate }

/** What the depot holds on a day: prices walk day by day from the first, so that no past price changes. */
export function holdingsOf({ born, seed }: Pick<FintsPersona, 'born' | 'seed'>, { positions }: Depot, today: LocalDate): Holding[] {
  const pricedOn = lastTradingDay(today)
  return positions.map((position) => {
    let micro = position.firstCents * 1_000_000
    let milli = position.firstMilli
    for (let day = born; day <= pricedOn; day = addDays(day, 1)) {
      if (weekday(day) > FRIDAY) continue
      const swing = new Dice(seed, 'price', position.isin, toDayNumber(day)).between(-SWING_PERMILLE, SWING_PERMILLE)
      micro += Math.trunc((micro / MILLI) * (swing + (position.growthPermille * 7) / (5 * DAYS_A_YEAR)))
      if (position.monthlyCents > 0 && isSavingDay(day)) milli += Math.floor((position.monthlyCents * MILLI * 1_000_000) / micro)
    }
    const priceCents = Math.max(1, Math.round(micro / 1_000_000))
    return { position, milli, priceCents, valueCents: Math.round((priceCents * milli) / MILLI), pricedOn }
  })
}

function lastTradingDay(today: LocalDate): LocalDate {
  let day = addDays(today, -1)
  while (weekday(day) > FRIDAY) day = addDays(day, -1)
  return day
}

/** The seventh, or the first working day after it. */
function isSavingDay(day: LocalDate): boolean {
  const date = Number(day.slice(8))
  return date === SAVING_DAY || (weekday(day) === 0 && (date === SAVING_DAY + 1 || date === SAVING_DAY + 2))
}

/** MT535, Depotaufstellung (Finanzdatenformate B.4). */
export function writeMt535(persona: FintsPersona, depot: Depot, today: LocalDate): Uint8Array {
  const holdings = holdingsOf(persona, depot, today)
  const total = holdings.reduce((sum, { valueCents }) => sum + valueCents, 0)
  const lines = [
    ':16R:GENL', ':28E:1/ONLY', ':20C::SEME//NONREF', ':23G:NEWM', `:98A::PREP//${day8(today)}`, `:98A::STAT//${day8(today)}`,
    ':22F::STTY//CUST', `:97A::SAFE//${DEMO_BANK.bankCode}/${depot.number}`, ':17B::ACTI//Y', ':16S:GENL',
    ...holdings.flatMap(position),
    ':16R:ADDINFO', `:19A::HOLP//EUR${swiftAmount(total)}`, ':16S:ADDINFO', '-',
  ]
  return swiftBytes(lines.map((line) => `${CRLF}${line}`).join('') + CRLF)
}

function position({ position: { isin, wkn, name }, milli, priceCents, valueCents, pricedOn }: Holding): string[] {
  const units = `${Math.floor(milli / MILLI)},${String(milli % MILLI).padStart(3, '0')}`
  return [
    ':16R:FIN', `:35B:ISIN ${isin}`, `/DE/${wkn}`, name.slice(0, 35),
    `:90B::MRKT//ACTU/EUR${swiftAmount(priceCents)}`, ':94B::PRIC//LMAR/XFRA', `:98A::PRIC//${day8(pricedOn)}`,
    `:93B::AGGR//UNIT/${units}`, `:19A::HOLD//EUR${swiftAmount(valueCents)}`, ':16S:FIN',
  ]
}
