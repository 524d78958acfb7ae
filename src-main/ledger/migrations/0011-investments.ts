import type { Migration } from './migration.ts'

/**
 * Securities, what an account holds of them, what was done with them, and the terms of loans. Everything here belongs to
 * the batch that said it: the ledger shows what living batches say, so a revert has nothing to take back.
 * Quantities, prices and rates are exact decimal text; money beside them is in minor units, so that it can be added up.
 */
export const investments: Migration = {
  version: 11,
  name: 'investments',
  sql: /* sql */ `
    -- A security as some source describes it; another description is another row, and two sources may mean the same one.
    CREATE TABLE security (
      id        INTEGER PRIMARY KEY,
      id_type   TEXT NOT NULL,
      unique_id TEXT NOT NULL,
      name      TEXT NOT NULL,
      ticker    TEXT NOT NULL,
      kind      TEXT NOT NULL,
      currency  TEXT NOT NULL,
      UNIQUE (unique_id, id_type, name, ticker, kind, currency)
    ) STRICT;

    -- Everything that an account held on a day, though it be nothing.
    CREATE TABLE holding_snapshot (
      id         INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES account,
      batch_id   INTEGER NOT NULL REFERENCES import_batch,
      as_of      TEXT NOT NULL,
      stated_at  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX holding_snapshot_of_account ON holding_snapshot (account_id, as_of);
    CREATE INDEX holding_snapshot_of_batch ON holding_snapshot (batch_id);

    -- value_minor is in the holding's currency and counts interest earned; own_minor is that in the account's currency.
    -- Null: the source does not say, and nothing is guessed.
    CREATE TABLE holding (
      snapshot_id    INTEGER NOT NULL REFERENCES holding_snapshot,
      position       INTEGER NOT NULL,
      security_id    INTEGER REFERENCES security,
      code           TEXT NOT NULL,
      sub_account    TEXT,
      units          TEXT,
      unit_price     TEXT,
      price_currency TEXT,
      priced_on      TEXT,
      currency       TEXT NOT NULL CHECK (length(currency) = 3),
      market_value   TEXT,
      accrued        TEXT,
      exchange_rate  TEXT,
      value_minor    INTEGER,
      own_minor      INTEGER,
      cost           TEXT,
      cost_minor     INTEGER,
      PRIMARY KEY (snapshot_id, position)
    ) STRICT, WITHOUT ROWID;

    -- key says which trade it is; rows of one key differ where a source has corrected itself, and its latest word counts.
    CREATE TABLE trade (
      id          INTEGER PRIMARY KEY,
      account_id  INTEGER NOT NULL REFERENCES account,
      key         TEXT NOT NULL,
      external_id TEXT NOT NULL,
      code        TEXT NOT NULL,
      traded_on   TEXT NOT NULL,
      settled_on  TEXT,
      security_id INTEGER REFERENCES security,
      sub_account TEXT,
      units       TEXT,
      unit_price  TEXT,
      commission  TEXT,
      taxes       TEXT,
      fees        TEXT,
      total       TEXT,
      total_minor INTEGER,
      currency    TEXT NOT NULL CHECK (length(currency) = 3),
      purpose     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX trade_of_account ON trade (account_id, key);

    CREATE TABLE trade_seen (
      batch_id  INTEGER NOT NULL REFERENCES import_batch,
      trade_id  INTEGER NOT NULL REFERENCES trade,
      stated_at TEXT NOT NULL,
      PRIMARY KEY (trade_id, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX trade_seen_of_batch ON trade_seen (batch_id);

    -- What a bank states of a loan beside its balance.
    CREATE TABLE loan_terms (
      account_id         INTEGER NOT NULL REFERENCES account,
      batch_id           INTEGER NOT NULL REFERENCES import_batch,
      position           INTEGER NOT NULL,
      stated_at          TEXT NOT NULL,
      rate               TEXT,
      rate_type          TEXT,
      next_payment_on    TEXT,
      next_payment_minor INTEGER,
      escrow_minor       INTEGER,
      lent_minor         INTEGER,
      started_on         TEXT,
      matures_on         TEXT,
      payments_left      INTEGER,
      PRIMARY KEY (batch_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX loan_terms_of_account ON loan_terms (account_id);

    -- How a payment divides; the payment itself is the account's row of that external id.
    CREATE TABLE loan_payment (
      account_id      INTEGER NOT NULL REFERENCES account,
      batch_id        INTEGER NOT NULL REFERENCES import_batch,
      external_id     TEXT NOT NULL,
      stated_at       TEXT NOT NULL,
      principal_minor INTEGER,
      interest_minor  INTEGER,
      escrow_minor    INTEGER,
      insurance_minor INTEGER,
      PRIMARY KEY (account_id, external_id, batch_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX loan_payment_of_batch ON loan_payment (batch_id);
  `,
}
