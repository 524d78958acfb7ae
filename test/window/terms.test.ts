import { describe, expect, it } from 'vitest'
import { COMMANDS } from '#main/cli/commands.ts'
import { reportWords, titleOf } from '#main/cli/report/words.ts'
import { words } from '#main/cli/words.ts'
import { sentence } from '#shared/error-text.ts'
import type { AppError } from '#shared/errors.ts'
import { WARNING_CODES, warningSentence } from '#shared/warning-text.ts'
import { messages } from '#renderer/app/messages.ts'

type Tree = { readonly [key: string]: string | Tree }
const leaves = (tree: Tree): string[] => Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)))

const ERRORS: readonly AppError[] = [{ kind: 'consent_expired' }, { kind: 'user_action_required' }, { kind: 'pin_required' }, { kind: 'pin_required', login: 'password' }, { kind: 'exists', what: 'connection' }]

/** All that people read, in the window and at the terminal. */
const german = [
  ...leaves(messages.de), ...leaves(words('de')), ...leaves(reportWords('de')), titleOf('counterparty', 'de'), ...Object.values(COMMANDS).map(({ summary }) => summary.de),
  ...WARNING_CODES.map((code) => warningSentence({ code, detail: '' }, 'de')), ...ERRORS.map((error) => sentence(error, 'de')).flatMap(({ what, next }) => [what, next]),
]
const english = [...leaves(messages.en), ...leaves(words('en')), ...Object.values(COMMANDS).map(({ summary }) => summary.en), ...WARNING_CODES.map((code) => warningSentence({ code, detail: '' }, 'en'))]

/** One thing has one name. What was decided against, on the right why. */
const REJECTED = [
  [/Bankverbindung|(aktualisieren|entfernen) Sie (die|diese) Verbindung/i, 'a login at a bank is a Bankzugang; Verbindung is what a wire makes'],
  [/Demobank/, 'the made-up bank is the Demo-Bank, as its own name is'],
  [/Online-Banking/, 'Onlinebanking'],
  [/selbsttätig/i, 'automatisch'],
  [/Dublette|Duplikat/, 'doppelt'],
  [/Transaktion|jede Buchung|Letzte Buchung/, 'a row of an account is an Umsatz'],
  [/\bTags\b|Etikett/, 'Schlagwort'],
  [/Gegenpartei|Gegenüber/, 'Gegenseite'],
  [/\bLedger\b|Hauptbuch/, 'Kassenbuch'],
  [/\bAbos?\b|Abonnement/, 'Vertrag'],
] as const

describe('one thing has one name', () => {
  it.each(REJECTED)('never %s: %s', (rejected) => {
    expect(german.filter((text) => rejected.test(text))).toEqual([])
  })

  it('in English too: what an account has is a transaction, and no booking', () => {
    expect(english.filter((text) => /\bbookings?\b(?! (text|day|date))/i.test(text) && !/Kind of booking/.test(text))).toEqual([])
  })
})
