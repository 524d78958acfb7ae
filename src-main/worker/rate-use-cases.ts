import { AppFailure } from '#shared/failure.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { rateEndpoints } from '#shared/ipc/rate-endpoints.ts'
import { assert } from '#shared/result.ts'
import { readEcbRates } from '#main/importers/rates/ecb.ts'
import { transact } from '#main/ledger/database.ts'
import { deleteRates, keepRates, setRate } from '#main/ledger/rates.ts'
import type { WriteContext } from './write-context.ts'

type RateChannel = Exclude<keyof typeof rateEndpoints, 'rates.list'>

/** Exchange rates by file and by hand: what totals in the base currency are told with. */
export const rateUseCases: { readonly [C in RateChannel]: (context: WriteContext, input: Parsed<C>) => Output<C> } = {
  'rates.import': (context, input) => importRates(context, input),
  'rates.set': ({ db, changed }, input) => {
    const rate = transact(db, () => setRate(db, input))
    changed('rates')
    return rate
  },
  'rates.delete': ({ db, changed }, input) => {
    const deleted = transact(db, () => deleteRates(db, input))
    changed('rates')
    return { deleted }
  },
}

function importRates({ db, changed }: WriteContext, { bytes, currencies }: Parsed<'rates.import'>): Output<'rates.import'> {
  const read = readEcbRates(bytes)
  if (!read.ok) throw new AppFailure(read.error)
  const rates = read.value.filter(({ quote }) => currencies?.includes(quote) ?? true)
  if (rates.length === 0) throw new AppFailure({ kind: 'not_found', what: 'rate' })
  const count = transact(db, () => keepRates(db, rates))
  if (count > 0) changed('rates')
  const days = rates.map(({ date }) => date).sort()
  const [from, to] = [days[0], days.at(-1)]
  assert(from !== undefined && to !== undefined, 'there are rates')
  return { read: rates.length, changed: count, currencies: [...new Set(rates.map(({ quote }) => quote))].sort(), from, to }
}
