export const en = {
  command: { row: 'New transaction', account: 'New account by hand' },
  row: {
    title: 'New transaction', changeTitle: 'Change transaction', direction: 'Direction', out: 'Spent', in: 'Received', amount: 'Amount', amountHint: '12.50, or a small sum: 16.99*1.19',
    amountWrong: 'This amount cannot be read. Write a thousand as 1000 or 1,000.00.', dayMissing: 'Give the day.', account: 'Account', day: 'Day', payee: 'Payee', category: 'Category', purpose: 'Purpose', notes: 'Notes',
    save: 'Save', another: 'Save and next', saved: 'Transaction written down.', changed: 'Transaction changed.', change: 'Change amount or day', remove: 'Remove', removed: 'Transaction removed.',
  },
  account: {
    title: 'New account by hand', text: 'For what no bank connection keeps: cash, something you own, money you owe.', currency: 'Currency', balance: 'Balance at the beginning', owed: 'Owed at the beginning',
    from: 'Begins on', save: 'Create account', saved: '“{name}” created.', add: 'Account by hand',
  },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly byHand: typeof en }
}
