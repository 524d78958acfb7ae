import { err, ok, type Result } from '#shared/result.ts'
import type { RawSegment } from '#main/connectors/fints/syntax/wire.ts'
import { refusal, type Refusal } from '../answer.ts'

/** Full of the characters that must be escaped: who passes them on untouched has nothing to fear. */
const ODD = '0_=2#?+\':@'
const PLACES_MAX = 1_000

/** Where answers go on (Aufsetzpunkt, Formals B.6.3). They live as long as their dialog. */
export class Touchdowns {
  readonly #places = new Map<string, { readonly key: string; readonly at: number }>()

  /** A token for the place `at` of the order that `key` describes. */
  mark(key: string, at: number): string {
    const token = `${ODD}${this.#places.size + 1}`
    if (this.#places.size < PLACES_MAX) this.#places.set(token, { key, at })
    return token
  }

  /** Where the order goes on: its beginning without a token. */
  find(segment: RawSegment, key: string, token: string | undefined): Result<number, Refusal> {
    if (token === undefined) return ok(0)
    const place = this.#places.get(token)
    if (place === undefined) return err(refusal(segment.number, '9210', 'Aufsetzpunkt unbekannt', 'the touchdown was never given in this dialog'))
    if (place.key !== key) return err(refusal(segment.number, '9210', 'Aufsetzpunkt passt nicht zum Auftrag', 'the touchdown belongs to another order, account or range'))
    return ok(place.at)
  }
}
