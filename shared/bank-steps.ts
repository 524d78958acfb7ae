import { both, type Both } from './error-things.ts'

/** What to do about an answer of a bank: German, then English. */
export type Steps = Readonly<Record<string, readonly [de: string, en: string]>>

/** The steps that every protocol knows; each has some of its own beside them. */
export const BANK_STEPS = {
  nothing: ['Es ist nichts zu tun.', 'There is nothing to do.'],
  read:    ['Lesen Sie die Meldung der Bank.', 'Read the bank’s message.'],
  later:   ['Versuchen Sie es später noch einmal.', 'Try again later.'],
  again:   ['Starten Sie den Vorgang noch einmal.', 'Start again.'],
  askBank: ['Wenden Sie sich an Ihre Bank.', 'Ask your bank.'],
  report:  ['Das liegt an Kontor: Bitte melden Sie es mit der Protokollaufzeichnung.', 'This is a fault of Kontor: please report it with the protocol trace.'],
} as const satisfies Steps

/** What a code means and what to do about it, in both languages. */
export const meaningText = ([de, en]: readonly [de: string, en: string, ...unknown[]], [deNext, enNext]: Steps[string]): Both => both(en, enNext, de, deNext)
