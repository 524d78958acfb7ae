import { isLocalDate } from '#shared/dates.ts'
import { AccountIdSchema, TransactionFilterSchema, type Cursor, type Transaction, type TransactionFilter } from '#shared/model.ts'
import { formatMoney, toDecimal } from '#shared/money.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { AppError } from '#shared/errors.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { localeOf } from './locale.ts'
import { finishCategories } from './categories.ts'
import { withLedger } from './open-ledger.ts'
import { categoryIdOf, categoryName, isCategoryAsked } from './say.ts'
import { table } from './table.ts'
import { NO_ACCOUNT, NO_DATE, usage, type Usage } from './usage.ts'
import { words } from './words.ts'

const LIMIT_DEFAULT = 100
const PAGE_MAX = 500

interface Query { readonly filter: TransactionFilter; readonly limit: number }
interface Found { readonly rows: readonly Transaction[]; readonly hasMore: boolean }

export async function transactions(context: Context, { values }: Arguments): Promise<Outcome> {
  const query = toQuery(values)
  if (!query.ok) return query
  const found = await withLedger(context, 'must-exist', async (ledger) => {
    const missing = await missingIn(ledger, query.value.filter)
    if (!missing.ok) return missing
    await finishCategories(ledger)
    return fetchRows(ledger, query.value)
  })
  return found.ok ? ok({ json: { transactions: found.value.rows.map(transactionJson) }, text: () => toText(found.value, context) }) : found
}

/** Nobody takes an answer without rows for one about an account or a category that there is not. */
async function missingIn(ledger: LedgerClient, { accountIds = [], category }: TransactionFilter): Promise<Result<null, AppError>> {
  const known = await ledger.call('accounts.list', undefined)
  if (!known.ok) return known
  if (!accountIds.every((id) => known.value.some((account) => account.id === id))) return err({ kind: 'not_found', what: 'account' })
  return category === undefined || isCategoryAsked(category) ? ok(null) : err({ kind: 'not_found', what: 'category' })
}

function toQuery(values: Arguments['values']): Result<Query, Usage> {
  const { account, from, to, search, category, tags: tagList, limit, all } = values
  const accountId = AccountIdSchema.safeParse(Number(account))
  if (typeof account === 'string' && !accountId.success) return err(NO_ACCOUNT)
  for (const date of [from, to]) if (typeof date === 'string' && !isLocalDate(date)) return err(NO_DATE)
  if (typeof from === 'string' && typeof to === 'string' && to < from) return err(usage('--to takes a date that is not before --from', '--to nimmt ein Datum, das nicht vor --from liegt'))
  if (typeof limit === 'string' && all === true) return err(usage('--limit or --all, not both', '--limit oder --all, nicht beides'))
  const rows = typeof limit === 'string' ? Number(limit) : LIMIT_DEFAULT
  if (!Number.isInteger(rows) || rows < 1) return err(usage('--limit takes a whole number from 1', '--limit nimmt eine ganze Zahl ab 1'))
  const tags = typeof tagList === 'string' ? TransactionFilterSchema.shape.tags.safeParse(tagList.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '')) : undefined
  if (tags?.success === false) return err(usage('--tags takes tags with commas between them', '--tags nimmt Schlagwörter mit Kommas dazwischen'))
  return ok({
    limit: all === true ? Number.MAX_SAFE_INTEGER : rows,
    filter: {
      ...(accountId.success && { accountIds: [accountId.data] }),
      ...(typeof from === 'string' && isLocalDate(from) && { from }),
      ...(typeof to === 'string' && isLocalDate(to) && { to }),
      ...(typeof search === 'string' && { search }),
      ...(typeof category === 'string' && { category: categoryIdOf(category) }),
      ...(tags?.data && { tags: tags.data }),
    },
  })
}

async function fetchRows(ledger: LedgerClient, { filter, limit }: Query): Promise<Result<Found, AppError>> {
  const rows: Transaction[] = []
  let after: Cursor | null = null
  for (;;) {
    const wanted = Math.min(limit - rows.length + 1, PAGE_MAX)
    const page: Result<Transaction[], AppError> = await ledger.call('transactions.page', { filter, after, limit: wanted })
    if (!page.ok) return page
    rows.push(...page.value)
    const last = page.value.at(-1)
    if (rows.length > limit) return ok({ rows: rows.slice(0, limit), hasMore: true })
    if (last === undefined || page.value.length < wanted) return ok({ rows, hasMore: false })
    after = { bookedOn: last.bookedOn, id: last.id }
  }
}

/** As programs read it. */
export function transactionJson(row: Transaction): object {
  const { id, accountId, bookedOn, valueOn, amount, status, payee, counterpartyIban, purpose, notes, categoryId, externalId, transferId, batchId, isNew, isAdjusting, isPotentialDuplicate, tags, splits, categoryBy } = row
  return {
    id, account: accountId, bookedOn, valueOn, amount: toDecimal(amount), currency: amount.currency, status, payee, counterpartyIban, purpose, notes,
    category: categoryId, externalId, transferId, batch: batchId, isNew, isAdjusting, isPotentialDuplicate, tags, categoryBy, splits: splits.map(({ amount: part, categoryId: of, notes: about }) => ({ amount: toDecimal(part), category: of, notes: about })),
  }
}

function toText({ rows, hasMore }: Found, { language, terminal }: Context): string {
  const say = words(language)
  if (rows.length === 0) return say.noTransactions
  const locale = localeOf(language)
  const columns = [{ title: say.id, align: 'right' }, { title: say.date }, { title: say.account }, { title: say.payee }, { title: say.purpose }, { title: say.category }, { title: say.amount, align: 'right' }] as const
  const body = table(columns, rows.map((row) => [String(row.id), row.bookedOn, row.accountName, row.payee, row.purpose, categoryName(row.categoryId, language), formatMoney(row.amount, locale)]), terminal.columns)
  return hasMore ? `${body}\n\n${say.more}` : body
}
