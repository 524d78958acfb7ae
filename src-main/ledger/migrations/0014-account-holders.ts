import type { Migration } from './migration.ts'

/** Whose an account is, as its bank says: a payment to oneself is no spending. */
export const accountHolders: Migration = {
  version: 14,
  name: 'account-holders',
  sql: /* sql */ `
    ALTER TABLE connection_account ADD COLUMN holder TEXT;
  `,
}
