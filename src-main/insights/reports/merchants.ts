import type { LocalDate } from '#shared/dates.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { merchantOf } from '#main/categorise/merchant.ts'
import { classOf } from './classes.ts'
import { derived, figure, figureRows, roundedShare } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { conditionsOf, namedParts, namedPostings, namedWholes, type NamedPosting, type Narrowing } from './postings.ts'

type Line = BodyOf<'merchants'>['merchants'][number]

/** What one merchant was paid and paid back. */
interface Dealings { readonly name: string; sum: number; count: number; firstOn: LocalDate; lastOn: LocalDate; readonly categories: Map<string | null, number> }

/** Money between own accounts is no dealing with anybody. */
const DEALINGS: Narrowing = { where: ({ category }) => `${category} IS NOT 'transfers.internal'`, params: {} }

/** R16: who was paid and who paid, seen through payment services. */
export const merchants: ReportModule<'merchants'> = {
  name: 'merchants',
  run: (frame) => {
    const book = dealingsOf(frame)
    const lines = [...book].map(([key, dealings]) => lineOf(frame, key, dealings))
    return {
      merchants: lines.sort((left, right) => (left.sum.minor ?? 0) - (right.sum.minor ?? 0)),
      total: figure(lines.reduce((sum, line) => sum + (line.sum.minor ?? 0), 0), frame.base, 'total'),
    }
  },
  rows: (frame, key) => {
    if (key !== 'total' && !key.startsWith('merchant/')) return undefined
    const found = namedPostings(frame, frame.period, DEALINGS).filter((posting) => isDealing(posting) && (key === 'total' || key === `merchant/${merchantKey(posting.payee, posting.purpose)}`))
    return key !== 'total' && found.length === 0 ? undefined : figureRows(found.map(({ id, baseMinor }) => [id, baseMinor ?? 0]), frame.base)
  },
}

const isDealing = ({ categoryId, minor, baseMinor }: Pick<NamedPosting, 'categoryId' | 'minor' | 'baseMinor'>): boolean => baseMinor !== null && minor !== 0 && classOf(categoryId, minor > 0) !== 'transfer'

/** Rows of which nobody knows who it was are one line. */
const NOBODY = '-'
const merchantKey = (payee: string, purpose: string): string => merchantOf(payee, purpose).key || NOBODY

type Group = readonly [accountId: number, categoryId: string | null, payee: string, purpose: string, sum: number, count: number, firstOn: LocalDate, lastOn: LocalDate]

/** Behind these names another one stands in the purpose; for all others the name alone says who it is. */
const SERVICES = ['paypal', 'pay pa', 'klarna', 'sofort', 'stripe', 'adyen', 'mollie', 'amazon', 'sumup ', 'sumup', 'giropa', 'paydir', 'unzer', 'unzer ', 'secupa', 'comput', 'payone', 'microp', 'concar', 'worldl', 'nexi', 'nexi ', 'first ', 'teleca', 'ccv', 'vr pay', 'novaln', 'square', 'zettle', 'izettl'] as const

const GROUPS = (where: string): string => /* sql */ `
  SELECT account_id, category_id, coalesce(payee, raw_payee) AS who,
         iif(length(coalesce(payee, raw_payee)) < 24 AND (lower(substr(coalesce(payee, raw_payee), 1, 6)) IN (SELECT value FROM json_each(:services)) OR coalesce(payee, raw_payee) = ''), purpose, '') AS why,
         sum(amount_minor), count(*), min(booked_on), max(booked_on)
    FROM txn WHERE is_split = 0 AND amount_minor <> 0 AND category_id IS NOT 'transfers.internal' AND ${where}
   GROUP BY account_id, category_id, who, why`

function dealingsOf(frame: Frame): Map<string, Dealings> {
  const book = new Map<string, Dealings>()
  const own = new Set<number>(frame.accounts.filter(({ currency }) => currency === frame.base).map(({ id }) => id))
  const { where, params } = conditionsOf(frame)
  for (const [accountId, categoryId, payee, purpose, sum, count, firstOn, lastOn] of own.size === 0 ? [] : frame.db.tuples<Group>(GROUPS(where)).all({ ...params, ...frame.period, services: JSON.stringify(SERVICES) })) {
    if (own.has(accountId)) add(book, payee, purpose, { categoryId, sum, count, firstOn, lastOn })
  }
  const foreign = frame.accounts.filter(({ id }) => !own.has(id))
  for (const posting of [...namedParts(frame, frame.period, frame.accounts, DEALINGS), ...namedWholes(frame, frame.period, foreign, DEALINGS)]) {
    const { payee, purpose, categoryId, baseMinor, bookedOn } = posting
    if (isDealing(posting)) add(book, payee, purpose, { categoryId, sum: baseMinor ?? 0, count: 1, firstOn: bookedOn, lastOn: bookedOn })
  }
  return book
}

interface Dealing { readonly categoryId: string | null; readonly sum: number; readonly count: number; readonly firstOn: LocalDate; readonly lastOn: LocalDate }

function add(book: Map<string, Dealings>, payee: string, purpose: string, { categoryId, sum, count, firstOn, lastOn }: Dealing): void {
  const { key, name } = merchantOf(payee, purpose)
  const known = book.get(key || NOBODY) ?? { name, sum: 0, count: 0, firstOn, lastOn, categories: new Map<string | null, number>() }
  book.set(key || NOBODY, known)
  known.sum += sum
  known.count += count
  if (firstOn < known.firstOn) known.firstOn = firstOn
  if (lastOn > known.lastOn) known.lastOn = lastOn
  known.categories.set(categoryId, (known.categories.get(categoryId) ?? 0) + count)
}

function lineOf({ base }: Frame, key: string, { name, sum, count, firstOn, lastOn, categories }: Dealings): Line {
  const [categoryId = null] = [...categories].sort(([, left], [, right]) => right - left)[0] ?? []
  return { key, name, categoryId, sum: figure(sum, base, `merchant/${key}`), count, average: derived(roundedShare(sum, count), base), firstOn, lastOn }
}
