import { err, ok, type Result } from '#shared/result.ts'
import type { LocalDate } from '#shared/dates.ts'
import type { Draft } from '#main/connectors/fints/message/message.ts'
import type { RawSegment } from '#main/connectors/fints/syntax/wire.ts'
import { refusal, type Refusal, type Say } from '../answer.ts'
import { BANK_ID, DEMO_BANK } from '../bank-identity.ts'
import type { Customer } from '../customers.ts'
import type { Chronicle } from '../history/chronicle.ts'
import type { DemoMethod } from '../methods.ts'
import { accountsOf, type FiledAccount } from '../user-parameters.ts'
import type { Touchdowns } from './touchdowns.ts'

/** What an order may look at. */
export interface Desk {
  readonly customer: Customer
  readonly chronicle: Chronicle
  readonly touchdowns: Touchdowns
  readonly methods: readonly DemoMethod[]
  readonly pageSize: number
}

/** The result of an order; after a TAN it refers to another segment than before. */
export interface Outcome {
  readonly say: readonly Omit<Say, 'segment'>[]
  readonly replies: readonly ((reference: number) => Draft)[]
}

/** An order that was checked and can be carried out, now or after its TAN. */
export interface Prepared {
  readonly needsApproval: boolean
  /** For the challenge: what the customer approves. */
  readonly occasion: string
  readonly run: () => Outcome
}

export type OrderReader = (desk: Desk, segment: RawSegment) => Result<Prepared, Refusal>

export const done = (...replies: Outcome['replies']): Outcome => ({ say: [{ code: '0020', text: 'Auftrag ausgeführt.' }], replies })
export const nothing = (): Outcome => ({ say: [{ code: '3010', text: 'Es liegen keine Daten vor.' }], replies: [] })

interface National { readonly number: string; readonly subaccount?: string | undefined; readonly bank: { readonly country: string; readonly bankCode?: string | undefined } }
interface International {
  readonly iban?: string | undefined
  readonly bic?: string | undefined
  readonly number?: string | undefined
  readonly subaccount?: string | undefined
  readonly bank?: National['bank'] | undefined
}

const ELEMENT = '2'
const unknown = (segment: RawSegment, reason: string): Refusal => refusal(segment.number, '9210', 'Konto unbekannt', reason, { element: ELEMENT })

export const nationalOf = ({ number }: FiledAccount) => ({ number, bank: BANK_ID })
export const internationalOf = ({ number, iban }: FiledAccount) => ({ iban: iban ?? undefined, bic: iban === null ? undefined : DEMO_BANK.bic, number, bank: BANK_ID })

/** The account of an order: the customer's own, named consistently, and open to this order. */
export function accountIn(desk: Desk, segment: RawSegment, name: National | International): Result<FiledAccount, Refusal> {
  const iban = 'iban' in name ? name.iban : undefined
  const bic = 'bic' in name ? name.bic : undefined
  const { number, subaccount, bank } = name
  if (iban === undefined && number === undefined) return err(refusal(segment.number, '9160', 'Kontoverbindung fehlt', 'neither IBAN nor account number', { element: ELEMENT }))
  if (bank !== undefined && (bank.country !== BANK_ID.country || bank.bankCode !== BANK_ID.bankCode)) return err(unknown(segment, `bank ${bank.country}:${bank.bankCode ?? ''} is not this one`))
  if (bic !== undefined && bic !== DEMO_BANK.bic) return err(unknown(segment, `BIC ${bic} is not this bank's`))
  if (subaccount !== undefined) return err(unknown(segment, 'no account here has a sub-account'))
  const found = accountsOf(desk.customer).find((account) => (iban === undefined || account.iban === iban) && (number === undefined || account.number === number))
  if (found === undefined) return err(unknown(segment, 'IBAN and account number name no account of this customer'))
  if (!found.orders.includes(segment.type)) return err(refusal(segment.number, '9380', 'Auftrag für dieses Konto nicht zugelassen', `the UPD allow no ${segment.type} for this account`))
  return ok(found)
}

/** What HI…S forbids must not be sent: neither a number of entries nor all accounts at once. */
export function forbiddenIn(segment: RawSegment, value: { readonly allAccounts?: boolean; readonly maxEntries?: number | undefined }): Refusal | null {
  if (value.allAccounts === true) return refusal(segment.number, '9210', 'Alle Konten nicht zugelassen', 'the parameters do not allow all accounts')
  if (value.maxEntries !== undefined) return refusal(segment.number, '9150', 'Maximale Anzahl Einträge nicht zugelassen', 'the parameters do not allow a number of entries')
  return null
}

export function rangeFault(segment: RawSegment, from: LocalDate | undefined, to: LocalDate | undefined, today: LocalDate): Refusal | null {
  if (from !== undefined && to !== undefined && from > to) return refusal(segment.number, '9210', 'Von-Datum liegt nach Bis-Datum', 'from is after to')
  if (from !== undefined && from > today) return refusal(segment.number, '9210', 'Von-Datum liegt in der Zukunft', 'from is after today')
  return null
}
