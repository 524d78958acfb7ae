import { addDays, type Instant, type LocalDate } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import type { WritableLedger } from '#main/ledger/database.ts'
import { readContractChoices, type ContractChoice } from '#main/ledger/insights/contracts.ts'
import { tell, type Happening } from '#main/ledger/notifications/told.ts'
import { withChoices } from './choices.ts'
import type { Contract } from './contract.ts'
import { foundAsOf } from './known.ts'

/** Tells of the notice days that a person wants to be reminded of by now, each once. Returns how much there is to tell. Call inside `transact`. */
export function tellReminders(db: WritableLedger, today: LocalDate, at: Instant): number {
  const choices = readContractChoices(db)
  if (!choices.some((choice) => isDue(choice, today))) return 0
  const chosen = [...withChoices(foundAsOf(db, today), choices)]
  return tell(db, chosen.filter(([, choice]) => isDue(choice, today)).map(toHappening), at)
}

/** Until the day itself: what is over can no longer be done. */
const isDue = ({ state, mergedInto, cancelBy, remindDays }: ContractChoice, today: LocalDate): boolean =>
  state !== 'dismissed' && mergedInto === null && cancelBy !== null && today <= cancelBy && addDays(cancelBy, -(remindDays ?? 0)) <= today

/** The anchor outlives a series that begins earlier than was known; another day, or another time before it, is another reminder. */
const toHappening = ([contract, { anchorId, name, cancelBy, remindDays }]: readonly [Contract, ContractChoice]): Happening => ({
  event: `contract ${anchorId} cancel-by ${cancelBy ?? ''} days ${remindDays ?? 0}`, trigger: 'CONTRACT_CANCEL_BY', ruleId: null,
  accountId: contract.accountId as AccountId, subject: cancelBy ?? '', payee: name ?? contract.counterparty,
})
