import type { Migration } from './migration.ts'

/** What a bank itself calls the fields of its login, so that people read the words they know. */
export const loginLabels: Migration = {
  version: 16,
  name: 'login-labels',
  sql: /* sql */ `
    ALTER TABLE connection ADD COLUMN login_labels TEXT;
  `,
}
