import { BudgetsSchema, type Budgets } from '#shared/budgets.ts'
import { RULES_MAX } from '#shared/ipc/limits.ts'
import { ContractPartWordSchema, ContractWordSchema, LedgerWordsSchema, TransferWordSchema, type ContractWord, type LedgerWords } from '#shared/ledger-words.ts'
import { MappingSchema, SharedMappingSchema } from '#shared/mapping.ts'
import { CurrencySchema } from '#shared/model.ts'
import { toMinor } from '#shared/money.ts'
import { RuleDraftSchema as NotificationDraftSchema, type RuleDraft as NotificationDraft } from '#shared/notifications.ts'
import { RateSchema, type ExchangeRate } from '#shared/rates.ts'
import { RuleDraftSchema, type RuleDraft } from '#shared/rules.ts'
import { PairingModeSchema } from '#shared/transfers.ts'
import { amountOf, isFields, listOf, textOf, type Fields, type Warn } from './fields.ts'

/** By how the file numbers them: the places of accounts and of rows, from 1. */
export interface Places { readonly accounts: ReadonlyMap<string, number>; readonly rows: ReadonlyMap<string, number> }

const PARTS = ['owners', 'transferPairing', 'transfers', 'contracts', 'contractRows', 'rules', 'budgets', 'mappings', 'categoryNames', 'rates', 'notifications'] as const

/** What people have said beside the rows. Undefined where the file has nothing of the kind, as one from another program. */
export function readWords(root: Fields, places: Places, warn: Warn): LedgerWords | undefined {
  if (!PARTS.some((part) => root[part] !== undefined)) return undefined
  const readAll = <T>(part: (typeof PARTS)[number], read: (fields: Fields) => T | undefined): T[] => listOf(root, part, warn).flatMap((fields) => {
    const one = read(fields)
    if (one === undefined) warn('word-unreadable', part)
    return one === undefined ? [] : [one]
  })
  const readOne = <T>(part: (typeof PARTS)[number] | 'baseCurrency', schema: { safeParse(value: unknown): { readonly data?: T | undefined } }): T | undefined => {
    if (root[part] == null) return undefined
    const { data } = schema.safeParse(root[part])
    if (data === undefined) warn('word-unreadable', part)
    return data
  }
  const budgets = isFields(root['budgets']) ? BudgetsSchema.safeParse(inMinor(root['budgets'], warn)).data : undefined
  const lines = onceEach(budgets?.lines ?? [])
  if (root['budgets'] !== undefined && lines.length !== budgets?.lines.length) warn('word-unreadable', 'budgets')
  return {
    baseCurrency: readOne('baseCurrency', CurrencySchema) ?? null,
    owners: readOne('owners', LedgerWordsSchema.shape.owners) ?? [],
    isCategorised: root['isCategorised'] === true,
    pairing: readOne('transferPairing', PairingModeSchema) ?? null,
    transfers: readAll('transfers', (fields) => readTransfer(fields, places)).flat(),
    contracts: readAll('contracts', (fields) => readContract(fields, places)),
    contractRows: readAll('contractRows', (fields) => readContractRow(fields, places)),
    rules: readAll('rules', (fields) => readRule(fields, places)),
    budgets: budgets === undefined ? null : { ...budgets, lines },
    mappings: readAll('mappings', (fields) => SharedMappingSchema.safeParse(fields).data),
    categoryNames: readOne('categoryNames', MappingSchema.shape.categories) ?? {},
    rates: readAll('rates', readRates).flat(),
    notifications: readAll('notifications', (fields) => readNotification(fields, places)).slice(0, RULES_MAX),
  }
}

/** What Kontor had found by itself it finds again. A row that the file does not have can be in no pair. */
function readTransfer(fields: Fields, { rows }: Places): LedgerWords['transfers'] | undefined {
  if (fields['by'] === 'engine') return []
  const [out, into] = [rows.get(textOf(fields, 'out')), rows.get(textOf(fields, 'into'))]
  const word = TransferWordSchema.safeParse({ out, into, choice: fields['state'] }).data
  return word === undefined ? undefined : [word]
}

function readContract(fields: Fields, { rows }: Places): ContractWord | undefined {
  return ContractWordSchema.safeParse({
    id: fields['id'], row: rows.get(textOf(fields, 'row')) ?? null, merchant: fields['merchant'], currency: fields['currency'], direction: fields['direction'], frequency: fields['frequency'],
    state: fields['state'], name: fields['name'] ?? null, mergedInto: fields['mergedInto'] ?? null, cancelBy: fields['cancelBy'] ?? null, remindDays: fields['remindDays'] ?? null,
  }).data
}

function readContractRow(fields: Fields, { rows }: Places): LedgerWords['contractRows'][number] | undefined {
  return ContractPartWordSchema.safeParse({ row: rows.get(textOf(fields, 'row')), of: fields['of'] === null ? null : rows.get(textOf(fields, 'of')) }).data
}

function readRule(fields: Fields, { accounts }: Places): RuleDraft | undefined {
  const when = isFields(fields['when']) ? fields['when'] : {}
  const conditions: unknown = when['of']
  // A condition left out would make the rule hold for more than its author meant: then it is no rule.
  const of: unknown = Array.isArray(conditions) ? conditions.map((condition: unknown) => (isFields(condition) ? renumbered(condition, accounts) : condition)) : conditions
  return RuleDraftSchema.safeParse({ ...fields, when: { ...when, of } }).data
}

/** Connections stay in their ledger, so a rule that is about some is about nothing here. */
function readNotification(fields: Fields, { accounts }: Places): NotificationDraft | undefined {
  const { scope, currency, limit } = { scope: isFields(fields['scope']) ? fields['scope'] : {}, currency: CurrencySchema.safeParse(fields['currency']).data, limit: amountOf(fields, 'limit') }
  const named: readonly unknown[] = Array.isArray(scope['ids']) ? scope['ids'] : []
  const ids = named.flatMap((id) => accounts.get(String(id)) ?? [])
  const minor = limit === null || currency === undefined ? undefined : toMinor(limit, currency)
  return NotificationDraftSchema.safeParse({
    trigger: fields['trigger'],
    scope: scope['of'] === 'accounts' ? { of: 'accounts', ids } : scope,
    limit: fields['limit'] == null ? null : minor === undefined ? undefined : { minor, currency },
    categoryId: fields['category'] ?? null,
  }).data
}

function renumbered(condition: Fields, accounts: Places['accounts']): Fields {
  if (condition['kind'] !== 'account') return condition
  const named: readonly unknown[] = Array.isArray(condition['accountIds']) ? condition['accountIds'] : []
  return { ...condition, accountIds: named.flatMap((id) => accounts.get(String(id)) ?? []) }
}

/** A category has one limit from a month on: the first that the file names. */
const onceEach = (lines: Budgets['lines']): Budgets['lines'] => lines.filter(({ category, from }, place) => lines.findIndex((one) => one.category === category && one.from === from) === place)

/** Limits are decimal text in the file, as every amount. */
function inMinor(budgets: Fields, warn: Warn): object {
  const lines = listOf(budgets, 'lines', warn).map(({ limit, ...line }) => {
    const [text, currency] = [amountOf({ limit }, 'limit'), CurrencySchema.safeParse(line['currency']).data]
    return { ...line, limitMinor: limit === null ? null : text === null || currency === undefined ? undefined : toMinor(text, currency) }
  })
  return { ...budgets, lines }
}

function readRates(fields: Fields): ExchangeRate[] | undefined {
  if (!isFields(fields['rates'])) return undefined
  const rates = Object.entries(fields['rates']).map(([date, rate]) => RateSchema.safeParse({ base: fields['base'], quote: fields['quote'], date, rate, isTyped: fields['isTyped'] === true }).data)
  return rates.some((rate) => rate === undefined) ? undefined : rates.flatMap((rate) => rate ?? [])
}
