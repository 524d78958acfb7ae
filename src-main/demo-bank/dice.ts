/**
 * Chance that can be repeated: the same seed throws the same numbers on every machine and in every year. Each stream of
 * events has dice of its own, so that a new kind of event leaves all others as they were.
 */
export class Dice {
  #state: number

  constructor(...seed: readonly (string | number)[]) {
    const text = seed.join('\n')
    this.#state = 0x6b6f6e74
    for (let at = 0; at < text.length; at++) this.#state = mix(this.#state ^ text.charCodeAt(at))
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x9e3779b9) | 0
    return Math.floor((mix(this.#state) / 0x1_0000_0000) * limit)
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1)
  }

  /** Mostly near `low`, seldom near `high`: as prices in a basket are. */
  skewed(low: number, high: number): number {
    return low + this.below(this.below(high - low + 1) + 1)
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0]
  }
}

/** Spreads every bit of a 32-bit number over all of them. */
function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
