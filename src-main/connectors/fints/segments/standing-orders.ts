import { an, bin, code, dat, jn, num, token } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { amount, internationalAccount, parameters, type Declarations } from './groups.ts'

const inquiry = {
  account:    internationalAccount,
  formats:    group({ urns: list(an(256), 1, 99) }),
  orderId:    an(99).optional(),
  maxEntries: num(4).optional(),
  touchdown:  token(35).private().optional(),
}

/** Asks for SEPA standing orders (Messages, SEPA-Dauerauftragsbestand abrufen). */
export const HKCDB1 = segment('HKCDB', 1, 'SEPA-Dauerauftragsbestand anfordern', inquiry)
export const HKCDB2 = segment('HKCDB', 2, 'SEPA-Dauerauftragsbestand anfordern', inquiry)

const found = {
  account:    internationalAccount,
  format:     an(256).optional(),
  /** A pain.001 document with payee, amount and purpose. */
  order:      bin().private(),
  orderId:    an(99).private().optional(),
  rhythm:     group({
    firstOn:      dat(),
    /** M month, W week. */
    unit:         code(1),
    every:        num(2),
    executionDay: num(2),
    lastOn:       dat().optional(),
  }),
  suspension: group({
    isYearly: jn(),
    from:     dat().optional(),
    to:       dat().optional(),
    number:   num(2).optional(),
    amount:   amount.optional(),
  }).optional(),
  mayChange:  jn().optional(),
  maySuspend: jn().optional(),
  mayDelete:  jn().optional(),
}
export const HICDB1 = segment('HICDB', 1, 'SEPA-Dauerauftragsbestand rückmelden', found)
export const HICDB2 = segment('HICDB', 2, 'SEPA-Dauerauftragsbestand rückmelden', found)

export const HICDBS1 = parameters('HICDBS', 1, 'SEPA-Dauerauftragsbestand, Parameter', { rules: group({ maxEntriesAllowed: jn() }) })
export const HICDBS2 = parameters('HICDBS', 2, 'SEPA-Dauerauftragsbestand, Parameter', { rules: group({ maxEntriesAllowed: jn(), formats: list(an(256), 0, 99) }) })

export const standingOrders: Declarations = [HKCDB1, HKCDB2, HICDB1, HICDB2, HICDBS1, HICDBS2]
