import { addDays, type LocalDate } from '#shared/dates.ts'
import type { ChartModel, Mark } from '../view.ts'

/** A mark in the order in which the keys walk through a chart. `series` and `index` say where the model has it. */
export interface Walked { readonly series: number; readonly index: number; readonly name: string; readonly label: string; readonly mark: Mark; readonly isPercent: boolean }

type DayText = (day: LocalDate) => string

/** One mark of a chart as it is told; undefined where nothing is said. */
export function markAt(model: ChartModel, series: number, index: number, dayText: DayText): Walked | undefined {
  if (model.kind === 'flow') {
    const link = model.links[index]
    return link && { series: 0, index, name: '', label: `${link.source} → ${link.target}`, mark: link, isPercent: false }
  }
  const its = model.series[series]
  const mark = its?.marks[index]
  if (!its || !mark || mark.minor === null) return undefined
  const label = model.kind === 'days' ? dayText(addDays(model.from, index)) : model.labels[index] ?? ''
  return { series, index, name: its.name, label, mark, isPercent: its.isPercent === true }
}

/** Every mark that says something: by label, then by series. Of days it is the first line's alone; where they are too many to be walked, its month ends and the last. */
export function walk(model: ChartModel, dayText: DayText): Walked[] {
  const places = model.kind === 'flow' ? model.links.map((_, index) => [0, index] as const)
    : model.kind === 'days' ? walkedDays(model).map((index) => [0, index] as const)
    : model.labels.flatMap((_, index) => model.series.map((__, series) => [series, index] as const))
  return places.flatMap(([series, index]) => markAt(model, series, index, dayText) ?? [])
}

/** Two months. */
const WALKED_MAX = 62

function walkedDays({ from, series: [first] }: Extract<ChartModel, { kind: 'days' }>): number[] {
  const marks = first?.marks ?? []
  return marks.map((_, index) => index).filter((index) => marks.length <= WALKED_MAX || index === marks.length - 1 || addDays(from, index + 1).endsWith('-01'))
}

/** The largest and the smallest mark in money of the first series that has any: what a chart is told by in a sentence. */
export function extremesOf(model: ChartModel, dayText: DayText): { readonly highest: Walked; readonly lowest: Walked } | undefined {
  const series = model.kind === 'flow' ? 0 : Math.max(0, model.series.findIndex(({ marks, isPercent }) => isPercent !== true && marks.some(({ minor }) => minor !== null && minor !== 0)))
  const marks = model.kind === 'flow' ? model.links : model.series[series]?.marks ?? []
  const told = marks.flatMap(({ minor }, index) => (minor === null ? [] : [{ minor, index }])).toSorted((left, right) => right.minor - left.minor)
  const [highest, lowest] = [told[0], told.at(-1)].map((end) => (end === undefined ? undefined : markAt(model, series, end.index, dayText)))
  return highest && lowest && { highest, lowest }
}

/** How many names stand below one another on the fuller side of a flow. */
export const sidesOf = ({ links }: Extract<ChartModel, { kind: 'flow' }>): number => Math.max(new Set(links.map(({ source }) => source)).size, new Set(links.map(({ target }) => target)).size)

/** Whether there is anything to draw. */
export function isDrawable(model: ChartModel | null): model is ChartModel {
  if (model === null) return false
  const marks = model.kind === 'flow' ? model.links : model.series.flatMap((series) => series.marks)
  return marks.some(({ minor }) => minor !== null && minor !== 0)
}
