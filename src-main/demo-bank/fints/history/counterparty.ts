import { germanIban } from '#shared/iban.ts'
import { Dice } from '../../dice.ts'

/** Who stands on the other side of an entry: as invented as the household, and always the same for a name. */
export interface Counterparty {
  readonly iban: string
  readonly bic: string
  readonly creditorId: string
}

/** Bank codes and BICs that nobody has. */
const BANKS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['00000011', 'NRDBDEH1XXX'], ['00000022', 'SUDBDEM2XXX'], ['00000033', 'WSTBDED3XXX'], ['00000044', 'OSTBDEL4XXX'],
]
const DIGITS_9 = 1_000_000_000

export function counterpartyOf(name: string): Counterparty {
  const dice = new Dice('counterparty', name)
  const [bankCode, bic] = dice.pick(BANKS)
  return { iban: germanIban(bankCode, String(dice.below(DIGITS_9)).padStart(10, '0')), bic, creditorId: creditorId(dice) }
}

/** Gläubiger-ID: the check digits leave out the business code `ZZZ` (EPC 262-08). */
function creditorId(dice: Dice): string {
  const number = `0${String(dice.below(DIGITS_9)).padStart(10, '0')}`
  const remainder = Array.from(`${number}131400`).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  return `DE${String(98 - remainder).padStart(2, '0')}ZZZ${number}`
}

/** The reference of a mandate that was signed once and stays. */
export const mandateOf = (name: string, memo: string): string => `M${String(new Dice('mandate', name, memo).below(100_000_000)).padStart(8, '0')}`
