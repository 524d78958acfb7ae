import type { Migration } from './migration.ts'

/**
 * Accounts and rows made by hand, and the answers people gave about files without a fixed shape. A column's CHECK cannot be
 * changed, so the column is made anew; it stands last from now on, which no query minds.
 */
export const byHand: Migration = {
  version: 13,
  name: 'by-hand',
  sql: /* sql */ `
    ALTER TABLE import_batch ADD COLUMN origin TEXT NOT NULL DEFAULT 'file' CHECK (origin IN ('file', 'demo', 'fints', 'ofx', 'manual'));
    UPDATE import_batch SET origin = source;
    ALTER TABLE import_batch DROP COLUMN source;
    ALTER TABLE import_batch RENAME COLUMN origin TO source;

    -- How files with these columns are read (shared/mapping.ts), as its owner answered last.
    CREATE TABLE file_mapping (
      fingerprint TEXT PRIMARY KEY,
      name        TEXT NOT NULL,
      mapping     TEXT NOT NULL,
      saved_at    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The categories other programs use, in ours. Null: somebody wants none.
    CREATE TABLE foreign_category (
      name        TEXT PRIMARY KEY,
      category_id TEXT
    ) STRICT, WITHOUT ROWID;
  `,
}
