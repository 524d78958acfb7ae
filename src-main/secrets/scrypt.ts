import { pbkdf2Sync, scrypt } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { BLOCK_BYTES, DIAGONALS, mixingModule, type Mixing } from './mixing-module.ts'

/** How hard a guess is made (RFC 7914 §2). */
export interface ScryptCost { readonly N: number; readonly r: number; readonly p: number }

/** Some milliseconds of work, after which whoever else waits for the thread has a turn. */
const PIECES_A_TURN = 2_048
const PAGE_BYTES = 65_536
const SPARE_BYTES = 32 * 1024 * 1024

const scryptAsync = promisify<string, Uint8Array, number, ScryptCost & { maxmem: number }, Buffer>(scrypt)

/**
 * scrypt (RFC 7914 §6) on the thread that asks, in turns, so that nothing stands still meanwhile. Node's own takes half as long
 * again, and Electron's (BoringSSL) three times as long: it checks the cost by deriving a whole key on the thread that asked.
 */
export async function deriveKey(passphrase: string, salt: Uint8Array, keyBytes: number, { N, r, p }: ScryptCost): Promise<Uint8Array> {
  const code = mixingModule()
  // Processors older than the instructions for four words at once have time.
  if (!WebAssembly.validate(code)) return scryptAsync(passphrase, salt, keyBytes, { N, r, p, maxmem: 128 * N * r * p + SPARE_BYTES })
  const pieces = pbkdf2Sync(passphrase, salt, 1, p * 2 * r * BLOCK_BYTES, 'sha256')
  const mixer = await Mixer.make(code, N, r)
  for (let lane = 0; lane < p; lane += 1) await mixer.mix(pieces.subarray(lane * mixer.pieceBytes, (lane + 1) * mixer.pieceBytes))
  const key = pbkdf2Sync(passphrase, pieces, 1, keyBytes, 'sha256')
  pieces.fill(0)
  void mixer.clear()
  return key
}

/** scryptROMix (RFC 7914 §5) in a memory of its own: the table, behind it the piece that is mixed, its other half, and zeros. */
class Mixer {
  readonly pieceBytes: number
  readonly #N: number
  readonly #r: number
  readonly #memory: WebAssembly.Memory
  readonly #mixing: Mixing

  private constructor(N: number, r: number, memory: WebAssembly.Memory, mixing: Mixing) {
    this.pieceBytes = 2 * r * BLOCK_BYTES
    this.#N = N
    this.#r = r
    this.#memory = memory
    this.#mixing = mixing
  }

  static async make(code: Uint8Array<ArrayBuffer>, N: number, r: number): Promise<Mixer> {
    const pages = Math.ceil(((N + 3) * 2 * r * BLOCK_BYTES) / PAGE_BYTES)
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    const { instance } = await WebAssembly.instantiate(code, { memory: { memory } })
    // What it exports is the interface, by its names and numbers.
    return new Mixer(N, r, memory, instance.exports as unknown as Mixing)
  }

  /** In place. */
  async mix(piece: Uint8Array): Promise<void> {
    const last = this.#N * this.pieceBytes
    this.#put(piece)
    await this.#inTurns((done, count) => { this.#mixing.fill(done * this.pieceBytes, last + 2 * this.pieceBytes, count, this.#r) })
    await this.#inTurns((_, count) => { this.#mixing.blend(0, this.#N - 1, last, last + this.pieceBytes, count / 2, this.#r) })
    this.#take(last, piece)
  }

  async #inTurns(work: (done: number, count: number) => void): Promise<void> {
    for (let done = 0; done < this.#N; done += PIECES_A_TURN) {
      work(done, Math.min(PIECES_A_TURN, this.#N - done))
      await nextTurn()
    }
  }

  #put(piece: Uint8Array): void {
    const [lying, standing] = [new DataView(this.#memory.buffer), viewOf(piece)]
    eachWord(piece.length, (place, at) => { lying.setUint32(place, standing.getUint32(at)) })
  }

  #take(from: number, piece: Uint8Array): void {
    const [lying, standing] = [new DataView(this.#memory.buffer, from), viewOf(piece)]
    eachWord(piece.length, (place, at) => { standing.setUint32(at, lying.getUint32(place)) })
  }

  /** What is left here would make guesses cheap. In turns too: writing so much takes a while. */
  async clear(): Promise<void> {
    const bytes = new Uint8Array(this.#memory.buffer)
    const step = PIECES_A_TURN * this.pieceBytes
    for (let at = 0; at < bytes.length; at += step) {
      bytes.fill(0, at, at + step)
      await nextTurn()
    }
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength)

/** Where each word lies in memory, and where it stands in the piece. */
function eachWord(bytes: number, visit: (place: number, at: number) => void): void {
  for (let block = 0; block < bytes; block += BLOCK_BYTES) DIAGONALS.forEach((word, place) => { visit(block + place * 4, block + word * 4) })
}
