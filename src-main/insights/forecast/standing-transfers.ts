import { addDays, type LocalDate } from '#shared/dates.ts'
import type { Contract, ContractRow } from '../contracts/contract.ts'
import { detectContracts } from '../contracts/detect.ts'
import type { ForecastInput } from './input.ts'
import type { PastRow } from './variable.ts'

/** A transfer between own accounts that comes back, seen from where the money leaves, or from the one side there is. */
export interface StandingTransfer {
  readonly contract: Contract
  readonly otherAccountId: number | null
  /** What it pays off: the bill of a card. */
  readonly settles: Settlement | null
}

interface Settlement {
  readonly cardId: number
  /** Days between the card's closing day and the payment. */
  readonly lagDays: number
}

const LAG_MAX = 40
const SETTLED_MIN = 3
const LOOKED_AT = 6

/** Own transfers in the past that have a rhythm. */
export function standingTransfers(input: ForecastInput): StandingTransfer[] {
  const partners = new Set(input.partners.values())
  const accountOf = new Map(input.rows.flatMap(({ id, accountId }) => (partners.has(id) ? [[id, accountId] as const] : [])))
  const legs = input.rows.filter(({ categoryId }) => categoryId === 'transfers.internal')
  const otherOf = ({ id }: PastRow): number | null => accountOf.get(input.partners.get(id) ?? -1) ?? null
  // Of a pair the paying side speaks for both.
  const speaking = legs.filter((leg) => leg.minor < 0 || otherOf(leg) === null)
  const found = detectContracts(speaking.map((leg) => toContractRow(leg, otherOf(leg), input)), input.asOf)
  const legById = new Map(legs.map((leg) => [leg.id, leg]))
  return found.filter(({ status }) => status !== 'ended').map((contract) => {
    const members = contract.transactionIds.flatMap((id) => legById.get(id) ?? [])
    const last = members.at(-1)
    const otherAccountId = last ? otherOf(last) : null
    return { contract, otherAccountId, settles: otherAccountId === null ? null : settlementOf(members, otherAccountId, input) }
  })
}

/** The account on the other side is the counterparty, spelled in letters, because numbers in a name mean nothing. */
const nameOf = (other: number | null): string => (other === null ? 'Unknown' : `Own ${String(other).replace(/\d/g, (digit) => LETTERS.charAt(Number(digit)).repeat(3))}`)
const LETTERS = 'KLMNOPQRST'

/** What a transfer is for keeps no rhythm apart, and a bill is another amount each time: loans are looked for in the same way. */
const toContractRow = ({ id, accountId, bookedOn, minor }: PastRow, other: number | null, { accounts }: ForecastInput): ContractRow => ({
  id, accountId, bookedOn, amountMinor: minor, currency: accounts.find((account) => account.id === accountId)?.currency ?? '', payee: nameOf(other), purpose: '',
  bookingText: '', counterpartyIban: '', mandateReference: '', creditorId: '', category: 'finance.loan_payment', isTransfer: false,
})

/** A bill is settled where most payments were exactly what stood against the other account some days before. */
function settlementOf(members: readonly PastRow[], cardId: number, { rows, accounts }: ForecastInput): Settlement | null {
  const card = accounts.find(({ id }) => id === cardId)
  if (!card) return null
  const recent = members.slice(-LOOKED_AT)
  const ofCard = rows.filter(({ accountId }) => accountId === cardId)
  const hits = Array.from({ length: LAG_MAX }, () => 0)
  for (const { bookedOn, minor } of recent) {
    const balances = balancesBefore(ofCard, card.balanceMinor, bookedOn)
    for (const [at, balance] of balances.entries()) if (balance === minor) hits[at] = (hits[at] ?? 0) + 1
  }
  const most = Math.max(...hits)
  return most >= SETTLED_MIN && most * 2 > recent.length ? { cardId, lagDays: hits.indexOf(most) + 1 } : null
}

/** Balances at the end of each of the days before a day, the day before first. */
function balancesBefore(rows: readonly PastRow[], endMinor: number, day: LocalDate): number[] {
  let balance = endMinor
  let at = rows.length - 1
  return Array.from({ length: LAG_MAX }, (_, back) => {
    const from = addDays(day, -back)
    for (let row = rows[at]; row && row.bookedOn >= from; row = rows[at]) {
      balance -= row.minor
      at -= 1
    }
    return balance
  })
}

/** What a payment will be: the card's balance of its closing day; the usual amount where that is not known. */
export function settledMinor({ lagDays }: Settlement, contract: Contract, balanceOn: (day: LocalDate) => number | null, on: LocalDate): number {
  const owed = balanceOn(addDays(on, -lagDays))
  if (owed === null) return contract.nextMinor ?? contract.averageMinor
  return Math.min(0, owed)
}
