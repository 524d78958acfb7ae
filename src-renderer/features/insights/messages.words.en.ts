/** Headings, columns and remarks of the reports. */
export const table = {
  months: 'Month by month', categories: 'By category', byMonth: 'Categories by month', worth: 'Month by month', accounts: 'By account', parties: 'By shop and person', sources: 'By source', comparison: 'By category', owners: 'Account details', gaps: 'Days without data', taxes: 'By topic',
  contracts: { active: 'Running', early: 'Perhaps', ended: 'Ended' }, perMonth: 'In an average month', upcoming: 'The next thirty days', changes: 'What has changed', available: 'How it adds up', days: 'Day by day', due: 'Still to be paid', forecast: 'The next {count} days', expected: 'Expected payments', unusual: 'Above the usual', budgets: 'By category',
}

export const word = {
  income: 'Income', spending: 'Spending', net: 'Left over', saving: 'Put aside', transfersIn: 'Transfers in', transfersOut: 'Transfers out', transferTo: 'Transfer to {account}', transferFrom: 'Transfer from {account}', adjusting: 'Adjusting entries', revaluation: 'Exchange rates', change: 'Change of balances',
  month: 'Month', year: 'Year', day: 'Day', on: 'On', from: 'From', to: 'To', total: 'Total', sum: 'Sum', amount: 'Amount', part: 'Part', kind: 'Kind', state: 'State', now: 'Now', all: 'All accounts', inBase: 'In {currency}', soFar: '{month}, in part', before: 'before: {amount}', compared: 'Compared', comparedTo: 'Compared: {range}',
  category: 'Category', account: 'Account', accounts: 'Accounts', counterparty: 'Counterparty', counterparties: 'Counterparties', source: 'Source', currency: 'currency', topic: 'Topic', purpose: 'Purpose', share: 'Share', count: 'Number', rows: 'Transactions', average: 'Each', monthlyAverage: 'A month', monthlyMedian: 'Usual month',
  completeMonths: 'from {count} complete month | from {count} complete months', rate: 'Savings rate', trailing: 'Last month | Last {count} months', left: 'Left', since: 'since {day}', first: 'First', last: 'Last', next: 'Next', nextIncome: 'Next regular income',
  netWorth: 'Net worth', grown: 'Change', assets: 'Assets', liabilities: 'Owed', unknownAccounts: 'Unknown accounts', balance: 'Balance', holdings: 'Securities', statedOn: 'Stated on', stale: 'older than {count} day | older than {count} days', lowest: 'Lowest', highest: 'Highest', daysBelow: 'Days below zero', atEnd: 'At the end',
  regular: 'Regular', irregular: 'Irregular', previous: 'Period before', yearBefore: 'Year before', sincePrevious: 'Since the period before', sinceYear: 'Since a year', difference: 'Difference', differenceYear: 'Difference to a year before', changePercent: 'Since a year, %',
  outward: 'Cash & private persons', inLessOut: 'In less out', everyday: 'Everyday spending',
  household: 'Household', otherIncome: 'Other income', otherSpending: 'Other spending', fromSavings: 'From savings',
  holder: 'Holder', iban: 'IBAN or number', bank: 'Bank', type: 'Type', gaps: 'Gaps', refreshed: 'Refreshed', consent: 'Approved until', fees: 'Fees', interest: 'Interest', feesOf: 'Fees {year}', interestOf: 'Interest {year}',
  uncategorised: 'Without category', duplicates: 'Possible duplicates', ofRows: 'of {count} transaction | of {count} transactions', bankDifference: 'Bank less ledger',
  monthlyOut: 'Paid a month', yearlyOut: 'Paid a year', monthlyIn: 'Received a month', perMonth: 'A month', perYear: 'A year', perDay: 'A day', overspent: 'More is spent or already promised than comes in until {day}.', frequency: 'How often', lastAmount: 'Last amount', paid: 'So far', fixed: 'Fixed', variable: 'Variable', onContracts: 'Of it paid on contracts', averageSpending: 'Average spending', fixedShare: 'Fixed share',
  dueOut: 'To be paid', dueIn: 'To come in', beforeAmount: 'Before', afterAmount: 'Now', until: { salary: 'Available until payday', month: 'Available this month' }, untilDay: 'until {day}', remaining: '{count} day left | {count} days left', available: 'Available',
  contractsPaid: 'Contracts paid', contractsDue: 'Contracts still due', savingPaid: 'Put aside', savingDue: 'Still to put aside', usual: 'Usual', limit: 'Limit', above: 'Above', comparedMonths: 'Months compared', scaled: 'month still runs', spent: 'Spent', carried: 'Carried over', pace: 'Pace', projection: 'Expected at the end',
  spentSoFar: 'Spent so far', onDay: 'On the day', least: 'Least', most: 'Most', range: { salary: 'Range of the {count} cycles before', month: 'Range of the {count} months before' },
}

export const frequency = { weekly: 'weekly', biweekly: 'every two weeks', 'four-weekly': 'every four weeks', semimonthly: 'twice a month', monthly: 'monthly', bimonthly: 'every two months', quarterly: 'quarterly', halfyearly: 'half-yearly', yearly: 'yearly' }
export const due = { due: 'due', overdue: 'overdue', 'cancel-by': 'last day to cancel', reminder: 'reminder' }
export const change = { price: 'new price', new: 'new contract', ended: 'ended', missing: 'did not come', duplicate: 'perhaps paid twice', large: 'large and new' }
export const tax = { donations: 'Donations', insurance: 'Insurance', health: 'Health', childcare: 'Childcare', craftsmen: 'Craftsmen and household help', 'vehicle-tax': 'Vehicle tax' }

export const note = {
  compared: { part: 'The transactions begin within the period compared with: the comparison is incomplete.', none: 'Nothing is known yet of the period compared with.' },
  transfers: 'Transfers between your own accounts are neither income nor spending.',
  refunds: 'What came back is taken off its category.',
  balances: 'Money alone. What securities are worth is part of “Net worth” and “Balances”.',
  savingsRate: 'The part of the income that was not spent. Where there was no income there is no rate.',
  worth: 'At the end of each month, at the exchange rates of that day. An account counts from the day on which its balance is known.',
  lookThrough: 'Payments through PayPal, Klarna and the like count for whoever is behind them.',
  comparison: 'Now: {now}. Before: {previous}. Year before: {year}. A time that still runs is compared by as many days.',
  taxes: 'A help for gathering, no tax advice. Tag rows with “§35a” to have craftsmen and household help found here.',
  fixed: 'Fixed is what running contracts come to in a month. Variable is everything else, on average over complete months.',
  available: 'From {from} to {to}: income so far, less what contracts have taken and will take, what is put aside, and everything else spent.',
  pacing: {
    salary: 'The chart shows what was spent since payday, contracts included, against the last {count} cycles from payday to payday ({from} to {to}).',
    month: 'The chart shows what was spent since the month began, contracts included, against the last {count} months ({from} to {to}).',
  },
  unpaced: {
    salary: 'The chart shows what was spent since payday, contracts included. To say what is usual takes two whole cycles before it that are known of every account.',
    month: 'The chart shows what was spent since the month began, contracts included. To say what is usual takes two whole months before it that are known of every account.',
  },
  forecast: 'What contracts are expected to do, and everyday spending as in the last complete months.',
  forecastContracts: 'Only what contracts are expected to do.',
  forecastUnrated: 'Not in the total, because no exchange rate is known: {accounts}.',
  forecastWithout: 'Not in the total, because too little is known yet: {accounts}.',
  unusual: 'More than usual by a wide margin and by at least 50. A month that still runs is scaled up from its eighth day.',
  pace: 'Pace: part of the limit that is spent, less part of the time that is over. Above 0 is too fast.',
}
