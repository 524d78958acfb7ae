import { DEMO_BANK } from '#shared/demo-bank.ts'

export { DEMO_BANK }
export const BANK_ID = { country: DEMO_BANK.country, bankCode: DEMO_BANK.bankCode }
