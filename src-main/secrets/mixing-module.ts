/**
 * The inner loops of scrypt (RFC 7914 §3 to §5) as a WebAssembly module, put together here instruction by instruction. It works
 * on four words at a time; plain script takes twice as long, and a person waits for it at every start.
 *
 * Blocks of 64 bytes lie in memory by Salsa's diagonals (`DIAGONALS`), as four vectors of four words. One instruction then does
 * a step of four quarter-rounds at once: of the columns as they lie, of the rows once three of the vectors have been turned.
 */
export const BLOCK_BYTES = 64
/** Where a block's words lie: in place n is word `DIAGONALS[n]`. */
export const DIAGONALS: readonly number[] = Array.from({ length: BLOCK_BYTES / 4 }, (_, place) => (place * 5) % 16)

/** What the module offers. Places are bytes from the memory's beginning; `r` is scrypt's, and a piece has 128 r bytes. */
export interface Mixing {
  /** Mixes so many pieces from `place` on, each into the one behind it. At `zeros` lies a piece of zeros. */
  fill(place: number, zeros: number, count: number, r: number): void
  /** So many times two: mixes the piece at `x` with the one of the table that it names itself, by way of the piece at `y`. */
  blend(table: number, mask: number, x: number, y: number, pairs: number, r: number): void
}

type Code = readonly number[]

const INTEGER = 0x7f
const VECTOR = 0x7b
const FUNCTION = 0x60
/** Salsa20/8 is four rounds of columns, each followed by one of rows. */
const DOUBLE_ROUNDS = 4
const VECTORS = [0, 1, 2, 3] as const

const get = (local: number): Code => [0x20, local]
const set = (local: number): Code => [0x21, local]
const constant = (value: number): Code => [0x41, ...signed(value)]
const loadVector = (offset: number): Code => [0xfd, 0x00, 4, ...unsigned(offset)]
const storeVector = (offset: number): Code => [0xfd, 0x0b, 4, ...unsigned(offset)]
const loadWord: Code = [0x28, 2, 0]
const [add, subtract, multiply, and, shift]: readonly [Code, Code, Code, Code, Code] = [[0x6a], [0x6b], [0x6c], [0x71], [0x74]]
const [addWords, xor]: readonly [Code, Code] = [[0xfd, 0xae, 0x01], [0xfd, 0x51]]
const shiftLeft = (bits: number): Code => [...constant(bits), 0xfd, 0xab, 0x01]
const shiftRight = (bits: number): Code => [...constant(bits), 0xfd, 0xad, 0x01]
const mixAnother: Code = [0x10, 0]

/** Repeats the body until the local has counted down to 0. It counts at least once. */
const times = (counter: number, body: Code): Code => [0x03, 0x40, ...body, ...get(counter), ...constant(1), ...subtract, 0x22, counter, 0x0d, 0, 0x0b]
const advance = (local: number, by: Code): Code => [...get(local), ...by, ...add, ...set(local)]

/** `target ^= (left + right) <<< bits`, of the vectors in these locals. */
function stir(target: number, left: number, right: number, bits: number, sum: number): Code {
  const summed = [...get(left), ...get(right), ...addWords, ...set(sum)]
  return [...summed, ...get(target), ...get(sum), ...shiftLeft(bits), ...xor, ...get(sum), ...shiftRight(32 - bits), ...xor, ...set(target)]
}

/** The words of a vector moved on by so many places. */
const turn = (local: number, places: number): Code => [...get(local), ...get(local), 0xfd, 0x0d, ...Array.from({ length: 16 }, (_, byte) => (byte + places * 4) % 16), ...set(local)]

/** RFC 7914 §3 on the four vectors from local `x` on. */
function salsa(x: number, sum: number): Code {
  const [a, b, c, d] = [x, x + 1, x + 2, x + 3]
  const round = (first: number, last: number): Code => [...stir(first, a, last, 7, sum), ...stir(c, first, a, 9, sum), ...stir(last, c, first, 13, sum), ...stir(a, last, c, 18, sum)]
  const doubled = [...round(b, d), ...turn(b, 3), ...turn(c, 2), ...turn(d, 1), ...round(d, b), ...turn(b, 1), ...turn(c, 2), ...turn(d, 3)]
  return Array.from({ length: DOUBLE_ROUNDS }, () => doubled).flat()
}

/** RFC 7914 §4 of two pieces, one xor the other. Parameters: both, where the result goes, r. */
function mixFunction(): Code {
  const [left, right, even, r, odd, count, x, before, sum] = [0, 1, 2, 3, 4, 5, 6, 10, 14]
  const both = (offset: number): Code => [...get(left), ...loadVector(offset), ...get(right), ...loadVector(offset), ...xor]
  const last: Code = [...get(r), ...constant(1), ...subtract, ...constant(2 * BLOCK_BYTES), ...multiply]
  const start = VECTORS.flatMap((at) => [
    ...get(left), ...last, ...add, ...loadVector(BLOCK_BYTES + at * 16), ...get(right), ...last, ...add, ...loadVector(BLOCK_BYTES + at * 16), ...xor, ...set(x + at),
  ])
  const block = (offset: number, target: number): Code => [
    ...VECTORS.flatMap((at) => [...get(x + at), ...both(offset + at * 16), ...xor, 0x22, before + at, ...set(x + at)]),
    ...salsa(x, sum),
    ...VECTORS.flatMap((at) => [...get(target), ...get(x + at), ...get(before + at), ...addWords, 0x22, x + at, ...storeVector(at * 16)]),
  ]
  const two = constant(2 * BLOCK_BYTES)
  const body = [...block(0, even), ...block(BLOCK_BYTES, odd), ...advance(left, two), ...advance(right, two), ...advance(even, constant(BLOCK_BYTES)), ...advance(odd, constant(BLOCK_BYTES))]
  const ready = [...get(even), ...get(r), ...constant(6), ...shift, ...add, ...set(odd), ...get(r), ...set(count), ...start]
  return functionBody([[2, INTEGER], [9, VECTOR]], [...ready, ...times(count, body)])
}

/** Parameters as `Mixing.fill` has them. */
function fillFunction(): Code {
  const [place, zeros, count, r, size] = [0, 1, 2, 3, 4]
  const body = [...get(place), ...get(zeros), ...get(place), ...get(size), ...add, ...get(r), ...mixAnother, ...advance(place, get(size))]
  return functionBody([[1, INTEGER]], [...pieceBytes(r), ...set(size), ...times(count, body)])
}

/** Parameters as `Mixing.blend` has them. A piece names another by the first word of its last block (RFC 7914 §5). */
function blendFunction(): Code {
  const [table, mask, x, y, pairs, r, size] = [0, 1, 2, 3, 4, 5, 6]
  const named = (piece: number): Code => [...get(table), ...get(piece), ...get(size), ...add, ...constant(BLOCK_BYTES), ...subtract, ...loadWord, ...get(mask), ...and, ...get(size), ...multiply, ...add]
  const half = (from: number, to: number): Code => [...get(from), ...named(from), ...get(to), ...get(r), ...mixAnother]
  return functionBody([[1, INTEGER]], [...pieceBytes(r), ...set(size), ...times(pairs, [...half(x, y), ...half(y, x)])])
}

const pieceBytes = (r: number): Code => [...get(r), ...constant(7), ...shift]

/** The module's bytes (WebAssembly core specification, chapter 5). Its memory is `memory.memory` of whoever makes it. */
export function mixingModule(): Uint8Array<ArrayBuffer> {
  const integers = (count: number): Code => list(Array.from({ length: count }, () => [INTEGER]))
  const bodies = [mixFunction(), fillFunction(), blendFunction()]
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [4, 6].map((count) => [FUNCTION, ...integers(count), 0])),
    ...section(2, [[...name('memory'), ...name('memory'), 0x02, 0x00, 1]]),
    ...section(3, [[0], [0], [1]]),
    ...section(7, [[...name('fill'), 0, 1], [...name('blend'), 0, 2]]),
    ...section(10, bodies),
  ])
}

const section = (id: number, entries: readonly Code[]): Code => [id, ...sized(list(entries))]
const list = (entries: readonly Code[]): Code => [...unsigned(entries.length), ...entries.flat()]
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes]
const name = (text: string): Code => sized(Array.from(text, (letter) => letter.charCodeAt(0)))
const functionBody = (locals: readonly Code[], code: Code): Code => sized([...list(locals), ...code, 0x0b])

/** LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))]
}

/** The sixth bit of the last byte is the sign. Nothing here is below 0. */
function signed(value: number): Code {
  return value < 64 ? [value] : [(value % 128) + 128, ...signed(Math.floor(value / 128))]
}
