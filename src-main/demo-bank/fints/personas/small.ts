import type { Persona } from '../../persona.ts'
import { DE } from '../../personas/de.ts'

/** A student with a grant that comes twice a year: 27 entries in three years. */
export const SMALL_HOUSEHOLD: Persona = {
  ...DE,
  accounts: {
    checking: { number: '4099001', opening: 120_000 },
    savings: { number: '4099019', opening: 50_000 },
    card: { number: '', opening: 0 },
  },
  interestPermille: 0,
  bills: [
    { name: 'Studentenwerk Husum', memo: 'STIPENDIUM', account: 'checking', type: 'CREDIT', cents: 60_000, prices: [[2015, 60_000]], when: { every: 'month', day: 15, months: [3, 9] } },
    { name: 'Wohnheim am Deich', memo: 'JAHRESMIETE', account: 'checking', type: 'REPEATPMT', cents: -84_000, prices: [[2015, -84_000]], when: { every: 'month', day: 1, months: [10] } },
    { name: 'Bürger-Versicherung', memo: 'HAFTPFLICHT', account: 'checking', type: 'DIRECTDEBIT', cents: -4_990, prices: [[2015, -4_490], [2025, -4_990]], when: { every: 'month', day: 5, months: [1] } },
    { name: 'Förde Funk', memo: 'PREPAID', account: 'checking', type: 'DIRECTDEBIT', cents: -1_500, prices: [[2015, -1_500]], when: { every: 'month', day: 20, months: [2, 8] } },
    { name: 'Oma Gesche', memo: 'ZUM GEBURTSTAG, DEINE OMA', account: 'savings', type: 'CREDIT', cents: 5_000, prices: [[2015, 5_000]], when: { every: 'month', day: 11, months: [6] } },
    { name: 'Kontor Demo-Bank', memo: 'ZINSGUTSCHRIFT', account: 'savings', type: 'INT', cents: 312, prices: [[2015, 312]], when: { every: 'month', day: 31, months: [12] } },
    { name: 'Nordsee-Buchladen', memo: 'FACHBÜCHER', account: 'checking', type: 'DIRECTDEBIT', cents: -3_790, prices: [[2015, -3_790]], when: { every: 'month', day: 12, months: [4] } },
  ],
  shops: [{ names: ['Imbiss'], memo: 'IMBISS', account: 'checking', type: 'POS', low: 500, high: 900, perMonth: 0 }],
  transfers: { ...DE.transfers, ceiling: Number.MAX_SAFE_INTEGER, floor: Number.MIN_SAFE_INTEGER },
}
