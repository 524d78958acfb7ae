import { normalizeDecimal, sumDecimals, type DecimalText } from '#shared/decimal.ts'
import { decodeText } from '#main/connectors/text/decode.ts'
import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Position, Reading, ReadingWarning, Security, Statement, StatementAccount, StatementBalance } from '#shared/statement.ts'
import { readAccount, UNKNOWN_ACCOUNT } from '../swift/account.ts'
import { eachField, type SwiftField } from '../swift/fields.ts'
import type { Reader } from '../reader.ts'
import { cutBlock, find, readHoldingsMessages, type HoldingsMessage } from './blocks.ts'
import { readHolding } from './position.ts'
import { readAmount, readDay, type CurrencyAmount } from './values.ts'

const TAGS: ReadonlySet<string> = new Set([
  '13A', '16R', '16S', '17B', '19A', '20C', '22F', '22H', '23G', '25D', '28E', '35B', '36B', '69A', '69B', '70C', '70D', '70E', '90A', '90B', '92B', '93B', '93C',
  '94B', '94C', '94F', '95P', '95R', '97A', '97B', '98A', '98C', '99A',
])
const SIGNATURE = /(?:^|[\r\n]|@@)[ \t]*(?:\{[1-5]:.*\})?:16R:(?:GENL|FIN)/

/** Whether a file's first kilobytes look like a securities message of category 5. */
const looksLikeMt535 = (head: string): boolean => SIGNATURE.test(head)

/** Reads MT535, the statement of holdings (docs/protocols/mt535.md). Statements of transactions (MT536) are refused. */
export function readMt535(bytes: Uint8Array): Result<Reading, AppError> {
  if (bytes.length === 0) return err({ kind: 'malformed', reason: 'empty', line: null })
  const { text, encoding } = decodeText(bytes)
  const fields: SwiftField[] = []
  eachField(text, TAGS, (field) => fields.push(field))
  if (fields.some(({ tag }) => tag === '69A' || tag === '69B' || tag === '36B')) return err({ kind: 'unsupported', what: 'format' })
  const cut = cutBlock(fields)
  // Half a depot would look like one that was sold.
  if (cut !== undefined) return err({ kind: 'malformed', reason: 'truncated', line: cut.line })
  const messages = readHoldingsMessages(fields).filter(({ general, holdings }) => holdings.length > 0 || find(general, '97', 'SAFE') !== undefined)
  if (messages.length === 0) return err({ kind: 'malformed', reason: 'no_statement', line: null })
  const warnings: ReadingWarning[] = []
  const statements = groupPages(messages).map((pages) => toStatement(pages, warnings))
  return ok({ format: 'mt535', encoding, statements, discovered: [], statuses: [], warnings, createdAt: null })
}

/** MT535 among the formats a file may have. */
export const mt535Reader: Reader = { recognises: looksLikeMt535, read: readMt535 }

/** `:28E:1/MORE` goes on in the next message, until LAST. */
function groupPages(messages: readonly HoldingsMessage[]): HoldingsMessage[][] {
  const groups: HoldingsMessage[][] = []
  let goesOn = false
  for (const message of messages) {
    const group = groups.at(-1)
    if (goesOn && group) group.push(message)
    else groups.push([message])
    goesOn = saysMore(message)
  }
  return groups
}

const saysMore = ({ general }: HoldingsMessage): boolean => general.some(({ tag, lines }) => tag === '28E' && /\/MORE/.test(lines[0] ?? ''))

function toStatement(pages: readonly HoldingsMessage[], warnings: ReadingWarning[]): Statement {
  const [first] = pages
  const general = first?.general ?? []
  const line = first?.line ?? 1
  if (pages.slice(-1).some(saysMore)) warnings.push({ line, code: 'page-missing', detail: ':28E:' })
  const totals = pages.flatMap(({ additional }) => additional).filter(({ qualifier }) => qualifier === 'HOLP').map(readAmount).filter((amount) => amount !== undefined)
  const asOf = readDay(find(general, '98', 'STAT')) ?? readDay(find(general, '98', 'PREP'))
  const currency = totals.at(-1)?.currency ?? null
  const holdings = pages.flatMap((page) => page.holdings).map((holding) => readHolding(holding, { currency, asOf }, warnings))
  const positions = holdings.map(({ position }) => position)
  const total = totalOf(totals, positions, line, warnings)
  const balances: StatementBalance[] = total === null ? [] : [{ kind: 'other', name: 'HOLP', amount: total, asOf }]
  return {
    kind: 'depot', account: accountOf(general, line, warnings), currency: currency ?? positions.find((position) => position.currency !== null)?.currency ?? null, from: asOf, to: asOf,
    entries: [], pending: [], unreadable: [], balances, trades: [], positions, securities: distinct(holdings.map(({ security }) => security)), loan: null, line,
    holdings: [{ asOf, positions }],
  }
}

function accountOf(general: HoldingsMessage['general'], line: number, warnings: ReadingWarning[]): StatementAccount {
  const field = find(general, '97', 'SAFE')
  if (!field) warnings.push({ line, code: 'no-account', detail: ':97A:' })
  return { ...(field ? readAccount(field.lines) : UNKNOWN_ACCOUNT).account, type: 'investment' }
}

/** The total of a message is its holdings and their accrued interest; on several pages, of each page or of all. */
function totalOf(totals: readonly CurrencyAmount[], positions: readonly Position[], line: number, warnings: ReadingWarning[]): DecimalText | null {
  const last = totals.at(-1)
  if (!last) return null
  const held = sumDecimals(positions.filter(({ currency }) => currency === last.currency).flatMap(({ marketValue, accruedInterest }) => [marketValue, accruedInterest]).filter((value) => value !== null))
  const all = sumDecimals(totals.filter(({ currency }) => currency === last.currency).map(({ amount }) => amount))
  if (held === all) return all
  if (held !== normalizeDecimal(last.amount)) warnings.push({ line, code: 'total-mismatch', detail: 'HOLP' })
  return last.amount
}

function distinct(securities: readonly (Security | null)[]): Security[] {
  return [...new Map(securities.filter((security) => security !== null).map((security) => [security.id, security] as const)).values()]
}
