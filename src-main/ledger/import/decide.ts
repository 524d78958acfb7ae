import { AppFailure } from '#shared/failure.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import { isCurrency } from '#shared/money.ts'
import { findAccount } from '../accounts.ts'
import type { ReadableLedger } from '../database.ts'
import { isImportCountable, UNCOUNTABLE } from './countable.ts'
import { choicesOf, planTarget } from './plan.ts'
import { findStatement } from './review.ts'
import { statementsOf, type StagedImport, type StagedStatement, type Target } from './staged.ts'

/** The user's word on single rows, or on all rows of one decision. What a row does not offer is refused as a whole for named rows, and passed over for all. */
export function decideRows(db: ReadableLedger, staged: StagedImport, { key, indexes, from, decision }: Parsed<'imports.decide'>): void {
  const statement = findStatement(staged, key)
  const { rows } = statement
  if (indexes?.some((row) => row < 0 || row >= rows.length || !choicesOf(rows, row).includes(decision)) === true) throw new AppFailure({ kind: 'invalid_input', path: 'decision' })
  for (const row of indexes ?? rowsOf(statement)) {
    if (from !== undefined && rows.decision(row) !== from) continue
    if (!choicesOf(rows, row).includes(decision)) continue
    rows.choose(row, decision === rows.planned(row) ? undefined : decision)
  }
  if (isShared(staged, statement)) planTarget(db, staged, statement.target)
}

const rowsOf = ({ rows }: StagedStatement): Iterable<number> => Array.from({ length: rows.length }, (_, row) => row)

/** Later statements into the same account are held against what this one brings. */
const isShared = (staged: StagedImport, { target }: StagedStatement): boolean => statementsOf(staged).filter((other) => other.target === target).length > 1

/** Puts a statement into an existing account, or into a new one. Decisions of the user's that still make sense stay. */
export function assignStatement(db: ReadableLedger, staged: StagedImport, { key, accountId, name }: Parsed<'imports.assign'>): void {
  const statement = findStatement(staged, key)
  const before = statement.target
  if (accountId === null && before.accountId === null) rename(staged, before, name ?? before.name)
  else move(statement, accountId === null ? { ...before, accountId, name: name ?? statement.sourceName, isChosen: true } : existingTarget(db, staged, statement, accountId))
  if (!isImportCountable(db, staged)) {
    move(statement, before)
    throw new AppFailure(UNCOUNTABLE)
  }
  planTarget(db, staged, before)
  planTarget(db, staged, statement.target)
}

/** Statements that share a new account go on sharing it. */
function rename(staged: StagedImport, before: Target, name: string): void {
  const target: Target = { ...before, name }
  for (const statement of statementsOf(staged)) if (statement.target === before) statement.target = target
}

/** A statement that names no currency is read in its account's. */
function move(statement: StagedStatement, target: Target): void {
  if (target.currency !== statement.target.currency) statement.rows.readAmounts(target.currency)
  statement.target = target
}

function existingTarget(db: ReadableLedger, staged: StagedImport, { statement }: StagedStatement, accountId: NonNullable<Target['accountId']>): Target {
  const account = findAccount(db, accountId)
  if (statement.currency !== null && isCurrency(statement.currency) && statement.currency !== account.currency) throw new AppFailure({ kind: 'unsupported', what: 'other_currency' })
  const shared = statementsOf(staged).find(({ target }) => target.accountId === accountId)
  return shared?.target ?? { accountId, name: account.name, currency: account.currency }
}
