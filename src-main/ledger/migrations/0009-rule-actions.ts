import type { Migration } from './migration.ts'

/** Rules do more than categorise: they name payees and tag rows, and may be the last word. */
export const ruleActions: Migration = {
  version: 9,
  name: 'rule-actions',
  sql: /* sql */ `
    ALTER TABLE category_rule ADD COLUMN actions TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE category_rule ADD COLUMN stops INTEGER NOT NULL DEFAULT 0 CHECK (stops IN (0, 1));
    UPDATE category_rule SET actions = json_array(json_object('kind', 'categorise', 'category', category_id));
    ALTER TABLE category_rule DROP COLUMN category_id;

    -- Who named the payee: a rule's name gives way to another rule's, a person's to none. 'user' without a payee: the bank's word was wished.
    ALTER TABLE txn ADD COLUMN payee_by TEXT CHECK (payee_by IN ('user', 'rule'));
    UPDATE txn SET payee_by = 'user' WHERE payee IS NOT NULL;

    -- Rows that have just come in: rules name and tag those by themselves, older ones only when told to.
    ALTER TABLE category_due ADD COLUMN is_fresh INTEGER NOT NULL DEFAULT 0 CHECK (is_fresh IN (0, 1));
  `,
}
