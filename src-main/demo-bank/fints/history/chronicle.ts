import { addDays, addMonths, type LocalDate } from '#shared/dates.ts'
import { Household, type Posting } from '../../household.ts'
import type { FintsPersona } from '../personas/persona.ts'
import type { MoneyAccount } from '../personas/persona.ts'
import { isAnnounced, toEntry, type DemoEntry } from './entry.ts'

/** Everything the bank knows of one account on one day. */
export interface Ledger {
  /** All entries of the months the bank keeps, oldest first. */
  readonly booked: readonly DemoEntry[]
  readonly pending: readonly DemoEntry[]
  /** Before the first entry that is kept. */
  readonly openingCents: number
  readonly closingCents: number
}

/** How long the bank keeps entries. */
const MONTHS_KEPT = 36
/** So many days ahead the bank knows of debits that were announced to it. */
const DAYS_ANNOUNCED = 4

export const firstDayKept = (today: LocalDate): LocalDate => addDays(addMonths(today, -MONTHS_KEPT), 1)

/** The past and the near future of a persona, seen from one day: a pure function of both. */
export class Chronicle {
  readonly today: LocalDate
  readonly persona: FintsPersona
  readonly #ledgers: ReadonlyMap<string, Ledger>

  constructor(persona: FintsPersona, today: LocalDate) {
    this.today = today
    this.persona = persona
    const { household, seed, born, extraPurchases } = persona
    const life = { persona: household, seed, from: born, to: addDays(today, DAYS_ANNOUNCED), ...(extraPurchases === undefined ? {} : { extraPurchases }) }
    const { postings } = new Household(life)
    this.#ledgers = new Map(persona.money.map((account) => [account.key, ledgerOf(account, persona, postings.filter((posting) => posting.account === account.key), today)]))
  }

  ledger(account: MoneyAccount): Ledger {
    return this.#ledgers.get(account.key) ?? { booked: [], pending: [], openingCents: 0, closingCents: 0 }
  }
}

/** The newest chronicle of each persona: it is pure, so all banks of a day may share it. */
const newest = new WeakMap<FintsPersona, Chronicle>()

export function chronicleOf(persona: FintsPersona, today: LocalDate): Chronicle {
  const known = newest.get(persona)
  if (known?.today === today) return known
  const chronicle = new Chronicle(persona, today)
  newest.set(persona, chronicle)
  return chronicle
}

function ledgerOf(account: MoneyAccount, persona: FintsPersona, postings: readonly Posting[], today: LocalDate): Ledger {
  const first = firstDayKept(today)
  const other = persona.money.find(({ key, iban }) => key !== account.key && key !== 'card' && iban !== null)
  const ownIban = account.key === 'card' ? null : other?.iban ?? null
  let openingCents = persona.household.accounts[account.key].opening
  let closingCents = openingCents
  const booked: DemoEntry[] = []
  const pending: DemoEntry[] = []
  let day = ''
  let count = 0
  for (const posting of postings) {
    count = posting.on === day ? count + 1 : 1
    day = posting.on
    const entry = () => toEntry(posting, { initial: account.key.charAt(0).toUpperCase(), count, ownIban })
    if (posting.on > today) {
      if (isAnnounced(posting, today)) pending.push(entry())
      continue
    }
    closingCents += posting.cents
    if (posting.on < first) openingCents += posting.cents
    else booked.push(entry())
  }
  return { booked, pending, openingCents, closingCents }
}

/** The entries of a range, and the balance before the first of them. */
export function excerpt({ booked, openingCents }: Pick<Ledger, 'booked' | 'openingCents'>, from: LocalDate | undefined, to: LocalDate | undefined): { readonly entries: readonly DemoEntry[]; readonly openingCents: number } {
  const before = from === undefined ? [] : booked.filter(({ bookedOn }) => bookedOn < from)
  const entries = booked.slice(before.length).filter(({ bookedOn }) => to === undefined || bookedOn <= to)
  return { entries, openingCents: before.reduce((sum, { cents }) => sum + cents, openingCents) }
}
