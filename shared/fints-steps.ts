import { BANK_STEPS, meaningText, type Steps } from './bank-steps.ts'
import type { Both } from './error-things.ts'

/** German and English meaning of a return code, then the name of the next step. */
export type CodeEntry = readonly [de: string, en: string, step: StepName]

/** What to do about a return code of FinTS. */
const STEPS = {
  ...BANK_STEPS,
  website:   ['Erledigen Sie das im Onlinebanking Ihrer Bank und versuchen Sie es dann erneut.', 'Do this in your bank’s online banking, then try again.'],
  unlock:    ['Entsperren Sie den Zugang bei Ihrer Bank; Kontor sendet die PIN bis dahin nicht mehr.', 'Unlock the access at your bank; until then Kontor does not send the PIN again.'],
  pin:       ['Geben Sie die PIN sorgfältig neu ein; Kontor sendet die alte nicht noch einmal.', 'Type the PIN again with care; Kontor does not send the old one again.'],
  tan:       ['Fordern Sie eine neue TAN an und geben Sie sie zügig ein.', 'Ask for a new TAN and enter it soon.'],
  approve:   ['Geben Sie den Vorgang in der App Ihrer Bank frei.', 'Approve this in your bank’s app.'],
  method:    ['Wählen Sie im Bankzugang ein anderes TAN-Verfahren.', 'Choose another TAN method for this connection.'],
  medium:    ['Wählen Sie das TAN-Medium neu aus.', 'Choose the TAN medium again.'],
  range:     ['Wählen Sie einen kürzeren Zeitraum.', 'Choose a shorter period.'],
  product:   ['Tragen Sie in den Einstellungen eine registrierte Produktkennung ein.', 'Enter a registered product id in Settings.'],
  update:    ['Installieren Sie die neueste Version von Kontor.', 'Install the latest version of Kontor.'],
  login:     ['Prüfen Sie Bankleitzahl, Anmeldename und Kundennummer.', 'Check bank code, login name and customer id.'],
  renew:     ['Kontor meldet dieses Gerät neu an.', 'Kontor registers this computer again.'],
  check:     ['Rufen Sie die Umsätze ab und sehen Sie nach, ob der Auftrag ausgeführt wurde.', 'Fetch your transactions and see whether the order was carried out.'],
  keyFile:   ['Kontor nutzt nur PIN und TAN; dieser Hinweis betrifft Schlüsseldateien und Signaturkarten.', 'Kontor uses PIN and TAN only; this concerns key files and signature cards.'],
} as const satisfies Steps
export type StepName = keyof typeof STEPS

/** What an entry of the list says, and its next step. */
export const codeText = (entry: CodeEntry): Both => meaningText(entry, STEPS[entry[2]])
