import { AppFailure } from '#shared/failure.ts'
import type { Instant } from '#shared/dates.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { EDIT_ROWS_MAX } from '#shared/ipc/limits.ts'
import type { RuleAction } from '#shared/rules.ts'
import { compileRules, compileSays, type Rule, type Say } from '#main/categorise/rules.ts'
import { giveCategories, type Decided } from '#main/ledger/categories/due.ts'
import { livePayments, livePaymentsAfter, type PaymentRow } from '#main/ledger/categories/payments.ts'
import { listRules } from '#main/ledger/categories/rules.ts'
import type { ReadableLedger, WritableLedger } from '#main/ledger/database.ts'
import { logStep } from '#main/ledger/history.ts'
import { planRuled, writeEdits, type EditedRow } from '#main/ledger/transactions/edit.ts'
import { findTransaction } from '#main/ledger/transactions/page.ts'

type Changes = Output<'rules.apply'>['rows']

/** Shown with the numbers, so that they mean something. */
const SHOWN_MAX = 100

interface Planned { readonly payment: PaymentRow; readonly edit: EditedRow | undefined; readonly decided: Decided | undefined }
interface Plan { readonly fits: number; readonly planned: readonly Planned[] }

/** What rules would change in rows that are there. `only`: the rules that are meant; those before them still take rows first. */
function planRules(db: ReadableLedger, rules: readonly Rule[], only: ReadonlySet<number>): Plan {
  let fits = 0
  const planned: Planned[] = []
  // What others would tag is none of this.
  const rulingOf = compileRules(rules.map((rule) => (only.has(rule.id) ? rule : { ...rule, then: rule.then.filter(({ kind }) => kind !== 'tag') })))
  // The list is closed before rows are looked up one by one.
  for (const payment of [...livePayments(db)]) {
    const { ruleIds, category, categoryRuleId, payee, payeeRuleId, tags } = rulingOf(payment)
    if (!ruleIds.some((id) => only.has(id))) continue
    fits += 1
    const isNew = category !== undefined && only.has(categoryRuleId ?? 0) && isOpen(db, payment) && category !== payment.categoryId
    const decided = isNew ? { id: payment.id, category, kind: 'rule', confidence: 1, evidence: String(categoryRuleId) } : undefined
    const edit = planRuled(db, payment.id, { payee: only.has(payeeRuleId ?? 0) ? payee : undefined, tags })
    if (edit ?? decided) planned.push({ payment, edit, decided })
  }
  return { fits, planned: planned.sort(newestFirst) }
}

const newestFirst = ({ payment: left }: Planned, { payment: right }: Planned): number =>
  (left.bookedOn === right.bookedOn ? right.id - left.id : left.bookedOn < right.bookedOn ? 1 : -1)

const isOpen = (db: ReadableLedger, { id, categoryBy }: PaymentRow): boolean => categoryBy !== 'user' && db.column<0 | 1>('SELECT is_split FROM txn WHERE id = ?').get([id]) === 0

/** A rule that is still being written, by itself. Changes nothing. */
export function previewRule(db: ReadableLedger, draft: Parsed<'rules.preview'>): Output<'rules.preview'> {
  const { fits, planned } = planRules(db, [{ ...draft, id: 1, isEnabled: true }], new Set([1]))
  const rows = shownOf(db, planned)
  return { fits, changes: planned.length, rows, examples: rows.map(({ transaction }) => transaction) }
}

/** So many rows are asked about in one go: whoever waits for the writing thread waits no longer than that. */
const REACH_ROWS = 2_000

/** How many of the next rows each rule fits, and would change. Everything at once would hold the thread where there is much of both. */
export function reachOfRules(db: ReadableLedger, { after }: Parsed<'rules.reach'>): Output<'rules.reach'> {
  const rules = listRules(db)
  const saysOf = compileSays(rules)
  const reach = new Map<number, { fits: number; changes: number }>(rules.map(({ id }) => [id, { fits: 0, changes: 0 }]))
  const payments = livePaymentsAfter(db, after ?? 0, REACH_ROWS)
  for (const payment of payments) for (const say of saysOf(payment)) {
    const its = reach.get(say.ruleId)
    if (!its) continue
    its.fits += 1
    if (wouldChange(db, payment, say)) its.changes += 1
  }
  const last = payments.length < REACH_ROWS ? undefined : payments.at(-1)
  return { reach: rules.map(({ id }) => ({ id, fits: 0, changes: 0, ...reach.get(id) })), next: last?.id ?? null }
}

const wouldChange = (db: ReadableLedger, payment: PaymentRow, { category, payee, tags }: Say): boolean =>
  (category !== undefined && category !== payment.categoryId && isOpen(db, payment))
  || ((payee !== undefined || tags.length > 0) && planRuled(db, payment.id, { payee, tags }) !== undefined)

/** Names, tags and categorises rows that are there as the rules say, the newest first. Call inside `transact`. */
export function runRules(db: WritableLedger, { ids, isDryRun }: Parsed<'rules.apply'>, at: Instant): Output<'rules.apply'> {
  const rules = listRules(db)
  const known = new Set<number>(rules.map(({ id }) => id))
  if (ids?.some((id) => !known.has(id)) === true) throw new AppFailure({ kind: 'not_found', what: 'rule' })
  const meant = new Set<number>(ids ?? rules.filter(({ isEnabled }) => isEnabled).map(({ id }) => id))
  const { fits, planned } = planRules(db, rules.map((rule) => (meant.has(rule.id) ? { ...rule, isEnabled: true } : rule)), meant)
  const rows = shownOf(db, planned)
  const taken = isDryRun ? [] : planned.slice(0, EDIT_ROWS_MAX)
  giveCategories(db, taken.flatMap(({ decided }) => decided ?? []))
  const edits = taken.flatMap(({ edit }) => edit ?? [])
  writeEdits(db, edits.map(({ id, after }) => [id, after]))
  if (edits.length > 0) {
    logStep(db, {
      label: 'apply-rules', count: edits.length,
      forward: { kind: 'transactions', rows: edits.map(({ id, after }) => [id, after] as const) },
      inverse: { kind: 'transactions', rows: edits.map(({ id, before }) => [id, before] as const) },
    }, at)
  }
  return { fits, changes: planned.length, changed: taken.length, rows }
}

const shownOf = (db: ReadableLedger, planned: readonly Planned[]): Changes => planned.slice(0, SHOWN_MAX).map(({ payment, edit, decided }) => ({
  transaction: findTransaction(db, payment.id),
  then: [
    ...(decided ? [{ kind: 'categorise' as const, category: decided.category }] : []),
    ...(edit && edit.after.payee !== null && edit.after.payee !== edit.before.payee ? [{ kind: 'rename' as const, payee: edit.after.payee }] : []),
    ...(edit ? newTags(edit) : []),
  ],
}))

const newTags = ({ before, after }: EditedRow): RuleAction[] =>
  (after.tags ?? []).filter((tag) => !(before.tags ?? []).includes(tag)).map((tag) => ({ kind: 'tag', tag }))
