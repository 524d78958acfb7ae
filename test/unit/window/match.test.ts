import { expect, it } from 'vitest'
import { matchScore } from '#renderer/ui/match.ts'

it('finds by beginnings, words, parts and initials, in that order', () => {
  const scores = ['Settings', 'Open settings', 'Presettings', 'S e t'].map((text) => matchScore('set', text) ?? 0)
  expect(scores).toEqual([...scores].sort((left, right) => right - left))
  expect(new Set(scores).size).toBe(4)
})

it('does not mind case and accents', () => {
  expect(matchScore('uber kon', 'Über Kontor')).toBeDefined()
  expect(matchScore('ÜBER', 'uber')).toBeDefined()
})

it('wants every word', () => {
  expect(matchScore('export csv', 'Export transactions as CSV')).toBeDefined()
  expect(matchScore('export ofx', 'Export transactions as CSV')).toBeUndefined()
})
