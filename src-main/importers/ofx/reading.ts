import { CCSTMTRS, STMTRS, STMTTRN, STMTTRNP } from '#main/connectors/ofx/aggregates/banking.ts'
import { CCSTMTENDRS, STMTENDRS } from '#main/connectors/ofx/aggregates/closing.ts'
import { STATUS } from '#main/connectors/ofx/aggregates/common.ts'
import { INVSTMTENDRS, INVSTMTRS, POSITIONS, TRADES } from '#main/connectors/ofx/aggregates/investment.ts'
import { AMRTSTMTRS, LOANACCTINFO, LOANSTMTENDRS, LOANSTMTRS, LOANSTMTTRN } from '#main/connectors/ofx/aggregates/loan.ts'
import { SECINFO } from '#main/connectors/ofx/aggregates/securities.ts'
import { ACCTINFO, SONRS } from '#main/connectors/ofx/aggregates/signon.ts'
import type { Of } from '#main/connectors/ofx/schema.ts'
import { DayReader, readInstant } from '#main/connectors/ofx/values.ts'
import { on, type Handler } from '#main/connectors/ofx/walk.ts'
import type { Instant } from '#shared/dates.ts'
import type { BankStatus, DiscoveredAccount, Reading, ReadingWarning, Security, Statement } from '#shared/statement.ts'
import { discoveredAccounts, loanAccount } from './accounts.ts'
import { derivedEntries } from './derived.ts'
import { Draft } from './draft.ts'
import { readBooked, readLoanEntry, readPending } from './entries.ts'
import { readPosition, readSecurity, readTrade } from './investments.ts'
import { agreedTerms, loanPayment, type AgreedTerms } from './loans.ts'
import { bankStatement, brokerStatement, cardStatement, loanStatement } from './statements.ts'
import type { Tools } from './tools.ts'

const NOT_READ = [STMTENDRS, CCSTMTENDRS, INVSTMTENDRS, LOANSTMTENDRS, AMRTSTMTRS] as const

/** Collects a reading while the codec hands over one aggregate after the other, innermost first. */
export class OfxReading {
  readonly #statements: Statement[] = []
  readonly #discovered: DiscoveredAccount[] = []
  readonly #statuses: BankStatus[] = []
  readonly #warnings: ReadingWarning[] = []
  readonly #securities = new Map<string, Security>()
  readonly #agreedTerms: Map<string, AgreedTerms>
  /** Takes what stands in no statement. */
  readonly #stray = new Draft(1)
  /** Statements that are open, outermost first. */
  readonly #open: Draft[] = []
  readonly #tools: Tools = { days: new DayReader(), warn: (code, line, detail) => this.warn(code, line, detail) }
  #createdAt: Instant | null = null

  readonly handlers: readonly Handler[] = [
    on(STMTTRN, (trn) => this.#draft.add(readBooked(trn, this.#tools), false)),
    on(STMTTRNP, (trn) => this.#draft.add(readPending(trn, this.#tools), true)),
    on(LOANSTMTTRN, (trn) => this.#addLoanEntry(trn)),
    ...TRADES.map((definition) => on<(typeof TRADES)[number]>(definition, (trade) => this.#addTrade(definition.tag, trade))),
    ...POSITIONS.map((definition) => on<(typeof POSITIONS)[number]>(definition, (position) => this.#draft.positions.push(readPosition(definition.tag, position, this.#tools)))),
    this.#statement(STMTRS, bankStatement),
    this.#statement(CCSTMTRS, cardStatement),
    this.#statement(INVSTMTRS, brokerStatement),
    this.#statement(LOANSTMTRS, (statement, draft, tools) => loanStatement(statement, draft, this.#agreedTerms, tools)),
    on(SECINFO, (info) => this.#addSecurity(readSecurity(info, this.#tools))),
    on(STATUS, (status) => this.#addStatus(status)),
    on(SONRS, ({ DTSERVER: text }) => { this.#createdAt ??= readInstant(text) ?? null }),
    on(ACCTINFO, (info) => this.#discovered.push(...discoveredAccounts(info))),
    on(LOANACCTINFO, (info) => this.#agreedTerms.set(loanAccount(info.LOANACCTFROM).number ?? '', agreedTerms(info, this.#tools))),
    ...NOT_READ.map((definition) => on<(typeof NOT_READ)[number]>(definition, ({ line }) => this.warn('not-read', line, definition.tag))),
  ]

  /** `agreedTerms`: what another answer of the same bank has said of loans, by their numbers; this one adds to it. */
  constructor(agreedTerms = new Map<string, AgreedTerms>()) {
    this.#agreedTerms = agreedTerms
  }

  warn(code: string, line: number | null, detail: string): void {
    this.#warnings.push({ line, code, detail })
  }

  finish(format: string, encoding: string): Reading {
    this.#refuse(this.#stray)
    const statements = this.#statements.map((statement) => this.#complete(statement))
    return { format, encoding, statements, discovered: this.#discovered, statuses: this.#statuses, warnings: this.#warnings, createdAt: this.#createdAt }
  }

  /** How many statements have been closed so far. */
  get statementCount(): number {
    return this.#statements.length
  }

  get #draft(): Draft {
    return this.#open.at(-1) ?? this.#stray
  }

  #statement<D extends typeof STMTRS | typeof CCSTMTRS | typeof INVSTMTRS | typeof LOANSTMTRS>(definition: D, make: (statement: Of<D>, draft: Draft, tools: Tools) => Statement): Handler {
    const closed = (statement: Of<D>): void => {
      const draft = this.#open.pop() ?? this.#stray
      const made = make(statement, draft, this.#tools)
      if (isNameless(made) && draft.lines.length > 0) this.#refuse(draft)
      else this.#statements.push(made)
    }
    return on(definition, closed, (line) => this.#open.push(new Draft(line)))
  }

  /** Nothing tells whose rows these are, nor in which money: each is named, none is guessed into an account. */
  #refuse(draft: Draft): void {
    for (const line of draft.lines) this.warn('entry-without-account', line, '')
  }

  #addLoanEntry(trn: Of<typeof LOANSTMTTRN>): void {
    this.#draft.add(readLoanEntry(trn, this.#tools), false)
    const payment = loanPayment(trn, this.#tools)
    if (payment) this.#draft.payments.push(payment)
  }

  #addTrade(code: string, trade: Of<(typeof TRADES)[number]>): void {
    const read = readTrade(code, trade, this.#tools)
    if (read) this.#draft.trades.push(read)
  }

  #addSecurity(security: Security): void {
    if (security.id !== '' && !this.#securities.has(security.id)) this.#securities.set(security.id, security)
  }

  /** Success says nothing; everything else is the bank's word to the person. */
  #addStatus({ CODE: code, SEVERITY: written, MESSAGE: message }: Of<typeof STATUS>): void {
    const severity = written.toLowerCase()
    const isSuccess = (code === '' || Number(code) === 0) && severity !== 'error' && severity !== 'warn'
    if (!isSuccess) this.#statuses.push({ code, severity: severity === 'error' || severity === 'warn' ? severity : 'info', message })
  }

  /** Joins what the file says elsewhere: the securities' names, the account's own name. */
  #complete(statement: Statement): Statement {
    const ids = new Set([...statement.positions, ...statement.trades].map(({ securityId }) => securityId))
    const securities = [...this.#securities.values()].filter(({ id }) => ids.has(id))
    const { number } = statement.account
    const name = this.#discovered.find(({ kind, account }) => kind === statement.kind && number !== null && account.number === number)?.account.name ?? null
    const named = securities.length === 0 && name === null ? statement : { ...statement, securities, account: { ...statement.account, name } }
    const derived = derivedEntries(named)
    return derived.length === 0 ? named : { ...named, derived }
  }
}

const isNameless = ({ account, currency }: Statement): boolean => account.number === null && account.bankCode === null && currency === null
