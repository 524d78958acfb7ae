import { names, none, questions } from './messages.questions.en.ts'
import { rates } from './messages.rates.en.ts'
import { change, due, frequency, note, table, tax, word } from './messages.words.en.ts'

export const en = {
  title: 'Insights',
  questions: 'Questions',
  group: { where: 'Where it goes', time: 'Over time', next: 'What comes', state: 'Accounts and years' },
  name: names,
  question: questions,
  none,
  uncategorised: 'Not categorised',
  unknown: 'Cannot be said yet',
  empty: { title: 'Nothing to look into yet', text: 'As soon as there are transactions, this is where they answer questions: where the money goes, what is left, what is coming. Most answer at once; contracts, the forecast and what is unusual take three months.' },
  command: { go: 'Go to Insights', table: 'Show table only', print: 'Print report' },
  control: {
    title: 'How to ask', accounts: 'Accounts', allAccounts: 'All accounts', category: 'Category', allCategories: 'All categories', base: 'Currency of totals', ownBase: 'My currency',
    monthStart: 'First day of a month', day: 'Months from day {day}', pending: 'With pending', clear: 'Reset', more: 'More filters', accountsChosen: { only: '{count} accounts', except: 'All but {count}' }, categoriesChosen: '{count} categories', compareWith: 'Compare with',
    compare: { none: 'No comparison', previous: 'Compare: period before', year: 'Compare: year before' },
  },
  filter: {
    title: 'Narrow the answer', text: 'What is chosen here holds for every question until it is cleared.', only: 'Only these', except: 'All but these', amount: 'Amount in {currency}, whether in or out', least: 'At least', most: 'At most',
    wrong: 'An amount such as 12.50, the second not below the first.', tags: 'Tags', leaves: '{count} part | {count} parts', leavesChosen: '{chosen} of {count} parts', clear: 'Clear', done: 'Done',
  },
  head: {
    period: '{from} to {to}', allAccounts: 'all accounts', accounts: '{count} account | {count} accounts', base: 'in {currency}', refreshed: 'as of {when}',
    partial: 'Some of this time is not covered by your data.', none: 'For this time there is no data yet.', missing: '{count} gap | {count} gaps', gap: '{account}: {from} to {to}',
    notConverted: 'Left out of the totals, because no exchange rate is known:', notConvertedPart: '{count} transaction, {sum} | {count} transactions, {sum}', unconvertedPart: '{count} regular payment, {sum} | {count} regular payments, {sum}',
    duplicates: '{count} transaction looks like another one and is counted. | {count} transactions look like others and are counted.',
  },
  chart: { summary: 'In {currency}. Highest: {highest}. Lowest: {lowest}.', inTable: 'The table below has all values.', mark: '{at}, {name}: {value}', alone: '{at}: {value}', soFar: 'So far {amount}', usually: 'by this day usually {least} to {most}', usuallyOne: 'by this day usually {amount}', marks: 'Values of the chart {title}' },
  rows: { show: 'Show the transactions', text: 'The transactions behind this figure.', count: '{count} transaction | {count} transactions', opening: 'Balance to begin with', of: 'of', more: 'Show more ({count})' },
  tool: {
    table: 'Table', save: 'Save', csv: 'Table as CSV', csvOf: '{table} as CSV', png: 'Chart as picture', pdf: 'Page as PDF', print: 'Print',
    saved: 'Saved: {file}', savedShown: 'Saved: {file}. The file shows the amounts that the window hides.', failed: 'The file could not be saved.',
  },
  rates, table, word, frequency, due, change, tax, note,
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly insights: typeof en }
}
