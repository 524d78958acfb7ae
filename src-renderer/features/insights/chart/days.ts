import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js'
import { addDays, fromDayNumber, toDayNumber, type LocalDate } from '#shared/dates.ts'
import { monthTicks } from '../../charts/series.ts'
import type { Band, ChartModel } from '../view.ts'
import { bubble, legend, legendRoom } from './bars.ts'
import { axisText, fade, font, hue, markMoney, type Style } from './style.ts'

type Days = Extract<ChartModel, { kind: 'days' }>
type Point = { x: number; y: number | null }

const TICKS_MAX = 8
/** Two months. Of more days the axis names months, not weeks. */
const WEEKS_UP_TO = 62
const POINTS_MAX = 800

/** A value for each day as a step line: it stays until it changes. */
export function daysOf(model: Days, style: Style): ChartConfiguration<'line', Point[]> {
  const first = toDayNumber(model.from)
  const count = Math.max(1, ...model.series.map(({ marks }) => marks.length))
  const last = addDays(model.from, count - 1)
  const ticks = ticksOf(model.from, last)
  const isGrounded = (series: Days['series'][number]): boolean => model.isArea || (model.series.length === 1 && isNearZero(series))
  return {
    type: 'line',
    data: {
      datasets: [...model.series.map((series, index): ChartDataset<'line', Point[]> => ({
        label: series.name, data: thin(series.marks.map(({ minor }, at) => ({ x: first + at, y: minor }))), stepped: model.isArea ? false : 'before', spanGaps: false,
        borderColor: hue(style, index), backgroundColor: fade(hue(style, index), 12), borderWidth: 2, pointRadius: 0, pointHitRadius: 10, pointHoverRadius: 4,
        fill: isGrounded(series) ? 'origin' : false, ...(series.isBefore && { borderDash: [5, 4] }),
      })), ...edgesOf(model, style)],
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, interaction: { mode: 'index', axis: 'x', intersect: false }, layout: { padding: { top: 6, right: 6 } },
      scales: {
        x: {
          type: 'linear', min: first, max: toDayNumber(last), grid: { display: false }, border: { color: style.colours.edge },
          afterBuildTicks: (axis) => { axis.ticks = ticks.map((day) => ({ value: toDayNumber(day) })) },
          ticks: { color: style.colours.faint, font: font(style), maxRotation: 0, autoSkipPadding: 12, callback: (value) => tickText(style, fromDayNumber(Number(value)), count) },
        },
        y: {
          grid: { color: ({ tick }) => (tick.value === 0 ? style.colours.zero : style.colours.grid) }, border: { display: false }, grace: '4%', beginAtZero: model.band !== undefined || model.series.some(isGrounded),
          ticks: { color: style.colours.faint, font: font(style), maxTicksLimit: 6, callback: (value, _, all) => axisText(style, model.currency, Number(value), Math.abs((all[1]?.value ?? 0) - (all[0]?.value ?? 0))) },
        },
      },
      plugins: {
        legend: legendOf(model, style),
        tooltip: { ...bubble(style), callbacks: { title: ([item]) => (item ? style.date(fromDayNumber(item.parsed.x ?? first), 'long') : ''), label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${parsed.y === null ? '—' : markMoney(style, model.currency, parsed.y)}` } },
      },
    },
    plugins: [todayLine(model.today, style), legendRoom],
  }
}

/** Ground under a line only where its nothing is in sight: an area that starts at a million would lie about its size. */
function isNearZero({ marks }: Days['series'][number]): boolean {
  const known = marks.flatMap(({ minor }) => (minor === null ? [] : [minor]))
  return Math.min(...known) < Math.max(...known) / 2
}

/** January stands for its year, so that the axis tells both without saying everything twice. */
const tickText = (style: Style, day: LocalDate, count: number): string => style.date(day, count <= WEEKS_UP_TO ? 'day' : day.slice(5, 7) === '01' ? 'year' : 'month-name')

function ticksOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const count = toDayNumber(to) - toDayNumber(from) + 1
  return count > WEEKS_UP_TO ? monthTicks(from, to, TICKS_MAX) : Array.from({ length: Math.ceil(count / 7) }, (_, week) => addDays(from, 7 * week))
}

/** As the median in its middle. */
const bandHue = (style: Style): string => hue(style, 1)

/** The two sides of a band, the room between them filled. They come last, and so lie behind the lines. */
function edgesOf({ band, from, series }: Days, style: Style): ChartDataset<'line', Point[]>[] {
  const points = ({ values }: Band['low']): Point[] => values.map((y, at) => ({ x: toDayNumber(from) + at, y }))
  const look = { stepped: 'before' as const, borderColor: fade(bandHue(style), 40), backgroundColor: fade(bandHue(style), 16), borderWidth: 1, pointRadius: 0, pointHitRadius: 0, pointHoverRadius: 0 }
  return band ? [{ ...look, label: band.low.name, data: points(band.low), fill: false }, { ...look, label: band.high.name, data: points(band.high), fill: series.length }] : []
}

/** Each as it is drawn: a line full, a dashed one dashed, a band as pale as it is. */
function legendOf(model: Days, style: Style) {
  const shown = legend(model.series.map((series) => ({ ...series, isLine: true })), style)
  const { band, series } = model
  const { generateLabels } = shown.labels
  const dashed = (index: number) => (series[index]?.isBefore ? { fillStyle: 'transparent', strokeStyle: hue(style, index), lineWidth: 2, lineDash: [3, 2] } : {})
  return {
    ...shown,
    labels: {
      ...shown.labels,
      generateLabels: (chart: Parameters<typeof generateLabels>[0]) => [
        ...generateLabels(chart).map((item, index) => ({ ...item, ...dashed(index) })),
        // What shows and hides the band is its upper side, from which it is filled.
        ...(band ? [{ text: band.name, datasetIndex: series.length + 1, fillStyle: fade(bandHue(style), 25), strokeStyle: fade(bandHue(style), 60), lineWidth: 1, fontColor: style.colours.soft, hidden: !chart.isDatasetVisible(series.length + 1) }] : []),
      ],
    },
  }
}

/** Points in which nothing changes say nothing; the first and the last of a level stay. */
function thin(points: readonly Point[]): Point[] {
  if (points.length <= POINTS_MAX) return [...points]
  return points.filter((point, at) => at === 0 || at === points.length - 1 || points[at - 1]?.y !== point.y || points[at + 1]?.y !== point.y)
}

const LABEL_GAP = 5

/** Divides what was from what is expected, and names its day where there is room for it. */
function todayLine(today: LocalDate | null, { colours, family, date }: Style): Plugin<'line'> {
  return {
    id: 'today',
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      const at = today === null ? undefined : scales['x']?.getPixelForValue(toDayNumber(today))
      if (at === undefined || at < chartArea.left || at > chartArea.right) return
      ctx.save()
      ctx.strokeStyle = colours.zero
      ctx.setLineDash([3, 3])
      ctx.beginPath()
      ctx.moveTo(at, chartArea.top)
      ctx.lineTo(at, chartArea.bottom)
      ctx.stroke()
      const name = today === null ? '' : date(today, 'day')
      ctx.font = `11px ${family}`
      ctx.fillStyle = colours.soft
      ctx.textBaseline = 'top'
      const isRoomAfter = at + ctx.measureText(name).width + LABEL_GAP <= chartArea.right
      ctx.textAlign = isRoomAfter ? 'left' : 'right'
      ctx.fillText(name, at + (isRoomAfter ? LABEL_GAP : -LABEL_GAP), chartArea.top)
      ctx.restore()
    },
  }
}
