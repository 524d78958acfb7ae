import type { Migration } from './migration.ts'

/** What reports need beside rows: exchange rates, and which days banks and files have answered for. */
export const ratesAndCoverage: Migration = {
  version: 12,
  name: 'rates-and-coverage',
  sql: /* sql */ `
    -- One unit of base is so many of quote, exact decimal text. What a person has typed stands above every file.
    CREATE TABLE fx_rate (
      base    TEXT NOT NULL CHECK (length(base) = 3),
      quote   TEXT NOT NULL CHECK (length(quote) = 3),
      date    TEXT NOT NULL,
      rate    TEXT NOT NULL,
      is_typed INTEGER NOT NULL CHECK (is_typed IN (0, 1)),
      PRIMARY KEY (base, quote, date)
    ) STRICT, WITHOUT ROWID;

    -- The days that a statement answers for: as its source says, else from its first row to its last or its balance.
    -- Null where neither is known. Older statements are known by what they brought.
    ALTER TABLE import_statement ADD COLUMN covers_from TEXT;
    ALTER TABLE import_statement ADD COLUMN covers_to TEXT;
    UPDATE import_statement SET covers_from = said.first_on, covers_to = said.last_on
      FROM (SELECT batch_id, account_id, min(day) AS first_on, max(day) AS last_on
              FROM (SELECT batch_id, account_id, booked_on AS day FROM txn WHERE is_pending = 0 AND batch_id IS NOT NULL
                    UNION ALL SELECT batch_id, account_id, as_of FROM balance_snapshot WHERE kind = 'booked')
             GROUP BY batch_id, account_id) AS said
     WHERE said.batch_id = import_statement.batch_id AND said.account_id = import_statement.account_id;
  `,
}
