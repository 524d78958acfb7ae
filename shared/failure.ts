import type { AppError } from './errors.ts'

/**
 * Carries an expected failure through code that can only throw (a transaction, a stream). Caught where it becomes a Result.
 * Apart from the schemas, so that the ledger threads need not load zod.
 */
export class AppFailure extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.kind)
    this.error = error
  }
}
