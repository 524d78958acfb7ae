import type { Migration } from './migration.ts'

/**
 * What gives rows their categories, and what a person adds to rows beside them. Choices are not kept apart: the rows that
 * a person has categorised are what is learned from, so undo, revert and export need to know nothing of learning.
 */
export const categories: Migration = {
  version: 4,
  name: 'categories',
  sql: /* sql */ `
    -- Why a row has its category, where no person chose it: kind, percent of confidence and evidence (categories/why.ts).
    ALTER TABLE txn ADD COLUMN category_why TEXT;
    ALTER TABLE txn ADD COLUMN is_tagged INTEGER NOT NULL DEFAULT 0 CHECK (is_tagged IN (0, 1));
    CREATE INDEX txn_chosen ON txn (id) WHERE category_by = 'user';
    CREATE INDEX txn_unseen ON txn (id) WHERE is_new = 1;

    CREATE TABLE txn_tag (
      txn_id INTEGER NOT NULL REFERENCES txn,
      tag    TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (txn_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX txn_tag_by_tag ON txn_tag (tag, txn_id);

    -- Rows that wait for their categories, by id. next_id moves on with every piece of work, so a crash costs one piece.
    -- is_again: also those that have a category which no person chose.
    CREATE TABLE category_due (
      id            INTEGER PRIMARY KEY,
      connection_id INTEGER,
      next_id       INTEGER NOT NULL,
      last_id       INTEGER NOT NULL,
      is_again      INTEGER NOT NULL DEFAULT 0 CHECK (is_again IN (0, 1))
    ) STRICT;
    INSERT INTO category_due (next_id, last_id) SELECT min(id), max(id) FROM txn HAVING max(id) IS NOT NULL;

    -- What a person wants done with rows that fit, asked in the order of position.
    CREATE TABLE category_rule (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      position   INTEGER NOT NULL,
      name       TEXT NOT NULL,
      is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
      fits       TEXT NOT NULL,
      category_id TEXT NOT NULL
    ) STRICT;
  `,
}
