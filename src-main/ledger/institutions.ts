import type { Institution } from '#shared/ipc/connection-endpoints.ts'
import { AppFailure } from '#shared/failure.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'

const KEY = 'ofx_institutions'
const INSTITUTIONS_MAX = 500
const WRITE = /* sql */ `INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value`

/** OFX banks that the person has entered, by name. Only this file writes the text. */
export function listInstitutions(db: ReadableLedger): Institution[] {
  const text = db.column<string>('SELECT value FROM setting WHERE key = ?').get([KEY])
  return text === undefined ? [] : JSON.parse(text) as Institution[]
}

/** Under a known id in the place of what was there. Call inside `transact`. */
export function saveInstitution(db: WritableLedger, institution: Institution): Institution[] {
  const others = listInstitutions(db).filter(({ id }) => id !== institution.id)
  if (others.length >= INSTITUTIONS_MAX) throw new AppFailure({ kind: 'invalid_input', path: 'institutions' })
  return write(db, [...others, institution].sort((a, b) => a.name.localeCompare(b.name)))
}

export function removeInstitution(db: WritableLedger, id: string): Institution[] {
  const known = listInstitutions(db)
  if (!known.some((institution) => institution.id === id)) throw new AppFailure({ kind: 'not_found', what: 'institution' })
  return write(db, known.filter((institution) => institution.id !== id))
}

function write(db: WritableLedger, institutions: Institution[]): Institution[] {
  db.command(WRITE).run({ key: KEY, value: JSON.stringify(institutions) })
  return institutions
}
