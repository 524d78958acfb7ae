import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PREFERENCES_DEFAULT, PreferencesSchema } from '#shared/preferences.ts'
import { languageOf } from '#main/platform/language.ts'
import { changePreferences, readPreferences, writePreferences } from '#main/platform/preferences.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-preferences-'))
  file = join(folder, 'preferences.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('are the defaults in the system language until the user chooses', async () => {
  expect(await readPreferences(file, 'de')).toEqual({ ...PREFERENCES_DEFAULT, language: 'de' })
})

it('come back as they were written', async () => {
  const chosen = changePreferences(PREFERENCES_DEFAULT, { theme: 'dark', columnWidths: { payee: 200 } })
  await writePreferences(file, chosen)
  expect(await readPreferences(file, 'de')).toEqual(chosen)
})

it('keep every good field beside a broken one, and pass over those of a newer version', async () => {
  writeFileSync(file, JSON.stringify({ theme: 'dark', autoLockMinutes: 'soon', fromTheFuture: true }))
  expect(await readPreferences(file, 'de')).toEqual({ ...PREFERENCES_DEFAULT, language: 'de', theme: 'dark' })
})

it('are usable whatever the file holds', async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
    writeFileSync(file, text)
    expect(PreferencesSchema.safeParse(await readPreferences(file, 'en')).success).toBe(true)
  }), { numRuns: 50 })
})

it('keep what a change leaves out', () => {
  expect(changePreferences({ ...PREFERENCES_DEFAULT, theme: 'dark' }, { theme: undefined, language: 'de' })).toMatchObject({ theme: 'dark', language: 'de' })
})

it('begin in the first language of the system that Kontor speaks', () => {
  expect(languageOf(['fr-FR', 'de-AT', 'en-US'])).toBe('de')
  expect(languageOf([undefined, 'de_AT.UTF-8'])).toBe('de')
  expect(languageOf(['den-CA', 'C'])).toBe('en')
  expect(languageOf([])).toBe('en')
})
