import type { Migration } from './migration.ts'

/** Where the rows of an account are, so that an import into one of many accounts reads that one alone (docs/adr/0011). */
export const rowRuns: Migration = {
  version: 5,
  name: 'row-runs',
  sql: /* sql */ `
    -- Rows that came together into one account have ids from first_id to last_id; rows of others may lie between them.
    -- Every row that came is in a run of its account. A run may outlive its rows.
    CREATE TABLE txn_run (
      account_id INTEGER NOT NULL REFERENCES account,
      first_id   INTEGER NOT NULL,
      last_id    INTEGER NOT NULL,
      PRIMARY KEY (account_id, first_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO txn_run SELECT account_id, min(id), max(id) FROM txn WHERE is_adjusting = 0 GROUP BY account_id, batch_id;
  `,
}
