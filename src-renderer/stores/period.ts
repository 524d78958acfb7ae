import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { addDays, addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import { useTodayStore } from './today.ts'

export type PeriodPreset = 'this-month' | 'last-month' | 'last-3-months' | 'last-12-months' | 'this-year' | 'last-year' | 'all' | 'custom'
export const PERIOD_PRESETS: readonly PeriodPreset[] = ['this-month', 'last-month', 'last-3-months', 'last-12-months', 'this-year', 'last-year', 'all']

/** Both ends belong to the period; null is open. */
export interface Period { readonly from: LocalDate | null; readonly to: LocalDate | null }

/** The period that lists look at. Everything at first: whoever drops an old file wants to see it. */
export const usePeriodStore = defineStore('period', () => choosing('all'))
/** The period that reports look at: a year tells more than a lifetime. */
export const useReportPeriodStore = defineStore('report-period', () => choosing('last-12-months'))

function choosing(initial: PeriodPreset) {
  const clock = useTodayStore()
  const preset = ref(initial)
  const custom = ref<Period>({ from: null, to: null })
  const period = computed(() => (preset.value === 'custom' ? custom.value : periodOf(preset.value, clock.today)))

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

/** The days a named period covers on a given day. */
export function periodOf(preset: Exclude<PeriodPreset, 'custom'>, today: LocalDate): Period {
  const month = localDate(`${today.slice(0, 7)}-01`)
  const year = today.slice(0, 4)
  switch (preset) {
    case 'this-month': return { from: month, to: lastDay(month) }
    case 'last-month': return { from: addMonths(month, -1), to: addDays(month, -1) }
    case 'last-3-months': return { from: addMonths(month, -2), to: lastDay(month) }
    case 'last-12-months': return { from: addMonths(month, -11), to: lastDay(month) }
    case 'this-year': return { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) }
    case 'last-year': return { from: addMonths(localDate(`${year}-01-01`), -12), to: addDays(localDate(`${year}-01-01`), -1) }
    case 'all': return { from: null, to: null }
    default: return preset satisfies never
  }
}

const lastDay = (month: LocalDate): LocalDate => addDays(addMonths(month, 1), -1)
