import { accountFields, isBic, nameOf, reference, trimTail, type Remittance } from './remittance.ts'

/**
 * Remittance texts with labels in plain words: old ABN AMRO (`IBAN: … BIC: … NAAM: … OMSCHRIJVING: …`), Knab before 2015
 * (`REK: …/NAAM: …`), and mBank (`Z RACH.: …; OD: …; TYT.: …`).
 */
const FIELDS: Readonly<Record<string, (value: string) => Remittance>> = {
  'IBAN': (value) => accountFields(value),
  'REK': (value) => accountFields(value),
  'Z RACH.': (value) => accountFields(value),
  'NA RACH.': (value) => accountFields(value),
  'BIC': (value) => (isBic(value) ? { counterpartyBic: value } : {}),
  'NAAM': (value) => ({ payee: nameOf(value) }),
  'OD': (value) => ({ payee: nameOf(value) }),
  'DLA': (value) => ({ payee: nameOf(value) }),
  'OMSCHRIJVING': (value) => ({ purpose: value }),
  'TYT.': (value) => ({ purpose: nameOf(value) }),
  'KENMERK': (value) => ({ endToEndId: reference(value) }),
  'MACHTIGING': (value) => ({ mandateReference: reference(value) }),
  'INCASSANT': (value) => ({ creditorId: value.replace(/\s+/g, '') }),
  'VOOR': (value) => ({ ultimateCounterparty: nameOf(value) }),
  'TNR': () => ({}),
  'ID IPH': () => ({}),
}

const names = Object.keys(FIELDS).map((name) => name.replaceAll('.', '\\.'))
const LABEL = new RegExp(`(?:^|[\\s;/])(${names.join('|')}): ?`, 'g')

/** Reads a labelled text; undefined where fewer than two labels stand in it, for one alone is just a word. */
export function readLabels(text: string): Remittance | undefined {
  const found = [...text.matchAll(LABEL)]
  if (found.length < 2) return undefined
  const fields: Remittance = {}
  found.forEach((match, order) => {
    const value = trimTail(text.slice(match.index + match[0].length, found[order + 1]?.index), ';/ ').trimStart()
    if (value !== '') Object.assign(fields, FIELDS[match[1] ?? '']?.(value))
  })
  const before = nameOf(text.slice(0, found[0]?.index))
  if (fields.purpose === undefined) fields.purpose = text
  else if (before !== '') fields.bookingText = before
  return fields
}
