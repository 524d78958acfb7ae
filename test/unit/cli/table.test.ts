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

it('cuts what is too wide, and says so', () => {
  expect(table([{ title: 'P' }], [['x'.repeat(200)]])).toMatch(/x{47}…$/)
})
