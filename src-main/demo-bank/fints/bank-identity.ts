import { DEMO_BANK } from '#shared/demo-bank.ts'

export { DEMO_BANK }
export const BANK_ID = { country: DEMO_BANK.country, bankCode: DEMO_BANK.bankCode }

/** An IBAN with the right check digits (ISO 13616: 98 minus the number with `DE00` behind, modulo 97). */
export function ibanOf(bankCode: string, account: string): string {
  const bban = bankCode + account.padStart(10, '0')
  const remainder = Array.from(`${bban}131400`).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  return `DE${String(98 - remainder).padStart(2, '0')}${bban}`
}
