import { an, bin, code, ctr, cur, dat, id, jn, num, tim, token, wrt } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import type { Shape } from '../schema/field.ts'
import { segment, type SegmentDefinition } from '../schema/segment.ts'

/** kik: country and bank code (Formals, Data-Dictionary). */
export const bankId = group({
  country:  ctr(),
  bankCode: an(30).optional(),
})

/** ktv: the national account. */
export const nationalAccount = group({
  number:     id().private(),
  subaccount: id().private().optional(),
  bank:       bankId,
})

/** kti: IBAN and BIC, the national parts or both. */
export const internationalAccount = group({
  iban:       an(34).private().optional(),
  bic:        an(11).optional(),
  number:     id().private().optional(),
  subaccount: id().private().optional(),
  bank:       bankId.optional(),
})

/** ktz: kti as HKSPA answers it, with the bank's word whether it is a SEPA account. */
export const sepaAccount = group({
  isSepa:     jn(),
  iban:       an(34).private().optional(),
  bic:        an(11).optional(),
  number:     id().private().optional(),
  subaccount: id().private().optional(),
  bank:       bankId.optional(),
})

export const amount = group({
  value:    wrt().private(),
  currency: cur(),
})

/** sdo: credit or debit, amount and when; the day is mandatory, and left out by some. */
export const balance = group({
  creditDebit: code(1),
  value:       wrt().private(),
  currency:    cur(),
  date:        dat().optional(),
  time:        tim().optional(),
})

/** tsp */
export const timestamp = group({
  date: dat(),
  time: tim().optional(),
})

export const period = group({
  from: dat(),
  to:   dat(),
})

/** Sicherheitsprofil: PIN, version 1 for one step and 2 for two steps (PIN/TAN B.9.1). */
export const securityProfile = group({
  method:   code(3),
  versions: list(num(3), 1, 9),
})

export const securityIdentification = group({
  party:    code(3),
  cid:      bin(256).optional(),
  /** Kundensystem-ID. */
  systemId: token(30).private().optional(),
})

export const securityTimestamp = group({
  kind: code(3),
  date: dat().optional(),
  time: tim().optional(),
})

export const keyName = group({
  bank:       bankId,
  userId:     id().private(),
  kind:       code(1),
  keyNumber:  num(3),
  keyVersion: num(3),
})

/** Every parameter segment begins alike; the security class came with FinTS 3.0 and means nothing to PIN/TAN (B.9.11). */
export function parameters<const S extends Shape>(type: string, version: number, title: string, fields: S) {
  return segment(type, version, title, { maxOrders: num(3), minSignatures: num(1), securityClass: code(1), ...fields })
}

/** Parameter segments older than the security class. */
export function oldParameters<const S extends Shape>(type: string, version: number, title: string, fields: S) {
  return segment(type, version, title, { maxOrders: num(3), minSignatures: num(1), ...fields })
}

/** What every file of declarations hands to the registry. */
export type Declarations = readonly SegmentDefinition[]
