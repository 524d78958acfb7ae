import type { Chart, ChartConfiguration, ChartDataset, TooltipItem } from 'chart.js'
import type { ChartModel, Series } from '../view.ts'
import { legend, legendRoom, moneyScale, tooltip } from './bars.ts'
import { colourOf, font, pattern, type Style } from './style.ts'

type Areas = Extract<ChartModel, { kind: 'areas' }>
type Dataset = ChartDataset<'line', (number | null)[]>
type Config = ChartConfiguration<'line', (number | null)[], string>

/** What lies below a line is paler than bars are, so that the line is seen on it. */
const STRENGTH = 55
/** Dots closer than these hide the line that joins them. */
const POINTS_MAX = 36

/** Areas that stand on each other, and the line of what they add up to. */
export function areasOf(model: Areas, style: Style): Config {
  const { series, currency, labels } = model
  const told = tooltip(series, currency, style)
  return {
    type: 'line',
    data: { labels: [...labels], datasets: series.map((one, index) => (one.isLine ? line(one, index, style) : area(model, index, style))) },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, interaction: { mode: 'index', axis: 'x', intersect: false }, layout: { padding: { right: 6 } },
      scales: {
        x: { grid: { display: false }, border: { color: style.colours.edge }, ticks: { color: style.colours.soft, font: font(style), maxRotation: 0, autoSkipPadding: 12 } },
        y: { ...moneyScale(currency, style), beginAtZero: true },
      },
      plugins: {
        legend: legend(series, style),
        tooltip: { ...told, filter: ({ datasetIndex, dataIndex }: TooltipItem<'line'>) => (series[datasetIndex]?.marks[dataIndex]?.minor ?? null) !== null },
      },
    },
    plugins: [legendRoom],
  }
}

function line(series: Series, index: number, style: Style): Dataset {
  const colour = colourOf(style, series, index)
  const data = series.marks.map(({ minor }) => minor)
  return { label: series.name, data, borderColor: colour, backgroundColor: colour, borderWidth: 2, pointRadius: data.length > POINTS_MAX ? 0 : 3, pointHitRadius: 8, pointHoverRadius: 5, fill: false, order: 0 }
}

/** Each area reaches down, or up, to the one before it in its stack. */
function area({ series }: Areas, index: number, style: Style): Dataset {
  const own = series[index]
  if (own === undefined) return { data: [] }
  const colour = colourOf(style, own, index)
  const isSilent = (at: number): boolean => own.marks[at]?.minor == null
  return {
    label: own.name, data: heights(series, own), borderColor: colour, backgroundColor: pattern(style, own.hue ?? index, STRENGTH), borderWidth: 1.5, pointRadius: 0, pointHitRadius: 8, pointHoverRadius: 4,
    pointBackgroundColor: colour, fill: baseOf(series, index) === undefined ? 'origin' : '-1', order: 1,
    // An edge where nothing is would hide that of the area below.
    segment: { borderColor: ({ p0DataIndex, p1DataIndex }) => (isSilent(p0DataIndex) && isSilent(p1DataIndex) ? 'transparent' : undefined) },
    ...(own.stack !== undefined && { stack: own.stack }),
  }
}

/** What is silent beside others that speak adds nothing to them; where all are silent nothing is drawn. */
function heights(series: readonly Series[], { marks }: Series): (number | null)[] {
  return marks.map(({ minor }, at) => minor ?? (series.some((other) => (other.marks[at]?.minor ?? null) !== null) ? 0 : null))
}

/** The area that another one stands on; undefined for what stands on nothing. */
function baseOf(series: readonly Series[], index: number): number | undefined {
  const before = index - 1
  return series[before]?.stack !== undefined && series[before].stack === series[index]?.stack ? before : undefined
}

type Drawn = Pick<Chart, 'getDatasetMeta' | 'isDatasetVisible' | 'scales'>
interface Place { readonly x: number; readonly y: number }

/** How far from a line it is still meant. */
const NEAR = 8

/** What is meant at a place: the line near to it, else the area that it lies in, else the line above them all, or the only area. */
export function areaAt(chart: Drawn, { series }: Areas, { x, y }: Place): number | undefined {
  const shown = series.map((_, index) => index).filter((index) => chart.isDatasetVisible(index))
  const lines = shown.filter((index) => series[index]?.isLine)
  const near = lines.find((index) => Math.abs(heightAt(chart, index, x) - y) <= NEAR)
  return near ?? shown.find((index) => !lines.includes(index) && isWithin(y, heightAt(chart, index, x), footAt(chart, series, index, x))) ?? lines[0] ?? (series.length === 1 ? 0 : undefined)
}

const isWithin = (y: number, one: number, other: number): boolean => y >= Math.min(one, other) && y <= Math.max(one, other)

/** Where the area begins on which another one stands: on the next that is shown, else on nothing. */
function footAt(chart: Drawn, series: readonly Series[], index: number, x: number): number {
  const base = baseOf(series, index)
  if (base === undefined) return chart.scales['y']?.getPixelForValue(0) ?? 0
  return chart.isDatasetVisible(base) ? heightAt(chart, base, x) : footAt(chart, series, base, x)
}

/** The height of a line between its points. */
function heightAt(chart: Drawn, index: number, x: number): number {
  const points = chart.getDatasetMeta(index).data
  const right = points.findIndex((point) => point.x >= x)
  const [from, to] = [points[Math.max(0, right - 1)], points[right === -1 ? points.length - 1 : right]]
  if (!from || !to) return Number.NaN
  return to.x === from.x ? to.y : from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y)
}
