import type { Migration } from './migration.ts'

/** An edit writes a row's payee whether it is another one or not; only words that become others count. */
export const wordsAlone: Migration = {
  version: 17,
  name: 'words-alone',
  sql: /* sql */ `
    DROP TRIGGER txn_words_change;
    CREATE TRIGGER txn_words_change AFTER UPDATE OF payee, raw_payee, purpose ON txn
      WHEN old.payee IS NOT new.payee OR old.raw_payee <> new.raw_payee OR old.purpose <> new.purpose
      BEGIN UPDATE insight_state SET words = words + 1; END;
  `,
}
