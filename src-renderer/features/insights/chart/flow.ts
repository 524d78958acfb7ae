import type { ChartConfiguration } from 'chart.js'
import type { ChartModel } from '../view.ts'
import { bubble } from './bars.ts'
import { fade, hue, markMoney, type Style } from './style.ts'

type Flow = Extract<ChartModel, { kind: 'flow' }>
interface Link { readonly from: string; readonly to: string; readonly flow: number }

/** Where money comes from and where it goes, as streams as wide as their amounts. */
export function flowOf(model: Flow, style: Style): ChartConfiguration<'sankey', Link[]> {
  const names = [...new Set(model.links.flatMap(({ source, target }) => [source, target]))]
  const sources = new Set(model.links.map(({ source }) => source))
  const targets = new Set(model.links.map(({ target }) => target))
  // What everything passes through has no colour of its own.
  const colourOf = (name: string): string => (sources.has(name) && targets.has(name) ? style.colours.zero : hue(style, Math.max(0, names.indexOf(name))))
  return {
    type: 'sankey',
    data: {
      datasets: [{
        data: model.links.map(({ source, target, minor }) => ({ from: source, to: target, flow: minor ?? 0 })),
        colorFrom: (context) => colourOf(model.links[context.dataIndex]?.source ?? ''),
        colorTo: (context) => colourOf(model.links[context.dataIndex]?.target ?? ''),
        hoverColorFrom: (context) => fade(colourOf(model.links[context.dataIndex]?.source ?? ''), 90),
        hoverColorTo: (context) => fade(colourOf(model.links[context.dataIndex]?.target ?? ''), 90),
        color: style.colours.ink, borderWidth: 0, nodeWidth: 10, nodePadding: 18, alpha: 0.45, colorMode: 'gradient', size: 'max', font: { family: style.family, size: 12 },
      }],
    },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, layout: { padding: { top: 4, bottom: 10 } },
      plugins: { legend: { display: false }, tooltip: { ...bubble(style), callbacks: { title: () => '', label: ({ dataIndex }) => labelOf(model, dataIndex, style) } } },
    },
  }
}

function labelOf(model: Flow, index: number, style: Style): string {
  const link = model.links[index]
  return link ? `${link.source} → ${link.target}: ${markMoney(style, model.currency, link.minor ?? 0)}` : ''
}
