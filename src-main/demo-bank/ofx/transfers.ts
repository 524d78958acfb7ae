import { localDate, type LocalDate } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import { toMinor } from '#shared/money.ts'
import type { XFERINFO } from '#main/connectors/ofx/aggregates/transfers.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import type { AccountKey } from '../persona.ts'
import { US } from '../personas/us.ts'
import { booksOn, KEYS, type Row } from './chronicle.ts'

export type Info = Of<typeof XFERINFO>

/** A transfer that the bank has taken on. */
export interface Taken {
  readonly serverId: string
  readonly recurringId: string
  readonly source: AccountKey
  readonly target: AccountKey | null
  readonly cents: number
  readonly on: LocalDate
  readonly info: Info
  readonly isCancelled: boolean
}
export interface Refused { readonly code: string; readonly message: string }
export const isRefused = (outcome: Taken | Refused): outcome is Refused => 'code' in outcome

const DAYS_AHEAD_MAX = 365
const refuse = (code: string, message: string): Refused => ({ code, message })

/** The transfers of one customer. Whatever is asked, and however often, no number is carried out twice. */
export class Transfers {
  readonly #byId = new Map<string, Taken>()
  readonly #models = new Map<string, string>()
  #count = 0

  /** Rows of an account that transfers have made by a day. */
  rows(key: AccountKey, today: LocalDate): Row[] {
    return [...this.#byId.values()].filter(({ isCancelled, on }) => !isCancelled && on <= today).flatMap(({ serverId, source, target, cents, on }) => {
      const row = (own: AccountKey, amount: number, name: string): Row[] => own === key ? [{ id: `X${serverId}`, on, spentOn: on, cents: amount, type: 'XFER', name, memo: 'ONLINE TRANSFER' }] : []
      return [...row(source, -cents, 'TRANSFER OUT'), ...(target === null ? [] : row(target, cents, 'TRANSFER IN'))]
    })
  }

  /** What is in an account at the end of a day, as its books of today have it. */
  balanceOn(key: AccountKey, day: LocalDate, today: LocalDate): number {
    return this.rows(key, day).reduce((cents, row) => cents + row.cents, booksOn(today)[key].balanceOn(day))
  }

  add(info: Info, today: LocalDate, isBetweenBanks: boolean, recurringId = ''): Taken | Refused {
    const checked = this.#check(info, today, isBetweenBanks)
    if ('code' in checked) return checked
    this.#count += 1
    const taken: Taken = { serverId: `T${String(this.#count).padStart(6, '0')}`, recurringId, info, isCancelled: false, ...checked }
    this.#byId.set(taken.serverId, taken)
    return taken
  }

  addModel(info: Info, today: LocalDate, isBetweenBanks: boolean): Taken | Refused {
    const id = `R${String(this.#models.size + 1).padStart(6, '0')}`
    const taken = this.add(info, today, isBetweenBanks, id)
    if (!isRefused(taken)) this.#models.set(id, taken.serverId)
    return taken
  }

  modify(serverId: string, info: Info, today: LocalDate, isBetweenBanks: boolean): Taken | Refused {
    const before = this.#open(serverId, today)
    if (isRefused(before)) return before
    const checked = this.#check(info, today, isBetweenBanks)
    if ('code' in checked) return checked
    const taken: Taken = { ...before, ...checked, info }
    this.#byId.set(serverId, taken)
    return taken
  }

  cancel(serverId: string, today: LocalDate): Taken | Refused {
    const before = this.#open(serverId, today)
    if (isRefused(before)) return before
    const taken: Taken = { ...before, isCancelled: true }
    this.#byId.set(serverId, taken)
    return taken
  }

  modifyModel(id: string, info: Info, today: LocalDate, isBetweenBanks: boolean): Taken | Refused {
    const first = this.#models.get(id)
    return first === undefined ? refuse('10518', 'Unknown model') : this.modify(first, info, today, isBetweenBanks)
  }

  cancelModel(id: string, today: LocalDate): Refused | null {
    const first = this.#models.get(id)
    if (first === undefined) return refuse('10518', 'Unknown model')
    this.#models.delete(id)
    this.cancel(first, today)
    return null
  }

  #open(serverId: string, today: LocalDate): Taken | Refused {
    const taken = this.#byId.get(serverId)
    if (taken === undefined) return refuse('2018', 'Unknown server ID')
    if (taken.isCancelled) return refuse('2017', 'Already cancelled')
    return taken.on <= today ? refuse('2016', 'Already committed') : taken
  }

  #check(info: Info, today: LocalDate, isBetweenBanks: boolean): Pick<Taken, 'source' | 'target' | 'cents' | 'on'> | Refused {
    const source = keyOf(info.BANKACCTFROM?.ACCTID ?? info.CCACCTFROM?.ACCTID ?? '')
    const target = keyOf(info.BANKACCTTO?.ACCTID ?? info.CCACCTTO?.ACCTID ?? '')
    if (source === null) return refuse('2006', 'Source account not found')
    if (target === null && !isBetweenBanks) return refuse('2009', 'Destination account not found')
    if (source === target) return refuse('2009', 'Source and destination are the same')
    const cents = isDecimal(info.TRNAMT) ? toMinor(info.TRNAMT, US.currency) : undefined
    if (cents === undefined || cents <= 0) return refuse('2012', 'Invalid amount')
    const due = info.DTDUE === '' ? today : localDate(`${info.DTDUE.slice(0, 4)}-${info.DTDUE.slice(4, 6)}-${info.DTDUE.slice(6, 8)}`)
    if (due < today) return refuse('2014', 'Date too soon')
    if (due.slice(0, 4) > String(Number(today.slice(0, 4)) + Math.ceil(DAYS_AHEAD_MAX / 365))) return refuse('2015', 'Date too far in future')
    if (due === today && source !== 'card' && this.balanceOn(source, today, today) < cents) return refuse('10504', 'Insufficient funds')
    return { source, target, cents, on: due }
  }
}

export const keyOf = (number: string): AccountKey | null => KEYS.find((key) => US.accounts[key].number === number) ?? null
