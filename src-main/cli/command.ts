import type { ParseArgsOptionsConfig } from 'node:util'
import type { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/preferences.ts'
import type { Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { Usage } from './usage.ts'

/** The terminal, passed in so that tests own it. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** How many characters fit side by side. Undefined where the answer goes to a file or a program. */
  readonly columns?: number | undefined
  out(text: string): void
  /** For the person, never for a program: notices, questions, the one line of an error. */
  note(text: string): void
  /** Asks without showing what is typed. Undefined where nobody can be asked. */
  askSecret(question: string): Promise<Secret | undefined>
  /** Told when the person (Ctrl+C) or the system wants the command to end; returns the way to hear of it no more. */
  onInterrupt?(listener: () => void): () => void
  /** Asks for something that everybody may see. Undefined where nobody can be asked. */
  ask?(question: string): Promise<string | undefined>
}

export interface Context {
  readonly terminal: Terminal
  readonly ledgerFile: string
  /** Nobody named a ledger, so it is the app's. */
  readonly isOwnLedger: boolean
  /** A ledger that this command makes is not encrypted. */
  readonly plain: boolean
  readonly language: Language
}

export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** One outcome, told twice: to programs (documented in the README) and to people. */
export interface Answer {
  readonly json: unknown
  readonly text: () => string
  /** A command that goes on serving after it has answered: the process may end when this does. */
  readonly until?: Promise<unknown>
}

/** Wrong usage ends with 2 and the command's own usage, a failure with 1 and its sentence. */
export type Outcome = Result<Answer, AppError | Usage | FileFailure>

/** A failure of one of several files: the sentence names it. */
export interface FileFailure { readonly kind: 'file'; readonly file: string; readonly error: AppError }

export interface Command {
  /** As in `kontor --help`: `inspect FILE`. The first word is the command's name. */
  readonly usage: string
  readonly summary: Readonly<Record<Language, string>>
  /** How many positionals may follow the name. */
  readonly operands: readonly [min: number, max: number]
  readonly options: ParseArgsOptionsConfig
  /** Loaded only when it is called: a command costs what it needs and no more. */
  readonly load: () => Promise<(context: Context, args: Arguments) => Promise<Outcome>>
}
