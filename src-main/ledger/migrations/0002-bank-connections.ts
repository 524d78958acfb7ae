import type { Migration } from './migration.ts'

/**
 * Bank connections, their accounts and their refreshes. What follows from other rows is not kept: whether an account was
 * fixed by an adjusting entry, or is being downloaded right now.
 *
 * `removed_at` is the user's own decision to do away with something. It beats every import, can be undone until the
 * ledger is closed, and is carried out for good when the ledger is opened next (`connections/purge.ts`).
 */
export const bankConnections: Migration = {
  version: 2,
  name: 'bank-connections',
  sql: /* sql */ `
    -- AUTOINCREMENT: an id never comes back, because the history of refreshes and a stored PIN's name outlive the row.
    CREATE TABLE connection (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      protocol    TEXT NOT NULL CHECK (protocol IN ('fints', 'ofx', 'file', 'demo')),
      bank_name   TEXT NOT NULL,
      bank_code   TEXT,
      bic         TEXT,
      country     TEXT,
      url         TEXT,
      bank_key    TEXT NOT NULL,
      user_id     TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      name        TEXT NOT NULL,
      max_days       INTEGER NOT NULL,
      account_types  TEXT,
      skip_positions INTEGER NOT NULL CHECK (skip_positions IN (0, 1)),
      update_status         TEXT NOT NULL DEFAULT 'READY' CHECK (update_status IN ('READY', 'IN_PROGRESS')),
      categorization_status TEXT NOT NULL DEFAULT 'READY' CHECK (categorization_status IN ('READY', 'PENDING', 'IN_PROGRESS')),
      last_manual_update TEXT,
      last_auto_update   TEXT,
      last_success_at    TEXT,
      tan_methods        TEXT NOT NULL DEFAULT '[]',
      default_tan_method TEXT,
      user_action_required INTEGER NOT NULL DEFAULT 0 CHECK (user_action_required IN (0, 1)),
      consent_until TEXT,
      schedule    TEXT NOT NULL DEFAULT '{"mode":"off"}',
      state       BLOB,
      sealed_pin  BLOB,
      is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1)),
      created_at  TEXT NOT NULL,
      deleted_at  TEXT
    ) STRICT;
    CREATE UNIQUE INDEX connection_identity ON connection (bank_key, user_id, customer_id) WHERE deleted_at IS NULL;

    -- An account as the bank names it; account_id is null while the user has not taken it.
    CREATE TABLE connection_account (
      id            INTEGER PRIMARY KEY,
      connection_id INTEGER NOT NULL REFERENCES connection,
      key           TEXT NOT NULL,
      account_id    INTEGER REFERENCES account,
      name          TEXT NOT NULL,
      type          TEXT NOT NULL,
      currency      TEXT,
      iban          TEXT,
      number        TEXT,
      bank_code     TEXT,
      bic           TEXT,
      status        TEXT CHECK (status IN ('UPDATED', 'DOWNLOAD_FAILED', 'DEPRECATED')),
      status_error  TEXT,
      is_new        INTEGER NOT NULL DEFAULT 0 CHECK (is_new IN (0, 1)),
      fetched_to    TEXT,
      fetched_at    TEXT,
      UNIQUE (connection_id, key)
    ) STRICT;
    CREATE INDEX connection_account_of_account ON connection_account (account_id) WHERE account_id IS NOT NULL;

    -- connection_id names a connection that may be gone: the history keeps its names as they were.
    CREATE TABLE refresh (
      id              INTEGER PRIMARY KEY AUTOINCREMENT,
      connection_id   INTEGER NOT NULL,
      connection_name TEXT NOT NULL,
      bank_name       TEXT NOT NULL,
      kind            TEXT NOT NULL CHECK (kind IN ('import', 'update')),
      origin          TEXT NOT NULL CHECK (origin IN ('manual', 'auto')),
      status          TEXT NOT NULL CHECK (status IN ('PROCESSING', 'FINISHED', 'ERROR', 'USER_ACTION_REQUIRED')),
      step            TEXT NOT NULL CHECK (step IN ('connect', 'accounts', 'fetch', 'store', 'done')),
      error           TEXT,
      notices         TEXT NOT NULL DEFAULT '[]',
      accounts        TEXT NOT NULL DEFAULT '[]',
      batch_id        INTEGER REFERENCES import_batch,
      started_at      TEXT NOT NULL,
      ended_at        TEXT
    ) STRICT;
    CREATE INDEX refresh_of_connection ON refresh (connection_id, id);

    -- Which connection brought a batch, though it be gone. A quiet one brought balances and no rows: no import to show.
    ALTER TABLE import_batch ADD COLUMN connection_id INTEGER;
    ALTER TABLE import_batch ADD COLUMN is_quiet INTEGER NOT NULL DEFAULT 0 CHECK (is_quiet IN (0, 1));
    ALTER TABLE import_batch ADD COLUMN removed_at TEXT;
    CREATE INDEX import_batch_of_connection ON import_batch (connection_id) WHERE connection_id IS NOT NULL;

    ALTER TABLE account ADD COLUMN removed_at TEXT;

    ALTER TABLE txn ADD COLUMN is_adjusting INTEGER NOT NULL DEFAULT 0 CHECK (is_adjusting IN (0, 1));
    ALTER TABLE txn ADD COLUMN is_new INTEGER NOT NULL DEFAULT 0 CHECK (is_new IN (0, 1));
    ALTER TABLE txn ADD COLUMN is_potential_duplicate INTEGER NOT NULL DEFAULT 0 CHECK (is_potential_duplicate IN (0, 1));
    ALTER TABLE txn ADD COLUMN removed_at TEXT;
    CREATE INDEX txn_adjusting ON txn (account_id) WHERE is_adjusting = 1;
    CREATE INDEX txn_suspect ON txn (account_id) WHERE is_potential_duplicate = 1;

    DROP INDEX txn_by_day;
    CREATE INDEX txn_by_day ON txn (booked_on, id, account_id, amount_minor, is_pending, is_split, is_adjusting, category_id, batch_id, deleted_at) WHERE deleted_at IS NULL;

    -- An adjusting entry is no money that moved.
    DROP VIEW posting;
    CREATE VIEW posting AS
      SELECT id AS txn_id, account_id, booked_on, amount_minor, category_id, is_pending
        FROM txn WHERE deleted_at IS NULL AND is_split = 0 AND is_adjusting = 0
      UNION ALL
      SELECT txn.id, txn.account_id, txn.booked_on, split.amount_minor, split.category_id, txn.is_pending
        FROM split JOIN txn ON txn.id = split.txn_id WHERE txn.deleted_at IS NULL AND txn.is_split = 1 AND txn.is_adjusting = 0;
  `,
}
