import type { HeldSecurity, SecurityKind } from '#shared/investments.ts'
import type { Statement } from '#shared/statement.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'

interface Description { readonly idType: string; readonly uniqueId: string; readonly name: string; readonly ticker: string; readonly kind: string; readonly currency: string }

const INSERT = /* sql */ `
  INSERT INTO security (id_type, unique_id, name, ticker, kind, currency) VALUES (:idType, :uniqueId, :name, :ticker, :kind, :currency) ON CONFLICT DO NOTHING`
const FIND = /* sql */ `
  SELECT id FROM security WHERE unique_id = :uniqueId AND id_type = :idType AND name = :name AND ticker = :ticker AND kind = :kind AND currency = :currency`

/** Finds or keeps each security of a statement as this statement describes it. Answers the row of a security's id; null where it has none. */
export function keepSecurities(db: WritableLedger, statement: Statement): (id: string | null) => number | null {
  const rows = new Map<string, number>()
  for (const description of describe(statement)) {
    db.command(INSERT).run({ ...description })
    rows.set(description.uniqueId, db.column<number>(FIND).get({ ...description }) ?? 0)
  }
  return (id) => rows.get(id ?? '') ?? null
}

/** By the list of securities, and by what positions and trades say themselves. */
function describe({ securities, positions, trades, holdings = [], currency }: Statement): Description[] {
  const listed = new Map(securities.map((security) => [security.id, security]))
  const named = Map.groupBy([...positions, ...holdings.flatMap((list) => list.positions), ...trades].filter(({ securityId }) => securityId !== null), ({ securityId }) => securityId ?? '')
  return [...named].map(([uniqueId, mentions]) => {
    const known = listed.get(uniqueId)
    const first = (values: readonly (string | null | undefined)[]): string => values.find((value) => value !== null && value !== undefined && value !== '') ?? ''
    return {
      uniqueId,
      idType: first([known?.idType, ...mentions.map(({ securityIdType }) => securityIdType)]),
      name: known?.name.trim() ?? '',
      ticker: known?.ticker ?? '',
      kind: first(mentions.map(({ code }) => kindOf(code))),
      currency: first([...mentions.map((mention) => mention.currency), currency]),
    }
  })
}

/** By the aggregate's name (OFX: POSMF, BUYSTOCK …) or by what a quantity counts (MT535: a nominal amount is a bond's). */
function kindOf(code: string): SecurityKind | '' {
  const kind = /^(?:POS|BUY|SELL)(MF|STOCK|DEBT|OPT|OTHER)$/.exec(code)?.[1]
  if (kind !== undefined) return KINDS[kind] ?? ''
  return code === 'FAMT' || code === 'AMOR' ? 'bond' : ''
}

const KINDS: Readonly<Record<string, SecurityKind>> = { MF: 'fund', STOCK: 'stock', DEBT: 'bond', OPT: 'option', OTHER: 'other' }
const KIND_NAMES: readonly string[] = Object.values(KINDS)

export interface SecurityColumns {
  readonly id_type: string | null
  readonly unique_id: string | null
  readonly name: string | null
  readonly ticker: string | null
  readonly kind: string | null
}

/** The latest description that has a name, of this number and kind of number. */
const NAMED = /* sql */ `SELECT id_type, unique_id, name, ticker, kind FROM security WHERE unique_id = ? AND id_type IN (?, '') AND name <> '' ORDER BY id DESC LIMIT 1`

/** A source that names a security by its number alone borrows the name that another one has for it. */
export function toSecurity(db: ReadableLedger, { id_type: idType, unique_id: id, name, ticker, kind }: SecurityColumns): HeldSecurity {
  const other = id !== null && name === '' ? db.query<SecurityColumns>(NAMED).get([id, idType ?? '']) : undefined
  return { id: id ?? '', idType: idType ?? '', name: name || other?.name || '', ticker: ticker || other?.ticker || null, kind: asKind(kind) ?? asKind(other?.kind ?? null) }
}

const asKind = (kind: string | null): SecurityKind | null => (kind !== null && isKind(kind) ? kind : null)
const isKind = (kind: string): kind is SecurityKind => KIND_NAMES.includes(kind)
