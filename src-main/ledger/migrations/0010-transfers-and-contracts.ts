import type { Migration } from './migration.ts'

/**
 * Transfers between own accounts and contracts. What a person has said is kept apart from what was found: the choices stay
 * while their rows may come back by an undo, and what was found is made anew from them and from the rows that live.
 */
export const transfersAndContracts: Migration = {
  version: 10,
  name: 'transfers-and-contracts',
  sql: /* sql */ `
    -- A person's word about two rows. It lasts: what was rejected is never found again.
    CREATE TABLE transfer_choice (
      out_id INTEGER NOT NULL REFERENCES txn,
      in_id  INTEGER NOT NULL REFERENCES txn,
      choice TEXT NOT NULL CHECK (choice IN ('confirmed', 'rejected')),
      PRIMARY KEY (out_id, in_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX transfer_choice_of_in ON transfer_choice (in_id);

    -- The pairs as they are now, each row in one of them at most. score is in percent; method is 'user' where a person paired.
    CREATE TABLE transfer (
      out_id INTEGER PRIMARY KEY REFERENCES txn,
      in_id  INTEGER NOT NULL UNIQUE REFERENCES txn,
      state  TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed')),
      method TEXT NOT NULL,
      score  INTEGER NOT NULL
    ) STRICT;

    -- The category that a row had before a confirmed pair gave it transfers.internal, for the day when the pair is gone.
    CREATE TABLE transfer_leg (
      txn_id       INTEGER PRIMARY KEY REFERENCES txn,
      category_id  TEXT,
      category_by  TEXT,
      category_why TEXT
    ) STRICT;

    -- A person's word about a contract: about the one that anchor_id is a row of, else about the only one of this kind.
    CREATE TABLE contract_choice (
      anchor_id    INTEGER PRIMARY KEY,
      merchant_key TEXT NOT NULL,
      currency     TEXT NOT NULL,
      direction    TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      rhythm       TEXT NOT NULL,
      state        TEXT NOT NULL CHECK (state IN ('found', 'confirmed', 'dismissed')),
      name         TEXT,
      merged_into  INTEGER,
      cancel_by    TEXT,
      remind_days  INTEGER CHECK (remind_days >= 0)
    ) STRICT;

    -- The contracts found as of insight_state.as_of, as the engine describes them, and the rows of each.
    CREATE TABLE contract (
      position INTEGER PRIMARY KEY,
      id       TEXT NOT NULL UNIQUE,
      body     TEXT NOT NULL
    ) STRICT;
    CREATE TABLE contract_row (
      txn_id      INTEGER PRIMARY KEY,
      contract_id TEXT NOT NULL
    ) STRICT;

    -- changes counts what transfers and contracts follow from; they are up to date where done has caught up with it.
    -- names: the people whose ledger it is, as their transfers name them.
    CREATE TABLE insight_state (
      id      INTEGER PRIMARY KEY CHECK (id = 1),
      changes INTEGER NOT NULL,
      done    INTEGER NOT NULL,
      as_of   TEXT,
      names   TEXT NOT NULL
    ) STRICT;
    INSERT INTO insight_state VALUES (1, 1, 0, NULL, '[]');

    -- Rows that come are noticed when their categories are done; these are for all that may happen to them later.
    CREATE TRIGGER txn_lives_or_dies AFTER UPDATE OF deleted_at ON txn WHEN (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
      BEGIN UPDATE insight_state SET changes = changes + 1; END;
    CREATE TRIGGER txn_is_another AFTER UPDATE OF amount_minor, booked_on, account_id, is_split, is_pending ON txn
      BEGIN UPDATE insight_state SET changes = changes + 1; END;
    CREATE TRIGGER account_is_another AFTER UPDATE OF type, currency, iban, number, deleted_at ON account
      BEGIN UPDATE insight_state SET changes = changes + 1; END;
  `,
}
