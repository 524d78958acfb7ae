import { describe, expect, it, onTestFinished } from 'vitest'
import type { Account } from '#shared/model.ts'
import { worthOf } from '#shared/worth.ts'
import { fints, later, must, ofx, openDesk, settled, theConnection, updating, type Desk } from './kit.ts'

const DAY_MS = 86_400_000

async function desk(persona?: string): Promise<Desk> {
  const opened = await openDesk(persona === undefined ? {} : { persona })
  onTestFinished(() => opened.end())
  return opened
}
const find = async ({ ledger }: Desk, type: Account['type']): Promise<Account> => {
  const found = must(await ledger.call('accounts.list', undefined)).find((account) => account.type === type)
  if (!found) throw new Error(`there is an account of type ${type}`)
  return found
}

describe('what a connection brings of investments and loans', () => {
  it('is a brokerage account’s securities, trades and money, which the bank’s cash proves at every refresh', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us')))
    const check = async (): Promise<Account> => {
      const account = await find(world, 'investment')
      const [held] = must(await world.ledger.call('holdings.list', { accountIds: [account.id] }))
      expect(held?.holdings.map(({ security }) => security.name)).toEqual(['Harbor Total Market Index', 'Northwind Logistics Inc'])
      expect(held?.totals.map(({ value }) => value)).toEqual([account.holdings?.value])
      expect(account).toMatchObject({ proof: { difference: { minor: 0 } }, status: 'UPDATED' })
      expect(worthOf(account).minor).toBe(account.balance.minor + (account.holdings?.value.minor ?? 0))
      return account
    }
    const before = await check()
    const trades = must(await world.ledger.call('trades.list', { accountId: before.id }))
    expect(new Set(trades.map(({ code }) => code))).toEqual(new Set(['BUYMF', 'INCOME']))
    const { id } = await theConnection(world)
    later(world, 40)
    world.pass(40 * DAY_MS)
    await settled(world, await world.connections.update(updating(id)))
    const after = await check()
    expect(after.holdings?.asOf).not.toBe(before.holdings?.asOf)
    expect(must(await world.ledger.call('trades.list', { accountId: before.id })).length).toBeGreaterThan(trades.length)
    expect(must(await world.ledger.job('verify', null)).problems).toEqual([])
  })

  it('is a mortgage with its terms, whose payments lower it by their principal', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us')))
    const { id } = await theConnection(world)
    later(world, 40)
    world.pass(40 * DAY_MS)
    await settled(world, await world.connections.update(updating(id)))
    const account = await find(world, 'loan')
    expect(account).toMatchObject({ status: 'UPDATED', proof: { difference: { minor: 0 } } })
    expect(account.balance.minor).toBeLessThan(0)
    const loan = must(await world.ledger.call('loans.get', { accountId: account.id }))
    expect(loan).toMatchObject({ outstanding: { minor: 0 - account.balance.minor }, rate: '4.5', rateType: 'FIXED', nextPayment: { minor: 73_440 }, lent: { minor: 9_600_000 } })
    expect(loan.payments.every(({ amount, principal, interest }) => amount.minor === (principal?.minor ?? 0) + (interest?.minor ?? 0))).toBe(true)
  })

  it('is a depot, worth what its bank says', async () => {
    const world = await desk('de')
    await settled(world, await world.connections.import(fints('de', { maxDays: 90 })))
    const account = await find(world, 'investment')
    expect(account).toMatchObject({ balance: { minor: 0 }, transactionCount: 0, holdings: { unvalued: 0, others: [] } })
    expect(worthOf(account).minor).toBeGreaterThan(0)
  })
})
