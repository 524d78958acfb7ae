import type { Migration } from './migration.ts'

const WATCHED = ['account_id', 'booked_on', 'amount_minor', 'is_pending', 'is_split', 'is_adjusting', 'category_id', 'category_by', 'category_why', 'deleted_at', 'payee', 'raw_payee', 'purpose']

const COUNT = /* sql */ `ON CONFLICT (what) DO UPDATE SET count = count + 1;`
const monthOf = (row: 'old' | 'new'): string => /* sql */ `INSERT INTO change_count VALUES (substr(${row}.booked_on, 1, 7), 1) ${COUNT}`
const monthOfRow = (id: string): string => /* sql */ `INSERT INTO change_count SELECT substr(booked_on, 1, 7), 1 FROM txn WHERE id = ${id} ${COUNT}`
const all = /* sql */ `INSERT INTO change_count VALUES ('all', 1) ${COUNT}`
const contracts = /* sql */ `INSERT INTO change_count VALUES ('contracts', 1) ${COUNT}`

/**
 * `change_count` tells what was read of the ledger and still holds (`ledger/changes.ts`). `what` is a month, `2026-03`, one of
 * whose rows has become another; `lives`, where a row has gone or come back; `contracts`, where they were found anew; `all`, where
 * nobody can say. Rows that come are not counted, which would cost an import a tenth: they have higher ids than all before them.
 */
export const changeCounts: Migration = {
  version: 19,
  name: 'change-counts',
  sql: /* sql */ `
    CREATE TABLE change_count (
      what  TEXT PRIMARY KEY,
      count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER txn_changes AFTER UPDATE OF ${WATCHED.join(', ')} ON txn WHEN ${WATCHED.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')}
      BEGIN ${monthOf('new')} END;
    CREATE TRIGGER txn_moves AFTER UPDATE OF booked_on ON txn WHEN substr(old.booked_on, 1, 7) <> substr(new.booked_on, 1, 7)
      BEGIN ${monthOf('old')} END;
    CREATE TRIGGER txn_goes_or_returns AFTER UPDATE OF deleted_at ON txn WHEN (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
      BEGIN INSERT INTO change_count VALUES ('lives', 1) ${COUNT} END;
    CREATE TRIGGER txn_goes_for_good AFTER DELETE ON txn
      BEGIN ${all} END;

    CREATE TRIGGER split_comes AFTER INSERT ON split BEGIN ${monthOfRow('new.txn_id')} END;
    CREATE TRIGGER split_changes AFTER UPDATE ON split BEGIN ${monthOfRow('old.txn_id')} ${monthOfRow('new.txn_id')} END;
    CREATE TRIGGER split_goes AFTER DELETE ON split BEGIN ${monthOfRow('old.txn_id')} END;
    CREATE TRIGGER txn_tag_comes AFTER INSERT ON txn_tag BEGIN ${monthOfRow('new.txn_id')} END;
    CREATE TRIGGER txn_tag_changes AFTER UPDATE ON txn_tag BEGIN ${monthOfRow('old.txn_id')} ${monthOfRow('new.txn_id')} END;
    CREATE TRIGGER txn_tag_goes AFTER DELETE ON txn_tag BEGIN ${monthOfRow('old.txn_id')} END;

    CREATE TRIGGER contract_comes AFTER INSERT ON contract BEGIN ${contracts} END;
    CREATE TRIGGER contract_changes AFTER UPDATE ON contract BEGIN ${contracts} END;
    CREATE TRIGGER contract_goes AFTER DELETE ON contract BEGIN ${contracts} END;
    CREATE TRIGGER account_currency_changes AFTER UPDATE OF currency ON account WHEN old.currency <> new.currency
      BEGIN ${all} END;
  `,
}
