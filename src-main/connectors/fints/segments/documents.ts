import { an, bin, code, dat, jn, num, token, txt } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { internationalAccount, nationalAccount, parameters, period, type Declarations } from './groups.ts'

const range = {
  maxEntries: num(4).optional(),
  touchdown:  token(35).private().optional(),
}

/** Asks for an electronic statement; format 1 is MT940, 2 ISO 8583, 3 PDF (Messages, Elektronischer Kontoauszug). */
const choice = {
  format: code(1).optional(),
  number: num(5).optional(),
  year:   num(4).optional(),
  ...range,
}
export const HKEKA3 = segment('HKEKA', 3, 'Elektronischen Kontoauszug anfordern', { account: nationalAccount, ...choice })
export const HKEKA4 = segment('HKEKA', 4, 'Elektronischen Kontoauszug anfordern', { account: internationalAccount, ...choice })
export const HKEKA5 = segment('HKEKA', 5, 'Elektronischen Kontoauszug anfordern', { account: internationalAccount, ...choice })

const parts = {
  closing:    txt(65_536).private().optional(),
  terms:      txt(65_536).private().optional(),
  advert:     txt(65_536).private().optional(),
  iban:       an(34).private().optional(),
  bic:        an(11).optional(),
  owner:      an(35).private().optional(),
  owner2:     an(35).private().optional(),
  owner3:     an(35).private().optional(),
  receipt:    bin().optional(),
}
const issue = {
  createdOn: dat().optional(),
  year:      num(4).optional(),
  number:    num(5).optional(),
}
const found = { format: code(1).optional(), period: period.optional() }
export const HIEKA3 = segment('HIEKA', 3, 'Elektronischer Kontoauszug', { ...found, content: bin().private(), ...parts })
export const HIEKA4 = segment('HIEKA', 4, 'Elektronischer Kontoauszug', { ...found, content: bin().private(), ...parts })
export const HIEKA5 = segment('HIEKA', 5, 'Elektronischer Kontoauszug', { ...found, ...issue, content: bin().private(), ...parts })

const rules = {
  numberAllowed:     jn(),
  needsReceipt:      jn(),
  maxEntriesAllowed: jn(),
}
const withFormats = { rules: group({ ...rules, formats: list(code(1), 0, 9) }) }
export const HIEKAS3 = parameters('HIEKAS', 3, 'Elektronischer Kontoauszug, Parameter', withFormats)
export const HIEKAS4 = parameters('HIEKAS', 4, 'Elektronischer Kontoauszug, Parameter', withFormats)
export const HIEKAS5 = parameters('HIEKAS', 5, 'Elektronischer Kontoauszug, Parameter', withFormats)

const pdfChoice = {
  account: internationalAccount,
  number:  num(5).optional(),
  year:    num(4).optional(),
  ...range,
}
/** The same as PDF only. */
export const HKEKP1 = segment('HKEKP', 1, 'Elektronischen Kontoauszug (PDF) anfordern', pdfChoice)
export const HKEKP2 = segment('HKEKP', 2, 'Elektronischen Kontoauszug (PDF) anfordern', pdfChoice)
export const HIEKP1 = segment('HIEKP', 1, 'Elektronischer Kontoauszug (PDF)', { content: bin().private(), receipt: bin().optional() })
export const HIEKP2 = segment('HIEKP', 2, 'Elektronischer Kontoauszug (PDF)', {
  content:  bin().private(),
  period:   period.optional(),
  ...issue,
  iban:     an(34).private().optional(),
  bic:      an(11).optional(),
  owner:    an(35).private().optional(),
  owner2:   an(35).private().optional(),
  owner3:   an(35).private().optional(),
  fileName: an(256).private().optional(),
  receipt:  bin().optional(),
})
export const HIEKPS1 = parameters('HIEKPS', 1, 'Elektronischer Kontoauszug (PDF), Parameter', { rules: group(rules) })
export const HIEKPS2 = parameters('HIEKPS', 2, 'Elektronischer Kontoauszug (PDF), Parameter', { rules: group({ ...rules, isBase64: jn() }) })

export const documents: Declarations = [
  HKEKA3, HKEKA4, HKEKA5, HIEKA3, HIEKA4, HIEKA5, HIEKAS3, HIEKAS4, HIEKAS5, HKEKP1, HKEKP2, HIEKP1, HIEKP2, HIEKPS1, HIEKPS2,
]
