import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TransactionId } from '#shared/model.ts'
import { currency } from '#shared/money.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { fetched, imported, offered, sound } from '../../fixtures/connections.ts'
import { entry, statement, steadyClock, value } from '../../fixtures/readings.ts'

it('A6 the other leg of a transfer, in another connection, survives and is unpaired', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-test-'))
  const file = join(folder, 'ledger.kontor')
  const ledger = createDirectClient({ clock: steadyClock() })
  await value(ledger.open({ file, key: null, create: true, baseCurrency: currency('EUR') }))
  const row = (amount: string) => statement({ entries: [entry({ on: '2026-01-05', amount, payee: 'Qvarnström', externalId: `leg ${amount}` })] })
  const first = await imported(ledger, { offered: [offered(0)], fetched: [fetched(offered(0), { statements: [row('-50.00')] })] })
  await imported(ledger, { offered: [offered(1)], fetched: [fetched(offered(1), { statements: [{ ...row('50.00'), account: { ...row('50.00').account, ...offered(1) } }] })] }, { userId: 'other' })
  const rows = async () => (await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 10 }))).map(({ id, transferId }) => [id, transferId])
  const [[one], [two]] = await rows() as [[TransactionId, null], [TransactionId, null]]
  await value(ledger.call('transfers.pair', { ids: [one, two] }))
  expect(await rows()).toEqual([[one, two], [two, one]])
  await value(ledger.job('connections.delete', { id: first.id, rows: 'delete' }))
  expect((await rows()).map(([, partner]) => partner)).toEqual([null])
  await sound(ledger)
  // From here on it is gone for good.
  await ledger.close()
  await value(ledger.open({ file, key: null, create: false }))
  expect(await value(ledger.call('transactions.page', { filter: {}, after: null, limit: 10 }))).toMatchObject([{ id: one, transferId: null, categoryId: null }])
  await sound(ledger)
  await ledger.close()
  rmSync(folder, { recursive: true })
})
