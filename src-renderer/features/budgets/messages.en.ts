export const en = {
  title: 'Budgets',
  text: 'What you mean to spend, and how it goes.',
  command: { go: 'Go to Budgets', add: 'New budget', previous: 'Previous month', next: 'Next month', copyLast: 'Copy last period’s budgets' },
  month: 'Period', previous: 'Previous month', next: 'Next month', current: 'This month', toCome: 'This month is still to come: its contracts and what you usually spend are what is expected.', span: '{from} to {to}',
  add: 'Add budget',
  fill: 'Fill in',
  copyLast: 'As in the month before',
  average: 'Average of the last {count} month | Average of the last {count} months',
  averageFor: 'Set to the average of {count} month | Set to the average of {count} months',
  total: { planned: 'Planned', spent: 'Spent', left: 'Left', projection: 'Expected at the end', contracts: '{amount} of contracts still due' },
  column: { category: 'Category', limit: 'Limit', spent: 'Spent', left: 'Left', progress: 'How it goes', projection: 'Expected', actions: 'Actions' },
  table: { month: 'Monthly budgets', year: 'Yearly budgets' },
  state: { unknown: 'cannot be said', over: 'over by {amount}', fast: 'too fast', fastBy: 'too fast: {amount} over at the end', aheadBy: 'expected to be {amount} over', good: 'on track', kept: 'kept' },
  bar: '{percent} spent, {elapsed} of the time gone',
  carried: '{amount} carried over',
  limitOf: 'Limit of {category}', limitWrong: 'Not an amount. Write it like {example}, or as a sum: 16.99*1.19.',
  actionsOf: 'Actions for {category}',
  action: { edit: 'Edit …', rows: 'Show transactions', removeFrom: 'Stop from {month} on', remove: 'Delete, also for months before' },
  said: { set: 'The budget for {category} is set.', copied: 'The budgets are as in the month before.', averaged: 'The budgets are set to what you usually spend.', removed: 'The budget for {category} is removed.', monthStart: 'Months now begin on day {day}.' },
  sheet: {
    add: 'New budget', edit: 'Budget for {category}', category: 'Category', all: '{group}: all of it', limit: 'Limit in {currency}', limitHint: '12.50, or a sum such as 16.99*1.19.', limitMissing: 'Enter an amount of 0 or more, such as {example}.',
    period: 'Period', month: 'A month', year: 'A year', carry: 'What is left at the end', expiring: 'Is gone', expiringHint: 'Each period begins anew.', accumulating: 'Is added to the next', accumulatingHint: 'So is what was overspent, as less.',
    onlyThis: 'For this period alone', onlyThisHint: 'Otherwise from this period on.', save: 'Save',
  },
  start: { title: 'Months begin', day: 'On day', dayOf: '{day}', shift: 'On a weekend', none: 'that day all the same', before: 'the Friday before', after: 'the Monday after', hint: 'Choose your payday to plan from one to the next. Reports use the same day; they know nothing of weekends.' },
  unbudgeted: { title: 'Spent without a budget', set: 'Set a budget', none: 'Everything that was spent has a budget.', uncategorised: 'Not categorised', category: 'Category', amount: 'Spent' },
  empty: { title: 'No budgets yet', text: 'Set a limit for what you spend on a category, or let your last months suggest them. You can change every figure afterwards.', suggest: 'Suggest budgets from my last months', noMonth: 'No month is complete yet, so there is nothing to take an average of. Suggestions become possible after your first full month of transactions.' },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly budgets: typeof en }
}
