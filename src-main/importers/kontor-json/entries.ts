import type { DecimalText } from '#shared/decimal.ts'
import { sumDecimals, normalizeDecimal } from '#shared/decimal.ts'
import { TAG_LENGTH_MAX, TAGS_MAX } from '#shared/ipc/limits.ts'
import { BLANK_ENTRY, type EntryDetail, type OwnWords, type StatementEntry, type UnreadableEntry } from '#shared/statement.ts'
import { amountOf, categoryOf, dateOf, isFields, listOf, textOf, textOrNull, type Fields, type Warn } from './fields.ts'

const TEXTS = [
  'externalId', 'payee', 'purpose', 'bookingText', 'code', 'purposeCode', 'checkNumber', 'bankReference', 'customerReference', 'counterpartyIban', 'counterpartyBic',
  'counterpartyAccount', 'ultimateCounterparty', 'endToEndId', 'mandateReference', 'creditorId', 'returnReason',
] as const
const DETAIL_TEXTS = [
  'payee', 'purpose', 'bankReference', 'customerReference', 'counterpartyIban', 'counterpartyBic', 'counterpartyAccount', 'ultimateCounterparty', 'endToEndId',
  'mandateReference', 'creditorId', 'returnReason',
] as const
const PAYEE_BY = ['user', 'rule'] as const
const CATEGORY_BY = ['user', 'rule', 'guess'] as const

/** One transaction. `place` is its number in the list, from 1: JSON has no lines worth naming. */
export function readEntry(fields: Fields, place: number, warn: Warn): StatementEntry | UnreadableEntry {
  const bookedOn = dateOf(fields, 'bookedOn')
  const amount = amountOf(fields, 'amount')
  if (bookedOn === null || amount === null) {
    const reason = bookedOn === null ? 'bad-date' : 'bad-amount'
    return { line: place, reason, isPending: isPending(fields), bookedOn, amount, payee: textOf(fields, 'payee'), purpose: textOf(fields, 'purpose') }
  }
  return {
    ...BLANK_ENTRY,
    ...texts(fields, TEXTS),
    line: place, bookedOn, amount,
    valueOn: dateOf(fields, 'valueOn'),
    originalAmount: amountOf(fields, 'originalAmount'),
    originalCurrency: textOrNull(fields, 'originalCurrency'),
    exchangeRate: amountOf(fields, 'exchangeRate'),
    isReversal: fields['isReversal'] === true,
    details: listOf(fields, 'details', warn).map(readDetail),
    own: readOwn(fields, amount, warn),
  }
}

export const isPending = (fields: Fields): boolean => fields['status'] === 'pending'

const readDetail = (fields: Fields): EntryDetail => ({ ...texts(fields, DETAIL_TEXTS), amount: amountOf(fields, 'amount'), currency: textOrNull(fields, 'currency') })

function texts<const N extends string>(fields: Fields, names: readonly N[]): Record<N, string> {
  const read = (name: N): [N, string] => [name, textOf(fields, name)]
  // Object.fromEntries forgets which names went in.
  return Object.fromEntries(names.map(read)) as Record<N, string>
}

function readOwn(fields: Fields, amount: DecimalText, warn: Warn): OwnWords | undefined {
  const own = isFields(fields['own']) ? fields['own'] : {}
  const splits = readSplits(fields, amount, warn)
  const tags = readTags(fields, warn)
  const isPossibleDuplicate = fields['isPossibleDuplicate'] === true
  const isByHand = fields['isByHand'] === true
  if (Object.keys(own).length === 0 && splits.length === 0 && tags.length === 0 && !isPossibleDuplicate && !isByHand) return undefined
  const category = categoryOf(own, 'category')
  return {
    payee: textOrNull(own, 'payee'),
    notes: textOrNull(own, 'notes'),
    category,
    // Without a category it says who left the row without one.
    categoryBy: CATEGORY_BY.find((by) => by === own['categoryBy']) ?? (category === null ? null : 'user'),
    payeeBy: PAYEE_BY.find((by) => by === own['payeeBy']),
    isPossibleDuplicate,
    isByHand,
    splits,
    tags,
  }
}

/** Each once, whatever its case; too long ones are no tags of ours. */
function readTags(fields: Fields, warn: Warn): string[] {
  const said = fields['tags'] ?? []
  if (!Array.isArray(said)) warn('not-a-list', 'tags')
  const list: readonly unknown[] = Array.isArray(said) ? said : []
  const tags = list.flatMap((tag) => (typeof tag === 'string' && tag.trim() !== '' && tag.length <= TAG_LENGTH_MAX ? [tag.trim()] : []))
  return [...new Map(tags.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].slice(0, TAGS_MAX)
}

/** Parts that do not add up to the row would make every report wrong, so the row is then left whole. */
function readSplits(fields: Fields, amount: DecimalText, warn: Warn): OwnWords['splits'] {
  const splits = listOf(fields, 'splits', warn).map((split) => ({ amount: amountOf(split, 'amount'), category: categoryOf(split, 'category'), notes: textOrNull(split, 'notes') }))
  const whole = splits.flatMap((split) => (split.amount === null ? [] : [{ ...split, amount: split.amount }]))
  const addsUp = whole.length === splits.length && sumDecimals(whole.map((split) => split.amount)) === normalizeDecimal(amount)
  if (!addsUp && splits.length > 0) warn('splits-mismatch', '')
  return addsUp ? whole : []
}
