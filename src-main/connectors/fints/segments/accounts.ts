import { an, code, cur, dat, jn, num, token, txt, wrt } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { amount, nationalAccount, oldParameters, parameters, sepaAccount, type Declarations } from './groups.ts'

const accounts = list(nationalAccount, 0, 999)
const paging = {
  maxEntries: num(4).optional(),
  touchdown:  token(35).private().optional(),
}

/** Asks for IBAN and BIC of the customer's accounts (Messages, SEPA-Kontoverbindung anfordern). */
export const HKSPA1 = segment('HKSPA', 1, 'SEPA-Kontoverbindung anfordern', { accounts })
export const HKSPA2 = segment('HKSPA', 2, 'SEPA-Kontoverbindung anfordern', { accounts, ...paging })
export const HKSPA3 = segment('HKSPA', 3, 'SEPA-Kontoverbindung anfordern', { accounts, ...paging })

const found = { accounts: list(sepaAccount, 0, 999) }
export const HISPA1 = segment('HISPA', 1, 'SEPA-Kontoverbindung rückmelden', found)
export const HISPA2 = segment('HISPA', 2, 'SEPA-Kontoverbindung rückmelden', found)
export const HISPA3 = segment('HISPA', 3, 'SEPA-Kontoverbindung rückmelden', found)

const base = { singleAllowed: jn(), nationalAllowed: jn(), structuredPurpose: jn() }
const formats = { formats: list(an(256), 0, 99) }
export const HISPAS1 = parameters('HISPAS', 1, 'SEPA-Kontoverbindung anfordern, Parameter', { rules: group({ ...base, ...formats }) })
export const HISPAS2 = parameters('HISPAS', 2, 'SEPA-Kontoverbindung anfordern, Parameter', { rules: group({ ...base, maxEntriesAllowed: jn(), ...formats }) })
export const HISPAS3 = parameters('HISPAS', 3, 'SEPA-Kontoverbindung anfordern, Parameter', {
  rules: group({ ...base, maxEntriesAllowed: jn(), reservedPurposeLength: num(2), ...formats }),
})

const inquiry = { account: nationalAccount, allAccounts: jn(), ...paging }

/** Terms of an account: owner, limit, interest (HBCI 2.2 VII.2.3). */
export const HKKIF1 = segment('HKKIF', 1, 'Kontoinformationen anfordern', inquiry)
export const HKKIF2 = segment('HKKIF', 2, 'Kontoinformationen anfordern', inquiry)

const terms = {
  account:          nationalAccount,
  kind:             num(2),
  owner:            an(35).private(),
  secondOwner:      an(35).private().optional(),
  product:          an(30).optional(),
  currency:         cur().optional(),
  openedOn:         dat().optional(),
  debitInterest:    wrt().optional(),
  creditInterest:   wrt().optional(),
  overdraftInterest: wrt().optional(),
  creditLine:       amount.optional(),
  referenceAccount: nationalAccount.optional(),
  address:          group({
    name:    an(35).private(),
    name2:   an(35).private().optional(),
    street:  an(35).private(),
    postal:  an(10).private(),
    city:    an(35).private(),
    country: an(3).optional(),
    phone:   an(35).private().optional(),
    fax:     an(35).private().optional(),
    email:   an(35).private().optional(),
  }).optional(),
  delivery:         code(1).optional(),
  rhythm:           code(1).optional(),
  info:             txt(2048).private().optional(),
  entitled:         list(group({
    name:   an(35).private(),
    name2:  an(35).private().optional(),
    person: num(1).optional(),
    right:  num(1).optional(),
    limit:  amount.optional(),
    risk:   an(2).optional(),
  }), 0, 9),
}
export const HIKIF1 = segment('HIKIF', 1, 'Kontoinformationen rückmelden', terms)
export const HIKIF2 = segment('HIKIF', 2, 'Kontoinformationen rückmelden', terms)
export const HIKIFS1 = oldParameters('HIKIFS', 1, 'Kontoinformationen anfordern, Parameter', {})
export const HIKIFS2 = parameters('HIKIFS', 2, 'Kontoinformationen anfordern, Parameter', {})

export const accountSegments: Declarations = [
  HKSPA1, HKSPA2, HKSPA3, HISPA1, HISPA2, HISPA3, HISPAS1, HISPAS2, HISPAS3,
  HKKIF1, HKKIF2, HIKIF1, HIKIF2, HIKIFS1, HIKIFS2,
]
