import type { Migration } from './migration.ts'

/**
 * A person's word about a single row: that it is part of the contract that another row, anchor_id, is of, or, where that is null,
 * of none. It holds over whatever is found.
 */
export const contractParts: Migration = {
  version: 20,
  name: 'contract-parts',
  sql: /* sql */ `
    CREATE TABLE contract_part (
      txn_id    INTEGER PRIMARY KEY,
      anchor_id INTEGER
    ) STRICT;
  `,
}
