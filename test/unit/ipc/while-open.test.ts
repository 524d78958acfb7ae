import { expect, it } from 'vitest'
import { whileOpen } from '#main/ipc/while-open.ts'
import { createDirectClient } from '#main/worker/direct.ts'

it('answers nothing of a ledger from the moment it is locked, though it is still being closed', async () => {
  const ledger = createDirectClient()
  await ledger.open({ file: ':memory:', key: null, create: true })
  const session = { isOpen: true }
  const reached = whileOpen(ledger, session)
  expect(await reached.call('accounts.list', undefined)).toEqual({ ok: true, value: [] })
  session.isOpen = false
  expect(await reached.call('accounts.list', undefined)).toEqual({ ok: false, error: { kind: 'locked' } })
  expect(await reached.job('verify', null)).toEqual({ ok: false, error: { kind: 'locked' } })
  expect(await reached.call('operations.list', undefined)).toEqual({ ok: true, value: [] })
  await ledger.close()
})
