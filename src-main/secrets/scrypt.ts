import { pbkdf2 } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { salsa } from './salsa.ts'

export interface ScryptCost { readonly N: number; readonly r: number; readonly p: number }

const stretch = promisify(pbkdf2)
/** A Salsa20 block in 32-bit words. */
const BLOCK = 16
/** Blocks mixed in one go: a few milliseconds, then whoever else waits for this thread has a turn. */
const TURN_BLOCKS = 16_384

/** scrypt (RFC 7914) in turns, for a runtime whose own holds the calling thread (slots.ts). Everything on the way to the key is cleared. */
export async function scryptInTurns(password: string, salt: Uint8Array, length: number, { N, r, p }: ScryptCost): Promise<Uint8Array> {
  const drawn = await stretch(password, salt, 1, 128 * r * p, 'sha256')
  const view = new DataView(drawn.buffer, drawn.byteOffset, drawn.byteLength)
  for (let lane = 0; lane < p; lane += 1) await mixLane(view, lane * 128 * r, N, r)
  const key = await stretch(password, drawn, 1, length, 'sha256')
  drawn.fill(0)
  return new Uint8Array(key.buffer, key.byteOffset, key.byteLength)
}

/** ROMix (RFC 7914 §5) over one lane's bytes; they are little-endian words, whatever this machine's are. */
async function mixLane(bytes: DataView, place: number, N: number, r: number): Promise<void> {
  const lane = Int32Array.from({ length: 32 * r }, (_, word) => bytes.getInt32(place + 4 * word, true))
  await mix(lane, N, r)
  for (const [word, value] of lane.entries()) bytes.setInt32(place + 4 * word, value, true)
  lane.fill(0)
}

async function mix(lane: Int32Array, N: number, r: number): Promise<void> {
  const size = lane.length
  const turn = Math.max(1, Math.floor(TURN_BLOCKS / (2 * r)))
  const seen = new Int32Array(size * N)
  const mixed = new Int32Array(size)
  const state = new Int32Array(BLOCK)
  seen.set(lane)
  for (let step = 1; step <= N; step += 1) {
    const isLast = step === N
    mixBlocks(seen, (step - 1) * size, isLast ? lane : seen, isLast ? 0 : step * size, r, state)
    if (step % turn === 0) await setImmediate()
  }
  for (let step = 1; step <= N; step += 1) {
    const from = ((lane[size - BLOCK] ?? 0) & (N - 1)) * size
    for (let word = 0; word < size; word += 1) mixed[word] = (lane[word] ?? 0) ^ (seen[from + word] ?? 0)
    mixBlocks(mixed, 0, lane, 0, r, state)
    if (step % turn === 0) await setImmediate()
  }
  for (const used of [seen, mixed, state]) used.fill(0)
}

/** BlockMix (RFC 7914 §4): even blocks go to the first half, odd ones to the second. */
function mixBlocks(from: Int32Array, start: number, to: Int32Array, place: number, r: number, state: Int32Array): void {
  const last = start + (2 * r - 1) * BLOCK
  for (let word = 0; word < BLOCK; word += 1) state[word] = from[last + word] ?? 0
  for (let pair = 0; pair < r; pair += 1) {
    salsa(state, from, start + 2 * pair * BLOCK, to, place + pair * BLOCK)
    salsa(state, from, start + (2 * pair + 1) * BLOCK, to, place + (r + pair) * BLOCK)
  }
}
