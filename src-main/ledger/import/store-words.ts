import type { Budgets } from '#shared/budgets.ts'
import type { ContractWord, LedgerWords } from '#shared/ledger-words.ts'
import { BUDGET_LINES_MAX, CATEGORY_RULES_MAX } from '#shared/ipc/limits.ts'
import { AccountIdSchema, type AccountId } from '#shared/model.ts'
import { localDate, type Instant } from '#shared/dates.ts'
import { RuleDraftSchema, type Rule, type RuleDraft, type RuleId } from '#shared/rules.ts'
import { readBudgets, writeBudgets } from '../budgets/budgets.ts'
import { lastRuleId, listRules, storeRules } from '../categories/rules.ts'
import type { WritableLedger } from '../database.ts'
import type { Goal } from '../history.ts'
import { readPartWords, writePartWords, type PartChange } from '../insights/contract-parts.ts'
import { readContractChoices, writeContractChoices, type ContractChoice } from '../insights/contracts.ts'
import { tellOwners } from '../insights/owners.ts'
import { markChanged, readPairing, writePairing } from '../insights/state.ts'
import { applyChoices, readChoices } from '../insights/transfers.ts'
import { keepCategoryNames, keepMapping, listMappings } from '../mappings.ts'
import { takeRules as takeNotificationRules } from '../notifications/portable.ts'
import { keepRates, listTyped, setRate } from '../rates.ts'
import { setBaseCurrency } from '../settings.ts'

/** What a file's numbers have become here: accounts by the place of their statement, rows by their own. */
export interface StoredPlaces { readonly accounts: readonly AccountId[]; readonly rows: ReadonlyMap<number, number>; readonly isEmptyLedger: boolean; readonly at: Instant }

/** There and back, for the undo of the import. */
export interface Turn { readonly forward: Goal; readonly inverse: Goal }

/** Takes over what people had said elsewhere, wherever nobody has spoken here: a word in this ledger counts more. Call inside `transact`. */
export function storeWords(db: WritableLedger, words: LedgerWords, places: StoredPlaces): Turn[] {
  if (places.isEmptyLedger) takeFace(db, words)
  storeRates(db, words)
  storeMappings(db, words, places.at)
  const turns = [takeRules(db, words, places), takeBudgets(db, words), takePairing(db, words), takeTransfers(db, words, places), takeContracts(db, words, places), takeContractRows(db, words, places), takeNotifications(db, words, places)]
  return turns.filter((turn) => turn !== undefined)
}

/** Names are found from transfers as well; known at once, no row has to be looked at again because of them. */
function takeFace(db: WritableLedger, { baseCurrency, owners }: LedgerWords): void {
  if (baseCurrency !== null) setBaseCurrency(db, baseCurrency)
  if (owners.length > 0) tellOwners(db, owners)
}

function storeRates(db: WritableLedger, { rates }: LedgerWords): void {
  keepRates(db, rates.filter(({ isTyped }) => !isTyped))
  const typed = new Set(listTyped(db).map(({ base, quote, date }) => `${base}${quote}${date}`))
  for (const rate of rates) if (rate.isTyped && !typed.has(`${rate.base}${rate.quote}${rate.date}`)) setRate(db, rate)
}

function storeMappings(db: WritableLedger, { mappings, categoryNames }: LedgerWords, at: Instant): void {
  const known = new Set(listMappings(db).map(({ fingerprint }) => fingerprint))
  // Their categories are among the names: as somebody answered last, they may differ from what the mapping says.
  for (const mapping of mappings) if (!known.has(mapping.fingerprint)) keepMapping(db, mapping, at)
  keepCategoryNames(db, categoryNames)
}

/** They are asked after those that are here. Rows of the file have already had them. */
function takeRules(db: WritableLedger, { rules }: LedgerWords, { accounts, isEmptyLedger }: StoredPlaces): Turn | undefined {
  const before = listRules(db)
  const known = new Set(before.map((rule) => faceOf(rule)))
  const drafts = rules.map((rule) => renumbered(rule, accounts)).filter((rule) => rule !== undefined && !known.has(faceOf(rule))).slice(0, CATEGORY_RULES_MAX - before.length)
  if (drafts.length === 0) return undefined
  const first = lastRuleId(db) + 1
  const after: Rule[] = [...before, ...drafts.flatMap((draft, place) => (draft ? [{ id: first + place as RuleId, ...draft }] : []))]
  storeRules(db, after, !isEmptyLedger)
  return { forward: { kind: 'rules', rules: after }, inverse: { kind: 'rules', rules: before } }
}

const faceOf = (rule: RuleDraft | Rule): string => JSON.stringify({ ...rule, id: 0 }, ['id', 'name', 'isEnabled', 'when', 'kind', 'of', 'field', 'test', 'value', 'fromMinor', 'toMinor', 'sign', 'accountIds', 'currency', 'then', 'category', 'payee', 'tag', 'stops'])

function renumbered(rule: RuleDraft, accounts: readonly AccountId[]): RuleDraft | undefined {
  const of = rule.when.of.map((condition) => (condition.kind === 'account' ? { ...condition, accountIds: condition.accountIds.map((place) => accounts[place - 1]).filter((id) => AccountIdSchema.safeParse(id).success) } : condition))
  return RuleDraftSchema.safeParse({ ...rule, when: { ...rule.when, of } }).data
}

/** A category that has a budget here keeps it; so does a month that begins on another day than the first. */
function takeBudgets(db: WritableLedger, { budgets }: LedgerWords): Turn | undefined {
  if (budgets === null) return undefined
  const before = readBudgets(db)
  const own = new Set(before.lines.map(({ category }) => category))
  const lines = [...before.lines, ...budgets.lines.filter(({ category }) => !own.has(category))].slice(0, BUDGET_LINES_MAX)
  const isDefault = before.monthStart.day === 1 && before.monthStart.shift === 'none'
  writeBudgets(db, { lines, monthStart: isDefault ? budgets.monthStart : before.monthStart })
  const after: Budgets = readBudgets(db)
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : { forward: { kind: 'budgets', budgets: after }, inverse: { kind: 'budgets', budgets: before } }
}

function takePairing(db: WritableLedger, { pairing }: LedgerWords): Turn | undefined {
  const before = readPairing(db)
  if (pairing === null || before !== 'confirm' || pairing === before) return undefined
  writePairing(db, pairing)
  return { forward: { kind: 'pairing', mode: pairing }, inverse: { kind: 'pairing', mode: before } }
}

/** A row that is confirmed in a pair here is not put into another one. */
function takeTransfers(db: WritableLedger, { transfers }: LedgerWords, { rows }: StoredPlaces): Turn | undefined {
  const known = readChoices(db)
  const said = new Set(known.map(({ outId, inId }) => `${outId}:${inId}`))
  const paired = new Set(known.flatMap(({ outId, inId, choice }) => (choice === 'confirmed' ? [outId, inId] : [])))
  const choices = transfers.flatMap(({ out, into, choice }) => {
    const [outId, inId] = [rows.get(out), rows.get(into)]
    if (outId === undefined || inId === undefined || outId === inId || said.has(`${outId}:${inId}`)) return []
    if (choice === 'confirmed' && (paired.has(outId) || paired.has(inId))) return []
    if (choice === 'confirmed') paired.add(outId).add(inId)
    return [{ outId, inId, choice }]
  })
  if (choices.length === 0) return undefined
  applyChoices(db, choices)
  return { forward: { kind: 'transfers', choices, rows: [] }, inverse: { kind: 'transfers', choices: choices.map((one) => ({ ...one, choice: null })), rows: [] } }
}

function takeContracts(db: WritableLedger, { contracts }: LedgerWords, { rows }: StoredPlaces): Turn | undefined {
  const known = new Set(readContractChoices(db).map(({ anchorId }) => anchorId))
  // Below nothing, so that it is no row's: the word is then about the only contract of its kind.
  let homeless = Math.min(0, ...known)
  const anchors = new Map(contracts.map(({ id, row }) => [id, (row === null ? undefined : rows.get(row)) ?? (homeless -= 1)]))
  const choices = contracts.map((word): ContractChoice => choiceOf(word, anchors)).filter(({ anchorId }) => !known.has(anchorId))
  if (choices.length === 0) return undefined
  const changes = choices.map((choice) => [choice.anchorId, choice] as const)
  writeContractChoices(db, changes)
  markChanged(db)
  return { forward: { kind: 'contracts', changes }, inverse: { kind: 'contracts', changes: choices.map(({ anchorId }) => [anchorId, null] as const) } }
}

function takeContractRows(db: WritableLedger, { contractRows }: LedgerWords, { rows }: StoredPlaces): Turn | undefined {
  const known = readPartWords(db)
  const parts = contractRows.flatMap(({ row, of }): PartChange[] => {
    const [id, anchorId] = [rows.get(row), of === null ? null : rows.get(of)]
    return id === undefined || anchorId === undefined || id === anchorId || known.has(id) ? [] : [[id, { anchorId }]]
  })
  if (parts.length === 0) return undefined
  writePartWords(db, parts)
  return { forward: { kind: 'contracts', changes: [], parts }, inverse: { kind: 'contracts', changes: [], parts: parts.map(([id]) => [id, null] as const) } }
}

function takeNotifications(db: WritableLedger, { notifications }: LedgerWords, { accounts, at }: StoredPlaces): Turn | undefined {
  const rules = takeNotificationRules(db, notifications, accounts, { at, today: localDate(at.slice(0, 10)) })
  return rules.length === 0 ? undefined : { forward: { kind: 'notifications', rules, areThere: true }, inverse: { kind: 'notifications', rules, areThere: false } }
}

const choiceOf = ({ id, merchant, frequency, mergedInto, ...word }: ContractWord, anchors: ReadonlyMap<number, number>): ContractChoice => ({
  anchorId: anchors.get(id) ?? 0, merchantKey: merchant, currency: word.currency, direction: word.direction, rhythm: frequency, state: word.state, name: word.name,
  mergedInto: mergedInto === null ? null : anchors.get(mergedInto) ?? null, cancelBy: word.cancelBy, remindDays: word.remindDays,
})
