import type { ChartModel, Mark } from '../view.ts'

/** A mark in the order in which the keys walk through a chart. `series` and `index` say where the drawing has it. */
export interface Walked { readonly series: number; readonly index: number; readonly name: string; readonly label: string; readonly mark: Mark; readonly isPercent: boolean }

/** Every mark that says something: by label, then by series. Days are too many to be walked; their table has them. */
export function walk(model: ChartModel): Walked[] {
  switch (model.kind) {
    case 'days': return []
    case 'flow': return model.links.map((mark, index) => ({ series: 0, index, name: mark.source, label: mark.target, mark, isPercent: false }))
    case 'bars':
    case 'columns': return model.labels.flatMap((label, index) => model.series.flatMap((series, at) => {
      const mark = series.marks[index]
      return mark && mark.minor !== null ? [{ series: at, index, name: series.name, label, mark, isPercent: series.isPercent === true }] : []
    }))
    default: return model satisfies never
  }
}

/** How many names stand below one another on the fuller side of a flow. */
export const sidesOf = ({ links }: Extract<ChartModel, { kind: 'flow' }>): number => Math.max(new Set(links.map(({ source }) => source)).size, new Set(links.map(({ target }) => target)).size)

/** Whether there is anything to draw. */
export function isDrawable(model: ChartModel | null): model is ChartModel {
  if (model === null) return false
  const marks = model.kind === 'flow' ? model.links : model.series.flatMap((series) => series.marks)
  return marks.some(({ minor }) => minor !== null && minor !== 0)
}
