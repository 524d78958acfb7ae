import { addDays, daysInMonth, fromDayNumber, localDate, toDayNumber, weekday, type LocalDate } from '#shared/dates.ts'
import { Dice } from './dice.ts'
import { CASH, type AccountKey, type Bill, type Persona, type Schedule, type Shop } from './persona.ts'

/** One entry of one account. `on` is the day the bank books it, `spentOn` the day it happened. */
export interface Posting {
  readonly account: AccountKey
  readonly on: LocalDate
  readonly spentOn: LocalDate
  readonly cents: number
  readonly type: string
  readonly name: string
  readonly memo: string
}

export interface Life {
  readonly persona: Persona
  readonly seed: number
  readonly from: LocalDate
  readonly to: LocalDate
  /** Purchases on top of the persona's own, for the day with this number of the life. */
  readonly extraPurchases?: (day: number) => number
}

const SATURDAY = 5
const MONDAY = 0
const TRANSFER_DAY = 3
const CARD_DAY = 21
const PRICE_YEAR = 2024
/** Prices and wages move by so many thousandths a year. */
const DRIFT_PERMILLE = 24
const INTEREST_PERMILLE = 18
const ROUND_CENTS = 5_000
const CASH_NOTE_CENTS = 2_000
/** What a crowded bench day buys: enough rows without ruining the household. */
const SMALL_CHANGE = [35, 240] as const

/**
 * Lives a household day by day. What happens on a day depends on that day and the days before it only, so that a longer
 * life has the same past.
 */
export class Household {
  readonly #life: Life
  readonly #balances: Record<AccountKey, number>
  readonly #comingBack = new Map<LocalDate, Omit<Posting, 'on' | 'spentOn'>[]>()
  readonly postings: Posting[] = []

  constructor(life: Life) {
    this.#life = life
    const { checking, savings, card } = life.persona.accounts
    this.#balances = { checking: checking.opening, savings: savings.opening, card: card.opening }
    const first = toDayNumber(life.from)
    const last = toDayNumber(life.to)
    for (let day = first; day <= last; day++) this.#live(fromDayNumber(day), day - first)
  }

  balance(account: AccountKey): number {
    return this.#balances[account]
  }

  /** Banks book on working days; what happens at the weekend is booked on Monday. */
  #live(today: LocalDate, number: number): void {
    const day = weekday(today)
    if (day >= SATURDAY) return
    const since = day === MONDAY && number > 0 ? Math.min(2, number) : 0
    for (let back = since; back >= 0; back--) {
      const spentOn = addDays(today, -back)
      for (const bill of this.#life.persona.bills) if (isDue(bill, spentOn)) this.#pay(bill, today, spentOn)
      this.#shop(today, spentOn, number - back)
      this.#moveMoney(today, spentOn)
      for (const { account, cents, ...words } of this.#comingBack.get(spentOn) ?? []) this.#post(account, today, spentOn, cents, words)
      this.#comingBack.delete(spentOn)
    }
  }

  #pay(bill: Bill, today: LocalDate, spentOn: LocalDate): void {
    const cents = this.#billCents(bill, spentOn)
    this.#post(bill.account, today, spentOn, cents, bill)
    const { comebacks } = this.#life.persona
    if (comebacks === undefined || bill.type !== 'DIRECTDEBIT' || cents >= 0) return
    const dice = new Dice(this.#life.seed, 'return', bill.name, bill.memo, spentOn)
    if (dice.below(1_000) >= comebacks.returnPermille) return
    this.#comeBack(addDays(spentOn, dice.between(2, 5)), { account: bill.account, cents: -cents, type: 'RETURN', name: bill.name, memo: `${comebacks.returnMemo} ${bill.memo}` })
  }

  #comeBack(on: LocalDate, what: Omit<Posting, 'on' | 'spentOn'>): void {
    this.#comingBack.set(on, [...this.#comingBack.get(on) ?? [], what])
  }

  #billCents(bill: Bill, on: LocalDate): number {
    const year = Number(on.slice(0, 4))
    const price = bill.prices?.findLast(([since]) => since <= year)?.[1] ?? inflate(bill.cents, year)
    if (bill.spread === undefined) return price
    const percent = new Dice(this.#life.seed, bill.name, bill.memo, on).between(-bill.spread, bill.spread)
    return price + Math.trunc((price * percent) / 100)
  }

  #shop(today: LocalDate, spentOn: LocalDate, number: number): void {
    const { persona, seed, extraPurchases } = this.#life
    const month = Number(spentOn.slice(5, 7))
    for (const [index, shop] of persona.shops.entries()) {
      if (shop.months && !shop.months.includes(month)) continue
      const dice = new Dice(seed, 'shop', index, spentOn)
      if (dice.below(3_042) < shop.perMonth * 100) this.#buy(shop, today, spentOn, dice)
    }
    const extra = extraPurchases?.(number) ?? 0
    const dice = new Dice(seed, 'extra', spentOn)
    for (let count = 0; count < extra; count++) this.#buy(dice.pick(persona.shops), today, spentOn, dice, SMALL_CHANGE)
  }

  #buy(shop: Shop, today: LocalDate, spentOn: LocalDate, dice: Dice, prices: readonly [low: number, high: number] = [shop.low, shop.high]): void {
    const [low, high] = prices
    const cents = low === CASH ? dice.between(2, 10) * CASH_NOTE_CENTS : inflate(dice.skewed(low, high), Number(spentOn.slice(0, 4)))
    const memo = shop.type === 'POS' ? purchaseText(this.#life.persona.purchase, shop.memo, spentOn) : shop.memo
    const name = dice.pick(shop.names)
    this.#post(shop.account, today, spentOn, -cents, { name, memo, type: shop.type })
    const { comebacks } = this.#life.persona
    if (comebacks?.refundable.includes(shop.memo) !== true) return
    const chance = new Dice(this.#life.seed, 'refund', name, spentOn, cents)
    if (chance.below(1_000) < comebacks.refundPermille) this.#comeBack(addDays(spentOn, chance.between(5, 16)), { account: shop.account, cents, type: 'REFUND', name, memo: comebacks.refundMemo })
  }

  #moveMoney(today: LocalDate, nominal: LocalDate): void {
    const { transfers, interestPermille = INTEREST_PERMILLE } = this.#life.persona
    const day = Number(nominal.slice(8))
    if (day === daysInMonth(Number(nominal.slice(0, 4)), Number(nominal.slice(5, 7)))) {
      const interest = Math.trunc((this.#balances.savings * interestPermille) / 12_000)
      if (interest > 0) this.#post('savings', today, nominal, interest, naming('INT', transfers.interest))
    }
    if (day === CARD_DAY) this.#payCard(today, nominal)
    const spare = this.#balances.checking - transfers.ceiling
    if (day === TRANSFER_DAY && spare >= ROUND_CENTS) this.#transfer(today, nominal, Math.floor(spare / ROUND_CENTS) * ROUND_CENTS)
    const missing = transfers.floor - this.#balances.checking
    if (missing > 0) this.#transfer(today, nominal, -Math.ceil(missing / ROUND_CENTS) * ROUND_CENTS)
  }

  /** The card is paid in full once a month. */
  #payCard(today: LocalDate, nominal: LocalDate): void {
    const { transfers } = this.#life.persona
    const due = this.#balances.card
    if (due >= 0) return
    this.#post('checking', today, nominal, due, naming('PAYMENT', transfers.cardPaid))
    this.#post('card', today, nominal, -due, naming('CREDIT', transfers.cardThanks))
  }

  /** A positive amount goes to savings, a negative one comes from there. */
  #transfer(today: LocalDate, nominal: LocalDate, cents: number): void {
    const { toSavings, fromSavings } = this.#life.persona.transfers
    const words = naming('XFER', cents > 0 ? toSavings : fromSavings)
    this.#post('checking', today, nominal, -cents, words)
    this.#post('savings', today, nominal, cents, words)
  }

  #post(account: AccountKey, on: LocalDate, spentOn: LocalDate, cents: number, { name, memo, type }: { name: string; memo: string; type: string }): void {
    this.#balances[account] += cents
    this.postings.push({ account, on, spentOn, cents, type, name, memo })
  }
}

const naming = (type: string, [name, memo]: readonly [string, string]): { name: string; memo: string; type: string } => ({ name, memo, type })

const purchaseText = (template: string, memo: string, on: LocalDate): string => template.replace('{memo}', memo).replace('{MM}', on.slice(5, 7)).replace('{DD}', on.slice(8))

/** Linear in whole numbers: no machine rounds them differently. */
const inflate = (cents: number, year: number): number => Math.trunc((cents * (1_000 + DRIFT_PERMILLE * (year - PRICE_YEAR))) / 1_000)

function isDue({ when, from = 0, until = 9999 }: Bill, on: LocalDate): boolean {
  const year = Number(on.slice(0, 4))
  return year >= from && year <= until && falls(when, on)
}

function falls(when: Schedule, on: LocalDate): boolean {
  if (when.every === 'fortnight') return (toDayNumber(on) - toDayNumber(localDate(when.anchor))) % 14 === 0
  const year = Number(on.slice(0, 4))
  const month = Number(on.slice(5, 7))
  return Number(on.slice(8)) === Math.min(when.day, daysInMonth(year, month)) && (when.months?.includes(month) ?? true)
}
