import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const css = readFileSync(new URL('../../../src-renderer/ui/tokens.css', import.meta.url), 'utf8')
const moreAt = css.indexOf('@media (prefers-contrast: more)')

type Palette = ReadonlyMap<string, readonly [string, string]>

/** `--color-x: light-dark(#a, #b)` of one part of the file, over what it inherits. */
function palette(text: string, inherited: Palette = new Map()): Palette {
  const found = [...text.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  return new Map([...inherited, ...found.map(([, name = '', light = '', dark = '']) => [name, [light, dark]] as const)])
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left)
  return (bright + 0.05) / (dim + 0.05)
}

const normal = palette(css.slice(0, moreAt))
const more = palette(css.slice(moreAt), normal)

const GROUNDS = ['paper', 'surface', 'raised', 'side', 'sunken', 'hover', 'selected']
const TEXT = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent-ink', 'credit', 'debit', 'danger', 'good', 'warn'].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['danger', 'warn', 'good', 'note'].flatMap((tone) => [[tone, `${tone}-soft`], ['ink', `${tone}-soft`], ['ink-soft', `${tone}-soft`]] as const),
  ['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['on-danger', 'danger'], ['on-danger', 'danger-hover'],
] as const
const MARKS = [
  ...['edge', 'accent', 'focus', ...[1, 2, 3, 4, 5, 6, 7, 8].map((index) => `chart-${index}`)].flatMap((mark) => ['paper', 'surface', 'raised', 'side'].map((ground) => [mark, ground] as const)),
  ...['focus'].flatMap((mark) => GROUNDS.map((ground) => [mark, ground] as const)),
]

const measured = (colours: Palette, theme: 0 | 1, pair: readonly [string, string]): number => {
  const [over, under] = pair.map((name) => colours.get(name)?.[theme] ?? `no such colour: ${name}`)
  return contrast(over ?? '', under ?? '')
}

const failing = (colours: Palette, theme: 0 | 1, pairs: readonly (readonly [string, string])[], least: number): string[] => pairs
  .map((pair) => ({ pair, ratio: measured(colours, theme, pair) }))
  .filter(({ ratio }) => !(ratio >= least))
  .map(({ pair, ratio }) => `${pair.join(' on ')}: ${ratio.toFixed(2)}`)

it.each([['light', 0], ['dark', 1]] as const)('keeps every text at 4.5:1 and every mark at 3:1 in the %s theme', (_, theme) => {
  expect(failing(normal, theme, TEXT, 4.5)).toEqual([])
  expect(failing(normal, theme, MARKS, 3)).toEqual([])
})

it.each([['light', 0], ['dark', 1]] as const)('keeps every text at 7:1 where more contrast is asked for in the %s theme', (_, theme) => {
  expect(failing(more, theme, TEXT, 7)).toEqual([])
  expect(failing(more, theme, MARKS, 3)).toEqual([])
})

it('measures black on white as 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})
