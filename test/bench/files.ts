import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, addMonths } from '#shared/dates.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'
import { systemClock } from '#main/platform/clock.ts'

export const SIZES = [1_000, 10_000, 100_000] as const
export const DIALECTS = ['sgml', 'xml'] as const
export type Dialect = (typeof DIALECTS)[number]

/** The day on which all histories end: what somebody asks is mostly about the time up to today, and so are the contracts that are kept. */
export const LAST_DAY = systemClock.today()
export const TEN_YEARS = { from: addDays(addMonths(LAST_DAY, -120), 1), to: LAST_DAY } as const
export const TWELVE_MONTHS = { from: addDays(addMonths(LAST_DAY, -12), 1), to: LAST_DAY } as const

/** The same bytes on every machine, but for the day. */
export function writeFiles(folder: string): Map<string, string> {
  mkdirSync(folder, { recursive: true })
  const files = new Map<string, string>()
  for (const dialect of DIALECTS) {
    for (const rows of SIZES) {
      const file = join(folder, `${dialect}-${rows}.ofx`)
      writeFileSync(file, writeOfxHistory({ seed: 1, today: LAST_DAY, rows, dialect }))
      files.set(`${dialect} ${rows}`, file)
    }
  }
  return files
}
