import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { CALENDAR_MONTH, monthFrom, type MonthStart } from '#shared/budget-months.ts'
import { addDays, addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import { useBudgetsStore } from './budgets.ts'
import { useTodayStore } from './today.ts'

export type PeriodPreset = 'this-month' | 'last-month' | 'last-3-months' | 'last-12-months' | 'this-year' | 'last-year' | 'all' | 'custom'
export const PERIOD_PRESETS: readonly PeriodPreset[] = ['this-month', 'last-month', 'last-3-months', 'last-12-months', 'this-year', 'last-year', 'all']

/** Both ends belong to the period; null is open. */
export interface Period { readonly from: LocalDate | null; readonly to: LocalDate | null }

/** The period that lists look at. Everything at first: whoever drops an old file wants to see it. */
export const usePeriodStore = defineStore('period', () => choosing('all'))
/** The period that reports look at: a year tells more than a lifetime. Its months begin where those of the reports do. */
export const useReportPeriodStore = defineStore('report-period', () => {
  const budgets = useBudgetsStore()
  /** Null: as it is set with the budgets. */
  const monthDay = ref<number | null>(null)
  const start = computed<MonthStart>(() => (monthDay.value === null ? budgets.monthStart : { day: monthDay.value, shift: 'none' }))
  const beginMonths = (day: number | null): void => { monthDay.value = day }
  return { ...choosing('last-12-months', () => start.value), beginMonths }
})

function choosing(initial: PeriodPreset, start = (): MonthStart => CALENDAR_MONTH) {
  const clock = useTodayStore()
  const preset = ref(initial)
  const custom = ref<Period>({ from: null, to: null })
  const period = computed(() => (preset.value === 'custom' ? custom.value : periodOf(preset.value, clock.today, start())))

  function choose(chosen: PeriodPreset): void {
    preset.value = chosen
  }

  /** Two days the wrong way round mean the time between them all the same. */
  function chooseDays(from: LocalDate | null, to: LocalDate | null): void {
    custom.value = from && to && from > to ? { from: to, to: from } : { from, to }
    preset.value = 'custom'
  }

  return { preset, period, choose, chooseDays }
}

/** The days a named period covers on a given day. Years are those of the calendar, whatever day months begin on. */
export function periodOf(preset: Exclude<PeriodPreset, 'custom'>, today: LocalDate, start: MonthStart = CALENDAR_MONTH): Period {
  const month = (count: number) => monthFrom(today, count, start)
  const year = today.slice(0, 4)
  switch (preset) {
    case 'this-month': return month(0)
    case 'last-month': return month(-1)
    case 'last-3-months': return { from: month(-2).from, to: month(0).to }
    case 'last-12-months': return { from: month(-11).from, to: month(0).to }
    case 'this-year': return { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) }
    case 'last-year': return { from: addMonths(localDate(`${year}-01-01`), -12), to: addDays(localDate(`${year}-01-01`), -1) }
    case 'all': return { from: null, to: null }
    default: return preset satisfies never
  }
}
