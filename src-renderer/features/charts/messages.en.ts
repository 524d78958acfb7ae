export const en = {
  range: { '3m': '3 months', '1y': '1 year', 'all': 'All' },
  rangeLabel: 'Period shown',
  currency: 'Currency',
  table: 'Table',
  fold: 'Hide chart',
  unfold: 'Show chart',
  month: 'Month',
  on: 'On',
  balance: 'Balance',
  single: 'One day is known so far: {amount} on {day}. In time it becomes a history.',
  empty: 'There is no balance to draw yet.',
  summary: 'From {from} to {to}: {start} at the start, {end} at the end. Lowest {lowest} on {lowestOn}, highest {highest} on {highestOn}.',
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly charts: typeof en }
}
