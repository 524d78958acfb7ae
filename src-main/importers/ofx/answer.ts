import { CCSTMTTRNRS, STMTTRNRS } from '#main/connectors/ofx/aggregates/banking.ts'
import { INVSTMTTRNRS } from '#main/connectors/ofx/aggregates/investment.ts'
import { LOANSTMTTRNRS } from '#main/connectors/ofx/aggregates/loan.ts'
import { on, type Handler } from '#main/connectors/ofx/walk.ts'
import type { Reading, Statement } from '#shared/statement.ts'
import type { AgreedTerms } from './loans.ts'
import { OfxReading } from './reading.ts'

/** What an answer brought, with each statement under the number of the request that asked for it. */
export interface AnsweredStatements { readonly reading: Reading; readonly byRequest: ReadonlyMap<string, Statement> }

/**
 * Makes statements of an answer while the connector reads it (`OfxClient.post`, `also`): one pass, the same mapping as for
 * files. Numbers tie them to their requests, never positions.
 */
export class AnswerStatements {
  readonly #reading: OfxReading
  readonly #uids: string[] = []

  readonly handlers: readonly Handler[]

  /** `agreedTerms` holds what is known of the bank's loans from one answer to the next: the list of accounts states it. */
  constructor(agreedTerms?: Map<string, AgreedTerms>) {
    this.#reading = new OfxReading(agreedTerms)
    this.handlers = [...this.#reading.handlers, ...this.#wrappers()]
  }

  #wrappers(): Handler[] {
    return [STMTTRNRS, CCSTMTTRNRS, LOANSTMTTRNRS, INVSTMTTRNRS].map((wrapper) => on<typeof wrapper>(wrapper, ({ TRNUID }) => { this.#number(TRNUID) }))
  }

  finish(): AnsweredStatements {
    const reading = this.#reading.finish('ofx', '')
    const byRequest = new Map<string, Statement>()
    for (const [index, statement] of reading.statements.entries()) {
      const uid = this.#uids[index]
      // A bank that answers twice says the same twice: the first counts.
      if (uid !== undefined && uid !== '' && !byRequest.has(uid)) byRequest.set(uid, statement)
    }
    return { reading, byRequest }
  }

  /** A wrapper closes after the statement in it. */
  #number(uid: string): void {
    while (this.#uids.length < this.#reading.statementCount) this.#uids.push(uid)
  }
}
