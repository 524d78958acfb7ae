import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDate } from '#shared/dates.ts'
import { writeOfxHistory } from '#main/demo-bank/ofx-history.ts'

export const SIZES = [1_000, 10_000, 100_000] as const
export const DIALECTS = ['sgml', 'xml'] as const
export type Dialect = (typeof DIALECTS)[number]

/** The same bytes on every machine and every day. */
export function writeFiles(folder: string): Map<string, string> {
  mkdirSync(folder, { recursive: true })
  const files = new Map<string, string>()
  for (const dialect of DIALECTS) {
    for (const rows of SIZES) {
      const file = join(folder, `${dialect}-${rows}.ofx`)
      writeFileSync(file, writeOfxHistory({ seed: 1, today: localDate('2026-11-20'), rows, dialect }))
      files.set(`${dialect} ${rows}`, file)
    }
  }
  return files
}
