import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ConnectionId, RefreshId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { AccountId } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import { toasts } from '#renderer/ui/toasts.ts'
import { click, dialog, fill, inWindow, open, submit, tell, text } from './bank-window.ts'
import { connection, linked, refresh, tanQuestion } from './banks.ts'
import { eventually } from './eventually.ts'
import { eur } from './rows.ts'

inWindow()

it('says how a refresh ended: rows and proof, or the bank’s words', async () => {
  const bridge = await open({ 'transactions.outline': () => ok({ count: 1, sums: [eur(120)], anchors: [] }) })
  await tell(bridge, {})
  await tell(bridge, { status: 'FINISHED', step: 'done', accounts: [{ key: 'a', accountId: 1 as AccountId, name: 'Girokonto', status: 'UPDATED', error: null, added: 12 }] })
  await eventually(() => { expect(toasts.map((toast) => toast.text)).toEqual(['Sparkasse Leipzig: 12 new transactions, matches the bank']) })
  await tell(bridge, { id: 32 as RefreshId, status: 'FINISHED', accounts: [{ key: 'a', accountId: 1 as AccountId, name: 'Girokonto', status: 'UPDATED_FIXED', error: null, added: 3 }] })
  await eventually(() => { expect(toasts.at(-1)?.text).toBe('Sparkasse Leipzig: 3 new transactions, adjusting entry of €1.20') })
  expect(bridge.callsOf('transactions.outline').at(-1)).toEqual({ filter: { accountIds: [1], flag: 'adjusting' } })
  await tell(bridge, { id: 31 as RefreshId, status: 'ERROR', error: { kind: 'offline' } })
  await eventually(() => { expect(toasts.at(-1)?.text).toBe('Sparkasse Leipzig: This computer is offline.') })
  await tell(bridge, { id: 31 as RefreshId })
  expect(text('.tray')).toBe('')
})

it('tells the health of every account in words, and what to do', async () => {
  await open({
    'connections.list': () => ok([
      connection({ accounts: [linked(), linked({ key: 'b', accountId: null, name: 'Card', status: 'UPDATED_FIXED' }), linked({ key: 'c', accountId: null, name: 'Loan', status: 'DOWNLOAD_FAILED', statusError: { kind: 'bank_unreachable', retryAfterSeconds: null } }), linked({ key: 'd', accountId: null, name: 'Depot', status: 'DEPRECATED' })] }),
      connection({ id: 2 as ConnectionId, name: 'ING', pinStored: false, userActionRequired: true, schedule: { mode: 'hours', every: 6 }, lastManualUpdate: null, lastAutoUpdate: { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error: { kind: 'consent_expired' }, timestamp: '2026-03-14T12:00:00.000Z' as Instant } }),
    ]),
  })
  const page = text('main')
  for (const words of ['1 account not fetched', 'Up to date, with an adjusting entry', 'One adjusting entry makes up the difference', 'The bank does not answer.', 'No longer delivered', 'Needs you', 'approve it again', 'Every 6 hours: waits for your PIN']) expect(page).toContain(words)
})

it('says with each button whose it is, for whoever does not see the card around it', async () => {
  await open({ 'connections.list': () => ok([connection(), connection({ id: 2 as ConnectionId, name: 'ING', accounts: [linked({ accountId: null, status: null })] })]) })
  const described = [...document.querySelectorAll('article button[aria-describedby]')].map((button) => [button.textContent.trim(), document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent])
  expect(described).toEqual([['Refresh', 'Sparkasse Leipzig'], ['Refresh', 'ING'], ['Add', 'ING']])
})

it('asks for the PIN where none is stored, and again where it was refused', async () => {
  const wrong = { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error: { kind: 'pin_wrong', message: 'Nein', attemptsLeft: 1 }, timestamp: '2026-03-14T13:00:00.000Z' as Instant } as const
  const bridge = await open({ 'connections.list': () => ok([connection({ lastManualUpdate: wrong })]), 'connections.update': () => ok({ connectionId: 1 as ConnectionId, refreshId: 31 as RefreshId }) })
  await click(/^Refresh$/, 'article')
  expect(bridge.callsOf('connections.update')).toEqual([])
  expect(dialog()).toContain('1 attempt left')
  await fill(/^PIN/, '4711')
  await submit()
  expect(bridge.callsOf('connections.update')).toEqual([{ id: 1, importNewAccounts: false, pin: '4711', storePin: true }])
  expect(document.querySelector('.dialog')).toBeNull()
})

it('asks for it no more once a refresh by hand has gone well, though the last automatic one was refused', async () => {
  const at = (hour: number) => `2026-03-14T${hour}:00:00.000Z` as Instant
  const lastAutoUpdate = { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error: { kind: 'pin_wrong', message: 'Nein', attemptsLeft: 1 }, timestamp: at(13) } as const
  const lastManualUpdate = { result: 'OK', errorType: null, error: null, timestamp: at(14) } as const
  const bridge = await open({ 'connections.list': () => ok([connection({ lastAutoUpdate, lastManualUpdate, lastSuccessAt: at(14), schedule: { mode: 'hours', every: 6 } })]), 'connections.update': () => ok({ connectionId: 1 as ConnectionId, refreshId: 31 as RefreshId }) })
  expect(text('main')).not.toContain('waits for your PIN')
  await click(/^Refresh$/, 'article')
  expect(bridge.callsOf('connections.update')).toEqual([{ id: 1, importNewAccounts: false }])
  expect(document.querySelector('.dialog')).toBeNull()
})

it('tells the end of all once, however close the last ones come', async () => {
  const ids = [31, 32, 33]
  const bridge = await open({
    'connections.list': () => ok(ids.map((id) => connection({ id: (id - 30) as ConnectionId }))),
    'connections.updateAll': () => ok(ids.map((id) => ({ connectionId: (id - 30) as ConnectionId, refreshId: id as RefreshId, skipped: null }))),
  })
  await click(/^Refresh all$/, 'header')
  for (const id of ids) await tell(bridge, { id: id as RefreshId, connectionId: (id - 30) as ConnectionId })
  for (const id of ids) {
    const accounts = [{ key: 'a', accountId: 1 as AccountId, name: 'Girokonto', status: 'UPDATED', error: null, added: 2 } as const]
    bridge.emit('refresh.changed', [refresh({ id: id as RefreshId, connectionId: (id - 30) as ConnectionId, status: 'FINISHED', step: 'done', accounts })])
    await Promise.resolve()
  }
  await flushPromises()
  expect(toasts.map((toast) => toast.text)).toEqual(['3 connections refreshed: 6 new transactions'])
})

it('tells many refreshes in one line, and one that waits for a person in a line of its own', async () => {
  const bridge = await open({ 'connections.list': () => ok([connection()]) })
  for (const id of [31, 32]) await tell(bridge, { id: id as RefreshId })
  expect(document.querySelectorAll('.tray [role=progressbar]')).toHaveLength(2)
  await tell(bridge, { id: 32 as RefreshId, isQueued: true })
  expect(text('.tray')).toContain('Waits for its turn')
  expect(document.querySelectorAll('.tray [role=progressbar]')).toHaveLength(1)
  await tell(bridge, { id: 33 as RefreshId })
  expect(text('.tray')).toBe('Refreshing 3 bank connections0 of 3')
  await tell(bridge, { id: 31 as RefreshId, status: 'FINISHED', step: 'done' })
  await tell(bridge, { id: 32 as RefreshId, question: tanQuestion() })
  expect(text('.tray')).toContain('Waits for a TAN')
  expect(text('.tray')).toContain('1 of 3')
  await click(/Cancel these refreshes/, '.tray')
  expect(bridge.callsOf('refreshes.cancel')).toEqual([{ id: 33 }])
})

it('calls what is asked for as the bank’s customers call it', async () => {
  const ofx = connection({ bank: { ...connection().bank, protocol: 'ofx', org: 'Harbor', fid: '1' }, pinStored: false, schedule: { mode: 'start' } })
  const bridge = await open({ 'connections.list': () => ok([ofx]), 'connections.update': () => err({ kind: 'pin_required', login: 'password' }) })
  expect(text('article')).toContain('waits for your password')
  await click(/^Refresh$/, 'article')
  expect(dialog()).toContain('Password for your bank')
  await submit()
  expect(dialog()).toContain('Enter your password.')
  expect(dialog()).not.toContain('PIN')
  expect(bridge.callsOf('connections.import')).toEqual([])
})

it('refreshes all, and lists what waits for somebody', async () => {
  const wrong = { result: 'BANK_SERVER_REJECTION', errorType: 'BUSINESS', error: { kind: 'pin_wrong', message: 'Nein', attemptsLeft: 1 }, timestamp: '2026-03-14T13:00:00.000Z' as Instant } as const
  const bridge = await open({
    'connections.list': () => ok([connection(), connection({ id: 2 as ConnectionId, name: 'ING', pinStored: false }), connection({ id: 3 as ConnectionId, name: 'DKB', userActionRequired: true, lastManualUpdate: wrong })]),
    'connections.updateAll': () => ok([
      { connectionId: 1 as ConnectionId, refreshId: 31 as RefreshId, skipped: null }, { connectionId: 2 as ConnectionId, refreshId: null, skipped: 'pin_required' },
      { connectionId: 3 as ConnectionId, refreshId: null, skipped: 'user_action_required' },
    ]),
  })
  await tell(bridge, { id: 31 as RefreshId, total: 3, done: 1 })
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'R', code: 'KeyR', ctrlKey: true, shiftKey: true, bubbles: true }))
  await flushPromises()
  expect(bridge.callsOf('connections.updateAll')).toHaveLength(1)
  expect(dialog()).toContain('Fetching account 2 of 3')
  expect(dialog()).toContain('Needs your PIN')
  expect(dialog()).toContain('The bank did not accept the PIN')
  await click(/Enter PIN/, '.dialog')
  expect(dialog()).toContain('PIN for your bank')
})

it('changes only what was changed, and never shows a PIN', async () => {
  const bridge = await open({ 'connections.edit': () => ok(connection({ name: 'Meine Bank' })) })
  document.querySelector<HTMLElement>('article [aria-haspopup=menu]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await flushPromises()
  await click(/Edit/, '.menu')
  expect(document.querySelector('.dialog input[type=password]')).toBeNull()
  await fill(/^Name/, 'Meine Bank')
  await fill(/Refresh by itself/, 'daily')
  await submit()
  expect(bridge.callsOf('connections.edit')).toEqual([{ id: 1, name: 'Meine Bank', schedule: { mode: 'daily', at: '07:00' } }])
})

it('removes a connection with its numbers said first, keeps the accounts by default and offers undo', async () => {
  const bridge = await open({
    'connections.deletePreview': ({ rows }) => ok({ accounts: rows === 'keep' ? 0 : 2, transactions: rows === 'keep' ? 0 : 1812, keptTransactions: rows === 'keep' ? 1825 : 13, pinStored: true }),
    'connections.delete': () => ok({ accounts: 0, transactions: 0, keptTransactions: 1825, pinStored: true }),
  })
  document.querySelector<HTMLElement>('article [aria-haspopup=menu]')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await flushPromises()
  await click(/Remove connection/, '.menu')
  for (const words of ['1,825 transactions stay', '2 accounts and 1,812 transactions leave', '13 transactions from files or by hand stay', 'only the stored PIN is gone for good']) expect(dialog()).toContain(words)
  await click(/^Remove connection$/, '.dialog-foot')
  expect(bridge.callsOf('connections.delete')).toEqual([{ id: 1, rows: 'keep' }])
  expect(toasts.at(-1)?.action?.label).toBe('Undo')
})

it('A7 removes all connections in one go, none where one is busy, and says which one', async () => {
  const second = connection({ id: 2 as ConnectionId, name: 'Bausparkasse', pinStored: false, accounts: [], accountIds: [] })
  let isBusy = true
  const bridge = await open({
    'connections.list': () => ok([connection(), second]),
    'connections.deleteAll': () => (isBusy ? err({ kind: 'connection_busy', name: 'Bausparkasse' }) : ok({ ids: [1, 2] as ConnectionId[] })),
  })
  await click(/^Remove all connections/, '.page')
  for (const words of ['Remove all 2 connections?', '1 account, with all that the banks brought', 'only the stored PINs and passwords are gone for good']) expect(dialog()).toContain(words)
  await click(/^Remove all connections$/, '.dialog-foot')
  expect(dialog()).toContain('Bausparkasse')
  isBusy = false
  await click(/^Remove all connections$/, '.dialog-foot')
  expect(bridge.callsOf('connections.deleteAll')).toEqual([{ rows: 'keep' }, { rows: 'keep' }])
  expect(toasts.at(-1)).toMatchObject({ action: { label: 'Undo' } })
  expect(dialog()).toBe('')
})

it('changes how a connection is reached, and takes trust back', async () => {
  const pinned = { subject: 'CN=bank', issuer: 'CN=bank', validFrom: '2026-01-01T00:00:00.000Z' as Instant, validTo: '2027-01-01T00:00:00.000Z' as Instant, fingerprint: 'EF:01' }
  const known = connection({ access: { proxy: { mode: 'http', host: 'p.example', port: 3128, user: 'me' }, proxyPasswordStored: true, clientCertificate: { fileName: 'me.p12', subject: null, validTo: null }, pinned, program: null, clientUid: '' } })
  const bridge = await open({ 'connections.list': () => ok([known]), 'connections.edit': () => ok(known) })
  await click(/Actions for/, 'main')
  await click(/Edit/)
  expect(dialog()).toContain('One is stored')
  expect(dialog()).toContain('me.p12')
  await click(/No longer trust it/, '.dialog')
  await click(/^Remove$/, '.dialog .certificate')
  await fill(/Host of the proxy/, 'q.example')
  await submit()
  expect(bridge.callsOf('connections.edit')).toEqual([{ id: 1, access: { proxy: { mode: 'http', host: 'q.example', port: 3128, user: 'me' }, clientCertificate: null, pinned: null } }])
})

it('looks statements up at the bank, and saves one where main asks for the place', async () => {
  const finding = { account: { name: 'Giro', iban: null }, documents: [{ number: 3, year: 2026, createdOn: null, from: null, to: null, bytes: 2048 }], orders: [], terms: null, error: null }
  const bridge = await open({
    'connections.list': () => ok([connection({ pinStored: true })]),
    'inquiries.start': () => ok({ connectionId: 1 as ConnectionId, refreshId: 9 as RefreshId }),
    'inquiries.findings': () => ok([finding]),
    'inquiries.saveDocument': () => ok({ fileName: 'auszug.pdf' }),
  })
  const actions = [...document.querySelectorAll<HTMLElement>('.card button')].find((button) => /^Actions for/.test(button.getAttribute('aria-label') ?? ''))
  actions?.focus()
  actions?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await flushPromises()
  await click(/More from the bank/)
  await eventually(() => { expect(dialog()).toContain('Your ledger keeps none of it') })
  await submit()
  await eventually(() => { expect(dialog()).toContain('Statement 3/2026') })
  await click(/Save Statement 3\/2026/, '.dialog')
  expect(bridge.callsOf('inquiries.saveDocument')).toEqual([{ id: 9, account: 0, document: 0 }])
  await eventually(() => { expect(toasts.at(-1)?.text).toContain('auszug.pdf') })
})
