import type { DayRange } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { minor } from '#shared/money.ts'
import { accountFacts, gapsOf, wholeOf } from './accounts.ts'
import { figure, figureRows, percent } from './figures.ts'
import type { Frame, ReportAccount } from './frame.ts'
import { Memory, recalledByMonth } from './memory.ts'
import type { ReportModule } from './module.ts'
import { adjustingPostings, partPostings } from './postings.ts'

type Line = BodyOf<'data-quality'>['rows'][number]

const COUNTS = /* sql */ `
  SELECT account_id, count(*), sum(category_id IS NULL AND is_split = 0) FROM txn INDEXED BY txn_by_day
   WHERE deleted_at IS NULL AND is_adjusting = 0 AND is_pending <= :pending AND booked_on BETWEEN :from AND :to GROUP BY account_id`

const DUPLICATES = /* sql */ `
  SELECT account_id, id, amount_minor FROM txn INDEXED BY txn_suspect
   WHERE is_potential_duplicate = 1 AND deleted_at IS NULL AND is_pending <= :pending AND booked_on BETWEEN :from AND :to ORDER BY booked_on, id`

/** Ten years of months of some ten accounts. */
const COUNTED_MAX = 2_000
const counted = new Memory<readonly [accountId: number, rows: number, open: number]>(COUNTED_MAX)

type Suspect = readonly [accountId: number, id: number, minor: number]

/** R21: what stands between the ledger and the truth. */
export const dataQuality: ReportModule<'data-quality'> = {
  name: 'data-quality',
  run: (frame) => {
    const counts = countsOf(frame)
    const suspects = suspectsOf(frame)
    const facts = accountFacts(frame)
    const rows = frame.accounts.map((account): Line => {
      const its = suspects.filter(([accountId]) => accountId === account.id)
      const { rows: rowCount, open } = counts.get(account.id) ?? { rows: 0, open: 0 }
      return {
        ...aboutAccount(account), status: facts.get(account.id)?.status ?? null,
        adjusting: figure(sumOf(adjustingOf(frame, account)), account.currency, `adjusting/${account.id}`),
        duplicates: figure(sumOf(its.map(([, id, value]) => [id, value])), account.currency, `duplicates/${account.id}`),
        duplicateCount: its.length, rowCount, uncategorisedCount: open,
      }
    })
    const [count, of] = [rows.reduce((sum, line) => sum + line.uncategorisedCount, 0), rows.reduce((sum, line) => sum + line.rowCount, 0)]
    return { rows, uncategorised: { count, of, share: percent(count, of) }, duplicateCount: rows.reduce((sum, line) => sum + line.duplicateCount, 0) }
  },
  rows: (frame, key) => {
    const [kind, of] = key.split('/')
    const account = frame.accounts.find(({ id }) => String(id) === of)
    if (!account || (kind !== 'adjusting' && kind !== 'duplicates')) return undefined
    return figureRows(kind === 'adjusting' ? adjustingOf(frame, account) : suspectsOf(frame).flatMap(([accountId, id, value]) => (accountId === account.id ? [[id, value]] : [])), account.currency)
  },
}

function countsOf(frame: Frame): Map<number, { readonly rows: number; readonly open: number }> {
  const counts = new Map<number, { readonly rows: number; readonly open: number }>()
  for (const [account, rows, open] of recalledByMonth(counted, frame.db, { sql: COUNTS, bound: pendingOf(frame), days: frame.period })) {
    const its = counts.get(account) ?? { rows: 0, open: 0 }
    counts.set(account, { rows: its.rows + rows, open: its.open + open })
  }
  for (const [account, open] of openParts(frame)) counts.set(account, { rows: 0, ...counts.get(account), open: (counts.get(account)?.open ?? 0) + open })
  return counts
}

/** How many divided rows of each account have a part without a category. */
function openParts(frame: Frame): Map<number, number> {
  const seen = new Map<number, Set<number>>()
  for (const { account, id, categoryId } of partPostings(whole(frame), frame.period, frame.accounts)) if (categoryId === null) seen.set(account.id, (seen.get(account.id) ?? new Set()).add(id))
  return new Map([...seen].map(([account, ids]) => [account, ids.size]))
}

/** What is known of accounts is known of all their rows: limits, categories and tags narrow nothing here. */
const whole = (frame: Frame): Frame => ({ ...frame, isFiltered: false, request: { ...frame.request, minMinor: undefined, maxMinor: undefined, categories: undefined, tags: undefined } })
const pendingOf = ({ request: { withPending } }: Frame): { readonly pending: number } => ({ pending: withPending ? 1 : 0 })
const suspectsOf = (frame: Frame): Suspect[] => frame.db.tuples<Suspect>(DUPLICATES).all({ ...pendingOf(frame), from: frame.period.from, to: frame.period.to })
const adjustingOf = (frame: Frame, account: ReportAccount): (readonly [number, number])[] => adjustingPostings({ ...whole(frame), accounts: [account] }, frame.period).map(({ id, minor: value }) => [id, value])
const sumOf = (rows: readonly (readonly [number, number])[]): number => rows.reduce((sum, [, value]) => sum + value, 0)

function aboutAccount({ id, name, currency, coverage, bankMinor, proofMinor, divergingOn }: ReportAccount): Pick<Line, 'accountId' | 'name' | 'currency' | 'coverage' | 'gaps' | 'difference' | 'firstDivergingDay'> {
  const gaps: DayRange[] = gapsOf(coverage)
  return {
    accountId: id, name, currency, gaps, coverage: wholeOf(coverage), firstDivergingDay: divergingOn,
    difference: bankMinor === null || proofMinor === null ? null : { minor: minor(bankMinor - proofMinor), currency },
  }
}
