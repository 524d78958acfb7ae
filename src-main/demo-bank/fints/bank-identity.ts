import { DEMO_BANK } from '#shared/demo-bank.ts'

export { DEMO_BANK }
export { germanIban as ibanOf } from '#shared/iban.ts'
export const BANK_ID = { country: DEMO_BANK.country, bankCode: DEMO_BANK.bankCode }
