import { draft, type Draft } from '#main/connectors/fints/message/message.ts'
import { HIKIFS1, HIKIFS2, HISPAS1, HISPAS2, HISPAS3 } from '#main/connectors/fints/segments/accounts.ts'
import { HISALS5, HISALS6, HISALS7, HISALS8 } from '#main/connectors/fints/segments/balances.ts'
import { HIBPA3, HIPINS1, HISHV3 } from '#main/connectors/fints/segments/bank-parameters.ts'
import { DIKKUS2 } from '#main/connectors/fints/segments/cards.ts'
import { HIEKAS3, HIEKAS4, HIEKAS5, HIEKPS1, HIEKPS2 } from '#main/connectors/fints/segments/documents.ts'
import { HIWPDS5, HIWPDS6, HIWPDS7 } from '#main/connectors/fints/segments/securities.ts'
import { HICDBS1, HICDBS2 } from '#main/connectors/fints/segments/standing-orders.ts'
import { HICAZS1, HIKAZS5, HIKAZS6, HIKAZS7 } from '#main/connectors/fints/segments/statements.ts'
import { HITABS4, HITABS5 } from '#main/connectors/fints/segments/tan-media.ts'
import { HITANS6, HITANS7 } from '#main/connectors/fints/segments/tan.ts'
import { BANK_ID, DEMO_BANK } from './bank-identity.ts'
import { CAMT_FORMATS } from './formats/camt.ts'
import { PAIN_FORMAT } from './formats/pain.ts'
import { METHODS, METHODS_OF_6 } from './methods.ts'
import type { Scenarios } from './scenario.ts'

/** Days of entries that the bank answers for: 36 months. */
const DAYS_KEPT = 1096
export const PDF = '3'

const VERSION = 17

/** Orders over PIN/TAN, and whether HKTAN goes along (HIPINS). */
const ORDERS: readonly (readonly [order: string, needsTan: boolean])[] = [
  ['HKTAN', false], ['HKTAB', false], ['HKSPA', false], ['HKSAL', false], ['HKKAZ', true], ['HKCAZ', true], ['HKWPD', true],
  ['DKKKU', true], ['HKEKA', true], ['HKEKP', true], ['HKCDB', false], ['HKKIF', false],
]

const absent = (order: string, scenarios: Scenarios): boolean => (order === 'HKCAZ' && scenarios.has('no-camt')) || (order === 'HKKAZ' && scenarios.has('no-mt940'))

/** Whether HKTAN must go along with an order; null where the bank does not know the order. */
export function demandsTan(order: string, scenarios: Scenarios): boolean | null {
  return absent(order, scenarios) ? null : ORDERS.find(([known]) => known === order)?.[1] ?? null
}

/** Versions with which an order may be given. */
export const ORDER_VERSIONS: Readonly<Record<string, readonly number[]>> = {
  HKTAB: [4, 5], HKSPA: [1, 2, 3], HKSAL: [5, 6, 7, 8], HKKAZ: [5, 6, 7], HKCAZ: [1], HKWPD: [5, 6, 7], DKKKU: [2],
  HKEKA: [3, 4, 5], HKEKP: [1, 2], HKCDB: [1, 2], HKKIF: [1, 2],
}

/** A bank without one of the formats has other parameters, and so another version of them. */
export const bankVersion = (scenarios: Scenarios): number => VERSION + (scenarios.has('no-camt') ? 1 : 0) + (scenarios.has('no-mt940') ? 2 : 0)

/** The BPD, all in answer to HKVVB (Formals D). HIKOM is left out: some programs follow it to https wherever they came from. */
export function bankParameters(scenarios: Scenarios, reference: number): Draft[] {
  return [
    draft(HIBPA3, { version: bankVersion(scenarios), bank: BANK_ID, name: DEMO_BANK.name, maxOrderKinds: 1, languages: { codes: [1] }, hbciVersions: { codes: [300] }, maxMessageKb: 500 }, reference),
    draft(HISHV3, { mixingAllowed: false, methods: [{ method: 'PIN', versions: [1, 2] }] }, reference),
    ...tanParameters(scenarios, reference),
    ...accountParameters(reference),
    ...statementParameters(scenarios, reference),
    ...otherParameters(reference),
  ]
}

const NEW = { maxOrders: 1, minSignatures: 1, securityClass: '0' } as const
const OLD = { maxOrders: 1, minSignatures: 1 } as const

function tanParameters(scenarios: Scenarios, reference: number): Draft[] {
  const orders = ORDERS.filter(([order]) => !absent(order, scenarios)).map(([order, needsTan]) => ({ order, needsTan }))
  const rules = { oneStepAllowed: false, severalPerMessage: false, hashMethod: '0' } as const
  return [
    draft(HIPINS1, { ...NEW, rules: { minPinLength: 5, maxPinLength: 20, maxTanLength: 6, userIdLabel: 'Anmeldename', customerLabel: '', orders } }, reference),
    draft(HITANS6, { ...NEW, rules: { ...rules, methods: METHODS_OF_6 } }, reference),
    draft(HITANS7, { ...NEW, rules: { ...rules, methods: METHODS.map(({ parameters }) => parameters) } }, reference),
    draft(HITABS4, NEW, reference), draft(HITABS5, NEW, reference),
  ]
}

function accountParameters(reference: number): Draft[] {
  const base = { singleAllowed: true, nationalAllowed: true, structuredPurpose: false } as const
  const formats = [PAIN_FORMAT]
  return [
    draft(HISPAS1, { ...NEW, rules: { ...base, formats } }, reference),
    draft(HISPAS2, { ...NEW, rules: { ...base, maxEntriesAllowed: false, formats } }, reference),
    draft(HISPAS3, { ...NEW, rules: { ...base, maxEntriesAllowed: false, reservedPurposeLength: 0, formats } }, reference),
    draft(HISALS5, OLD, reference), draft(HISALS6, NEW, reference), draft(HISALS7, NEW, reference), draft(HISALS8, { ...NEW, rules: { allAccounts: false } }, reference),
    draft(HIKIFS1, OLD, reference), draft(HIKIFS2, NEW, reference),
  ]
}

function statementParameters(scenarios: Scenarios, reference: number): Draft[] {
  const rules = { days: DAYS_KEPT, maxEntriesAllowed: false, allAccountsAllowed: false } as const
  const mt940 = [draft(HIKAZS5, { ...OLD, rules }, reference), draft(HIKAZS6, { ...NEW, rules }, reference), draft(HIKAZS7, { ...NEW, rules }, reference)]
  return [
    ...(scenarios.has('no-mt940') ? [] : mt940),
    ...(scenarios.has('no-camt') ? [] : [draft(HICAZS1, { ...NEW, rules: { ...rules, formats: CAMT_FORMATS } }, reference)]),
  ]
}

function otherParameters(reference: number): Draft[] {
  const depot = { rules: { maxEntriesAllowed: false, currencyAllowed: false, qualityAllowed: false } } as const
  const documents = { numberAllowed: true, needsReceipt: false, maxEntriesAllowed: false } as const
  const withFormats = { rules: { ...documents, formats: [PDF] } } as const
  return [
    draft(HIWPDS5, { ...OLD, ...depot }, reference), draft(HIWPDS6, { ...NEW, ...depot }, reference), draft(HIWPDS7, { ...NEW, ...depot }, reference),
    draft(DIKKUS2, { ...NEW, rules: { days: DAYS_KEPT, maxEntriesAllowed: false, rangeAllowed: true } }, reference),
    draft(HIEKAS3, { ...NEW, ...withFormats }, reference), draft(HIEKAS4, { ...NEW, ...withFormats }, reference), draft(HIEKAS5, { ...NEW, ...withFormats }, reference),
    draft(HIEKPS1, { ...NEW, rules: documents }, reference), draft(HIEKPS2, { ...NEW, rules: { ...documents, isBase64: false } }, reference),
    draft(HICDBS1, { ...NEW, rules: { maxEntriesAllowed: false } }, reference), draft(HICDBS2, { ...NEW, rules: { maxEntriesAllowed: false, formats: [PAIN_FORMAT] } }, reference),
  ]
}
