import { expect, it } from 'vitest'
import { createTexts, messages } from '#renderer/app/messages.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)))
}

const english = new Map(leaves(messages.en))
const german = new Map(leaves(messages.de))
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
const forms = (text: string) => text.split(' | ').length

it('says everything in both languages', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
  expect([...english, ...german].filter(([, text]) => text.trim() === '')).toEqual([])
})

it('fills the same values into both languages, in every plural form that counts', () => {
  const differing = [...english].filter(([key, text]) => String(placeholders(text)) !== String(placeholders(german.get(key) ?? ''))).map(([key]) => key)
  expect(differing).toEqual([])
  expect([...english].filter(([key, text]) => forms(text) !== forms(german.get(key) ?? '')).map(([key]) => key)).toEqual([])
})

it.each(['en', 'de'] as const)('can be read by the message compiler in %s', (language) => {
  const { global } = createTexts(language)
  for (const [key, text] of language === 'en' ? english : german) {
    const values = Object.fromEntries(placeholders(text).map((name) => [name ?? '', 'X']))
    const said = (global.t as (key: string, values: object, plural: number) => string)(key, values, 2)
    expect(said, key).not.toMatch(/[{}]| \| /)
    expect(said, key).not.toBe(key)
  }
})

it('uses no straight quotes or three dots where German and English print their own', () => {
  const careless = [...english, ...german].filter(([, text]) => /\.\.\.|"|\w'\w/.test(text)).map(([key]) => key)
  expect(careless).toEqual([])
})
