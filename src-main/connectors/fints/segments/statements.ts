import { an, bin, dat, jn, num, token } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { internationalAccount, nationalAccount, oldParameters, parameters, type Declarations } from './groups.ts'

const range = {
  allAccounts: jn(),
  from:        dat().optional(),
  to:          dat().optional(),
  maxEntries:  num(4).optional(),
  touchdown:   token(35).private().optional(),
}

/** Asks for booked and pending entries as MT940 and MT942 (Messages, Kontoumsätze/Zeitraum). */
export const HKKAZ5 = segment('HKKAZ', 5, 'Kontoumsätze anfordern/Zeitraum', { account: nationalAccount, ...range })
export const HKKAZ6 = segment('HKKAZ', 6, 'Kontoumsätze anfordern/Zeitraum', { account: nationalAccount, ...range })
export const HKKAZ7 = segment('HKKAZ', 7, 'Kontoumsätze anfordern/Zeitraum', { account: internationalAccount, ...range })

const found = {
  booked:  bin().private().optional(),
  pending: bin().private().optional(),
}
export const HIKAZ5 = segment('HIKAZ', 5, 'Kontoumsätze rückmelden/Zeitraum', found)
export const HIKAZ6 = segment('HIKAZ', 6, 'Kontoumsätze rückmelden/Zeitraum', found)
export const HIKAZ7 = segment('HIKAZ', 7, 'Kontoumsätze rückmelden/Zeitraum', found)

const rules = {
  rules: group({
    /** How far back the bank answers. */
    days:               num(4),
    maxEntriesAllowed:  jn(),
    allAccountsAllowed: jn(),
  }),
}
export const HIKAZS5 = oldParameters('HIKAZS', 5, 'Kontoumsätze/Zeitraum, Parameter', rules)
export const HIKAZS6 = parameters('HIKAZS', 6, 'Kontoumsätze/Zeitraum, Parameter', rules)
export const HIKAZS7 = parameters('HIKAZS', 7, 'Kontoumsätze/Zeitraum, Parameter', rules)

/** The same entries as camt.052 documents (Messages, Kontoumsätze/Zeitraum camt). */
export const HKCAZ1 = segment('HKCAZ', 1, 'Kontoumsätze anfordern/Zeitraum camt', {
  account: internationalAccount,
  formats: group({ urns: list(an(256), 1, 99) }),
  ...range,
})

/** One document per day or account, side by side in one element. */
const documents = group({ documents: list(bin().private(), 0, 999) }).optional()

export const HICAZ1 = segment('HICAZ', 1, 'Kontoumsätze rückmelden/Zeitraum camt', {
  account: internationalAccount.optional(),
  format:  an(256).optional(),
  booked:  documents,
  pending: documents,
})

export const HICAZS1 = parameters('HICAZS', 1, 'Kontoumsätze/Zeitraum camt, Parameter', {
  rules: group({
    days:               num(4),
    maxEntriesAllowed:  jn(),
    allAccountsAllowed: jn(),
    formats:            list(an(256), 1, 99),
  }),
})

export const statements: Declarations = [HKKAZ5, HKKAZ6, HKKAZ7, HIKAZ5, HIKAZ6, HIKAZ7, HIKAZS5, HIKAZS6, HIKAZS7, HKCAZ1, HICAZ1, HICAZS1]
