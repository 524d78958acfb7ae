import type { Figure } from '#shared/reports/figure.ts'
import { cellsOf, type Cell } from './cells.ts'
import { figure, figureRows } from './figures.ts'
import type { ReportModule } from './module.ts'
import { postings, withCategories, type Posting } from './postings.ts'
import { yearsOf } from './years.ts'

/** What each kind is, and with which sign it counts. */
const KINDS = {
  fees: { categoryId: 'finance.bank_fees', sign: -1 },
  interest: { categoryId: 'income.interest_dividends', sign: 1 },
} as const
type Kind = keyof typeof KINDS
const isKind = (text: string): text is Kind => text === 'fees' || text === 'interest'

/** R19: what accounts cost and earn, by calendar year. */
export const fees: ReportModule<'fees'> = {
  name: 'fees',
  run: (frame) => {
    const years = yearsOf(frame)
    const cells = cellsOf(withCategories(frame, Object.values(KINDS).map(({ categoryId }) => categoryId)), years)
    const told = (kind: Kind, accountId: number | null): Figure[] => years.map(({ key }, index) => {
      const its = cells.filter((cell) => cell.index === index && cell.categoryId === KINDS[kind].categoryId && (accountId === null || cell.account.id === accountId))
      const currency = accountId === null ? frame.base : its[0]?.account.currency ?? frame.accounts.find(({ id }) => id === accountId)?.currency ?? frame.base
      return figure(sumOf(its, kind, accountId === null ? 'base' : 'own'), currency, `${kind}/${accountId ?? 'total'}/${key}`)
    })
    return {
      years,
      rows: frame.accounts.map(({ id, name, currency }) => ({ accountId: id, name, currency, fees: told('fees', id), interest: told('interest', id) })),
      total: { fees: told('fees', null), interest: told('interest', null) },
    }
  },
  rows: (frame, key) => {
    const [kind = '', of, year] = key.split('/')
    const range = yearsOf(frame).find((one) => one.key === year)
    const account = frame.accounts.find(({ id }) => String(id) === of)
    if (!isKind(kind) || !range || (of !== 'total' && !account)) return undefined
    const { categoryId, sign } = KINDS[kind]
    const amount = ({ minor, baseMinor }: Posting): number => sign * (account ? minor : baseMinor ?? 0) || 0
    const rows = postings(frame, range, account ? [account] : frame.accounts).filter((posting) => posting.categoryId === categoryId).map((posting) => [posting.id, amount(posting)] as const)
    return figureRows(rows, account?.currency ?? frame.base)
  },
}

const sumOf = (cells: readonly Cell[], kind: Kind, of: 'own' | 'base'): number =>
  KINDS[kind].sign * cells.reduce((sum, cell) => sum + cell[of].inMinor + cell[of].outMinor, 0) || 0
