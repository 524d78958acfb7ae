import { an, code, dat, id, num } from '../schema/elements.ts'
import { group, options } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { bankId, internationalAccount, parameters, type Declarations } from './groups.ts'

const wanted = {
  /** 0 all, 1 active, 2 available. */
  kind:     code(1),
  category: code(1),
}

/** Which phones, readers and apps the customer has (PIN/TAN C.3.1.1, E.2.1). */
export const HKTAB4 = segment('HKTAB', 4, 'TAN-Medium anzeigen Bestand', wanted)
export const HKTAB5 = segment('HKTAB', 5, 'TAN-Medium anzeigen Bestand', wanted)

const account = group({
  number:     id().private().optional(),
  subaccount: id().private().optional(),
  bank:       bankId.optional(),
}).optional()

const card = {
  cardNumber:    id().private().optional(),
  cardSequence:  id().optional(),
  cardType:      num(2).optional(),
  account,
  validFrom:     dat().optional(),
  validTo:       dat().optional(),
  listNumber:    an(20).optional(),
  name:          an(32).private().optional(),
  hiddenNumber:  an(35).private().optional(),
  phoneNumber:   an(35).private().optional(),
  smsAccount:    internationalAccount.optional(),
  freeTans:      num(3).optional(),
  lastUsed:      dat().optional(),
  activated:     dat().optional(),
}
const head = {
  /** A all, L list, G generator, M phone, S secoder, B bilateral. */
  category: code(1),
  /** 1 active, 2 available, 3 follow-up card active, 4 follow-up card available. */
  status:   code(1),
}

export const HITAB4 = segment('HITAB', 4, 'TAN-Medium anzeigen Bestand Rückmeldung', {
  usage: code(1),
  media: options(group({ ...head, ...card }), 0, 99),
})
export const HITAB5 = segment('HITAB', 5, 'TAN-Medium anzeigen Bestand Rückmeldung', {
  usage: code(1),
  media: options(group({ ...head, function: code(3).optional(), ...card }), 0, 99),
})

export const HITABS4 = parameters('HITABS', 4, 'TAN-Medium anzeigen Bestand, Parameter', {})
export const HITABS5 = parameters('HITABS', 5, 'TAN-Medium anzeigen Bestand, Parameter', {})

export const tanMedia: Declarations = [HKTAB4, HKTAB5, HITAB4, HITAB5, HITABS4, HITABS5]
