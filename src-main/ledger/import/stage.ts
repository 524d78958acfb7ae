import type { AppError } from '#shared/errors.ts'
import type { OperationId } from '#shared/model.ts'
import type { Language } from '#shared/preferences.ts'
import type { Result } from '#shared/result.ts'
import type { Reading, Statement } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import { refuseUncountable } from './countable.ts'
import { AccountMatcher } from './match-account.ts'
import { planImport, statedAtOf } from './plan.ts'
import { StagedRows } from './rows.ts'
import type { BatchSource, SourceFile, StagedFile, StagedImport, StagedStatement, Target, Tick } from './staged.ts'

/** One file as it was read; what could not be read stays in the review with its reason. */
export interface ReadSource {
  readonly name: string
  readonly reading: Result<Reading, AppError>
  /** Null for what a bank connection fetched. */
  readonly source: SourceFile | null
  /** Where a statement goes if that is known beforehand. */
  readonly targets?: ReadonlyMap<Statement, Target>
}

/** Holds what was read against the ledger and stores nothing. New accounts are named in `language`. */
export function stageImport(db: ReadableLedger, operationId: OperationId, source: BatchSource, files: readonly ReadSource[], tick: Tick, language: Language = 'en'): StagedImport {
  const matcher = new AccountMatcher(db, language)
  const counter = { statements: 0, rows: 1 }
  const read = files.map((file, index) => stageFile(matcher, file, index, counter))
  const staged: StagedImport = { operationId, source, language, files: refuseUncountable(db, read), revision: '' }
  tick('compare', 0, counter.rows)
  planImport(db, staged)
  tick('compare', counter.rows, counter.rows)
  return staged
}

interface Counter { statements: number; rows: number }

function stageFile(matcher: AccountMatcher, { name, reading, source, targets }: ReadSource, index: number, counter: Counter): StagedFile {
  if (!reading.ok) return { name, format: null, encoding: null, error: reading.error, source: null, statuses: [], discovered: 0, warnings: [], statements: [] }
  const { format, encoding, statuses, discovered, warnings, createdAt, mapping, words } = reading.value
  // What rests on a guess is nobody's to commit.
  const statements = mapping && mapping.open.length > 0 ? [] : reading.value.statements
  return {
    name, format, encoding, error: null, source,
    statuses: statuses.map(({ code, severity, message }) => ({ code, severity, message })),
    discovered: discovered.length,
    warnings,
    ...(mapping && { mapping }),
    ...(words && { words }),
    statements: statements.map((statement, position) => stageStatement(matcher, statement, { key: `${index}.${position}`, fileName: name, createdAt, target: targets?.get(statement) }, counter)),
  }
}

interface Place { readonly key: string; readonly fileName: string; readonly createdAt: string | null; readonly target: Target | undefined }

function stageStatement(matcher: AccountMatcher, source: Statement, { key, fileName, createdAt, target: given }: Place, counter: Counter): StagedStatement {
  const statement = withDerived(source)
  const named = statement.account.name?.trim() ?? ''
  const sourceName = named === '' ? stemOf(fileName) : named
  const target = given ?? matcher.find(statement, sourceName)
  const rows = new StagedRows(statement, target.currency, counter.rows)
  counter.rows += rows.length
  counter.statements += 1
  return { key, number: counter.statements, statement, sourceName, statedAt: statedAtOf(statement, createdAt), rows, target, pass: -counter.statements, warnings: [], listsPending: false }
}

/** What follows from trades and payments moves the account's money, so it comes in as its entries do. */
const withDerived = (statement: Statement): Statement =>
  (statement.derived === undefined || statement.derived.length === 0 ? statement : { ...statement, entries: [...statement.entries, ...statement.derived], derived: [] })

const stemOf = (fileName: string): string => fileName.replace(/\.[^.]{1,8}$/, '').trim() || fileName
