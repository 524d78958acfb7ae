import type { Migration } from './migration.ts'

/** What an OFX bank calls itself: without these two no OFX server lets anybody in. */
export const ofxBanks: Migration = {
  version: 6,
  name: 'ofx-banks',
  sql: /* sql */ `
    ALTER TABLE connection ADD COLUMN org TEXT;
    ALTER TABLE connection ADD COLUMN fid TEXT;
  `,
}
