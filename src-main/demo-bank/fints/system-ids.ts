import { Dice } from '../dice.ts'
import type { DemoRandom } from './environment.ts'

const DIGITS = 8
const CHECK_LIMIT = 100_000_000

/**
 * Kundensystem-IDs that prove themselves: the bank forgets everything when it ends, and a program that kept its id shall
 * not have to ask for another one.
 */
export function newSystemId(userId: string, random: DemoRandom): string {
  const nonce = Array.from(random.bytes(DIGITS / 2), (byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase()
  return `${nonce}${checkOf(userId, nonce)}`
}

export const isSystemId = (userId: string, systemId: string): boolean =>
  systemId.length === DIGITS * 2 && systemId.slice(DIGITS) === checkOf(userId, systemId.slice(0, DIGITS))

const checkOf = (userId: string, nonce: string): string => String(new Dice('system', userId, nonce).below(CHECK_LIMIT)).padStart(DIGITS, '0')
