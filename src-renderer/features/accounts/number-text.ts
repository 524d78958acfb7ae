import type { Account } from '#shared/model.ts'

/** An IBAN in groups of four, as it is printed on cards (ISO 13616); any other number as the bank writes it. */
export const numberText = ({ iban, number }: Pick<Account, 'iban' | 'number'>): string => iban?.match(/.{1,4}/g)?.join(' ') ?? number ?? '–'
