import type { Language } from './preferences.ts'

/** What an id asks for that comes without words (OFX 2.3 §2.5.4.4.1), in ours. */
const KNOWN: Readonly<Record<string, readonly [de: string, en: string]>> = {
  MFA1: ['Geburtsort', 'City of birth'],
  MFA2: ['Geburtsdatum (MM/TT/JJJJ)', 'Date of birth (MM/DD/YYYY)'],
  MFA3: ['Nummer der Bankkarte', 'Debit card number'],
  MFA4: ['Zweiter Vorname des Vaters', 'Father’s middle name'],
  MFA13: ['Letzte vier Ziffern der Sozialversicherungsnummer', 'Last four digits of your social security number'],
  MFA14: ['Letzte vier Ziffern der Steuernummer', 'Last four digits of your tax id'],
  MFA15: ['Geburtsmonat des jüngsten Geschwisters', 'Month of birth of your youngest sibling'],
  MFA16: ['Geburtsname der Mutter', 'Mother’s maiden name'],
  MFA17: ['Zweiter Vorname der Mutter', 'Mother’s middle name'],
  MFA18: ['Firma der ersten Arbeitsstelle', 'Company where you had your first job'],
  MFA19: ['Marke des ersten Autos', 'Make of your first car'],
  MFA20: ['Straße, in der Sie aufwuchsen', 'Street you grew up on'],
  MFA21: ['Footballmannschaft Ihrer Schule', 'Your high school’s football team'],
  MFA22: ['Betrag einer der letzten Ein- oder Auszahlungen', 'Amount of a recent deposit or withdrawal'],
  MFA23: ['Geburtsjahr (JJJJ)', 'Year of birth (YYYY)'],
}

/** The words to show for a question: the bank's, else ours, else its id. */
export function challengeLabel({ id, label }: { readonly id: string; readonly label: string }, language: Language): string {
  const known = KNOWN[id]
  return label !== '' ? label : known === undefined ? id : known[language === 'de' ? 0 : 1]
}
