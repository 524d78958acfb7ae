import type { Instant } from '#shared/dates.ts'
import { unreachable } from '#shared/result.ts'
import type { LedgerConnection } from '../database.ts'
import { writeWholeText } from '../whole-file.ts'
import { csvPieces } from './csv.ts'
import { kontorJsonPieces } from './kontor-json.ts'

/** Writes the whole ledger in a form that others can read. One read transaction: what is written was true at one moment. */
export function exportLedger(db: LedgerConnection, file: string, format: 'json' | 'csv', at: Instant): void {
  db.exec('BEGIN')
  try {
    writeWholeText(file, piecesOf(db, format, at))
  } finally {
    db.exec('ROLLBACK')
  }
}

function piecesOf(db: LedgerConnection, format: 'json' | 'csv', at: Instant): Iterable<string> {
  switch (format) {
    case 'json':
      return kontorJsonPieces(db, at)
    case 'csv':
      return csvPieces(db)
    default:
      return unreachable(format)
  }
}
