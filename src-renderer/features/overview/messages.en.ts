export const en = {
  title: 'Overview',
  worth: {
    title: 'Net worth',
    since: 'since {day}',
    unchanged: 'unchanged since {day}',
    short: 'The history does not reach back {days} days yet.',
    accounts: 'in {count} account | in {count} accounts',
  },
  month: {
    title: 'This month so far',
    days: '{now}, compared with {before}',
    income: 'In', spending: 'Out',
    before: 'before: {amount}',
    none: 'Nothing booked yet in these days.',
    transfers: 'Without transfers between your own accounts, as far as they carry that category.',
    table: 'By category',
    category: 'Category', now: 'This month', earlier: 'Before',
  },
  months: { title: 'In and out by month', one: '{month}: {income} in, {spending} out', table: 'As a table', month: 'Month', left: 'Left over' },
  history: 'Net worth over time',
  accounts: 'Accounts',
  recent: 'Latest transactions',
  recentAll: 'All transactions',
  imports: 'Latest imports',
  importsAll: 'All imports',
  imported: '{count} new | {count} new',
  demo: { title: 'This is demo data', text: 'An invented household, to look around. Your own files can stand beside it; it goes with one click.', remove: 'Remove demo data' },
  empty: { title: 'Your money, on your own computer', text: 'Connect your bank, or drop a statement file from it anywhere on this window. What comes in stays on this computer.' },
  command: { go: 'Show overview' },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly overview: typeof en }
}
