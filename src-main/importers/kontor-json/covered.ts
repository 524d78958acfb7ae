import { lastDayAnywhere, type Instant } from '#shared/dates.ts'
import type { Statement } from '#shared/statement.ts'
import { dateOf, listOf, type Fields, type Warn } from './fields.ts'

export type CoverageReader = (account: Fields) => Pick<Statement, 'covered'>

/**
 * The days that a file says it answers for. Reports call those complete, so nobody is believed who speaks of days that had not
 * come: neither when the file was written, nor by now.
 */
export function coverageReader(writtenAt: Instant | null, now: Instant | undefined, warn: Warn): CoverageReader {
  const last = [writtenAt, now].flatMap((at) => (at == null ? [] : [lastDayAnywhere(at)])).sort().at(0)
  return (account) => {
    const claimed = listOf(account, 'covered', warn).flatMap((range) => {
      const [from, to] = [dateOf(range, 'from'), dateOf(range, 'to')]
      if (from !== null && to !== null && from <= to) return [{ from, to }]
      warn('covered-unreadable', '')
      return []
    })
    if (last === undefined || claimed.every(({ to }) => to <= last)) return claimed.length === 0 ? {} : { covered: claimed }
    warn('covered-cut', last)
    const covered = claimed.flatMap(({ from, to }) => (from > last ? [] : [{ from, to: to > last ? last : to }]))
    return covered.length === 0 ? {} : { covered }
  }
}
