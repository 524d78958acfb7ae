import { afterAll, expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currency } from '#shared/money.ts'
import { toRequest } from '#main/cli/report/request.ts'
import { workplace } from './harness.ts'

const EUR = currency('EUR')
const place = workplace()
afterAll(place.remove)

it.each([
  ['accounts', { accounts: '' }, /--accounts takes account numbers/], ['exclude', { exclude: ' , ' }, /--exclude takes/], ['categories', { categories: '' }, /--categories takes/], ['tags', { tags: ',' }, /--tags takes/],
  ['limits the wrong way round', { min: '100', max: '10' }, /--max takes an amount that is not below --min/],
  ['a day after the calendar', { to: '9999-12-31' }, /--to takes a date .* not after 2999/], ['a day before banks', { from: '0001-01-01', to: '0002-01-01' }, /--from takes a date .* from 1900 on/],
])('refuses %s', (_name, values, said) => { expect(JSON.stringify(toRequest('cash-flow', values, EUR))).toMatch(said) })

it('takes a category by its name in either language, and as many as are told', () => {
  expect(toRequest('spending', { categories: 'Groceries,Wohnen,none', min: '10', max: '10' }, EUR)).toMatchObject({ ok: true, value: { categories: ['food.groceries', 'housing', 'none'], minMinor: 1000, maxMinor: 1000 } })
})

it('answers nothing about a category that there is not, or about days in the wrong order', async () => {
  expect(await place.kontor(['transactions'])).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('There is no ledger here yet. Make one with “kontor import FILE”') as string })
  writeFileSync(join(place.folder, 'a.json'), JSON.stringify({ format: 'kontor', version: 1, accounts: [{ id: 1, name: 'Giro', type: 'checking', currency: 'EUR' }], transactions: [{ account: 1, bookedOn: '2026-01-05', amount: '-5.00' }] }))
  await place.kontor(['--plain', 'import', join(place.folder, 'a.json')])
  expect(await place.kontor(['report', 'spending', '--categories', 'food,fod'])).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('There is no such category.') as string })
  expect(await place.kontor(['transactions', '--from', '2026-02-01', '--to', '2026-01-01'])).toMatchObject({ code: 2, out: '', notes: expect.stringContaining('--to takes a date that is not before --from') as string })
  expect(await place.kontor(['transactions', '--all', '--limit', '5'])).toMatchObject({ code: 2, out: '' })
  const { code, out } = await place.kontor(['report', 'cash-flow', '--categories', 'food'])
  expect([code, out.includes('Revaluation'), out.includes('Nothing of this kind.')]).toEqual([0, false, true])
})
