import { fill, fillAccount, isBic, nameOf, reference, trimTail, withoutSpaces, type Remittance } from './remittance.ts'

/**
 * Remittance texts with labels in plain words: old ABN AMRO (`IBAN: … BIC: … NAAM: … OMSCHRIJVING: …`), Knab before 2015
 * (`REK: …/NAAM: …`), and mBank (`Z RACH.: …; OD: …; TYT.: …`).
 */
const LABELS: Readonly<Record<string, (into: Remittance, value: string) => void>> = {
  'IBAN': (into, value) => fillAccount(into, value),
  'REK': (into, value) => fillAccount(into, value),
  'Z RACH.': (into, value) => fillAccount(into, value),
  'NA RACH.': (into, value) => fillAccount(into, value),
  'BIC': (into, value) => isBic(value) && fill(into, 'counterpartyBic', value),
  'NAAM': (into, value) => fill(into, 'payee', nameOf(value)),
  'OD': (into, value) => fill(into, 'payee', nameOf(value)),
  'DLA': (into, value) => fill(into, 'payee', nameOf(value)),
  'OMSCHRIJVING': (into, value) => fill(into, 'purpose', value),
  'TYT.': (into, value) => fill(into, 'purpose', nameOf(value)),
  'KENMERK': (into, value) => fill(into, 'endToEndId', reference(value)),
  'MACHTIGING': (into, value) => fill(into, 'mandateReference', reference(value)),
  'INCASSANT': (into, value) => fill(into, 'creditorId', withoutSpaces(value)),
  'VOOR': (into, value) => fill(into, 'ultimateCounterparty', nameOf(value)),
  'TNR': () => undefined,
  'ID IPH': () => undefined,
}

const names = Object.keys(LABELS).map((name) => name.replaceAll('.', '\\.'))
const LABEL = new RegExp(`(?:^|[\\s;/])(${names.join('|')}): ?`, 'g')

/** Reads a labelled text. One label alone is just a word, and the text is left to others. */
export function fillLabels(into: Remittance, text: string): boolean {
  const found = text.includes(':') ? [...text.matchAll(LABEL)] : []
  if (found.length < 2) return false
  found.forEach((match, order) => {
    const value = trimTail(text.slice(match.index + match[0].length, found[order + 1]?.index), ';/ ').trimStart()
    if (value !== '') LABELS[match[1] ?? '']?.(into, value)
  })
  if (into.purpose === '') into.purpose = text
  else fill(into, 'bookingText', nameOf(text.slice(0, found[0]?.index)))
  return true
}
