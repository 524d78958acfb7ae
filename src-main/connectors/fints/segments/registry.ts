import { nameOf, type SegmentDefinition } from '../schema/segment.ts'
import { accountSegments } from './accounts.ts'
import { balances } from './balances.ts'
import { bankParameters } from './bank-parameters.ts'
import { cards } from './cards.ts'
import { dialog } from './dialog.ts'
import { documents } from './documents.ts'
import { envelope } from './envelope.ts'
import { securities } from './securities.ts'
import { standingOrders } from './standing-orders.ts'
import { statements } from './statements.ts'
import { tanMedia } from './tan-media.ts'
import { tan } from './tan.ts'
import { userParameters } from './user-parameters.ts'

/** Every segment version that Kontor can read and write; anything else stays raw. */
export const definitions: readonly SegmentDefinition[] = [
  ...envelope, ...dialog, ...bankParameters, ...userParameters, ...tan, ...tanMedia,
  ...accountSegments, ...balances, ...statements, ...cards, ...documents, ...securities, ...standingOrders,
]

const byName = new Map(definitions.map((definition) => [nameOf(definition), definition]))

export const definitionOf = (segment: { readonly type: string; readonly version: number }): SegmentDefinition | undefined => byName.get(nameOf(segment))
