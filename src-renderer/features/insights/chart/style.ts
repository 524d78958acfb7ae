import type { FontSpec } from 'chart.js'
import type { LocalDate } from '#shared/dates.ts'
import { formatMoney, minor, type Currency } from '#shared/money.ts'
import { numberFormat } from '#renderer/ui/number-format.ts'
import { MASK } from '#renderer/ui/privacy.ts'
import { axisMoney } from '../../charts/axis-money.ts'
import { penOf } from '../../charts/pen.ts'
import type { Series } from '../view.ts'

/** The tokens that charts are drawn with, as `useColours` resolves them. */
export const TOKENS = {
  c1: '--color-chart-1', c2: '--color-chart-2', c3: '--color-chart-3', c4: '--color-chart-4', c5: '--color-chart-5', c6: '--color-chart-6', c7: '--color-chart-7', c8: '--color-chart-8',
  ink: '--color-ink', soft: '--color-ink-soft', faint: '--color-ink-faint', grid: '--color-line', edge: '--color-line-strong', zero: '--color-edge', ground: '--color-raised', surface: '--color-surface',
} as const
export type Colours = Readonly<Record<keyof typeof TOKENS, string>>

/** All that drawing needs to know beside what is drawn. */
export interface Style {
  readonly colours: Colours
  readonly family: string
  readonly locale: string
  readonly isHidden: boolean
  readonly date: (day: LocalDate, style: 'day' | 'month-name' | 'year' | 'long') => string
}

const HUES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const

export const hue = ({ colours }: Style, index: number): string => colours[HUES[index % HUES.length] ?? 'c1']
export const fade = (colour: string, percent: number): string => `color-mix(in srgb, ${colour} ${percent}%, transparent)`
export const font = ({ family }: Style, size = 11): Partial<FontSpec> => ({ family, size })

/** The colour of a series: that of its place, unless it says otherwise. */
export const colourOf = (style: Style, { isSum, hue: own }: Pick<Series, 'isSum' | 'hue'>, index: number): string => (isSum ? style.colours.ink : hue(style, own ?? index))

type Stroke = readonly [fromX: number, fromY: number, toX: number, toY: number]

/** On a tile of six by six, each line going on in the tiles beside it. */
const RISING: readonly Stroke[] = [[-6, 6, 0, 0], [0, 6, 6, 0], [6, 6, 12, 0]]
const FALLING: readonly Stroke[] = [[-6, 0, 0, 6], [0, 0, 6, 6], [6, 0, 12, 6]]
const UPRIGHT: readonly Stroke[] = [[3, 0, 3, 6]]
const LEVEL: readonly Stroke[] = [[0, 3, 6, 3]]
const PLAIN: readonly Stroke[] = []

/** Every second is hatched, so that neighbours are told apart without colour. */
const HATCHES = [PLAIN, RISING, PLAIN, FALLING, PLAIN, UPRIGHT, PLAIN, LEVEL]
/** Where the system draws everything in one colour, all but the first are. */
const HATCHES_ALONE = [PLAIN, RISING, [...RISING, ...FALLING], FALLING, [...UPRIGHT, ...LEVEL], UPRIGHT, [[2, 3, 4, 3]] satisfies Stroke[], LEVEL]

/** What an area is filled with. What lies below a line is drawn with less strength, in percent. */
export function pattern(style: Style, index: number, strength = 100): string | CanvasPattern {
  const colour = strength === 100 ? hue(style, index) : fade(hue(style, index), strength)
  const isAlone = style.colours.c1 === style.colours.c2
  const place = index % HUES.length
  const strokes = (isAlone ? HATCHES_ALONE : HATCHES)[place] ?? PLAIN
  if (strokes.length === 0) return colour
  const key = `${colour} ${place} ${isAlone}`
  const known = patterns.get(key) ?? hatched(colour, strokes, isAlone ? 25 : 72)
  if (known) patterns.set(key, known)
  return known ?? colour
}

const patterns = new Map<string, CanvasPattern>()

function hatched(colour: string, strokes: readonly Stroke[], ground: number): CanvasPattern | undefined {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 6
  const pen = penOf(tile)
  if (!pen) return undefined
  pen.fillStyle = fade(colour, ground)
  pen.fillRect(0, 0, 6, 6)
  pen.strokeStyle = colour
  pen.lineWidth = 2
  for (const [fromX, fromY, toX, toY] of strokes) {
    pen.beginPath()
    pen.moveTo(fromX, fromY)
    pen.lineTo(toX, toY)
    pen.stroke()
  }
  return pen.createPattern(tile, 'repeat') ?? undefined
}

export const axisText = ({ locale, isHidden }: Style, currency: Currency, value: number, step: number): string => (isHidden ? MASK : axisMoney(locale, currency, value, step))

export const markMoney = ({ locale, isHidden }: Style, currency: Currency, value: number): string => (isHidden ? MASK : formatMoney({ minor: minor(Math.round(value)), currency }, locale))

/** `decimals`: as many as everything in a column has. */
export const percentText = (locale: string, value: number, decimals = 0): string => numberFormat(locale, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: 1 }).format(value / 100).replace('-', '\u2212')
