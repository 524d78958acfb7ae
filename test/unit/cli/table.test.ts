import { expect, it } from 'vitest'
import { table } from '#main/cli/table.ts'

it('lines up amounts on the right and text on the left', () => {
  expect(table([{ title: 'Name' }, { title: 'Sum', align: 'right' }], [['Bäcker', '1,00'], ['B', '1.234,50']])).toBe([
    'Name         Sum',
    'Bäcker      1,00',
    'B       1.234,50',
  ].join('\n'))
})

it('never passes a bank’s control characters to the terminal, and keeps one line per row', () => {
  const text = table([{ title: 'Payee' }], [['evil\u001b[2J\r\nname\u009b1m']])
  expect(text.split('\n')).toHaveLength(2)
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})

const COLUMNS = [{ title: 'ID', align: 'right' }, { title: 'Date' }, { title: 'Payee' }, { title: 'Purpose' }, { title: 'Amount', align: 'right' }] as const
const ROWS = [['17', '2026-01-31', 'Stadtwerke Leipzig Netz GmbH', `Abschlag ${'x'.repeat(200)} Ende`, '−1.234,50 €'], ['18', '2026-02-01', 'REWE', '', '−9,99 €']]
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => Array.from(line).length))

it('is no wider than the terminal: texts are cut and say so, amounts and dates stay whole', () => {
  for (const width of [60, 80, 120]) {
    const text = table(COLUMNS, ROWS, width)
    expect(widest(text)).toBeLessThanOrEqual(width)
    expect(widest(text)).toBeGreaterThan(width - 3)
    expect(text).toContain('−1.234,50 €')
    expect(text).toContain('2026-01-31')
    expect(text).toMatch(/Abschlag.*…/)
    expect(text.split('\n')).toHaveLength(3)
  }
  expect(table(COLUMNS, ROWS, 120)).toContain('Stadtwerke Leipzig Netz GmbH')
})

it('cuts nothing where no terminal shows it', () => {
  expect(table(COLUMNS, ROWS)).toContain('x Ende  −1.234,50 €')
  // More rows than a function takes arguments.
  expect(table([{ title: 'ID', align: 'right' }], Array.from({ length: 200_000 }, () => ['7'])).length).toBeGreaterThan(600_000)
  expect(widest(table([{ title: 'Payee' }, { title: 'Amount', align: 'right' }], [['x'.repeat(4000), '1'], ['y', '2']]).split('\n').at(-1) ?? '')).toBeLessThan(80)
})

it('tells what fits nowhere below, each lot beside the names', () => {
  const columns = [{ title: 'Id' }, { title: 'Counterparty', isName: true }, ...Array.from({ length: 9 }, (_, index) => ({ title: `Sum ${String(index)}`, align: 'right' } as const))]
  const text = table(columns, [['1-2', 'Hausverwaltung Kästner und Partner', ...Array.from({ length: 9 }, (_, index) => `${String(index)}.000.000,00 €`)]], 80)
  expect(widest(text)).toBeLessThanOrEqual(80)
  expect(text.split('\n\n').length).toBeGreaterThan(1)
  for (const block of text.split('\n\n')) expect(block).toContain('Hausverwaltung Kästner …')
  for (let index = 0; index < 9; index += 1) expect(text).toContain(`${String(index)}.000.000,00 €`)
})
