export const en = {
  title: 'Overview',
  worth: {
    title: 'Net worth',
    since: 'since {day}',
    unchanged: 'unchanged since {day}',
    short: 'A month ago nothing was known of your accounts yet.',
    accounts: 'in {count} account | in {count} accounts',
    partial: 'change of those accounts only that were known then',
    notConverted: 'Some of it is not counted: no exchange rate is known.',
  },
  month: {
    title: 'This month so far',
    income: 'In', spending: 'Out', net: 'Left over',
    none: 'Nothing booked yet in these days, nor in those of last month.',
    table: 'By category',
    category: 'Category', now: 'This month', earlier: 'Before',
  },
  available: { perDay: 'a day, {count} day until {day} | a day, {count} days until {day}' },
  forecast: { title: 'The next 90 days', summary: 'Balance expected over the next 90 days: lowest {amount} on {day}, {end} at the end.', left: 'Without {count} account of which too little is known yet. | Without {count} accounts of which too little is known yet.' },
  upcoming: { title: 'The next 14 days', none: 'As far as is known nothing is due in the next 14 days.', more: '{count} more | {count} more' },
  review: {
    title: 'To be looked at', none: 'Everything is looked at: no possible duplicates, no proposed transfers, every transaction has its category.',
    duplicates: '{count} possible duplicate | {count} possible duplicates', transfers: '{count} proposed transfer | {count} proposed transfers', uncategorised: '{count} transaction without a category | {count} transactions without a category',
  },
  health: { title: 'Bank connections', none: 'No bank is connected. Files can be imported all the same.', good: 'The connection works. | All {count} connections work.' },
  months: { title: 'In and out by month', one: '{month}: {income} in, {spending} out', table: 'As a table', month: 'Month' },
  history: 'Net worth over time',
  accounts: 'Accounts',
  recent: 'Latest transactions',
  imports: 'Latest imports',
  importsNone: 'Nothing was imported yet.',
  imported: '{count} new | {count} new',
  demo: { title: 'This is demo data', text: 'An invented household, to look around. Your own files can stand beside it; it goes with one click.', remove: 'Remove demo data' },
  empty: { title: 'Your money, on your own computer', text: 'Connect your bank, or drop a statement file from it anywhere on this window. What comes in stays on this computer.' },
  command: { go: 'Go to Overview' },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly overview: typeof en }
}
