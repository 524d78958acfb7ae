import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import type { OperationId } from '#shared/model.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { systemRandom } from '#main/platform/random.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { flowsOf, moved, spentOn } from '../../fixtures/reports.ts'
import { ended, fints, later, must, openDesk, question, rowCount, settled, TAN, theConnection, updating, type Desk } from './kit.ts'

/** The workflows of product/insights.md over the real services and the demo bank. */
let desk: Desk
afterEach(() => desk.end())

const PERIOD = { from: '2020-01-01', to: '2026-12-31' }
const figures = async (ledger: LedgerClient) => ({
  flows: await flowsOf(ledger, PERIOD),
  spent: await spentOn(ledger, PERIOD),
  balances: must(await ledger.call('accounts.list', undefined)).map(({ currency: code, balance, transactionCount }) => ({ code, balance, transactionCount })),
})
const imported = async (change: Parameters<typeof fints>[1] = {}) => {
  const finished = await settled(desk, await desk.connections.import(fints('small', change)))
  expect(finished.refresh).toMatchObject({ status: 'FINISHED', error: null })
  await desk.connections.idle()
  return finished.refresh
}

describe('W1 first acquisition', () => {
  it('W1 shows each step, the question of the bank among them, and ends in figures', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    const started = must(await desk.connections.import(fints('small', { chooseAccounts: true })))
    const asked = await question(desk, started, 'tan')
    must(desk.connections.answer(started.refreshId, asked.questionId, { kind: 'tan', tan: TAN }))
    const choice = await question(desk, started, 'accounts')
    must(desk.connections.answer(started.refreshId, choice.questionId, { kind: 'accounts', keys: choice.kind === 'accounts' ? choice.accounts.map(({ key }) => key) : [], days: 0 }))
    await ended(desk, started)
    const seen = desk.told.map(({ status, step, question: open }) => `${status} ${step}${open === null ? '' : ` ${open.kind}`}`)
    expect(seen.filter((state, index) => state !== seen[index - 1])).toEqual([
      'PROCESSING connect', 'PROCESSING connect tan', 'PROCESSING connect', 'PROCESSING accounts', 'PROCESSING accounts accounts', 'PROCESSING accounts', 'PROCESSING fetch', 'PROCESSING store', 'FINISHED done',
    ])
    await desk.connections.idle()
    expect((await figures(desk.ledger)).spent.some(([categoryId]) => categoryId !== null)).toBe(true)
  })

  it('W1 an error at any step ends in a named state and leaves nothing half done', async () => {
    desk = await openDesk()
    for (let lost = 1; ; lost += 1) {
      desk.messages = 0
      desk.before = (message) => { if (message >= lost) throw new HttpFailure('offline', false) }
      const { refresh } = await settled(desk, await desk.connections.import(fints('small')))
      if (desk.messages < lost) {
        expect(refresh).toMatchObject({ status: 'FINISHED', error: null })
        expect(lost).toBeGreaterThan(5)
        break
      }
      const left = { connections: must(await desk.connections.list()).length, accounts: must(await desk.ledger.call('accounts.list', undefined)).length }
      // The farewell may fail; what was fetched before it is not lost for that.
      if (refresh.status === 'FINISHED') {
        expect(left).toEqual({ connections: 1, accounts: 2 })
        break
      }
      expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'offline' }, question: null })
      // The history knows how far it came.
      const came = desk.told.findLast(({ id, status }) => id === refresh.id && status === 'PROCESSING')?.step
      expect([refresh.step, must(await desk.connections.refreshes({ limit: 1 }))[0]?.step]).toEqual([came, came])
      expect(left).toEqual({ connections: 0, accounts: 0 })
    }
  })

  it('W1 has its figures offline afterwards, also after a restart', async () => {
    desk = await openDesk()
    await imported()
    const before = await figures(desk.ledger)
    desk.before = () => { throw new HttpFailure('offline', false) }
    await desk.again()
    await desk.connections.idle()
    desk.messages = 0
    expect(await figures(desk.ledger)).toEqual(before)
    expect([before.spent.length > 0, desk.messages]).toEqual([true, 0])
  })
})

describe('W2 refresh of the same profile', () => {
  it('W2 makes no second connection or account, says when, and differs by its new rows alone', async () => {
    desk = await openDesk()
    await imported()
    const first = await theConnection(desk)
    const [before, count] = [await figures(desk.ledger), await rowCount(desk)]
    later(desk, 20)
    desk.pass(20 * 86_400_000)
    const { refresh, receipts } = await settled(desk, await desk.connections.update(updating(first.id)))
    await desk.connections.idle()
    const [second, after] = [await theConnection(desk), await figures(desk.ledger)]
    expect([second.id, second.accountIds, must(await desk.connections.list()).length]).toEqual([first.id, first.accountIds, 1])
    expect(Date.parse(second.lastSuccessAt ?? '')).toBeGreaterThan(Date.parse(first.lastSuccessAt ?? ''))
    const added = refresh.accounts.reduce((sum, account) => sum + account.added, 0)
    expect([added > 0, await rowCount(desk)]).toEqual([true, count + added])
    const sum = ({ flows }: typeof before): number => moved(flows.total.sum)
    const news = must(await desk.ledger.call('transactions.page', { filter: { flag: 'new' }, after: null, limit: 500 }))
    expect(sum(after) - sum(before)).toBe(news.reduce((total, { amount }) => total + amount.minor, 0))
    expect(receipts).toHaveLength(1)
  })
})

describe('W3 refresh status', () => {
  it('W3 can be asked for and is told: PROCESSING, then FINISHED, ERROR or USER_ACTION_REQUIRED', async () => {
    desk = await openDesk({ scenario: ['tan-at-login', 'chip'] })
    const { connectionId: id } = await imported({ storePin: true })
    const end = async (origin: 'manual' | 'auto'): Promise<string[]> => {
      const started = must(await desk.connections.update({ id, importNewAccounts: false }, origin))
      const polled = must(await desk.connections.refreshes({ connectionId: id, limit: 1 })).map(({ status }) => status)
      if (origin === 'manual') must(desk.connections.cancel(started.refreshId))
      await ended(desk, started)
      await desk.connections.idle()
      const told = desk.told.filter((refresh) => refresh.id === started.refreshId).map(({ status }) => status)
      const last = must(await desk.connections.refreshes({ connectionId: id, limit: 1 })).map(({ status }) => status)
      expect(told.at(-1)).toBe(last[0])
      return [...polled, ...last]
    }
    expect(await end('manual')).toEqual(['PROCESSING', 'ERROR'])
    expect(await end('auto')).toEqual(['PROCESSING', 'USER_ACTION_REQUIRED'])
    expect(must(await desk.connections.refreshes({ connectionId: id, limit: 10 })).map(({ status }) => status)).toEqual(['USER_ACTION_REQUIRED', 'ERROR', 'FINISHED'])
  })
})

describe('W5 rows without a bank', () => {
  it('W5 the same rows by file give the same figures as those that were fetched', async () => {
    desk = await openDesk()
    await imported()
    const file = join(dirname(desk.file), 'rows.json')
    must(await desk.ledger.job('export', { file, format: 'json' }))
    const other = createDirectClient({ clock: desk.clock, random: desk.random })
    must(await other.open({ file: ':memory:', key: null, create: true, baseCurrency: currency('EUR') }))
    must(await other.job('importFiles', { files: [{ name: 'rows.json', bytes: new Uint8Array(readFileSync(file)) }], source: 'file', operationId: systemRandom.uuid() as OperationId }))
    while (!must(await other.job('categories.next', null)).isDone);
    expect(await figures(other)).toEqual(await figures(desk.ledger))
    await other.close()
  })
})
