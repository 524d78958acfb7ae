import type { LocalDate } from '#shared/dates.ts'
import type { Posting } from '../../household.ts'
import { counterpartyOf, mandateOf, type Counterparty } from './counterparty.ts'

/** One entry as the demo bank keeps it; MT940, camt and DKKKU are views of it. */
export interface DemoEntry {
  /** Unique within the account, the same on every day it is looked at, pending or booked. */
  readonly reference: string
  readonly bookedOn: LocalDate
  readonly valueOn: LocalDate
  readonly boughtOn: LocalDate
  /** In the account's sign. */
  readonly cents: number
  /** It takes an earlier entry back. */
  readonly isReversal: boolean
  readonly name: string
  readonly purpose: string
  /** Buchungstext. */
  readonly text: string
  /** Geschäftsvorfallcode (Finanzdatenformate, Anlage). */
  readonly code: string
  /** ISO 20022 purpose, `SALA`. */
  readonly purposeCode: string
  readonly counterparty: Pick<Counterparty, 'iban' | 'bic'> | null
  readonly endToEndId: string
  readonly mandateReference: string
  readonly creditorId: string
}

interface Kind {
  readonly code: string
  readonly text: string
  readonly purposeCode?: string
  readonly isDebit?: boolean
  readonly isCard?: boolean
}

const OUT = { transfer: { code: '116', text: 'ONLINE-UEBERWEISUNG' }, in: { code: '166', text: 'GUTSCHR. UEBERWEISUNG' } } as const

/** What the bank calls what the household does. */
function kindOf({ type, cents }: Pick<Posting, 'type' | 'cents'>): Kind {
  switch (type) {
    case 'DIRECTDEP': return { code: '153', text: 'LOHN  GEHALT', purposeCode: 'SALA' }
    case 'REPEATPMT': return { code: '117', text: 'DAUERAUFTRAG' }
    case 'DIRECTDEBIT': return { code: '105', text: 'FOLGELASTSCHRIFT', isDebit: true }
    case 'DEBIT': return { code: '106', text: 'KARTENUMSATZ', isCard: true }
    case 'POS': return { code: '106', text: 'KARTENZAHLUNG', isCard: true }
    case 'ATM': return { code: '106', text: 'BARGELDAUSZAHLUNG', isCard: true }
    case 'PAYMENT': return { code: '107', text: 'EINZUG KREDITKARTE' }
    case 'RETURN': return { code: '109', text: 'RUECKLASTSCHRIFT', isDebit: true }
    case 'REFUND': return { code: '166', text: 'GUTSCHRIFT' }
    case 'INT': return { code: '814', text: 'ZINSEN' }
    default: return cents < 0 ? OUT.transfer : OUT.in
  }
}

/** Shops and cash machines have no account that an entry could name; one's own bank needs none. */
const WITHOUT_ACCOUNT = new Set(['POS', 'ATM', 'DEBIT', 'INT', 'PAYMENT', 'REFUND'])

export interface Place {
  readonly initial: string
  /** The how-manieth entry of its account on its day. */
  readonly count: number
  /** The customer's own other account, where money only moves. */
  readonly ownIban: string | null
}

export function toEntry(posting: Posting, { initial, count, ownIban }: Place): DemoEntry {
  const { on, spentOn, cents, type, name, memo } = posting
  const kind = kindOf(posting)
  const other = counterpartyOf(name)
  const reference = `${on.replaceAll('-', '')}${initial}${String(count).padStart(4, '0')}`
  const own = type === 'XFER' ? ownIban : null
  const bic = own === null ? other.bic : 'KNTRDEH1XXX'
  return {
    reference, bookedOn: on, boughtOn: spentOn, cents, name,
    valueOn: spentOn < on ? spentOn : on,
    isReversal: type === 'RETURN',
    purpose: memo,
    text: kind.text,
    code: kind.code,
    purposeCode: kind.purposeCode ?? '',
    counterparty: WITHOUT_ACCOUNT.has(type) ? null : { iban: own ?? other.iban, bic },
    endToEndId: kind.isCard === true ? `${reference}-POS` : kind.isDebit === true ? `E2E-${reference}` : '',
    mandateReference: kind.isDebit === true ? mandateOf(name, memo) : '',
    creditorId: kind.isDebit === true ? other.creditorId : '',
  }
}

/** Whether the bank knows of it before it books it: a debit that was announced, a standing order, a card that was held out. */
export const isAnnounced = ({ type, spentOn }: Posting, today: LocalDate): boolean => spentOn <= today || ['DIRECTDEBIT', 'REPEATPMT', 'PAYMENT'].includes(type)

