/** The Salsa20/8 core (RFC 7914 §3) over the exclusive or of `state` and sixteen words of `other`; the outcome is left in `state` and written to `to`. */
export function salsa(state: Int32Array, other: Int32Array, start: number, to: Int32Array, place: number): void {
  // Sixteen local numbers stay in the processor's registers; an array of them takes twice as long, and so do calls for the turning.
  const a0 = (state[0] ?? 0) ^ (other[start] ?? 0), a1 = (state[1] ?? 0) ^ (other[start + 1] ?? 0), a2 = (state[2] ?? 0) ^ (other[start + 2] ?? 0), a3 = (state[3] ?? 0) ^ (other[start + 3] ?? 0)
  const a4 = (state[4] ?? 0) ^ (other[start + 4] ?? 0), a5 = (state[5] ?? 0) ^ (other[start + 5] ?? 0), a6 = (state[6] ?? 0) ^ (other[start + 6] ?? 0), a7 = (state[7] ?? 0) ^ (other[start + 7] ?? 0)
  const a8 = (state[8] ?? 0) ^ (other[start + 8] ?? 0), a9 = (state[9] ?? 0) ^ (other[start + 9] ?? 0), a10 = (state[10] ?? 0) ^ (other[start + 10] ?? 0), a11 = (state[11] ?? 0) ^ (other[start + 11] ?? 0)
  const a12 = (state[12] ?? 0) ^ (other[start + 12] ?? 0), a13 = (state[13] ?? 0) ^ (other[start + 13] ?? 0), a14 = (state[14] ?? 0) ^ (other[start + 14] ?? 0), a15 = (state[15] ?? 0) ^ (other[start + 15] ?? 0)
  let b0 = a0, b1 = a1, b2 = a2, b3 = a3, b4 = a4, b5 = a5, b6 = a6, b7 = a7, b8 = a8, b9 = a9, b10 = a10, b11 = a11, b12 = a12, b13 = a13, b14 = a14, b15 = a15
  let t = 0
  for (let round = 0; round < 8; round += 2) {
    // Down the columns …
    t = (b0 + b12) | 0; b4 ^= (t << 7) | (t >>> 25); t = (b4 + b0) | 0; b8 ^= (t << 9) | (t >>> 23); t = (b8 + b4) | 0; b12 ^= (t << 13) | (t >>> 19); t = (b12 + b8) | 0; b0 ^= (t << 18) | (t >>> 14)
    t = (b5 + b1) | 0; b9 ^= (t << 7) | (t >>> 25); t = (b9 + b5) | 0; b13 ^= (t << 9) | (t >>> 23); t = (b13 + b9) | 0; b1 ^= (t << 13) | (t >>> 19); t = (b1 + b13) | 0; b5 ^= (t << 18) | (t >>> 14)
    t = (b10 + b6) | 0; b14 ^= (t << 7) | (t >>> 25); t = (b14 + b10) | 0; b2 ^= (t << 9) | (t >>> 23); t = (b2 + b14) | 0; b6 ^= (t << 13) | (t >>> 19); t = (b6 + b2) | 0; b10 ^= (t << 18) | (t >>> 14)
    t = (b15 + b11) | 0; b3 ^= (t << 7) | (t >>> 25); t = (b3 + b15) | 0; b7 ^= (t << 9) | (t >>> 23); t = (b7 + b3) | 0; b11 ^= (t << 13) | (t >>> 19); t = (b11 + b7) | 0; b15 ^= (t << 18) | (t >>> 14)
    // … and along the rows.
    t = (b0 + b3) | 0; b1 ^= (t << 7) | (t >>> 25); t = (b1 + b0) | 0; b2 ^= (t << 9) | (t >>> 23); t = (b2 + b1) | 0; b3 ^= (t << 13) | (t >>> 19); t = (b3 + b2) | 0; b0 ^= (t << 18) | (t >>> 14)
    t = (b5 + b4) | 0; b6 ^= (t << 7) | (t >>> 25); t = (b6 + b5) | 0; b7 ^= (t << 9) | (t >>> 23); t = (b7 + b6) | 0; b4 ^= (t << 13) | (t >>> 19); t = (b4 + b7) | 0; b5 ^= (t << 18) | (t >>> 14)
    t = (b10 + b9) | 0; b11 ^= (t << 7) | (t >>> 25); t = (b11 + b10) | 0; b8 ^= (t << 9) | (t >>> 23); t = (b8 + b11) | 0; b9 ^= (t << 13) | (t >>> 19); t = (b9 + b8) | 0; b10 ^= (t << 18) | (t >>> 14)
    t = (b15 + b14) | 0; b12 ^= (t << 7) | (t >>> 25); t = (b12 + b15) | 0; b13 ^= (t << 9) | (t >>> 23); t = (b13 + b12) | 0; b14 ^= (t << 13) | (t >>> 19); t = (b14 + b13) | 0; b15 ^= (t << 18) | (t >>> 14)
  }
  state[0] = to[place] = (a0 + b0) | 0; state[1] = to[place + 1] = (a1 + b1) | 0
  state[2] = to[place + 2] = (a2 + b2) | 0; state[3] = to[place + 3] = (a3 + b3) | 0
  state[4] = to[place + 4] = (a4 + b4) | 0; state[5] = to[place + 5] = (a5 + b5) | 0
  state[6] = to[place + 6] = (a6 + b6) | 0; state[7] = to[place + 7] = (a7 + b7) | 0
  state[8] = to[place + 8] = (a8 + b8) | 0; state[9] = to[place + 9] = (a9 + b9) | 0
  state[10] = to[place + 10] = (a10 + b10) | 0; state[11] = to[place + 11] = (a11 + b11) | 0
  state[12] = to[place + 12] = (a12 + b12) | 0; state[13] = to[place + 13] = (a13 + b13) | 0
  state[14] = to[place + 14] = (a14 + b14) | 0; state[15] = to[place + 15] = (a15 + b15) | 0
}
