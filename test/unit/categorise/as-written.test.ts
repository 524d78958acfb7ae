import { expect, it } from 'vitest'
import { asWritten } from '#main/categorise/as-written.ts'

it('shows the words that decided as the bank wrote them', () => {
  expect(asWritten('lukas baecker', ['Lukas Bäcker', 'KARTENZAHLUNG'])).toBe('Lukas Bäcker')
  expect(asWritten('rewe markt', ['', 'KAUF REWE-Markt 4471'])).toBe('REWE-Markt')
  expect(asWritten('h&m', ['H&M Hennes'])).toBe('H&M')
})

it('puts the whole word for the part of it that was known', () => {
  expect(asWritten('stadtwerk*', ['Stadtwerke Leipzig'])).toBe('Stadtwerke')
  expect(asWritten('*apotheke', ['Sonnen-Stadtapotheke'])).toBe('Stadtapotheke')
  expect(asWritten('*werk*', ['Kraftwerke Mainau'])).toBe('Kraftwerke')
})

it('keeps to what was compared where it does not stand like that, and never shows a sign of its own', () => {
  expect(asWritten('stadtwerk*', ['STADT WERKE'])).toBe('stadtwerk')
  expect(asWritten('b&q', ['B & Q 1345'])).toBe('b&q')
  expect(asWritten('', ['x'])).toBe('')
})
