import type { Migration } from './migration.ts'

/** How a connection reaches its bank. What of it is secret is sealed as PINs are; without `access` everything is as the system has it. */
export const bankAccess: Migration = {
  version: 8,
  name: 'bank-access',
  sql: /* sql */ `
    ALTER TABLE connection ADD COLUMN access TEXT;
    ALTER TABLE connection ADD COLUMN sealed_proxy BLOB;
    ALTER TABLE connection ADD COLUMN sealed_certificate BLOB;
  `,
}
