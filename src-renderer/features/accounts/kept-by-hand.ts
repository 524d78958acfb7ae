import type { Account } from '#shared/model.ts'

/** No bank knows it: a purse, a loan among friends. What it began with is no bank's word, and there is none to agree with. */
export const isKeptByHand = ({ connectionId, iban, number, institution }: Pick<Account, 'connectionId' | 'iban' | 'number' | 'institution'>): boolean =>
  connectionId === null && iban === null && number === null && institution === null
