export const en = {
  title: 'How is “{name}” read?', preset: 'Recognised: {name}', remembered: 'Read as you answered for an earlier file with these columns.', unknown: 'This layout is new to Kontor. Check what it takes each column for.',
  open: 'Before it can be imported', choose: 'Please choose', needed: 'Only you can tell.', ignore: 'Leave out', column: 'Column {number}', means: 'What “{name}” holds', sample: 'First lines of the file',
  question: { 'columns': 'Which columns hold the day and the amount?', 'date-order': 'Does the day or the month stand first in the dates?', 'decimal': 'Is a point or a comma the decimal mark?', 'sign': 'No amount has a sign. Is this money in or money out?' },
  datesLabel: 'Dates', dates: { dmy: 'Day first: 31/01/2026', mdy: 'Month first: 01/31/2026', ymd: 'Year first: 2026-01-31' },
  decimalLabel: 'Decimal mark', comma: 'Comma: 1.234,56', point: 'Point: 1,234.56',
  signLabel: 'Amounts without sign', signs: { asIs: 'Minus is money out', inverted: 'Positive is money out (cards)' },
  currencyLabel: 'Currency', ledgerCurrency: 'As the file says, else the ledger’s',
  categories: 'Categories of the file: {done} of {count} assigned', categoriesText: 'What you assign holds for every file that names it. The rest gets its category as any other row does.', categoryOf: 'Our category for “{name}”',
  preview: 'So the first rows come out', remember: 'Remember for files with these columns', copy: 'Copy as JSON', copied: 'Copied. Others can use it with “kontor import --mapping”.', done: 'Continue', change: 'How it is read', ask: 'Answer questions',
  role: {
    bookedOn: 'Booking day', valueOn: 'Value day', amount: 'Amount', debit: 'Money out', credit: 'Money in', sign: 'Direction', fee: 'Fee', currency: 'Currency', balance: 'Balance', payee: 'Payee', payer: 'Payer', purpose: 'Purpose', bookingText: 'Kind of booking',
    reference: 'Reference', counterpartyIban: 'Other account', counterpartyBic: 'Other bank', account: 'Own account', accountName: 'Name of own account', endToEndId: 'End-to-end reference', mandateReference: 'Mandate', creditorId: 'Creditor id', id: 'Bank’s reference',
    status: 'Status', category: 'Category', originalAmount: 'Original amount', originalCurrency: 'Original currency', exchangeRate: 'Exchange rate', checkNumber: 'Cheque number', notes: 'Notes', tags: 'Tags',
  },
}
