export const en = {
  title: 'Contracts',
  text: 'Payments that come back, found in your own transactions.',
  command: { go: 'Go to Contracts', confirm: 'Confirm the contract', dismiss: 'Dismiss the contract for ever', rename: 'Rename the contract', merge: 'Merge with another contract', remind: 'Remind before the notice day', next: 'Next contract', previous: 'Previous contract', first: 'First contract', last: 'Last contract' },
  total: { monthlyOut: 'Paid a month', yearlyOut: 'Paid a year', monthlyIn: 'Received a month', yearlyIn: 'Received a year', none: 'none' },
  filter: { label: 'Show', all: 'All', search: 'Search contracts' },
  group: { active: 'Running', early: 'Perhaps', ended: 'Ended', dismissed: 'Dismissed' },
  hint: { early: 'Seen too few times to be sure. They are in no total until you confirm them.', dismissed: 'In no report and in no forecast. They never come back by themselves.' },
  column: { name: 'Contract', frequency: 'How often', amount: 'Amount', next: 'Next', monthly: 'A month', yearly: 'A year', last: 'Last', actions: 'Actions' },
  state: { confirmed: 'Confirmed', found: 'Detected', variable: 'varies', via: 'via {service}', merged: '{count} merged | {count} merged', cancelBy: 'Cancel by {day}', cancelPast: 'Could be cancelled until {day}' },
  price: { step: '{by} since {month}, {yearly} a year', title: 'Price changes', change: '{from} → {to}' },
  tolerance: '± {count} day | ± {count} days',
  overdue: 'overdue',
  open: 'Show {name}',
  actionsOf: 'Actions for {name}',
  action: { details: 'Details and transactions', confirm: 'Confirm', dismiss: 'Dismiss for ever', restore: 'Restore', unconfirm: 'Take the confirmation back', rename: 'Rename …', merge: 'Merge with …', unmerge: 'Take apart again', remind: 'Remind me …' },
  said: {
    confirmed: '{name} is confirmed.', dismissed: '{name} is dismissed for ever.', restored: '{name} is as it was found.', merged: 'Both are told as {name}.', unmerged: '{name} is taken apart.',
    renamed: 'Renamed.', reminding: 'The notice day is kept.', forgotten: 'There is no notice day any more.', takenOut: 'The payment belongs to no contract.', putIn: 'The payment belongs to {name}.',
  },
  sheet: {
    account: 'Account', category: 'Category', amount: 'Last amount', average: 'Average', since: 'Since', last: 'Last paid', next: 'Next', monthly: 'Monthly equivalent', yearly: 'Cost a year', yearlyIn: 'Received a year', state: 'State', skipped: 'Missed', skippedTimes: '{count} time | {count} times',
    uncategorised: 'Not categorised', name: 'Your name for it', nameHint: 'Empty: the name from the bank.', save: 'Save',
    notice: 'Notice', cancelBy: 'Cancel by', cancelHint: 'The last day on which you can give notice.', remind: 'Remind me', never: 'only on the day', days: '{count} day before | {count} days before', clear: 'Remove',
    rows: '{count} transaction | {count} transactions', more: 'Show more ({count})', takeOut: 'Does not belong here: {payee}, {day}',
    add: 'Add a payment …', find: 'Find the payment', findHint: 'Payments in the same currency and direction, newest first.', put: 'Add', putName: 'Add {payee}, {day}', noneFound: 'No other payment matches.',
  },
  merge: { title: 'Merge {name}', text: 'Both are told as one, under the other’s name. Both stay as they are in your ledger, and you can take them apart again.', into: 'Goes on as', merge: 'Merge', nobody: 'There is no other contract in the same currency and direction.' },
  empty: { title: 'No contracts yet', text: 'A payment counts as a contract once it has come back at the same rhythm. Most show after three months of transactions, yearly ones after the second payment.' },
  nothing: { title: 'Nothing matches', text: 'No contract is in this list.', clear: 'Show all contracts' },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly contracts: typeof en }
}
