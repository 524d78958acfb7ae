import type { Language } from '#shared/preferences.ts'
import { CODES, type CodeClass, type CodeEntry } from './codes.ts'

/** What a code means and what to do, in our own words. The bank's own text is always shown beside it. */
export type CodeMeaning = Readonly<Record<Language, { readonly what: string; readonly next: string }>>

const STEPS = {
  nothing:     ['Es ist nichts zu tun.', 'There is nothing to do.'],
  read:        ['Lesen Sie die Meldung der Bank.', 'Read the bank’s message.'],
  later:       ['Versuchen Sie es später noch einmal.', 'Try again later.'],
  again:       ['Starten Sie den Vorgang noch einmal.', 'Start again.'],
  askBank:     ['Wenden Sie sich an Ihre Bank.', 'Ask your bank.'],
  website:     ['Erledigen Sie das auf der Website Ihrer Bank.', 'Do this on your bank’s website.'],
  account:     ['Rufen Sie die Kontenliste neu ab und wählen Sie das Konto noch einmal.', 'Fetch the list of accounts again and choose the account once more.'],
  closed:      ['Nehmen Sie das Konto aus der Verbindung; seine Umsätze bleiben erhalten.', 'Take the account out of the connection; its transactions stay.'],
  amount:      ['Ändern Sie den Betrag.', 'Change the amount.'],
  date:        ['Wählen Sie ein anderes Datum.', 'Choose another date.'],
  check:       ['Rufen Sie die Umsätze ab und sehen Sie nach, was ausgeführt wurde.', 'Fetch your transactions and see what was carried out.'],
  probe:       ['Lassen Sie Kontor die Bank neu prüfen.', 'Let Kontor probe the bank again.'],
  range:       ['Wählen Sie einen kürzeren oder späteren Zeitraum.', 'Choose a shorter or later period.'],
  questions:   ['Beantworten Sie die Fragen der Bank.', 'Answer the bank’s questions.'],
  password:    ['Geben Sie das Passwort sorgfältig neu ein; Kontor sendet das alte nicht noch einmal.', 'Type the password again with care; Kontor does not send the old one again.'],
  newPassword: ['Vergeben Sie ein neues Passwort.', 'Choose a new password.'],
  unlock:      ['Lassen Sie den Zugang bei Ihrer Bank entsperren; Kontor sendet das Passwort bis dahin nicht mehr.', 'Have the login unlocked at your bank; until then Kontor does not send the password again.'],
  register:    ['Schalten Sie Kontor auf der Website Ihrer Bank frei und versuchen Sie es dann erneut.', 'Allow Kontor on your bank’s website, then try again.'],
  token:       ['Holen Sie auf der Website Ihrer Bank einen Code und geben Sie ihn ein.', 'Get a code from your bank’s website and enter it.'],
  bank:        ['Prüfen Sie ORG und FID der Bank.', 'Check the bank’s ORG and FID.'],
  file:        ['Laden Sie eine Datei von der Website der Bank und importieren Sie sie.', 'Download a file from the bank’s website and import it.'],
  report:      ['Das liegt an Kontor: Bitte melden Sie es mit der Protokollaufzeichnung.', 'This is a fault of Kontor: please report it with the protocol trace.'],
} as const satisfies Readonly<Record<string, readonly [de: string, en: string]>>
export type StepName = keyof typeof STEPS

const UNLISTED: Readonly<Record<CodeClass, CodeEntry>> = {
  success: ['Die Bank hat die Anfrage angenommen.', 'The bank has accepted the request.', 'nothing'],
  hint:    ['Die Bank gibt einen Hinweis.', 'The bank gives a hint.', 'read'],
  refusal: ['Die Bank hat die Anfrage abgelehnt.', 'The bank has refused the request.', 'askBank'],
}

/** A STATUS as the bank sent it, with what it means. */
export interface OfxStatus {
  readonly code: string
  readonly severity: string
  /** The bank's own words; empty where it has none. */
  readonly message: string
  readonly class: CodeClass
}

/** The code decides: banks send SEVERITY as it comes. Only a code that nobody listed is judged by it. */
export function statusOf(code: string, severity: string, message: string): OfxStatus {
  const number = code.replace(/^0+(?=\d)/, '')
  const listed = CODES[number]
  const ofUnlisted = severity.toUpperCase() === 'ERROR' || (severity === '' && number === '') ? 'refusal' : 'hint'
  return { code: number, severity, message, class: listed === undefined ? ofUnlisted : listed[3] ?? 'refusal' }
}

export const isListed = (code: string): boolean => Object.hasOwn(CODES, code)

/** Meaning and next step of any status, also of one that a bank made up. */
export function meaningOf({ code, class: of }: Pick<OfxStatus, 'code' | 'class'>): CodeMeaning {
  const [de, en, step] = CODES[code] ?? UNLISTED[of]
  const [deNext, enNext] = STEPS[step]
  return { de: { what: de, next: deNext }, en: { what: en, next: enNext } }
}
