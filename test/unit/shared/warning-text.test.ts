import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WARNING_CODES, warningSentence } from '#shared/warning-text.ts'

/** Every code a reader can warn with, as it stands in the sources. */
function codesOfReaders(): string[] {
  const root = new URL('../../../src-main/', import.meta.url)
  const files = ['importers', 'connectors/ofx', 'ledger/import'].flatMap((room) => readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => new URL(`${room}/${name}`, root)))
  return [...new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:warn\(|code: )(?:[a-z]+ === '[a-z]+' \? )?'([a-z]+(?:-[a-z]+)+)'/g)].map(([, code = '']) => code)))]
}

describe('a reader’s warning', () => {
  it.each(codesOfReaders())('%s has a sentence in both languages', (code) => {
    expect(WARNING_CODES).toContain(code)
    for (const language of ['en', 'de'] as const) {
      expect(warningSentence({ code, detail: 'X1' }, language)).toMatch(/^[A-ZÄÖÜ\d].*\.$/)
      expect(warningSentence({ code, detail: '' }, language)).not.toMatch(/[{}]|\(\)| \.| {2}/)
    }
  })

  it('names its tag or number', () => {
    expect(warningSentence({ code: 'repeated-element', detail: 'TRNAMT' }, 'en')).toBe('TRNAMT stands there twice with different contents; the first counts.')
    expect(warningSentence({ code: 'entry-without-date', detail: 'DTPOSTED' }, 'de')).toBe('Ein Umsatz hat kein Datum, das sich sicher lesen lässt (DTPOSTED).')
  })

  it('stands for itself where nobody has worded it', () => {
    expect(warningSentence({ code: 'brand-new', detail: 'T' }, 'en')).toBe('brand-new (T)')
    expect(warningSentence({ code: 'brand-new', detail: '' }, 'de')).toBe('brand-new')
  })
})
