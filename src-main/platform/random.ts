import { randomFillSync, randomUUID } from 'node:crypto'

/** Where randomness comes from; a seeded one stands in for it in simulations. */
export interface Random {
  bytes(count: number): Uint8Array
  uuid(): string
}

export const systemRandom: Random = {
  // A plain array, not a Buffer: a Buffer's `slice` is a view, and whoever clears the one clears the other.
  bytes: (count) => randomFillSync(new Uint8Array(count)),
  uuid: () => randomUUID(),
}
