/** The page of exchange rates in the settings. */
export const rates = {
  title: 'Exchange rates',
  text: 'Totals over several currencies need exchange rates. They come from the file of the European Central Bank or by hand, never from the network by themselves. Each amount counts at the last rate known on its day.',
  none: 'No exchange rates are known yet. Amounts in other currencies are left out of the totals, and each report says so.',
  file: 'Import the central bank’s file …', fileHint: 'eurofxref-hist.csv, .xml or .zip from ecb.europa.eu, whole.', tooLarge: 'The file is too large to be one of exchange rates.',
  imported: '{count} rate is new or changed, up to {to}. | {count} rates are new or changed, up to {to}.',
  pair: 'Currencies', latest: 'Latest rate', from: 'From', to: 'To', count: 'Rates', date: 'Day', rate: 'Rate', source: 'By', typed: 'by hand', ofFile: 'file',
  show: 'Show the rates of {pair}', latestOf: 'The latest rates of {pair}', remove: 'Delete', removePair: 'Delete all rates of {pair}', removeDay: 'Delete the rate of {day}', removed: '{count} rate deleted. | {count} rates deleted.',
  confirm: 'Delete all rates of {pair}?', confirmText: 'Amounts in these currencies may no longer be counted in totals. The file can be imported again.',
  add: 'Add a rate by hand', addText: 'One unit of the first currency was so many of the second.', base: 'One unit of', quote: 'Is so many', save: 'Add rate', saved: 'The rate is kept. No file replaces it.',
  wrong: 'A number above 0, such as 1.0842.', same: 'Choose two different currencies.', day: 'Choose a day.', needed: 'Add exchange rates …',
}
