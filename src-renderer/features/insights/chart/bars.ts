import type { Chart, ChartConfiguration, ChartDataset, LegendItem, Plugin, TooltipItem } from 'chart.js'
import type { Currency } from '#shared/money.ts'
import type { ChartModel, Series } from '../view.ts'
import { axisText, colourOf, fade, font, hue, markMoney, pattern, percentText, type Style } from './style.ts'

type Bars = Extract<ChartModel, { kind: 'bars' | 'columns' }>
type Mixed = ChartConfiguration<'bar' | 'line', (number | null)[], string>

/** Bars that stand or lie, and lines over those that stand. */
export function barsOf(model: Bars, style: Style): Mixed {
  const isLying = model.kind === 'bars'
  const { money: moneyEnds, share: shareEnds } = endsOf(model)
  const money = { ...moneyScale(model.currency, style), ...moneyEnds }
  const names = { grid: { display: false }, border: { color: style.colours.edge }, ticks: { color: style.colours.soft, font: font(style), autoSkip: !isLying, maxRotation: 0, callback: (at: string | number) => shortName(model.labels[Number(at)] ?? '') } }
  const isStacked = model.series.some(({ stack }) => stack !== undefined)
  return {
    type: 'bar',
    data: { labels: [...model.labels], datasets: model.series.map((series, index) => dataset(model, series, index, style)) },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, indexAxis: isLying ? 'y' : 'x',
      interaction: { mode: 'nearest', intersect: false, axis: isLying ? 'y' : 'x' },
      scales: {
        x: isLying ? money : { ...names, stacked: isStacked },
        y: isLying ? names : { ...money, stacked: isStacked },
        ...(model.series.some(({ isPercent }) => isPercent) && { share: { ...shareScale(style), ...shareEnds } }),
      },
      plugins: { legend: legend(model.series, style), tooltip: tooltip(model.series, model.currency, style) },
    },
    plugins: [legendRoom],
  }
}

/** A name beside its bar leaves room for the bar; the bubble and the table have it whole. */
const NAME_LENGTH_MAX = 30
const shortName = (name: string): string => (name.length > NAME_LENGTH_MAX ? `${name.slice(0, NAME_LENGTH_MAX - 1).trimEnd()}…` : name)

interface Ends { readonly min?: number; readonly max?: number }

/** Room above the highest mark, as Chart.js' own grace gives. */
const GRACE = 1.05

/** Money and percent in one chart share their nothing, so that a line below it lies below it; not where one of them would be crushed. */
function endsOf({ series }: Bars): { readonly money: Ends; readonly share: Ends } {
  const valuesOf = (isPercent: boolean): number[] => [0, ...series.filter((one) => (one.isPercent === true) === isPercent).flatMap(({ marks }) => marks.flatMap(({ minor }) => minor ?? []))]
  const [money, share] = [valuesOf(false), valuesOf(true)]
  const [moneyMax, shareMax] = [Math.max(...money) * GRACE, Math.max(...share) * GRACE]
  const below = Math.max(-Math.min(...money) / moneyMax, -Math.min(...share) / shareMax)
  if (share.length === 1 || !(below > 0 && below <= 1)) return { money: {}, share: {} }
  return { money: { min: -below * moneyMax, max: moneyMax }, share: { min: -below * shareMax, max: shareMax } }
}

/** Dots closer than these hide the line that joins them. */
const POINTS_MAX = 36

function dataset(model: Bars, series: Series, index: number, style: Style): ChartDataset<'bar' | 'line', (number | null)[]> {
  const data = series.marks.map((mark) => mark.minor)
  const colour = colourOf(style, series, index)
  if (series.isLine) {
    return { type: 'line', label: series.name, data, borderColor: colour, backgroundColor: colour, borderWidth: 2, pointRadius: data.length > POINTS_MAX ? 0 : 3, pointHitRadius: 8, pointHoverRadius: 5, spanGaps: false, order: 0, ...(series.isBefore && { borderDash: [5, 4] }), ...(series.isPercent && { yAxisID: 'share' }) }
  }
  const fill = fillOf(series, index, style)
  const partial = model.kind === 'columns' ? model.partial : []
  return {
    type: 'bar', label: series.name, data, borderColor: colour, order: 1, maxBarThickness: model.kind === 'bars' ? 22 : 34, borderRadius: 2,
    backgroundColor: data.map((_, at) => (partial.includes(at) ? fade(colour, 45) : fill)),
    ...(series.stack !== undefined && { stack: series.stack }),
  }
}

/** Of money, with a line at nothing. */
export function moneyScale(currency: Currency, style: Style) {
  return {
    grace: '4%' as const, grid: { color: ({ tick }: { tick: { value: number } }) => (tick.value === 0 ? style.colours.zero : style.colours.grid) }, border: { display: false },
    ticks: { color: style.colours.faint, font: font(style), maxTicksLimit: 6, includeBounds: false, callback: (value: string | number, _: number, all: readonly { value: number }[]) => axisText(style, currency, Number(value), Math.abs((all[1]?.value ?? 0) - (all[0]?.value ?? 0))) },
  } as const
}

const shareScale = (style: Style) => ({
  position: 'right' as const, grid: { display: false }, border: { display: false }, suggestedMin: 0,
  ticks: { color: style.colours.faint, font: font(style), maxTicksLimit: 6, includeBounds: false, callback: (value: string | number) => percentText(style.locale, Number(value)) },
})

/** Room between the legend and what it explains: the library leaves none. */
export const legendRoom: Plugin<'bar' | 'line'> = {
  id: 'legend-room',
  beforeInit: ({ legend: shown }) => {
    if (!shown) return
    const fit = shown.fit.bind(shown)
    shown.fit = () => {
      fit()
      if (shown.options.display) shown.height += LEGEND_ROOM
    }
  },
}
const LEGEND_ROOM = 10

/** In the order of the series, each as it looks where it is whole: the library would take the look of its first mark. Those of one colour are one. */
export const legend = (series: readonly Series[], style: Style) => ({
  display: series.length > 1, position: 'top' as const, align: 'start' as const,
  labels: {
    color: style.colours.soft, font: font(style, 12), boxWidth: 12, boxHeight: 12,
    generateLabels: (chart: Pick<Chart, 'isDatasetVisible'>): LegendItem[] => series.flatMap((one, index) => (twinsOf(series, index)[0] !== index ? [] : [{
      text: one.name, datasetIndex: index, fillStyle: fillOf(one, index, style), lineWidth: 0, fontColor: style.colours.soft, hidden: !chart.isDatasetVisible(index),
    }])),
  },
  onClick: (_: unknown, { datasetIndex: chosen = 0 }: LegendItem, { chart }: { readonly chart: Pick<Chart, 'isDatasetVisible' | 'setDatasetVisibility' | 'update'> }) => {
    const isShown = chart.isDatasetVisible(chosen)
    for (const index of twinsOf(series, chosen)) chart.setDatasetVisibility(index, !isShown)
    chart.update()
  },
})

function twinsOf(series: readonly Series[], of: number): number[] {
  const own = series[of]?.hue
  return own === undefined ? [of] : series.flatMap(({ hue: its }, index) => (its === own ? [index] : []))
}

/** What comes before is paler than what it is held against. */
function fillOf(series: Series, index: number, style: Style): string | CanvasPattern {
  if (series.isLine) return colourOf(style, series, index)
  return series.isBefore ? fade(hue(style, Math.max(0, index - 1)), 30) : pattern(style, series.hue ?? index)
}

/** The look of what is told at the pointer. */
export const bubble = ({ colours, family }: Style) => ({
  backgroundColor: colours.ground, titleColor: colours.ink, bodyColor: colours.ink, borderColor: colours.edge, borderWidth: 1, padding: 8, boxPadding: 4, multiKeyBackground: colours.ground,
  titleFont: { family, size: 12, weight: 500 as const }, bodyFont: { family, size: 13 },
})

/** A line for each mark at the pointer. */
export const tooltip = (series: readonly Series[], currency: Currency, style: Style) => ({
  ...bubble(style),
  callbacks: {
    label: ({ datasetIndex, dataIndex, dataset: { label } }: TooltipItem<'bar' | 'line'>) => {
      const own = series[datasetIndex]
      const value = own?.marks[dataIndex]?.minor ?? null
      if (own === undefined || value === null) return `${label ?? ''}: —`
      return `${label ?? ''}: ${own.isPercent ? percentText(style.locale, value) : markMoney(style, currency, value)}`
    },
  },
})
