import type { Instant } from '#shared/dates.ts'
import type { ExportFormat } from '#shared/ipc/app-endpoints.ts'
import { unreachable } from '#shared/result.ts'
import type { LedgerConnection } from '../database.ts'
import { writeWholeText } from '../whole-file.ts'
import { csvPieces } from './csv.ts'
import { kontorJsonPieces } from './kontor-json.ts'
import { ofxPieces } from './ofx.ts'
import { journalPieces } from './plain-text.ts'
import { qifPieces } from './qif.ts'

/** Writes the whole ledger in a form that others can read. One read transaction: what is written was true at one moment. */
export function exportLedger(db: LedgerConnection, file: string, format: ExportFormat, at: Instant): void {
  db.exec('BEGIN')
  try {
    writeWholeText(file, piecesOf(db, format, at))
  } finally {
    db.exec('ROLLBACK')
  }
}

function piecesOf(db: LedgerConnection, format: ExportFormat, at: Instant): Iterable<string> {
  switch (format) {
    case 'json':
      return kontorJsonPieces(db, at)
    case 'csv':
      return csvPieces(db)
    case 'ofx':
      return ofxPieces(db, at)
    case 'qif':
      return qifPieces(db)
    case 'ledger':
      return journalPieces(db)
    default:
      return unreachable(format)
  }
}
