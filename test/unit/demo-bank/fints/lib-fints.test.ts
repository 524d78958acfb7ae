import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FinTSClient, FinTSConfig } from 'lib-fints'
import { addDays } from '#shared/dates.ts'
import { DEMO_TAN } from '#main/demo-bank/fints/index.ts'
import { serveDemoBank, type DemoServer } from '#main/demo-bank/server.ts'
import { TODAY, world, type World } from './kit.ts'

let surroundings: World
let server: DemoServer

beforeEach(async () => {
  surroundings = world({ persona: 'de' })
  const served = await serveDemoBank(surroundings.bank, { port: 0 })
  if (!served.ok) throw new Error(served.error)
  server = served.value
})
afterEach(() => server.close())

const noon = (date: string): Date => new Date(`${date}T12:00:00Z`)

async function customer(user = 'de', method = 962): Promise<{ client: FinTSClient; config: FinTSConfig }> {
  const config = FinTSConfig.forFirstTimeUse('0123456789ABCDEF012345678', '0.1', server.url, '00000000', user, '12345')
  const client = new FinTSClient(config)
  const first = await client.synchronize()
  expect(first.success).toBe(true)
  client.selectTanMethod(method)
  const second = await client.synchronize()
  expect([second.success, second.requiresTan]).toEqual([true, false])
  return { client, config }
}

describe('lib-fints, a client that is not ours, at the served demo bank', () => {
  it('synchronises, and finds the accounts', async () => {
    const { config } = await customer()
    const accounts = config.bankingInformation.upd?.bankAccounts ?? []
    expect(accounts.map(({ accountNumber }) => accountNumber)).toEqual(['4012557', '4012573', '5412000000003344', '4012599'])
    expect(surroundings.refusals).toEqual([])
  })

  it('asks balance and recent statements', async () => {
    const { client } = await customer()
    const balance = await client.getAccountBalance('4012557')
    expect([balance.success, balance.balance?.currency]).toEqual([true, 'EUR'])
    for (const preferCamt of [true, false]) {
      const found = await client.getAccountStatements('4012557', noon(addDays(TODAY, -30)), noon(TODAY), preferCamt)
      expect([found.success, found.requiresTan]).toEqual([true, false])
      expect(found.statements.flatMap(({ transactions }) => transactions).length).toBeGreaterThan(20)
    }
    expect(surroundings.refusals).toEqual([])
  })

  it('gets older statements with a TAN in two steps', async () => {
    const { client } = await customer()
    const asked = await client.getAccountStatements('4012573', noon(addDays(TODAY, -200)), noon(TODAY))
    expect([asked.success, asked.requiresTan]).toEqual([true, true])
    const found = await client.getAccountStatementsWithTan(asked.tanReference ?? '', DEMO_TAN)
    expect([found.success, found.requiresTan]).toEqual([true, false])
    expect(found.statements.flatMap(({ transactions }) => transactions).length).toBeGreaterThan(5)
    expect(surroundings.refusals).toEqual([])
  })
})
