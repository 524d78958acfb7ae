import type { Migration } from './migration.ts'

/**
 * What a person wants to be told of, and what was told. A rule's list keeps the ids of what was deleted until the ledger
 * is opened next, so that an undo brings the rule back as it was; whoever reads a rule leaves them out (`notifications/rules.ts`).
 */
export const notificationRules: Migration = {
  version: 3,
  name: 'notification-rules',
  sql: /* sql */ `
    CREATE TABLE notification_rule (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      on_trigger TEXT NOT NULL CHECK (on_trigger IN ('NEW_TRANSACTIONS', 'NEW_ACCOUNT_BALANCE', 'LOW_ACCOUNT_BALANCE', 'HIGH_TRANSACTION_AMOUNT', 'CATEGORY_CASH_FLOW', 'BANK_LOGIN_ERROR', 'FOREIGN_MONEY_TRANSFER')),
      scope_of   TEXT NOT NULL CHECK (scope_of IN ('all', 'connections', 'accounts')),
      scope_ids  TEXT NOT NULL,
      limit_minor    INTEGER,
      limit_currency TEXT,
      category_id    TEXT,
      created_at TEXT NOT NULL
    ) STRICT;

    -- What a rule last saw of an account or a month: a crossing counts once, also across restarts.
    CREATE TABLE notification_state (
      rule_id INTEGER NOT NULL REFERENCES notification_rule ON DELETE CASCADE,
      subject TEXT NOT NULL,
      value   INTEGER NOT NULL,
      PRIMARY KEY (rule_id, subject)
    ) STRICT, WITHOUT ROWID;

    -- event names what happened, so that it is told once; ids may name what is gone.
    CREATE TABLE notification (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      event         TEXT NOT NULL UNIQUE,
      on_trigger    TEXT NOT NULL,
      rule_id       INTEGER,
      connection_id INTEGER,
      account_id    INTEGER,
      content       TEXT NOT NULL,
      at            TEXT NOT NULL,
      is_told       INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1))
    ) STRICT;
    CREATE INDEX notification_untold ON notification (id) WHERE is_told = 0;

    -- The bank was seen to want an approval at every login.
    ALTER TABLE connection ADD COLUMN asks_each_time INTEGER NOT NULL DEFAULT 0 CHECK (asks_each_time IN (0, 1));
  `,
}
