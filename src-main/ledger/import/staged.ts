import type { ConnectionId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { LedgerWords } from '#shared/ledger-words.ts'
import type { Mapping, MappingProposal } from '#shared/mapping.ts'
import type { ReviewFile } from '#shared/ipc/import-endpoints.ts'
import type { AccountId, OperationId } from '#shared/model.ts'
import type { Currency } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import type { ReadingWarning, Statement } from '#shared/statement.ts'
import type { StagedRows } from './rows.ts'

/** Where a batch comes from. */
export type BatchSource = 'file' | 'demo' | 'fints' | 'ofx' | 'manual'

/** The file as it came, already compressed, so that its bytes need not be held until the user has decided. Null content: the ledger has it. */
export interface SourceFile { readonly sha256: string; readonly byteCount: number; readonly content: Uint8Array | null }

/** The account a statement goes into. Statements of one import that go into the same new account share one target. */
export interface Target {
  /** Null: the commit makes it. */
  readonly accountId: AccountId | null
  readonly name: string
  readonly currency: Currency
  /** The user wants a new account, whatever else would fit. */
  readonly isChosen?: boolean
}

export interface StagedStatement {
  /** `file.statement`, both from 0: stable while the import is staged. */
  readonly key: string
  /** Number within the whole import, from 1. */
  readonly number: number
  readonly statement: Statement
  /** Name under which the source knows the account; for files without any, their own name. */
  readonly sourceName: string
  readonly statedAt: string
  readonly rows: StagedRows
  target: Target
  /** Statements of one file that count their rows together share one (passes.ts). Below 0, so that it is nobody's number. */
  pass: number
  /** What the pipeline itself has to say; found anew with every plan. */
  warnings: ReadingWarning[]
  /** The pending list counts; not one that another statement has already outdated. */
  listsPending: boolean
}

export interface StagedFile {
  readonly name: string
  readonly format: string | null
  readonly encoding: string | null
  readonly error: AppError | null
  readonly source: SourceFile | null
  readonly statuses: ReviewFile['statuses']
  readonly discovered: number
  readonly warnings: readonly ReadingWarning[]
  readonly statements: readonly StagedStatement[]
  /** How it was read, where that is not fixed by its format. While something is open it has no statements. */
  readonly mapping?: MappingProposal | undefined
  /** What its people had said beside the rows. */
  readonly words?: LedgerWords | undefined
}

/** Files read and compared but not stored. Lives in the writing thread until it is committed or discarded. */
export interface StagedImport {
  readonly operationId: OperationId
  readonly source: BatchSource
  /** New accounts are named in it. */
  readonly language: Language
  /** The connection that fetched it. */
  readonly connectionId?: ConnectionId
  readonly files: readonly StagedFile[]
  /** What somebody has answered about files, by their place. */
  readonly answers?: ReadonlyMap<number, { readonly mapping?: Mapping | undefined; readonly preset?: string | undefined }>
  /** The ledger's revision the decisions were made against. */
  revision: string
}

export const statementsOf = ({ files }: Pick<StagedImport, 'files'>): StagedStatement[] => files.flatMap(({ statements }) => statements)

/** Lets long work be seen and stopped. Throws `cancelled` when it should end. */
export type Tick = (phase: 'read' | 'compare' | 'store', done: number, total: number) => void
