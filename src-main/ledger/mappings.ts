import type { Instant } from '#shared/dates.ts'
import { MappingSchema, type Mapping, type SharedMapping } from '#shared/mapping.ts'
import type { ReadableLedger, WritableLedger } from './database.ts'

interface Row { readonly fingerprint: string; readonly name: string; readonly mapping: string }

const LIST = /* sql */ `SELECT fingerprint, name, mapping FROM file_mapping ORDER BY name, fingerprint`
const SAVE = /* sql */ `INSERT INTO file_mapping (fingerprint, name, mapping, saved_at) VALUES (:fingerprint, :name, :mapping, :at)
  ON CONFLICT (fingerprint) DO UPDATE SET name = :name, mapping = :mapping, saved_at = :at`
const LEARN = /* sql */ `INSERT INTO foreign_category (name, category_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET category_id = excluded.category_id`

/** Every mapping kept, as it can be shared. One that a newer Kontor wrote otherwise is passed over. */
export const listMappings = (db: ReadableLedger): SharedMapping[] => db.query<Row>(LIST).all().flatMap(({ fingerprint, name, mapping }): SharedMapping[] => {
  const read = parse(mapping)
  return read ? [{ format: 'kontor-mapping', version: 1, name, fingerprint, mapping: read }] : []
})

export function findMapping(db: ReadableLedger, fingerprint: string): Mapping | undefined {
  const text = db.column<string>('SELECT mapping FROM file_mapping WHERE fingerprint = ?').get([fingerprint])
  return text === undefined ? undefined : parse(text)
}

const parse = (text: string): Mapping | undefined => MappingSchema.safeParse(JSON.parse(text)).data

/** The categories of other programs in ours, as somebody has answered for any file. */
export const foreignCategories = (db: ReadableLedger): Mapping['categories'] =>
  Object.fromEntries(db.query<{ name: string; id: string | null }>('SELECT name, category_id AS id FROM foreign_category').all().map(({ name, id }) => [name, id] as const))

type KeptMapping = Pick<SharedMapping, 'fingerprint' | 'name' | 'mapping'>

/** Keeps how files with these columns are read. */
export function keepMapping(db: WritableLedger, { fingerprint, name, mapping }: KeptMapping, at: Instant): void {
  db.command(SAVE).run({ fingerprint, name, mapping: JSON.stringify(mapping), at })
}

/** Names that nobody has answered for here. */
export function keepCategoryNames(db: WritableLedger, names: Mapping['categories']): void {
  const keep = db.command('INSERT OR IGNORE INTO foreign_category (name, category_id) VALUES (?, ?)')
  for (const [name, id] of Object.entries(names)) keep.run([name, id])
}

/** The same, and what its categories are: those hold for every file that names them. */
export function saveMapping(db: WritableLedger, kept: KeptMapping, at: Instant): void {
  const { mapping } = kept
  keepMapping(db, kept, at)
  for (const [category, id] of Object.entries(mapping.categories)) db.command(LEARN).run([category, id])
}

export function forgetMapping(db: WritableLedger, fingerprint: string): void {
  db.command('DELETE FROM file_mapping WHERE fingerprint = ?').run([fingerprint])
}
