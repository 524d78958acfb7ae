/** What a column of a table can hold. A role stands over one column at most. */
export const COLUMN_ROLES = [
  'bookedOn', 'valueOn', 'amount', 'debit', 'credit', 'sign', 'fee', 'currency', 'balance', 'payee', 'payer', 'purpose', 'bookingText', 'reference', 'counterpartyIban', 'counterpartyBic',
  'account', 'accountName', 'endToEndId', 'mandateReference', 'creditorId', 'id', 'status', 'category', 'originalAmount', 'originalCurrency', 'exchangeRate', 'checkNumber', 'notes', 'tags',
] as const
