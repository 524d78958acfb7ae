import { BarController, BarElement, CategoryScale, Chart, Filler, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js'
import { Flow, SankeyController } from 'chartjs-chart-sankey'
import { toDayNumber } from '#shared/dates.ts'
import type { ChartModel } from '../view.ts'
import { areaAt, areasOf } from './areas.ts'
import { barsOf } from './bars.ts'
import { daysOf } from './days.ts'
import { flowOf } from './flow.ts'
import { pictureOf } from './picture.ts'
import type { Style } from './style.ts'

export { warm } from '../../charts/warm.ts'

Chart.register(BarController, BarElement, CategoryScale, Filler, Flow, Legend, LinearScale, LineController, LineElement, PointElement, SankeyController, Tooltip)

/** What the page keeps of a drawing. */
export interface Drawing {
  /** The mark under the pointer. */
  readonly at: (event: MouseEvent) => { readonly series: number; readonly index: number } | undefined
  readonly highlight: (series: number, index: number) => void
  /** As a picture with its question above it, and what it is about. */
  readonly image: (title: string, lines: readonly string[]) => string
  readonly destroy: () => void
}

export function draw(pen: CanvasRenderingContext2D, model: ChartModel, style: Style): Drawing {
  const chart = chartOf(pen, model, style)
  return {
    at: (event) => {
      if (model.kind === 'areas') return inArea(chart, model, event)
      const [hit] = chart.getElementsAtEventForMode(event, 'nearest', { intersect: model.kind === 'bars' || model.kind === 'flow' }, false)
      // Nobody points at a band: what is meant is the line before it.
      return hit && { series: model.kind === 'days' && model.band ? 0 : hit.datasetIndex, index: indexOf(chart, model, hit) }
    },
    highlight: (series, at) => {
      const index = drawnAt(chart, model, series, at)
      const active = [{ datasetIndex: series, index }]
      const { x, y } = chart.getDatasetMeta(series).data[index] ?? { x: 0, y: 0 }
      chart.setActiveElements(active)
      chart.tooltip?.setActiveElements(active, { x, y })
      chart.update('none')
    },
    image: (title, lines) => pictureOf(chart.canvas, { title, lines, style }),
    destroy: () => { chart.destroy() },
  }
}

/** Of the moment next to the pointer. */
function inArea(chart: Drawn, model: Extract<ChartModel, { kind: 'areas' }>, event: MouseEvent): { readonly series: number; readonly index: number } | undefined {
  const [hit] = chart.getElementsAtEventForMode(event, 'index', { axis: 'x', intersect: false }, false)
  const series = areaAt(chart, model, { x: event.offsetX, y: event.offsetY })
  return hit && series !== undefined ? { series, index: hit.index } : undefined
}

/** Lines over many days are drawn with fewer points than the model has days. */
function indexOf(chart: Pick<Chart, 'data'>, model: ChartModel, { datasetIndex, index }: { readonly datasetIndex: number; readonly index: number }): number {
  return model.kind === 'days' ? dayOf(chart.data.datasets[datasetIndex]?.data[index]) - toDayNumber(model.from) : index
}

/** The point that holds on the day, as a step does until the next. */
function drawnAt(chart: Pick<Chart, 'data'>, model: ChartModel, series: number, index: number): number {
  if (model.kind !== 'days') return index
  const day = toDayNumber(model.from) + index
  return Math.max(0, chart.data.datasets[series]?.data.findLastIndex((point) => dayOf(point) <= day) ?? 0)
}

const dayOf = (point: unknown): number => (typeof point === 'object' && point !== null ? Number(Reflect.get(point, 'x')) : 0)

/** Each kind keeps its own types; what they share is what `Drawing` uses. */
type Drawn = Pick<Chart, 'getElementsAtEventForMode' | 'getDatasetMeta' | 'isDatasetVisible' | 'scales' | 'setActiveElements' | 'tooltip' | 'update' | 'canvas' | 'data' | 'destroy'>

function chartOf(pen: CanvasRenderingContext2D, model: ChartModel, style: Style): Drawn {
  switch (model.kind) {
    case 'bars':
    case 'columns': return new Chart(pen, barsOf(model, style))
    case 'areas': return new Chart(pen, areasOf(model, style))
    case 'days': return new Chart(pen, daysOf(model, style))
    case 'flow': return new Chart(pen, flowOf(model, style))
    default: return model satisfies never
  }
}
