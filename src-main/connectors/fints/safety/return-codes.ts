import type { ErrorText } from '#shared/error-text.ts'
import type { Language } from '#shared/preferences.ts'
import { NOTICE_CODES } from './notice-codes.ts'
import { REFUSAL_CODES } from './refusal-codes.ts'

/** What a code of the bank means and what to do, in our own words. The bank's own text is always shown beside it. */
export type CodeMeaning = Readonly<Record<Language, ErrorText>>

/** First digit of a code (Formals B.7.5): 0 done, 1 hint, 3 warning, 9 refused. */
export type CodeClass = 'success' | 'hint' | 'warning' | 'refusal'

/** German and English meaning, then the name of the next step. */
export type CodeEntry = readonly [de: string, en: string, step: StepName]

const STEPS = {
  nothing:   ['Es ist nichts zu tun.', 'There is nothing to do.'],
  read:      ['Lesen Sie die Meldung der Bank.', 'Read the bank’s message.'],
  later:     ['Versuchen Sie es später noch einmal.', 'Try again later.'],
  again:     ['Starten Sie den Vorgang noch einmal.', 'Start again.'],
  askBank:   ['Wenden Sie sich an Ihre Bank.', 'Ask your bank.'],
  website:   ['Erledigen Sie das im Online-Banking Ihrer Bank und versuchen Sie es dann erneut.', 'Do this in your bank’s online banking, then try again.'],
  unlock:    ['Entsperren Sie den Zugang bei Ihrer Bank; Kontor sendet die PIN bis dahin nicht mehr.', 'Unlock the access at your bank; until then Kontor does not send the PIN again.'],
  pin:       ['Geben Sie die PIN sorgfältig neu ein; Kontor sendet die alte nicht noch einmal.', 'Type the PIN again with care; Kontor does not send the old one again.'],
  tan:       ['Fordern Sie eine neue TAN an und geben Sie sie zügig ein.', 'Ask for a new TAN and enter it soon.'],
  approve:   ['Geben Sie den Vorgang in der App Ihrer Bank frei.', 'Approve this in your bank’s app.'],
  method:    ['Wählen Sie in der Verbindung ein anderes TAN-Verfahren.', 'Choose another TAN method for this connection.'],
  medium:    ['Wählen Sie das TAN-Medium neu aus.', 'Choose the TAN medium again.'],
  range:     ['Wählen Sie einen kürzeren Zeitraum.', 'Choose a shorter period.'],
  product:   ['Tragen Sie in den Einstellungen eine registrierte Produktkennung ein.', 'Enter a registered product id in Settings.'],
  update:    ['Installieren Sie die neueste Version von Kontor.', 'Install the latest version of Kontor.'],
  login:     ['Prüfen Sie Bankleitzahl, Anmeldename und Kundennummer.', 'Check bank code, login name and customer id.'],
  renew:     ['Kontor meldet dieses Gerät neu an.', 'Kontor registers this computer again.'],
  check:     ['Rufen Sie die Umsätze ab und sehen Sie nach, ob der Auftrag ausgeführt wurde.', 'Fetch your transactions and see whether the order was carried out.'],
  report:    ['Das liegt an Kontor: Bitte melden Sie es mit der Protokollaufzeichnung.', 'This is a fault of Kontor: please report it with the protocol trace.'],
  keyFile:   ['Kontor nutzt nur PIN und TAN; dieser Hinweis betrifft Schlüsseldateien und Signaturkarten.', 'Kontor uses PIN and TAN only; this concerns key files and signature cards.'],
} as const satisfies Readonly<Record<string, readonly [de: string, en: string]>>
export type StepName = keyof typeof STEPS

const CLASS: Readonly<Record<CodeClass, CodeEntry>> = {
  success: ['Die Bank hat den Vorgang angenommen.', 'The bank has accepted this.', 'nothing'],
  hint:    ['Die Bank gibt einen Hinweis.', 'The bank gives a hint.', 'read'],
  warning: ['Die Bank weist auf etwas hin.', 'The bank warns of something.', 'read'],
  refusal: ['Die Bank hat den Vorgang abgelehnt.', 'The bank has refused this.', 'askBank'],
}

export function classOf(code: string): CodeClass {
  switch (code[0]) {
    case '0': return 'success'
    case '1': return 'hint'
    case '9': return 'refusal'
    default: return 'warning'
  }
}

const known = new Map<string, CodeEntry>([...Object.entries(NOTICE_CODES), ...Object.entries(REFUSAL_CODES)])

/** Whether the official list has the code; the others are a bank's own. */
export const isListed = (code: string): boolean => known.has(code)

/** Meaning and next step of any code, also of one that a bank made up. */
export function meaningOf(code: string): CodeMeaning {
  const [de, en, step] = known.get(code) ?? CLASS[classOf(code)]
  const [deNext, enNext] = STEPS[step]
  return { de: { what: de, next: deNext }, en: { what: en, next: enNext } }
}
