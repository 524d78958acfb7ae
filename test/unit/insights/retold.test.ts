import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { Categoriser } from '#main/categorise/categoriser.ts'
import { BLANK_PAYMENT } from '#main/categorise/payment.ts'
import { detectContracts, retold } from '#main/insights/contracts/detect.ts'
import { history } from '../../bench/insights/histories.ts'
import { WORLDS } from '../../bench/insights/worlds.ts'

/** A household's years with what is found in all of them. */
function lived(home: keyof typeof WORLDS, seed: number) {
  const { rows: plain, today } = history(WORLDS[home], seed, true)
  const categoriser = new Categoriser()
  const rows = plain.map((row) => {
    const payment = { ...BLANK_PAYMENT, ...row }
    return { ...payment, isTransfer: false, category: categoriser.categorise(payment).answer?.category ?? null }
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = detectContracts(rows, today)
  const asOf = (day: typeof today) => found.flatMap((contract) => retold(contract, contract.transactionIds.flatMap((id) => byId.get(id) ?? []), day) ?? [])
  const anew = (day: typeof today) => detectContracts(rows.filter(({ bookedOn }) => bookedOn <= day), day)
  return { today, found, asOf, anew }
}

const HOMES = [['DE', 1], ['US', 2], ['UK', 3]] as const

describe('contracts as another day knows them', () => {
  it.each(HOMES)('are on the day they were found exactly what was found (%s)', (home, seed) => {
    const { today, found, asOf } = lived(home, seed)
    expect(found.length).toBeGreaterThan(5)
    expect(asOf(today)).toEqual(found)
  })

  it.each(HOMES)('are on earlier and later days what would be found anew, nearly all of them (%s)', (home, seed) => {
    const { today, asOf, anew } = lived(home, seed)
    for (const days of [-180, -90, -30, 45]) {
      const day = addDays(today, days)
      const text = ({ id, status, nextOn, nextMinor }: ReturnType<typeof anew>[number]): string => [id, status, nextOn, nextMinor].join(' ')
      const [told, truth] = [new Set(asOf(day).map(text)), anew(day).map(text)]
      const alike = truth.filter((one) => told.has(one)).length
      expect(alike / Math.max(told.size, truth.length), `${home} ${days} days`).toBeGreaterThanOrEqual(0.8)
    }
  })
})
