import type { LocalDate } from '#shared/dates.ts'
import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { ReadingWarning, Statement, StatementAccount, StatementBalance, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import { negate } from '../text/decimal-text.ts'
import { isIban, withoutSpaces } from '../text/remittance.ts'
import { runsOf } from './chain.ts'
import type { ReadRow } from './entries.ts'
import type { Block } from './layout.ts'

interface Group {
  readonly account: string
  readonly name: string
  readonly currency: string | null
  readonly entries: { readonly entry: StatementEntry; readonly balance: DecimalText | null }[]
  readonly pending: StatementEntry[]
  readonly unreadable: UnreadableEntry[]
}

/** Rows by the account and currency they name, each group one statement. What stands around the rows is told and left out. */
export function collectStatements(block: Block, rows: readonly ReadRow[], warnings: ReadingWarning[]): Statement[] {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    if (row.kind === 'outside') {
      warnings.push({ line: row.line, code: `csv-row-${row.reason}`, detail: '' })
      continue
    }
    const group = groupOf(groups, row)
    if (row.kind === 'unreadable') group.unreadable.push(row.row)
    else if (row.isPending) group.pending.push(row.entry)
    else group.entries.push({ entry: row.entry, balance: row.balance })
  }
  const own = ownAccount(block)
  if (groups.size === 0) groups.set('', { account: '', name: '', currency: null, entries: [], pending: [], unreadable: [] })
  const isAlone = groups.size === 1
  return [...groups.values()].map((group) => toStatement(group, isAlone ? own : null, block, warnings))
}

function groupOf(groups: Map<string, Group>, { account, name, currency }: Pick<Group, 'account' | 'name' | 'currency'>): Group {
  const key = JSON.stringify([account, name, currency])
  const group = groups.get(key) ?? { account, name, currency, entries: [], pending: [], unreadable: [] }
  groups.set(key, group)
  return group
}

function toStatement({ account, name, currency, entries, pending, unreadable }: Group, own: string | null, block: Block, warnings: ReadingWarning[]): Statement {
  const type = block.preset?.type ?? 'checking'
  return {
    kind: type === 'credit' ? 'cc' : 'bank',
    account: { ...accountOf(account === '' ? own ?? '' : account), name: name === '' ? null : name, type },
    currency, from: null, to: null,
    entries: entries.map(({ entry }) => entry), pending, unreadable,
    balances: balancesOf(entries, block, warnings),
    trades: [], positions: [], securities: [], loan: null, line: block.headerLine,
  }
}

function accountOf(text: string): Omit<StatementAccount, 'name' | 'type'> {
  const compact = withoutSpaces(text)
  return { number: isIban(compact) || compact === '' ? null : compact, iban: isIban(compact) ? compact : null, bankCode: null, branch: null, bic: null }
}

const IBAN_ALONE = /\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)(?=$|[ /])/
const CARD = /^[\dX*•]{4,6}[\dX*• ]{4,12}\d{2,4}$/i
const LABEL = /^(?:konto|kontonummer|account|account number|kreditkarte|karte|card)\b/i

/** The account named above the rows: an IBAN, or the number beside a label. */
function ownAccount({ preamble }: Block): string | null {
  for (const { cells } of preamble) {
    for (const cell of cells) {
      const iban = withoutSpaces(IBAN_ALONE.exec(cell)?.[1] ?? '')
      if (isIban(iban)) return iban
    }
    const [label = '', value = ''] = cells
    const number = value.split('/')[0]?.trim() ?? ''
    if (LABEL.test(label) && (/^\d{5,20}$/.test(number) || CARD.test(number))) return number
  }
  return null
}

/** The running balance proves that rows and signs were read as the bank meant them; only then its ends are balances of the account. */
function balancesOf(entries: Group['entries'], { headerLine }: Block, warnings: ReadingWarning[]): StatementBalance[] {
  const steps = entries.flatMap(({ entry, balance }) => (balance === null ? [] : [{ entry, amount: entry.amount, balance }]))
  if (steps.length === 0 || steps.length < entries.length) return []
  const direction = runsOf(steps)
  if (direction === null) {
    warnings.push({ line: headerLine, code: 'balance-chain', detail: String(steps.length) })
    return []
  }
  const inOrder = direction === 'oldest-first' ? steps : steps.toReversed()
  const [first] = inOrder
  const last = inOrder.at(-1)
  if (!first || !last) return []
  const latest = steps.map(({ entry }) => entry.bookedOn).sort().at(-1) ?? last.entry.bookedOn
  // Sorted by another day than the booking day, the end of the list is not the end of the account's latest day.
  if (latest !== last.entry.bookedOn) return []
  return [balance('opening', sumDecimals([first.balance, negate(first.amount)]), null), balance('booked', last.balance, last.entry.bookedOn)]
}

const balance = (kind: 'opening' | 'booked', amount: DecimalText, asOf: LocalDate | null): StatementBalance => ({ kind, name: '', amount, asOf })
