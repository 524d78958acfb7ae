import { VERSION } from '#shared/version.ts'
import { isWritable } from './syntax/wire.ts'
import type { FintsProduct } from './types.ts'
import build from './product.json' with { type: 'json' }

const ID_MAX = 25
const VERSION_MAX = 5
/** Sent where nobody has registered: banks that insist answer 9078, for which Kontor names the next step. */
const UNREGISTERED = 'Kontor'

/** Whether a person may enter this as the product id (HKVVB, an ..25). */
export const isProductId = (id: string): boolean => id !== '' && id.length <= ID_MAX && isWritable(id) && /^[^\s\p{C}]+$/u.test(id)

/** The product that Kontor is to a bank: what the person entered in Settings, else what this build was registered with. */
export function fintsProduct(override: string | null): FintsProduct {
  const id = [override?.trim() ?? '', build.id].find(isProductId) ?? UNREGISTERED
  return { id, version: VERSION.slice(0, VERSION_MAX) }
}
