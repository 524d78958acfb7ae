import { randomBytes, randomUUID } from 'node:crypto'

/** Where randomness comes from; a seeded one stands in for it in simulations. */
export interface Random {
  bytes(count: number): Uint8Array
  uuid(): string
}

export const systemRandom: Random = {
  bytes: (count) => randomBytes(count),
  uuid: () => randomUUID(),
}
