import type { Migration } from './migration.ts'

/**
 * `insight_state.words` counts the times that a row's words became others or a row went for good. While it stands, what was
 * read of a row's words holds, whatever else changes; rows that come later have higher ids.
 */
export const words: Migration = {
  version: 15,
  name: 'words',
  sql: /* sql */ `
    ALTER TABLE insight_state ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
    CREATE TRIGGER txn_words_change AFTER UPDATE OF payee, raw_payee, purpose ON txn
      BEGIN UPDATE insight_state SET words = words + 1; END;
    CREATE TRIGGER txn_words_go AFTER DELETE ON txn
      BEGIN UPDATE insight_state SET words = words + 1; END;
  `,
}
