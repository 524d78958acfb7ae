import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { TransactionId } from '#shared/model.ts'
import { TransferMethodSchema, type Transfer } from '#shared/transfers.ts'
import type { ReadableLedger } from '../database.ts'
import { transactionsById } from '../transactions/page.ts'
import { readPairing } from './state.ts'

interface Row { readonly outId: TransactionId; readonly inId: TransactionId; readonly state: Transfer['state']; readonly method: string | null; readonly score: number | null; readonly isSaid: 0 | 1 }

/** Only pairs of rows that are both there. What a person has rejected is no pair, but can be looked through and taken back. */
const ALL = /* sql */ `
  SELECT pair.out_id AS outId, pair.in_id AS inId, pair.state, pair.method, pair.score, out.booked_on, pair.method = 'user' AS isSaid
    FROM transfer AS pair JOIN txn AS out ON out.id = pair.out_id JOIN txn AS into_ ON into_.id = pair.in_id WHERE out.deleted_at IS NULL AND into_.deleted_at IS NULL
  UNION ALL
  SELECT said.out_id, said.in_id, 'rejected', NULL, NULL, out.booked_on, 1
    FROM transfer_choice AS said JOIN txn AS out ON out.id = said.out_id JOIN txn AS into_ ON into_.id = said.in_id
   WHERE said.choice = 'rejected' AND out.deleted_at IS NULL AND into_.deleted_at IS NULL`

const PAGE = /* sql */ `SELECT * FROM (${ALL}) WHERE state = :state ORDER BY booked_on DESC, outId DESC LIMIT :limit OFFSET :offset`
const COUNTS = /* sql */ `SELECT state, count(*) FROM (${ALL}) GROUP BY state`

export function listTransfers(db: ReadableLedger, { state, offset, limit }: Parsed<'transfers.list'>): Output<'transfers.list'> {
  const rows = db.query<Row>(PAGE).all({ state, offset, limit })
  const transactions = transactionsById(db, rows.flatMap(({ outId, inId }) => [outId, inId]))
  const counts = Object.fromEntries(db.tuples<[string, number]>(COUNTS).all())
  return {
    pairing: readPairing(db),
    counts: { proposed: counts['proposed'] ?? 0, confirmed: counts['confirmed'] ?? 0, rejected: counts['rejected'] ?? 0 },
    transfers: rows.flatMap((row): Transfer[] => {
      const [out, into] = [transactions.get(row.outId), transactions.get(row.inId)]
      return out && into ? [{ out, into, state: row.state, by: row.isSaid === 1 ? 'user' : 'engine', method: row.method === null ? null : TransferMethodSchema.parse(row.method), score: row.score === null ? null : row.score / 100 }] : []
    }),
  }
}
