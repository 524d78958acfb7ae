/** What each page is called in the list, what it asks, and what it says while it has no answer. */
export const names = {
  spending: 'Spending', flow: 'Flow of money', merchants: 'Shops and people', income: 'Income', comparison: 'Comparison', unusual: 'Unusual', 'cash-flow': 'Cash flow', 'savings-rate': 'Savings rate', 'net-worth': 'Net worth',
  'balance-history': 'Balances over time', changes: 'Changes', available: 'Available', forecast: 'Forecast', contracts: 'Contracts', upcoming: 'Upcoming', 'fixed-variable': 'Fixed and variable', budget: 'Budgets',
  balances: 'Balances', accounts: 'Accounts', fees: 'Fees and interest', 'tax-year': 'Tax year', 'data-quality': 'Completeness',
}

export const questions = {
  spending: 'Where does it go?', flow: 'From where to where does it flow?', merchants: 'Who gets the most?', income: 'Where does it come from?', comparison: 'What has changed?', unusual: 'What is out of the ordinary?',
  'cash-flow': 'Month by month, what is left?', 'savings-rate': 'How much do I keep?', 'net-worth': 'Am I getting richer?', 'balance-history': 'How did my balances move?', changes: 'What is new, dearer or gone?',
  available: 'How much until payday?', forecast: 'Where will I be in 90 days?', contracts: 'What do I pay again and again?', upcoming: 'What is due next?', 'fixed-variable': 'What is fixed, what can I choose?', budget: 'Am I within my budgets?',
  balances: 'What do I have today?', accounts: 'What is known of my accounts?', fees: 'What do my banks cost and pay?', 'tax-year': 'What does the tax return ask for?', 'data-quality': 'Can I trust these numbers?',
}

export const none = {
  title: 'Not enough to say yet', begin: 'Set up budgets', from: 'If your data go on as they began, that is from {day}.',
  spending: 'In this time nothing was spent. Choose a longer period, or clear the filters.', flow: 'In this time no money flowed. Choose a longer period, or clear the filters.', merchants: 'In this time nobody was paid. Choose a longer period, or clear the filters.', income: 'In this time nothing came in. Choose a longer period, or clear the filters.', comparison: 'There is nothing to compare in this time.', unusual: 'Nothing stands out. It takes at least three complete months to know what is usual.',
  'cash-flow': 'In this time nothing moved. Choose a longer period, or clear the filters.', 'savings-rate': 'It takes a month with income.', 'net-worth': 'It takes an account with a known balance.', 'balance-history': 'It takes an account with a known balance.', changes: 'Nothing has changed: no new contracts, no new prices.',
  available: 'It takes some weeks of transactions to know what is still to come.', forecast: 'It takes an account with a known balance and a few months of transactions.', contracts: 'No payment has come back often enough yet. Most contracts show after three months.', upcoming: 'Nothing is due in the next thirty days, as far as is known.', 'fixed-variable': 'It takes a complete month.', budget: 'There are no budgets yet.',
  balances: 'There are no accounts yet.', accounts: 'There are no accounts yet.', fees: 'No fees and no interest in this time.', 'tax-year': 'Nothing in these years that a tax return asks for.', 'data-quality': 'There are no accounts yet.',
}
