import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { ChartModel } from '../view.ts'
import { bubble } from './bars.ts'
import { spread } from './spread.ts'
import { hue, markMoney, type Style } from './style.ts'

type Flow = Extract<ChartModel, { kind: 'flow' }>
interface Link { readonly from: string; readonly to: string; readonly flow: number }
type Side = 'source' | 'target'

/** What everything passes through; a payer may be called as that is, or as a category. */
const HOME = 'home'
const FONT = 12
const LINE = 16
/** Between a mark and its label. */
const ROOM = 8
const NODE = 10
/** Streams need the rest of the width. */
const LABEL_SHARE = 0.36

/** Where money comes from and where it goes, as streams as wide as their amounts. */
export function flowOf(model: Flow, style: Style): ChartConfiguration<'sankey', Link[]> {
  const home = homeOf(model)
  const keyOf = (side: Side, index: number): string => (model.links[index]?.[side] === home ? HOME : `${side} ${index}`)
  const links = model.links.map(({ minor }, index) => ({ from: keyOf('source', index), to: keyOf('target', index), flow: minor ?? 0 }))
  const keys = [...new Set(links.flatMap(({ from, to }) => [from, to]))]
  const colourOf = (key: string | undefined): string => (key === undefined || key === HOME ? style.colours.zero : hue(style, keys.indexOf(key)))
  return {
    type: 'sankey',
    data: {
      datasets: [{
        data: links,
        colorFrom: ({ dataIndex }) => colourOf(links[dataIndex]?.from),
        colorTo: ({ dataIndex }) => colourOf(links[dataIndex]?.to),
        // In their own order: the largest first, and what is left over last.
        priority: Object.fromEntries(keys.map((key, index) => [key, index])),
        nodeLabels: { display: false }, borderWidth: 0, nodeWidth: NODE, nodePadding: 18, alpha: 0.45, colorMode: 'gradient', size: 'max',
      }],
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, layout: { padding: ({ chart }: { chart: Chart }) => roomFor(chart, model, home, style) },
      plugins: { legend: { display: false }, tooltip: { ...bubble(style), callbacks: { title: () => '', label: ({ dataIndex }) => labelOf(model, dataIndex, style) } } },
    },
    plugins: [sideLabels(model, home, style)],
  }
}

/** The one name that stands on both sides. */
const homeOf = ({ links }: Flow): string | undefined => links.map(({ target }) => target).find((name) => links.some(({ source }) => source === name)) ?? links[0]?.target

function labelOf(model: Flow, index: number, style: Style): string {
  const link = model.links[index]
  return link ? `${link.source} → ${link.target}: ${markMoney(style, model.currency, link.minor ?? 0)}` : ''
}

interface Label { readonly index: number; readonly name: string; readonly amount: string }

const labelsOf = (model: Flow, side: Side, home: string | undefined, style: Style): Label[] =>
  model.links.flatMap(({ minor, ...link }, index) => (link[side] === home ? [] : [{ index, name: link[side], amount: markMoney(style, model.currency, minor ?? 0) }]))

const fontOf = ({ family }: Style): string => `${FONT}px ${family}`

function roomFor({ ctx, width }: Chart, model: Flow, home: string | undefined, style: Style) {
  ctx.save()
  ctx.font = fontOf(style)
  const roomOf = (side: Side): number => Math.min(width * LABEL_SHARE, Math.max(0, ...labelsOf(model, side, home, style).map(({ name, amount }) => ctx.measureText(`${name}  ${amount}`).width)) + ROOM + 2)
  const room = { top: LINE / 2, bottom: LINE / 2, left: roomOf('source'), right: roomOf('target') + NODE }
  ctx.restore()
  return room
}

/** Names and amounts beside the streams, never over one another: one that gave way to the others is tied to its mark by a line. */
function sideLabels(model: Flow, home: string | undefined, style: Style): Plugin<'sankey'> {
  return {
    id: 'side-labels',
    afterDatasetsDraw(chart) {
      const { ctx, height } = chart
      const marks = chart.getDatasetMeta(0).data
      ctx.save()
      ctx.font = fontOf(style)
      ctx.textBaseline = 'middle'
      for (const side of ['source', 'target'] as const) {
        const ends = labelsOf(model, side, home, style).flatMap((label) => {
          const end = endOf(marks[label.index], side)
          return end ? [{ ...label, ...end }] : []
        }).sort((left, right) => left.y - right.y)
        const places = spread(ends.map(({ y }) => y), LINE, LINE / 2, height - LINE / 2)
        ends.forEach((end, at) => { drawLabel(chart, end, places[at] ?? end.y, side, style) })
      }
      ctx.restore()
    },
  }
}

/** The middle of a stream's end, as the library has placed it. */
function endOf(mark: object | undefined, side: Side): { readonly x: number; readonly y: number } | undefined {
  if (!mark) return undefined
  const of = (name: string): number => Number(Reflect.get(mark, name))
  return side === 'source' ? { x: of('x'), y: of('y') + of('height') / 2 } : { x: of('x2'), y: of('y2') + of('height') / 2 }
}

function drawLabel({ ctx, chartArea, width }: Chart, { name, amount, y }: Label & { readonly y: number }, place: number, side: Side, { colours }: Style): void {
  // The marks of the last column stand outside of the area.
  const [edge, away] = side === 'source' ? [chartArea.left, -1] : [chartArea.right + NODE, 1]
  const room = (side === 'source' ? edge : width - edge) - ROOM
  const tail = `  ${amount}`
  const shown = fitted(ctx, name, room - ctx.measureText(tail).width)
  ctx.strokeStyle = colours.edge
  if (Math.abs(place - y) > 2) {
    ctx.beginPath()
    ctx.moveTo(edge, y)
    ctx.lineTo(edge + away * (ROOM - 2), place)
    ctx.stroke()
  }
  const start = side === 'source' ? edge - ROOM - ctx.measureText(shown + tail).width : edge + ROOM
  ctx.textAlign = 'left'
  ctx.fillStyle = colours.ink
  ctx.fillText(shown, start, place)
  ctx.fillStyle = colours.soft
  ctx.fillText(tail, start + ctx.measureText(shown).width, place)
}

function fitted(pen: CanvasRenderingContext2D, name: string, width: number): string {
  if (pen.measureText(name).width <= width) return name
  let length = name.length - 1
  while (length > 1 && pen.measureText(`${name.slice(0, length).trimEnd()}…`).width > width) length -= 1
  return `${name.slice(0, length).trimEnd()}…`
}
