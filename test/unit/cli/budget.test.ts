import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { ofx } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

describe('kontor budget', () => {
  let place: ReturnType<typeof workplace>
  beforeEach(async () => {
    place = workplace()
    const file = join(place.folder, 'january.ofx')
    writeFileSync(file, ofx({ lines: [{ id: 'a1', on: '2026-01-01', amount: '-90.00', name: 'REWE Markt GmbH' }, { id: 'a2', on: '2026-02-03', amount: '-12.50', name: 'REWE Markt GmbH' }] }))
    await place.kontor(['--plain', 'import', file])
  })
  afterEach(() => { place.remove() })

  const budget = (...args: string[]) => place.kontor(['--json', 'budget', ...args])

  it('sets, lists and ends limits', async () => {
    expect((await budget('set', 'food', '400,50', '--month', '2026-02', '--accumulating')).json()).toEqual({
      budgets: [{ category: 'food', from: '2026-02', period: 'month', carry: 'accumulating', currency: 'USD', limit: '400.50' }], monthStart: { day: 1, shift: 'none' },
    })
    expect((await budget('delete', 'food', '--month', '2026-03')).json()).toMatchObject({ budgets: [{ limit: '400.50' }, { from: '2026-03', limit: null }] })
    expect((await place.kontor(['budget', 'list'])).out).toContain('$400.50')
    expect((await budget('delete', 'food')).json()).toMatchObject({ budgets: [] })
  })

  it('takes a limit in the currency that budgets are told in here', async () => {
    const elsewhere = workplace()
    onTestFinished(elsewhere.remove)
    const file = join(elsewhere.folder, 'tokyo.ofx')
    writeFileSync(file, ofx({ currency: 'JPY', lines: [{ id: 'j1', on: '2026-01-01', amount: '-900', name: 'Seiyu' }] }))
    await elsewhere.kontor(['--plain', 'import', file])
    expect((await elsewhere.kontor(['--json', 'budget', 'set', 'food', '400'])).json()).toMatchObject({ budgets: [{ currency: 'JPY', limit: '400' }] })
    expect(await elsewhere.kontor(['--json', 'budget', 'set', 'food', '400.50'])).toMatchObject({ code: 1, out: '' })
  })

  it('takes averages, and months that begin on payday', async () => {
    expect((await budget('average', '3', '--month', '2026-02')).json()).toMatchObject({ budgets: [{ category: 'food.groceries', limit: '90.00' }] })
    expect((await budget('month-start', '25', '--weekend', 'before')).json()).toMatchObject({ monthStart: { day: 25, shift: 'before' } })
  })

  it('says what it did not understand, and changes nothing', async () => {
    for (const args of [['set', 'income', '5'], ['set', 'food', 'much'], ['set', 'food'], ['set', 'food', '-5'], ['average', '4'], ['month-start', '31'], ['list', '--month', 'March'], ['spend']]) {
      expect(await budget(...args)).toMatchObject({ code: 2, out: '' })
    }
    expect(await budget('delete', 'food')).toMatchObject({ code: 1, out: '' })
    expect((await budget('list')).json()).toMatchObject({ budgets: [] })
  })
})
