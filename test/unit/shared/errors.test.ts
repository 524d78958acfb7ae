import { describe, expect, it } from 'vitest'
import { inspect } from 'node:util'
import { z } from 'zod'
import { sentence } from '#shared/error-text.ts'
import { AppErrorSchema, inputFault, type AppError } from '#shared/errors.ts'
import { Secret } from '#shared/secret.ts'

/** One sample of each kind, and of each reason within a kind, from the schema itself: a new one cannot be forgotten. */
const samples: AppError[] = AppErrorSchema.options.flatMap((option): AppError[] => {
  const shape = option.shape
  const base: Record<string, unknown> = { kind: shape.kind.value, path: 'name', what: 'account', retryAfterSeconds: null, code: '9010', message: 'Nein', attemptsLeft: 2, incidentId: 'K-1', line: 7, host: 'bank.example', uid: 'T-1', name: 'Hausbank' }
  const choice = Object.entries(shape).find(([name, field]) => name !== 'kind' && field instanceof z.ZodEnum)
  const variants = choice?.[1] instanceof z.ZodEnum ? choice[1].options.map((value) => ({ ...base, [choice[0]]: value })) : [base]
  return variants.map((variant) => AppErrorSchema.parse(Object.fromEntries(Object.entries(variant).filter(([name]) => name in shape))))
})

describe('every expected failure', () => {
  it('has samples of all kinds', () => {
    expect(new Set(samples.map(({ kind }) => kind)).size).toBe(AppErrorSchema.options.length)
  })

  it.each(samples.map((error) => [JSON.stringify(error), error] as const))('%s says what happened and what to do, in both languages', (_, error) => {
    const [en, de] = [sentence(error, 'en'), sentence(error, 'de')]
    for (const text of [en.what, en.next, de.what, de.next]) {
      expect(text.length).toBeGreaterThan(8)
      expect(text).not.toContain('undefined')
    }
    expect(en.what).not.toBe(de.what)
  })

  it('shows nobody the code’s own name for what is missing or in the way', () => {
    for (const what of ['account', 'batch', 'transaction', 'import', 'statement', 'upload', 'ledger', 'connection', 'refresh', 'question', 'challenge', 'figure']) expect(sentence({ kind: 'not_found', what }, 'de').what).not.toContain(what)
    for (const what of ['ledger', 'revert', 'file', 'folder']) expect(sentence({ kind: 'exists', what }, 'de').what).not.toContain(what)
  })

  it('names the limit that an entry breaks', () => {
    const told = (input: unknown, schema: z.ZodType) => { const { error } = schema.safeParse(input); return error ? sentence(inputFault(error), 'de').next : '' }
    expect(told({ name: 'x'.repeat(65) }, z.strictObject({ name: z.string().max(64) }))).toBe('Erlaubt: höchstens 64 Zeichen.')
    expect(told({ ids: [] }, z.strictObject({ ids: z.array(z.string()).min(1) }))).toBe('Erlaubt: mindestens 1 Eintrag.')
    expect(told({ rows: 10_001 }, z.strictObject({ rows: z.int().max(10_000) }))).toBe('Erlaubt: höchstens 10.000.')
    expect(told({ id: 0 }, z.strictObject({ id: z.int().positive() }))).toBe('Erlaubt: mindestens 1.')
    expect(told({ on: 'x' }, z.strictObject({ on: z.iso.date() }))).toBe('Prüfen Sie sie und versuchen Sie es erneut.')
  })

  it('says the next step that fits the bank’s code, and ends the bank’s own words like a sentence', () => {
    const unregistered = sentence({ kind: 'bank_rejected', code: '9078', message: 'Produkt nicht registriert' }, 'en')
    expect(unregistered.what).toBe('The bank refused (9078): Produkt nicht registriert.')
    expect(unregistered.next).toContain('registered product id')
    expect(sentence({ kind: 'bank_rejected', code: '9997', message: 'Wartung!' }, 'de')).toEqual({ what: 'Die Bank hat abgelehnt (9997): Wartung!', next: 'Versuchen Sie es später noch einmal.' })
    expect(sentence({ kind: 'bank_rejected', code: '9391', message: '' }, 'en').what).toBe('The bank refused (9391): The bank no longer knows this computer.')
    expect(sentence({ kind: 'bank_rejected', code: '7777', message: 'General error' }, 'en').next).toContain('ask your bank')
    expect(sentence({ kind: 'bank_rejected', code: '15501', message: 'In use' }, 'en')).toEqual({ what: 'The bank refused (15501): In use.', next: 'Try again later.' })
    expect(sentence({ kind: 'access_blocked', message: 'Zugang gesperrt' }, 'en').what).toMatch(/Zugang gesperrt\.$/)
  })

  it('calls what proves a login as the bank’s customers call it', () => {
    const wrong = { kind: 'pin_wrong', message: 'Signon invalid', attemptsLeft: null } as const
    expect(sentence(wrong, 'de')).toEqual({ what: 'Die Bank hat die PIN nicht angenommen: Signon invalid.', next: 'Geben Sie sie sorgfältig neu ein.' })
    expect(sentence({ ...wrong, login: 'password' }, 'de')).toEqual({ what: 'Die Bank hat das Passwort nicht angenommen: Signon invalid.', next: 'Geben Sie es sorgfältig neu ein.' })
    expect(sentence({ kind: 'pin_required', login: 'password' }, 'en').what).toBe('The bank needs your password.')
    const asked = (['answer', 'code', undefined] as const).map((of) => sentence({ kind: 'tan_wrong', message: 'No', asked: of }, 'en').what)
    expect(asked).toEqual(['The bank did not accept the answer: No.', 'The bank did not accept the code: No.', 'The bank did not accept the TAN: No.'])
  })

  it('says of a second connection what is in the way', () => {
    expect(sentence({ kind: 'exists', what: 'connection' }, 'en').what).toBe('This login is connected already.')
  })

  it('names the line where there is one', () => {
    expect(sentence({ kind: 'malformed', reason: 'truncated', line: 12 }, 'de').what).toBe('Die Datei bricht mittendrin ab (Zeile 12).')
  })
})

describe('Secret', () => {
  it('shows itself nowhere but where it is asked for by name', () => {
    const pin = new Secret('hunter2')
    const leaks = [String(pin), 'PIN ' + pin.toString(), JSON.stringify({ pin }), inspect({ pin }), inspect(pin, { showHidden: true, depth: 9 })]
    for (const text of leaks) expect(text).not.toContain('hunter2')
    expect(pin.reveal()).toBe('hunter2')
  })
})
