import { germanIban } from '#shared/iban.ts'
import { localDate } from '#shared/dates.ts'
import { DEMO_PIN } from '#shared/demo-bank.ts'
import type { AccountKey, Persona } from '../../persona.ts'
import { DE } from '../../personas/de.ts'
import { DEMO_BANK } from '../bank-identity.ts'
import type { FintsPersona, MoneyAccount } from './persona.ts'
import { SMALL_HOUSEHOLD } from './small.ts'

const OWN = (number: string) => germanIban(DEMO_BANK.bankCode, number)

const CURRENT: MoneyAccount = { key: 'checking', number: '4012557', iban: OWN('4012557'), product: 'Girokonto Komfort', kind: 1, creditLineCents: 200_000 }
const SAVINGS: MoneyAccount = { key: 'savings', number: '4012573', iban: OWN('4012573'), product: 'Tagesgeld', kind: 10, creditLineCents: 0 }
const CARD: MoneyAccount = { key: 'card', number: '5412000000003344', iban: null, product: 'Kreditkarte Gold', kind: 50, creditLineCents: 300_000 }

const SAVING = { name: 'Kontor Demo-Bank Wertpapiere', memo: 'SPARPLAN WELTWEITER INDEXFONDS', account: 'checking', type: 'REPEATPMT', cents: -15_000, prices: [[2015, -10_000], [2022, -15_000]], when: { every: 'month', day: 7 } } as const

/** The family of the OFX history, with what only a German bank shows: goods sent back, debits returned, a savings plan. */
const FAMILY: Persona = {
  ...DE,
  bank: { org: DEMO_BANK.name, fid: DEMO_BANK.bankCode, bankId: DEMO_BANK.bankCode },
  accounts: {
    checking: { number: CURRENT.iban ?? '', opening: DE.accounts.checking.opening },
    savings: { number: SAVINGS.iban ?? '', opening: DE.accounts.savings.opening },
    card: { number: CARD.number, opening: DE.accounts.card.opening },
  },
  bills: [...DE.bills, SAVING],
  comebacks: { refundPermille: 90, returnPermille: 4, refundable: ['EINKAUF', 'GESCHENKE'], refundMemo: 'RETOURE GUTSCHRIFT', returnMemo: 'RUECKGABE' },
}

const family: FintsPersona = {
  id: 'de',
  pin: DEMO_PIN,
  owner: { name: 'Mara Lindner', secondName: 'Jonas Lindner', street: 'Hafenstr. 14', postal: '04229', city: 'Leipzig' },
  household: FAMILY,
  seed: 1,
  born: localDate('2020-01-01'),
  money: [CURRENT, SAVINGS, CARD],
  depot: {
    number: '4012599',
    product: 'Wertpapierdepot',
    positions: [
      { isin: 'IE00KNTR0017', wkn: 'KNTR01', name: 'WELTWEITER INDEXFONDS UCITS ETF', firstCents: 4_210, growthPermille: 71, firstMilli: 40_000, monthlyCents: 15_000 },
      { isin: 'DE000KNTR025', wkn: 'KNTR02', name: 'NORDLICHT MASCHINENBAU AG', firstCents: 6_340, growthPermille: 38, firstMilli: 25_000, monthlyCents: 0 },
      { isin: 'DE000KNTR033', wkn: 'KNTR03', name: 'SAECHSISCHE STROMNETZE AG', firstCents: 2_875, growthPermille: 22, firstMilli: 110_000, monthlyCents: 0 },
    ],
  },
}

/** So few entries that a simulation can go through every one of them. */
const small: FintsPersona = {
  id: 'small',
  pin: DEMO_PIN,
  owner: { name: 'Ole Petersen', street: 'Deichweg 3', postal: '25813', city: 'Husum' },
  household: SMALL_HOUSEHOLD,
  seed: 2,
  born: localDate('2020-01-01'),
  money: [
    { key: 'checking', number: '4099001', iban: OWN('4099001'), product: 'Girokonto', kind: 1, creditLineCents: 0 },
    { key: 'savings', number: '4099019', iban: OWN('4099019'), product: 'Sparkonto', kind: 10, creditLineCents: 0 },
  ],
  depot: null,
}

const PURCHASES_A_DAY = 9

/** So many entries that paging, memory and patience can be measured: more than 10,000 in the months that are kept. */
const large: FintsPersona = {
  ...family,
  id: 'large',
  owner: { name: 'Kiosk am Kanal', street: 'Kanalstr. 1', postal: '04109', city: 'Leipzig' },
  household: { ...FAMILY, shops: [{ names: ['Getränke Ahrens', 'Zeitungsgrosso Nord', 'Backwaren Süß', 'Eis-Müller'], memo: 'WARENEINKAUF', account: 'checking', type: 'POS', low: 240, high: 1_900, perMonth: 20 }] },
  seed: 3,
  born: localDate('2021-01-01'),
  extraPurchases: () => PURCHASES_A_DAY,
  money: [
    { ...CURRENT, number: '4077001', iban: OWN('4077001') },
    { ...SAVINGS, number: '4077019', iban: OWN('4077019') },
  ],
  depot: null,
}

export const FINTS_PERSONAS = { de: family, small, large } as const satisfies Readonly<Record<string, FintsPersona>>
export type FintsPersonaId = keyof typeof FINTS_PERSONAS

export const isFintsPersona = (id: string): id is FintsPersonaId => Object.hasOwn(FINTS_PERSONAS, id)

const VARIANT = /^([a-z]+)-([1-9]\d{0,3})$/
/** Apart from each other and from the personas themselves, whose numbers differ in their last four digits. */
const VARIANT_STEP = 10_000
const variants = new Map<string, FintsPersona>()

/** `large`, or `large-7`: somebody of the same kind with accounts, chances and a past of their own. Null is nobody. */
export function findPersona(id: string): FintsPersona | null {
  if (isFintsPersona(id)) return FINTS_PERSONAS[id]
  const [, name = '', number = ''] = VARIANT.exec(id) ?? []
  if (!isFintsPersona(name)) return null
  const known = variants.get(id) ?? variantOf(FINTS_PERSONAS[name], id, Number(number))
  variants.set(id, known)
  return known
}

function variantOf(persona: FintsPersona, id: string, number: number): FintsPersona {
  const shifted = (account: string) => String(Number(account) + number * VARIANT_STEP)
  const money = persona.money.map((account) => ({ ...account, number: shifted(account.number), iban: account.iban === null ? null : OWN(shifted(account.number)) }))
  const depot = persona.depot === null ? null : { ...persona.depot, number: shifted(persona.depot.number) }
  const { accounts } = persona.household
  const numbered = (key: AccountKey) => {
    const account = money.find((own) => own.key === key)
    return { ...accounts[key], number: account?.iban ?? account?.number ?? shifted(accounts[key].number.replace(/\D/g, '')) }
  }
  const household = { ...persona.household, accounts: { checking: numbered('checking'), savings: numbered('savings'), card: numbered('card') } }
  return { ...persona, id, seed: persona.seed + number * VARIANT_STEP, money, depot, household }
}
