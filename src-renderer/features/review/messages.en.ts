export const en = {
  title: 'Review',
  text: 'What Kontor is not sure of, and you can tell at a glance. Everything can be taken back.',
  waiting: '{count} waiting | {count} waiting',
  command: { go: 'Go to Review', accept: 'Accept', reject: 'Reject', all: 'Accept all that are certain', next: 'Next', previous: 'Previous', first: 'First', last: 'Last' },
  shown: 'The latest {shown} of {count} are shown.', more: 'Show more',
  tab: { label: 'What to review', transfers: 'Transfers', duplicates: 'Duplicates', merchants: 'No category' },
  transfer: {
    out: 'Money left', into: 'Money came', apart: '{count} day apart | {count} days apart', sameDay: 'on the same day', sure: '{percent} sure',
    accept: 'It is one transfer', reject: 'Never', all: 'Accept all {count} that are certain', name: 'From {from} to {to}, {amount}, {day}',
    accepted: 'Paired as a transfer. | {count} transfers paired.', rejected: 'No transfer; it is never proposed again.',
    method: { iban: 'One names the other account', 'card-settlement': 'A card is settled', wording: 'The texts fit together', currency: 'The amounts fit by their exchange rate', 'amount-date': 'The same amount at nearly the same time', user: 'You paired them' },
    none: { title: 'No transfers to decide', text: 'Where money moves between your own accounts and it is not certain, both sides stand here, one beside the other.' },
    off: { title: 'No transfers are looked for', text: 'What goes from one of your accounts to another counts as spending and income, unless you pair the rows yourself. Switch the search on above, and Kontor looks through everything again.' },
  },
  rejected: { show: 'You have rejected {count} pair as a transfer | You have rejected {count} pairs as transfers', text: 'Kontor never proposes rejected pairs again. Take your word back, and it judges them anew.', restore: 'Take back', restored: 'Taken back. Kontor judges these rows anew.', more: 'Show more' },
  pairing: { label: 'Look for transfers', confirm: 'Count what is certain', propose: 'Only propose', off: 'Off', said: 'The search for transfers is changed.' },
  duplicate: {
    row: 'Came later', other: 'Is there already', gone: 'The row it looked like is gone.', remove: 'Remove this one', keep: 'Both are right', all: 'Remove all {count} that repeat a transaction word for word', name: 'Twice? {payee}, {amount}, {day}',
    removed: 'Removed. | {count} transactions removed.', kept: 'Both stay.',
    none: { title: 'No duplicates to decide', text: 'A row that came with another id but looks like one that is there is kept, counted, and shown here.' },
  },
  merchant: {
    count: '{count} transaction | {count} transactions', latest: 'latest', choose: 'Category for {name}', categorised: 'Category set for {count} transaction. | Category set for {count} transactions.',
    more: 'The latest {shown} of {count} transactions without a category are shown by merchant.',
    none: { title: 'Everything has a category', text: 'Transactions for which no category is known stand here, together by merchant.' },
  },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly review: typeof en }
}
