import type { Statement, StatementAccount } from '#shared/statement.ts'

export const BLANK_ACCOUNT = { number: null, bankCode: null, branch: null, iban: null, bic: null, name: null } as const satisfies Omit<StatementAccount, 'type'>

export const BLANK_STATEMENT = {
  entries: [],
  pending: [],
  unreadable: [],
  trades: [],
  positions: [],
  securities: [],
  loan: null,
} as const satisfies Partial<Statement>
