/** What is looked up at a bank and kept nowhere. */
export const inquiryEn = {
  inquiry: {
    open: 'More from the bank …',
    title: 'More from {name}',
    text: 'Kontor asks the bank and shows the answer. Your ledger keeps none of it.',
    what: 'What to look up',
    kind: { documents: 'Statements', 'standing-orders': 'Standing orders', terms: 'Terms' },
    year: 'Year', latest: 'What the bank delivers by itself',
    yearHint: 'By themselves many banks deliver only statements that were never fetched before.',
    ask: 'Ask the bank',
    documents: 'Statements of {account}', statement: 'Statement {number}/{year}', unnumbered: 'Statement', range: '{from} to {to}', size: '{count} kB',
    save: 'Save …', saveOne: 'Save {name}', saved: '“{file}” is saved.',
    onlyNow: 'Save what you want to keep: the bank may not deliver it again.',
    orders: 'Standing orders of {account}', terms: 'Terms of {account}',
    none: { documents: 'The bank has no statements for this.', 'standing-orders': 'There are no standing orders.', terms: 'The bank tells no terms.' },
    weeks: 'Every week | Every {count} weeks', months: 'Every month | Every {count} months',
    weekday: 'on weekday {day}', monthday: 'on the {day}.', monthEnd: 'at the end of the month', beforeEnd: '{count} day before the end of the month | {count} days before the end of the month',
    until: 'until {day}', from: 'from {day}', suspended: 'suspended from {from} to {to}',
    term: {
      owner: 'Owner', product: 'Product', openedOn: 'Opened on', creditLine: 'Credit line', debitInterest: 'Interest on debit', creditInterest: 'Interest on credit', overdraftInterest: 'Interest on overdraft',
    },
    percent: '{rate} % a year',
  },
} as const
