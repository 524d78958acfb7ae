import type { AccountId } from '#shared/model.ts'
import { OWNER_LENGTH_MAX, OWNERS_MAX } from '#shared/ledger-words.ts'
import { minor, toDecimal } from '#shared/money.ts'
import type { RuleCondition, RuleDraft } from '#shared/rules.ts'
import { readBudgets } from '../budgets/budgets.ts'
import { isAnyDue } from '../categories/due.ts'
import { listRules } from '../categories/rules.ts'
import type { ReadableLedger } from '../database.ts'
import { readPartWords } from '../insights/contract-parts.ts'
import { readContractChoices, type ContractChoice } from '../insights/contracts.ts'
import { ownerNames } from '../insights/owners.ts'
import { readPairing } from '../insights/state.ts'
import { readChoices, readPairs } from '../insights/transfers.ts'
import { foreignCategories, listMappings } from '../mappings.ts'
import { portableRules } from '../notifications/portable.ts'
import { allRates } from '../rates.ts'

/** The numbers under which the file speaks of accounts and rows. */
export interface FileNumbers { readonly accounts: ReadonlyMap<number, number>; readonly rows: ReadonlyMap<number, number> }

/** What people have said beside the rows, as fields of the file with their text. */
export function* wordPieces(db: ReadableLedger, numbers: FileNumbers): Iterable<string> {
  yield `"isCategorised": ${JSON.stringify(!isAnyDue(db))},\n"owners": ${JSON.stringify(ownerNames(db).filter((name) => name.length <= OWNER_LENGTH_MAX).slice(0, OWNERS_MAX))},\n"transferPairing": ${JSON.stringify(readPairing(db))}`
  yield* list('transfers', transfers(db, numbers))
  yield* list('contracts', contracts(db, numbers))
  yield* list('contractRows', contractRows(db, numbers))
  yield* list('rules', rules(db, numbers))
  yield `,\n"budgets": ${JSON.stringify(budgets(db))}`
  yield* list('mappings', listMappings(db))
  yield `,\n"categoryNames": ${JSON.stringify(Object.fromEntries(Object.entries(foreignCategories(db)).sort(([left], [right]) => (left < right ? -1 : 1))))}`
  yield* list('rates', rates(db))
  yield* list('notifications', notifications(db, numbers))
}

function* list(name: string, values: Iterable<object>): Iterable<string> {
  let separator = '\n'
  yield `,\n"${name}": [`
  for (const value of values) {
    yield `${separator}${JSON.stringify(value)}`
    separator = ',\n'
  }
  yield separator === '\n' ? ']' : '\n]'
}

/** A person's words, and the pairs that Kontor is sure of by itself: those it will find again. */
function transfers(db: ReadableLedger, { rows }: FileNumbers): object[] {
  const said = readChoices(db).map(({ outId, inId, choice }) => ({ outId, inId, state: choice, by: 'user' }))
  const isSaid = new Set(said.map(({ outId, inId }) => `${outId}:${inId}`))
  const found = readPairs(db).filter(({ outId, inId, state }) => state === 'confirmed' && !isSaid.has(`${outId}:${inId}`)).map(({ outId, inId }) => ({ outId, inId, state: 'confirmed', by: 'engine' }))
  return [...said, ...found].flatMap(({ outId, inId, state, by }) => {
    const [out, into] = [rows.get(outId), rows.get(inId)]
    return out === undefined || into === undefined ? [] : [{ out, into, state, by }]
  }).sort((left, right) => left.out - right.out || left.into - right.into)
}

/** Those about a row in its order; then those whose row is gone, which are about the only contract of their kind. */
function contracts(db: ReadableLedger, { rows }: FileNumbers): object[] {
  const placed = readContractChoices(db).map((choice) => ({ choice, row: rows.get(choice.anchorId) ?? null, face: JSON.stringify(wordOf(choice)) }))
    .sort((left, right) => (left.row ?? Number.MAX_SAFE_INTEGER) - (right.row ?? Number.MAX_SAFE_INTEGER) || (left.face < right.face ? -1 : 1))
  const ids = new Map(placed.map(({ choice }, place) => [choice.anchorId, place + 1]))
  return placed.map(({ choice, row }, place) => {
    const mergedInto = choice.mergedInto === null ? undefined : ids.get(choice.mergedInto)
    return { id: place + 1, ...(row === null ? {} : { row }), ...wordOf(choice), ...(mergedInto === undefined ? {} : { mergedInto }) }
  })
}

/** Rows that are put into a contract, or taken out of all. */
function contractRows(db: ReadableLedger, { rows }: FileNumbers): object[] {
  return [...readPartWords(db)].flatMap(([id, anchorId]) => {
    const [row, of] = [rows.get(id), anchorId === null ? null : rows.get(anchorId)]
    return row === undefined || of === undefined ? [] : [{ row, of }]
  }).sort((left, right) => left.row - right.row)
}

const wordOf = ({ merchantKey, currency, direction, rhythm, state, name, cancelBy, remindDays }: ContractChoice): object => ({
  merchant: merchantKey, currency, direction, frequency: rhythm, state,
  ...(name === null ? {} : { name }), ...(cancelBy === null ? {} : { cancelBy }), ...(remindDays === null ? {} : { remindDays }),
})

/** A condition on accounts that are gone can hold no more; a rule that needs it says nothing any more. */
function rules(db: ReadableLedger, { accounts }: FileNumbers): RuleDraft[] {
  return listRules(db).flatMap(({ name, isEnabled, when, then, stops }): RuleDraft[] => {
    const of = when.of.flatMap((condition) => renumbered(condition, accounts) ?? [])
    const isWhole = when.kind === 'all' ? of.length === when.of.length : of.length > 0
    return isWhole ? [{ name, isEnabled, when: { kind: when.kind, of }, then, stops }] : []
  })
}

function renumbered(condition: RuleCondition, accounts: FileNumbers['accounts']): RuleCondition | undefined {
  if (condition.kind !== 'account') return condition
  const accountIds = condition.accountIds.flatMap((id) => accounts.get(id) ?? []) as AccountId[]
  return accountIds.length === 0 ? undefined : { kind: 'account', accountIds }
}

function budgets(db: ReadableLedger): object {
  const { lines, monthStart } = readBudgets(db)
  return { monthStart, lines: lines.map(({ limitMinor, currency, ...line }) => ({ ...line, limit: limitMinor === null ? null : toDecimal({ minor: minor(limitMinor), currency }), currency })) }
}

function notifications(db: ReadableLedger, { accounts }: FileNumbers): object[] {
  return portableRules(db).map(({ trigger, scope, limit, categoryId }) => ({
    trigger, scope: scope.of === 'accounts' ? { of: scope.of, ids: scope.ids.flatMap((id) => accounts.get(id) ?? []) } : scope,
    ...(limit === null ? {} : { limit: toDecimal(limit), currency: limit.currency }), ...(categoryId === null ? {} : { category: categoryId }),
  }))
}

/** One object for each pair of currencies and who told its rates. */
function* rates(db: ReadableLedger): Iterable<object> {
  const groups = Map.groupBy(allRates(db), ({ base, quote, isTyped }) => `${base}${quote}${isTyped ? 1 : 0}`)
  for (const group of groups.values()) {
    const [first] = group
    if (first) yield { base: first.base, quote: first.quote, ...(first.isTyped ? { isTyped: true } : {}), rates: Object.fromEntries(group.map(({ date, rate }) => [date, rate])) }
  }
}
