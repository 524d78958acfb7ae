import { an, code, cur, dat, id, jn, num, token, txt, wrt } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { balance, nationalAccount, parameters, type Declarations } from './groups.ts'

/** Asks for entries of a credit card. No published specification; the shape is what savings banks and DKB exchange. */
export const DKKKU2 = segment('DKKKU', 2, 'Kreditkartenumsätze anfordern', {
  account:    nationalAccount,
  cardNumber: id().private(),
  subaccount: id().private().optional(),
  from:       dat().optional(),
  to:         dat().optional(),
  maxEntries: num(4).optional(),
  touchdown:  token(35).private().optional(),
})

const entry = group({
  cardNumber:       id().private(),
  boughtOn:         dat().optional(),
  bookedOn:         dat().optional(),
  valueOn:          dat().optional(),
  originalValue:    wrt().private().optional(),
  originalCurrency: cur().optional(),
  originalSign:     code(1).optional(),
  exchangeRate:     wrt().optional(),
  value:            wrt().private(),
  currency:         cur(),
  creditDebit:      code(1),
  text1:            txt(50).private().optional(),
  text2:            txt(50).private().optional(),
  text3:            txt(50).private().optional(),
  text4:            txt(50).private().optional(),
  text5:            txt(50).private().optional(),
  text6:            txt(50).private().optional(),
  text7:            txt(50).private().optional(),
  text8:            txt(50).private().optional(),
  text9:            txt(50).private().optional(),
  isSettled:        jn().optional(),
  reference:        an(35).private().optional(),
  /** ISO 18245. */
  merchantCategory: an(4).optional(),
  settledOn:        dat().optional(),
  reserved:         an(35).optional(),
  feeText:          txt(140).private().optional(),
})

export const DIKKU2 = segment('DIKKU', 2, 'Kreditkartenumsätze rückmelden', {
  cardNumber: id().private(),
  reserved:   an(35).optional(),
  balance:    balance.optional(),
  dueOn:      dat().optional(),
  reserved2:  an(35).optional(),
  entries:    list(entry, 0, 9999),
})

export const DIKKUS2 = parameters('DIKKUS', 2, 'Kreditkartenumsätze, Parameter', {
  rules: group({
    days:              num(4),
    maxEntriesAllowed: jn(),
    rangeAllowed:      jn(),
  }),
})

export const cards: Declarations = [DKKKU2, DIKKU2, DIKKUS2]
