import type { Migration } from './migration.ts'

/**
 * The first ledger. Amounts are minor units of the account's currency; days are `YYYY-MM-DD`, instants ISO 8601 in UTC.
 *
 * A row of `txn` is what the bank said (`raw_payee`, `purpose`, …) with the user's own words beside it (`payee`, `notes`,
 * `category_id`), so that neither overwrites the other. A row lives while `deleted_at` is null; which rows live follows
 * from which batches do (`settle.ts`), so nothing is ever really removed. Text a source does not give is null, except
 * `external_id`, which is then empty, because two nulls are never equal.
 */
export const firstLedger: Migration = {
  version: 1,
  name: 'first-ledger',
  sql: /* sql */ `
    CREATE TABLE setting (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A file as it came, once, compressed with zstd.
    CREATE TABLE import_source (
      sha256     TEXT PRIMARY KEY,
      byte_count INTEGER NOT NULL,
      content    BLOB NOT NULL
    ) STRICT;

    CREATE TABLE import_batch (
      id          INTEGER PRIMARY KEY,
      source      TEXT NOT NULL CHECK (source IN ('file', 'demo', 'fints', 'ofx')),
      file_name   TEXT NOT NULL,
      format      TEXT NOT NULL,
      sha256      TEXT REFERENCES import_source,
      imported_at TEXT NOT NULL,
      reverted_at TEXT
    ) STRICT;

    CREATE TABLE account (
      id          INTEGER PRIMARY KEY,
      name        TEXT NOT NULL,
      type        TEXT NOT NULL CHECK (type IN ('checking', 'savings', 'credit', 'cash', 'loan', 'investment', 'asset', 'liability')),
      currency    TEXT NOT NULL CHECK (length(currency) = 3),
      iban        TEXT,
      bic         TEXT,
      bank_code   TEXT,
      number      TEXT,
      institution TEXT,
      created_by  INTEGER REFERENCES import_batch,
      created_at  TEXT NOT NULL,
      closed_at   TEXT,
      deleted_at  TEXT
    ) STRICT;

    -- What follows from an account's rows and its bank balances. Only settle.ts writes it; verify recomputes it.
    CREATE TABLE account_state (
      account_id    INTEGER PRIMARY KEY REFERENCES account,
      opening_minor INTEGER NOT NULL,
      balance_minor INTEGER NOT NULL,
      pending_minor INTEGER NOT NULL,
      row_count     INTEGER NOT NULL,
      first_on      TEXT,
      last_on       TEXT,
      bank_minor    INTEGER,
      bank_as_of    TEXT,
      proof_minor   INTEGER,
      diverging_on  TEXT
    ) STRICT;

    -- One statement of a batch on its way into one account: how the source names the account, and what came of its rows.
    CREATE TABLE import_statement (
      batch_id      INTEGER NOT NULL REFERENCES import_batch,
      position      INTEGER NOT NULL,
      account_id    INTEGER NOT NULL REFERENCES account,
      kind          TEXT NOT NULL CHECK (kind IN ('bank', 'cc', 'inv', 'loan', 'depot')),
      line          INTEGER NOT NULL,
      iban          TEXT,
      bank_code     TEXT,
      number        TEXT,
      account_type  TEXT NOT NULL,
      source_name   TEXT,
      stated_at     TEXT NOT NULL,
      lists_pending INTEGER NOT NULL CHECK (lists_pending IN (0, 1)),
      new_count       INTEGER NOT NULL,
      duplicate_count INTEGER NOT NULL,
      match_count     INTEGER NOT NULL,
      skip_count      INTEGER NOT NULL,
      problem_count   INTEGER NOT NULL,
      added_minor   INTEGER NOT NULL,
      bank_minor    INTEGER,
      bank_as_of    TEXT,
      proof_minor   INTEGER,
      diverging_on  TEXT,
      PRIMARY KEY (batch_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX import_statement_of_account ON import_statement (account_id);

    -- Only what did not become a row of its own; the decision of a new row is its batch_id. Beyond the first few hundred,
    -- duplicates that follow each other in the file and in txn are one entry: row_count rows, held against txn_id and on.
    CREATE TABLE import_row (
      batch_id  INTEGER NOT NULL REFERENCES import_batch,
      position  INTEGER NOT NULL,
      row_index INTEGER NOT NULL,
      row_count INTEGER NOT NULL DEFAULT 1,
      line      INTEGER,
      decision  TEXT NOT NULL CHECK (decision IN ('duplicate', 'match', 'skip', 'problem')),
      reason    TEXT NOT NULL,
      txn_id    INTEGER,
      PRIMARY KEY (batch_id, position, row_index)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import_warning (
      id       INTEGER PRIMARY KEY,
      batch_id INTEGER NOT NULL REFERENCES import_batch,
      line     INTEGER,
      code     TEXT NOT NULL,
      detail   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX import_warning_of_batch ON import_warning (batch_id);

    -- day_minor: what the same source booked on the balance's own day; null where it does not say (proof.ts).
    CREATE TABLE balance_snapshot (
      id           INTEGER PRIMARY KEY,
      account_id   INTEGER NOT NULL REFERENCES account,
      batch_id     INTEGER NOT NULL REFERENCES import_batch,
      kind         TEXT NOT NULL CHECK (kind IN ('booked', 'available', 'pending', 'cash', 'other')),
      name         TEXT NOT NULL,
      as_of        TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      day_minor    INTEGER,
      stated_at    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX balance_snapshot_of_account ON balance_snapshot (account_id, as_of);

    CREATE TABLE txn (
      id              INTEGER PRIMARY KEY,
      account_id      INTEGER NOT NULL REFERENCES account,
      batch_id        INTEGER REFERENCES import_batch,
      line            INTEGER,
      booked_on       TEXT NOT NULL,
      value_on        TEXT,
      amount_minor    INTEGER NOT NULL,
      is_pending      INTEGER NOT NULL DEFAULT 0 CHECK (is_pending IN (0, 1)),
      is_split        INTEGER NOT NULL DEFAULT 0 CHECK (is_split IN (0, 1)),
      part_count      INTEGER NOT NULL DEFAULT 0,
      external_id     TEXT NOT NULL,
      raw_payee       TEXT NOT NULL,
      purpose         TEXT NOT NULL,
      payee           TEXT,
      notes           TEXT,
      category_id     TEXT,
      category_by     TEXT CHECK (category_by IN ('user', 'rule', 'guess')),
      code            TEXT,
      booking_text    TEXT,
      purpose_code    TEXT,
      check_number    TEXT,
      bank_reference     TEXT,
      customer_reference TEXT,
      counterparty_iban    TEXT,
      counterparty_bic     TEXT,
      counterparty_account TEXT,
      ultimate_counterparty TEXT,
      end_to_end_id     TEXT,
      mandate_reference TEXT,
      creditor_id       TEXT,
      return_reason     TEXT,
      is_reversal       INTEGER NOT NULL DEFAULT 0 CHECK (is_reversal IN (0, 1)),
      original_amount   TEXT,
      original_currency TEXT,
      exchange_rate     TEXT,
      deleted_at      TEXT
    ) STRICT;
    -- Answers lists, sums and reports by itself; deleted_at is in it, always null, because SQLite would look it up in the row
    -- otherwise. One index instead of several keeps a large import cheap (docs/adr/0011).
    CREATE INDEX txn_by_day ON txn (booked_on, id, account_id, amount_minor, is_pending, is_split, category_id, batch_id, deleted_at) WHERE deleted_at IS NULL;
    CREATE INDEX txn_pending ON txn (account_id) WHERE is_pending = 1;

    -- Which booked row took a pending row's place. A claim holds while its booked row lives.
    CREATE TABLE pending_claim (
      pending_id INTEGER NOT NULL REFERENCES txn,
      booked_id  INTEGER NOT NULL REFERENCES txn,
      PRIMARY KEY (pending_id, booked_id)
    ) STRICT, WITHOUT ROWID;

    -- The payments inside an entry that the bank booked as one.
    CREATE TABLE txn_part (
      txn_id       INTEGER NOT NULL REFERENCES txn,
      position     INTEGER NOT NULL,
      amount       TEXT,
      currency     TEXT,
      payee        TEXT,
      purpose      TEXT,
      bank_reference     TEXT,
      customer_reference TEXT,
      counterparty_iban    TEXT,
      counterparty_bic     TEXT,
      counterparty_account TEXT,
      ultimate_counterparty TEXT,
      end_to_end_id     TEXT,
      mandate_reference TEXT,
      creditor_id       TEXT,
      return_reason     TEXT,
      PRIMARY KEY (txn_id, position)
    ) STRICT, WITHOUT ROWID;

    -- How the user divides a row among categories: rows only where is_split is set, and they add up to it.
    CREATE TABLE split (
      id           INTEGER PRIMARY KEY,
      txn_id       INTEGER NOT NULL REFERENCES txn,
      amount_minor INTEGER NOT NULL,
      category_id  TEXT,
      notes        TEXT
    ) STRICT;
    CREATE INDEX split_of_txn ON split (txn_id);

    -- What reports add up: every row once, or its splits (docs/adr/0011).
    CREATE VIEW posting AS
      SELECT id AS txn_id, account_id, booked_on, amount_minor, category_id, is_pending
        FROM txn WHERE deleted_at IS NULL AND is_split = 0
      UNION ALL
      SELECT txn.id, txn.account_id, txn.booked_on, split.amount_minor, split.category_id, txn.is_pending
        FROM split JOIN txn ON txn.id = split.txn_id WHERE txn.deleted_at IS NULL AND txn.is_split = 1;

    -- Holds no text of its own and no positions: a search asks which rows have all words. search.ts fills it.
    CREATE VIRTUAL TABLE txn_fts USING fts5(text, content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO txn_fts (txn_fts, rank) VALUES ('hashsize', 8388608);

    CREATE TABLE undo_log (
      id        INTEGER PRIMARY KEY,
      at        TEXT NOT NULL,
      label     TEXT NOT NULL,
      row_count INTEGER NOT NULL,
      forward   TEXT NOT NULL,
      inverse   TEXT NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
    ) STRICT;
  `,
}
