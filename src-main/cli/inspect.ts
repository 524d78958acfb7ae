import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import { normalizeDecimal, sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { MappingProposal } from '#shared/mapping.ts'
import type { Language } from '#shared/preferences.ts'
import { err, ok } from '#shared/result.ts'
import type { BankStatus, DiscoveredAccount, Position, Reading, ReadingWarning, Statement, StatementBalance, StatementEntry, UnreadableEntry } from '#shared/statement.ts'
import { warningSentence } from '#shared/warning-text.ts'
import { readFile } from '#main/importers/read.ts'
import { systemClock } from '#main/platform/clock.ts'
import { readFileBounded } from '#main/platform/files.ts'
import { readAnswers } from './answers.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { codeText, decimalText } from './say.ts'
import { table } from './table.ts'
import { words } from './words.ts'

/** Parses one file and says what is in it. The ledger is not opened. */
export async function inspect({ language, terminal }: Context, { positionals: [file = ''], values }: Arguments): Promise<Outcome> {
  const answers = await readAnswers(values)
  if (!answers.ok) return answers
  const bytes = await readFileBounded(file, FILE_BYTES_MAX)
  if (!bytes.ok) return err({ kind: 'file', file, error: bytes.error })
  const reading = readFile(file, bytes.value, { now: systemClock.now(), mappings: { given: answers.value.mapping, preset: answers.value.preset, remembered: () => undefined } })
  if (!reading.ok) return err({ kind: 'file', file, error: reading.error })
  // Without an amount that is certain there is nothing to tell; an open order of the dates leaves counts and sums as they are.
  const open = reading.value.mapping?.open.find((question) => question !== 'date-order')
  if (open !== undefined) return err({ kind: 'file', file, error: { kind: 'invalid_input', path: `mapping.${open}` } })
  return ok({ json: toJson(reading.value), text: () => toText(reading.value, language, terminal.columns) })
}

export interface StatementSummary {
  readonly kind: Statement['kind']
  readonly acctid: string | null
  readonly bankid: string | null
  readonly iban: string | null
  readonly currency: string | null
  readonly n: number
  readonly sum: DecimalText
  readonly first: string | null
  readonly last: string | null
  readonly ledger: DecimalText | null
  readonly avail: DecimalText | null
  readonly pending: number
  readonly foreign?: readonly ForeignSum[]
  readonly [extra: string]: unknown
}

function toJson(reading: Reading): { format: string; statements: StatementSummary[]; accounts: unknown[]; statuses: readonly BankStatus[]; warnings: readonly ReadingWarning[]; mapping?: object } {
  return {
    format: reading.format,
    statements: reading.statements.map(summarize),
    accounts: reading.discovered.map(describeAccount),
    statuses: reading.statuses,
    warnings: reading.warnings,
    ...(reading.mapping && { mapping: describeMapping(reading.mapping) }),
  }
}

/** How a format without a fixed shape was read; the names of columns are the file's own. */
const describeMapping = ({ fingerprint, preset, header, mapping, open, categories }: MappingProposal): object =>
  ({ fingerprint, preset: preset?.id ?? null, open, header, columns: mapping.columns, dateOrder: mapping.dateOrder, decimal: mapping.decimal, sign: mapping.sign, categories: categories.length })

/** A statement in figures, as it is told to programs. */
export function summarize(statement: Statement): StatementSummary {
  const { account, pending, balances, from, to, unreadable } = statement
  // A booked row that cannot be imported is a row of the file all the same.
  const booked = [...statement.entries, ...unreadable.filter(({ isPending }) => !isPending)]
  const dates = booked.map(({ bookedOn }) => bookedOn).filter((date) => date !== null).sort()
  return {
    kind: statement.kind,
    acctid: account.number,
    bankid: account.bankCode,
    iban: account.iban,
    currency: statement.currency,
    n: booked.length,
    sum: sumDecimals(booked.map(({ amount }) => amount).filter((amount) => amount !== null)),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    ledger: amountOf(balances, 'booked'),
    avail: amountOf(balances, 'available'),
    pending: pending.length,
    ...(unreadable.length > 0 && { unreadable: unreadable.length }),
    from,
    to,
    line: statement.line,
    accttype: account.type,
    ...foreign(booked),
    ...holdings(statement),
    ...(statement.loan && { loan: statement.loan }),
  }
}

interface ForeignSum { readonly currency: string; readonly n: number; readonly sum: DecimalText }

/** `sum` adds up what the file says. What stands there in another currency is told apart; an import converts it at the bank's own rate. */
function foreign(booked: readonly (StatementEntry | UnreadableEntry)[]): { foreign?: ForeignSum[] } {
  const groups = Map.groupBy(booked.filter((row): row is StatementEntry => 'currency' in row && row.currency !== null), ({ currency }) => currency ?? '')
  return groups.size === 0 ? {} : { foreign: [...groups].map(([currency, rows]) => ({ currency, n: rows.length, sum: sumDecimals(rows.map(({ amount }) => amount)) })) }
}

/** The bank's closing balance is the last one of its kind: a file may carry one a day. */
const amountOf = (balances: readonly StatementBalance[], kind: StatementBalance['kind']): DecimalText | null => balances.findLast((balance) => balance.kind === kind)?.amount ?? null

function holdings({ kind, positions, trades, securities, balances }: Statement): object {
  if (kind !== 'inv' && kind !== 'depot') return {}
  return {
    positions: positions.map(describePosition),
    trades: trades.length,
    securities: securities.length,
    cash: amountOf(balances, 'cash'),
    // The bank's own total where it gives one (MT535 HOLP), else what the positions are worth.
    total: balances.find(({ name }) => name === 'HOLP')?.amount ?? sumDecimals(positions.flatMap(({ marketValue, accruedInterest }) => [marketValue, accruedInterest]).filter((value) => value !== null)),
  }
}

const describePosition = ({ securityId, code, units, unitPrice, priceCurrency, marketValue, accruedInterest, costBasis, currency, asOf }: Position): object =>
  ({ securityId, code, units, unitPrice, priceCurrency, marketValue, accruedInterest, costBasis, currency, asOf })

const describeAccount = ({ kind, account }: DiscoveredAccount): object => ({ kind, acctid: account.number, bankid: account.bankCode, iban: account.iban, type: account.type, name: account.name })

function toText(reading: Reading, language: Language, width: number | undefined): string {
  const say = words(language)
  const parts = [`${say.format}: ${reading.format}`]
  if (reading.statements.length > 0) parts.push(statementTable(reading.statements, language, width))
  else parts.push(say.noStatements)
  for (const { currency, n, sum } of reading.statements.flatMap((statement) => summarize(statement).foreign ?? [])) parts.push(`${say.inOtherCurrency}: ${n} × ${currency}, ${decimalText(sum, language, 2)}`)
  if (reading.discovered.length > 0) parts.push(`${say.accountsNamed}: ${reading.discovered.map(({ account }) => account.iban ?? account.number ?? '–').join(', ')}`)
  for (const { code, message } of reading.statuses) parts.push(`${say.bankSays}: ${code} ${message}`.trimEnd())
  if (reading.warnings.length > 0) parts.push([`${say.warnings}:`, ...reading.warnings.map((warning) => `  ${warningText(warning, language)}`)].join('\n'))
  return parts.join('\n\n')
}

function statementTable(statements: readonly Statement[], language: Language, width: number | undefined): string {
  const say = words(language)
  const columns = [say.kind, say.account, say.currency].map((title) => ({ title }))
  const figures = [say.entries, say.sum, say.first, say.last, say.balance, say.pending].map((title) => ({ title, align: 'right' } as const))
  const rows = statements.map(summarize).map((s) => [
    codeText(s.kind, language), s.iban ?? s.acctid ?? '–', s.currency ?? '–', String(s.n), decimalText(s.sum, language, 2), s.first ?? '–', s.last ?? '–', s.ledger === null ? '–' : decimalText(normalizeDecimal(s.ledger), language, 2), String(s.pending),
  ])
  return table([...columns, ...figures], rows, width)
}

/** With its line, where it has one. */
export const warningText = (warning: ReadingWarning, language: Language): string => (warning.line === null ? '' : `${words(language).line} ${warning.line}: `) + warningSentence(warning, language)
