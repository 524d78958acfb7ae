/** What sources call an account; files of German banks give a bank code and a number, where others write an IBAN. */
export interface NamedAccount { readonly iban: string | null; readonly bankCode: string | null; readonly number: string | null }

/** A German IBAN with the right check digits (ISO 13616: 98 minus the number with `DE00` behind, modulo 97). */
export function germanIban(bankCode: string, number: string): string {
  const bban = bankCode + number.padStart(10, '0')
  const remainder = Array.from(`${bban}131400`).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  return `DE${String(98 - remainder).padStart(2, '0')}${bban}`
}

/** The IBAN by which others name an account: the stated one, else the one that follows from a German bank code and number. */
export function ibanOf({ iban, bankCode, number }: NamedAccount): string | null {
  if (iban !== null && iban !== '') return iban
  const [bank, digits] = [(bankCode ?? '').replace(/\s/g, ''), (number ?? '').replace(/\s/g, '')]
  return /^[1-9]\d{7}$/.test(bank) && /^\d{1,10}$/.test(digits) ? germanIban(bank, digits) : null
}
