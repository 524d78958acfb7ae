import type { Migration } from './migration.ts'

/**
 * That somebody wrote a row by hand is said of the row, and that somebody keeps an account of its statement: it holds wherever
 * they are taken, though there they come in by a file.
 */
export const rowsByHand: Migration = {
  version: 18,
  name: 'rows-by-hand',
  sql: /* sql */ `
    ALTER TABLE txn ADD COLUMN is_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (is_by_hand IN (0, 1));
    UPDATE txn SET is_by_hand = 1 WHERE batch_id IN (SELECT id FROM import_batch WHERE source = 'manual');
    ALTER TABLE import_statement ADD COLUMN is_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (is_by_hand IN (0, 1));
    UPDATE import_statement SET is_by_hand = 1 WHERE batch_id IN (SELECT id FROM import_batch WHERE source = 'manual');
  `,
}
