import type { StatementAccount } from '#shared/statement.ts'
import { isBic, isIban } from '../text/remittance.ts'

export interface ReadAccount { readonly account: StatementAccount; readonly currency: string | null }

/** 35 characters by the specification; more are no account. */
const ACCOUNT_MAX = 80

const NOTHING: StatementAccount = { number: null, bankCode: null, branch: null, iban: null, bic: null, name: null, type: 'checking' }
export const UNKNOWN_ACCOUNT: ReadAccount = { account: NOTHING, currency: null }

/**
 * Field 25: `bank code/number`, `BIC/number` or an IBAN, with the currency behind the number where one number has several.
 * Field 25P adds a BIC on its second line.
 */
export function readAccount(lines: readonly string[]): ReadAccount {
  const text = (lines[0] ?? '').slice(0, ACCOUNT_MAX).trim().replace(/^\//, '')
  const second = (lines[1] ?? '').trim()
  const bic = isBic(second) ? second : null
  const currency = /\d *([A-Z]{3})$/.exec(text)?.[1] ?? null
  const whole = currency === null ? text : text.slice(0, -currency.length).trim()
  const compact = whole.replace(/\s+/g, '')
  if (isIban(compact)) return { account: { ...NOTHING, iban: compact, bic }, currency }
  const slash = whole.indexOf('/')
  const bank = slash < 0 ? '' : whole.slice(0, slash).trim()
  const number = (slash < 0 ? whole : whole.slice(slash + 1)).trim()
  if (number === '') return { account: { ...NOTHING, bic }, currency }
  if (isIban(number.replace(/\s+/g, ''))) return { account: { ...NOTHING, iban: number.replace(/\s+/g, ''), bankCode: bank || null, bic }, currency }
  return { account: { ...NOTHING, number, ...(isBic(bank) ? { bic: bank } : { bankCode: bank || null, bic }) }, currency }
}
