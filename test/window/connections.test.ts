import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ConnectionId, Question, RefreshId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { AppState } from '#shared/ipc/app-endpoints.ts'
import type { AccountId } from '#shared/model.ts'
import { err, ok } from '#shared/result.ts'
import App from '#renderer/app/App.vue'
import { createTexts } from '#renderer/app/messages.ts'
import { createWindowRouter } from '#renderer/app/router.ts'
import { dismissAllToasts, toasts } from '#renderer/ui/toasts.ts'
import { connection, linked, refresh, tanQuestion } from './banks.ts'
import { eventually } from './eventually.ts'
import { fakeBridge, type Answers, type FakeBridge } from './fake-bridge.ts'
import { mounted, settled } from './mounted.ts'
import { account, eur } from './rows.ts'

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(500)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200)
})
afterEach(() => {
  vi.restoreAllMocks()
  dismissAllToasts()
  window.location.hash = ''
})

const BANK = { ...connection().bank, city: 'Leipzig' }
const proof = { bank: eur(123_456), ledger: eur(123_456), difference: eur(0), asOf: account().asOf!, firstDivergingDay: null }
const usual: Answers = {
  'accounts.list': () => ok([account({ proof })]),
  'connections.list': () => ok([connection()]),
  'banks.search': () => ok([BANK]),
  'refreshes.answer': () => ok(null),
  'refreshes.cancel': () => ok(null),
}

async function open(answers: Answers = {}, { hash = '#/connections', state = {} }: { hash?: string; state?: Partial<AppState> } = {}): Promise<FakeBridge> {
  window.location.hash = hash
  const bridge = fakeBridge({ ...usual, ...answers }, state)
  await mounted(App, { global: { plugins: [createPinia(), createTexts('en'), createWindowRouter()] } })
  await flushPromises()
  return bridge
}

const text = (selector = 'body') => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join(' ')
const dialog = () => text('.dialog')
const field = (label: RegExp) => {
  const found = [...document.querySelectorAll<HTMLInputElement>('.dialog input, .dialog select')].find((input) => label.test(input.getAttribute('aria-label') ?? document.querySelector(`label[for="${input.id}"]`)?.textContent ?? ''))
  if (!found) throw new Error(`no field ${label.source} in ${dialog()}`)
  return found
}
async function fill(label: RegExp, value: string) {
  const input = field(label)
  input.value = value
  input.dispatchEvent(new Event(input instanceof HTMLInputElement ? 'input' : 'change', { bubbles: true }))
  await flushPromises()
}
async function click(name: RegExp, within = 'body') {
  const found = [...document.querySelectorAll<HTMLElement>(`${within} button, ${within} [role=menuitem]`)].find((button) => name.test(button.getAttribute('aria-label') ?? button.textContent))
  if (!found) throw new Error(`no button ${name.source} in ${text(within)}`)
  found.click()
  await settled()
}
async function submit() {
  document.querySelector<HTMLFormElement>('.dialog form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}
async function tell(bridge: FakeBridge, told: Parameters<typeof refresh>[0]) {
  bridge.emit('refresh.changed', refresh(told))
  await flushPromises()
}

async function toLogin() {
  await click(/Connect a bank/, 'main')
  await fill(/Search your bank/, 'leipzig')
  await submit()
}

it('sends a PIN once and keeps nothing of it, and everything else when the bank refuses', async () => {
  const bridge = await open({ 'connections.list': () => ok([]), 'connections.import': () => ok({ connectionId: 9 as ConnectionId, refreshId: 90 as RefreshId }) })
  await toLogin()
  expect(dialog()).toContain('Your PIN goes to bank.example and to nobody else')
  await fill(/Login name/, 'mueller')
  await fill(/^PIN/, 'geheim12')
  await submit()
  expect(bridge.callsOf('connections.import')).toEqual([{
    bank: connection().bank, userId: 'mueller', pin: 'geheim12', chooseAccounts: true, storePin: false, maxDays: 0, skipPositions: false,
  }])
  await tell(bridge, { id: 90 as RefreshId, connectionId: 9 as ConnectionId, kind: 'import', status: 'ERROR', error: { kind: 'pin_wrong', message: 'Anmeldung abgelehnt', attemptsLeft: 2 } })
  expect(dialog()).toContain('Anmeldung abgelehnt')
  expect(dialog()).toContain('attempts left: 2')
  expect(field(/Login name/).value).toBe('mueller')
  expect(field(/^PIN/).value).toBe('')
  expect(document.body.outerHTML).not.toContain('geheim12')
})

it('says why no PIN can be stored in a ledger that is not encrypted', async () => {
  await open({ 'connections.list': () => ok([]) }, { state: { encrypted: false } })
  await toLogin()
  expect(field(/Store the PIN/).disabled).toBe(true)
  expect(dialog()).toContain('This ledger is not encrypted')
})

it('sends nothing to an address without encryption, unless it is this computer', async () => {
  const bridge = await open({ 'connections.list': () => ok([]), 'banks.search': () => ok([]) })
  await click(/Connect a bank/, 'main')
  await click(/Enter its address/, '.dialog')
  await fill(/Address/, 'http://bank.example/fints')
  await fill(/Bank code/, '8605 5592')
  await submit()
  expect(dialog()).toContain('must begin with https://')
  await fill(/Address/, 'http://127.0.0.1:8080/fints')
  await submit()
  expect(dialog()).toContain('Login at 127.0.0.1:8080')
  expect(dialog()).toContain('this computer itself')
  expect(bridge.callsOf('connections.import')).toEqual([])
})

it('asks which accounts and how far back, in the wizard where an import waits', async () => {
  const question: Question = { kind: 'accounts', questionId: 'q7', daysMax: 730, accounts: [linked({ accountId: null, status: null }), linked({ key: 'B', accountId: null, status: null, name: 'Depot', type: 'investment', iban: null, number: '4711' })] }
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ kind: 'import', step: 'accounts', question })]) })
  expect(dialog()).toContain('Current account · DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 · EUR')
  field(/Girokonto/).click()
  field(/Depot/).click()
  await flushPromises()
  await submit()
  expect(dialog()).toContain('Choose at least one account')
  field(/Depot/).click()
  document.querySelector<HTMLInputElement>('.dialog input[type=radio][value="90"]')?.click()
  await flushPromises()
  await submit()
  expect(bridge.callsOf('refreshes.answer')).toEqual([{ id: 30, questionId: 'q7', answer: { kind: 'accounts', keys: ['B'], days: 90 } }])
})

it('shows the bank’s words as text, takes a TAN as it is printed, and closes without cancelling', async () => {
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ question: tanQuestion() })]) }, { hash: '#/overview' })
  expect(dialog()).toContain('Please <b>check</b> the order.')
  expect(document.querySelector('.dialog b')).toBeNull()
  document.querySelector('.dialog')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await flushPromises()
  await eventually(() => { expect(document.querySelector('.dialog')).toBeNull() })
  expect(bridge.callsOf('refreshes.cancel')).toEqual([])
  expect(text('.tray')).toContain('Waits for a TAN')
  await click(/Answer/, '.tray')
  await fill(/TAN/, '12 34 5x')
  await submit()
  expect(dialog()).toContain('digits only')
  await fill(/TAN/, '12 34 56')
  await submit()
  expect(bridge.callsOf('refreshes.answer')).toEqual([{ id: 30, questionId: 'q1', answer: { kind: 'tan', tan: '123456' } }])
  expect(dialog()).toContain('Fetching transactions')
})

it('opens the next question when the one before it is done, and none twice', async () => {
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ question: tanQuestion() })]) })
  await tell(bridge, { id: 31 as RefreshId, connectionId: 2 as ConnectionId, connectionName: 'ING', question: tanQuestion({ questionId: 'q2', methodName: 'photoTAN' }) })
  expect(dialog()).toContain('chipTAN')
  await click(/Answer later/, '.dialog')
  await eventually(() => { expect(dialog()).toContain('photoTAN') })
  await click(/Answer later/, '.dialog')
  await eventually(() => { expect(document.querySelector('.dialog')).toBeNull() })
  expect(text('.tray')).toContain('ING')
})

it('waits for an approval, and takes a person’s word only where the bank may not be asked', async () => {
  const approval = (confirm: boolean): Question => ({ kind: 'approval', questionId: `q${confirm}`, purpose: 'login', methodName: 'pushTAN', medium: 'Phone', paragraphs: [], expiresAt: '2099-01-01T00:00:00.000Z' as Instant, confirm })
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ question: approval(false) })]) })
  expect(dialog()).toContain('On “Phone”')
  expect(dialog()).not.toContain('I have approved')
  await tell(bridge, { question: approval(true) })
  await submit()
  expect(bridge.callsOf('refreshes.answer')).toEqual([{ id: 30, questionId: 'qtrue', answer: { kind: 'approved' } }])
})

it('shows what an OFX bank asks beside the password, in its words or ours, and sends every answer', async () => {
  const fields = [{ id: 'MFA16', label: '' }, { id: '123', label: 'Which branch?' }]
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ question: { kind: 'challenge', questionId: 'q8', paragraphs: [], fields, expiresAt: '2099-01-01T00:00:00.000Z' as Instant } })]) })
  expect(dialog()).toContain('Your bank asks')
  await fill(/maiden name/, 'Reed')
  await submit()
  expect(dialog()).toContain('Enter the answer.')
  await fill(/Which branch/, ' Newport ')
  await submit()
  expect(bridge.callsOf('refreshes.answer')).toEqual([{ id: 30, questionId: 'q8', answer: { kind: 'challenge', answers: [{ id: 'MFA16', answer: 'Reed' }, { id: '123', answer: 'Newport' }] } }])
})

it('has the new password that a bank demands typed twice, by the bank’s own rule', async () => {
  const question: Question = { kind: 'new-password', questionId: 'q9', paragraphs: ['You must change your password'], minLength: 6, maxLength: 32, allowsSpaces: false, expiresAt: '2099-01-01T00:00:00.000Z' as Instant }
  const bridge = await open({ 'refreshes.list': () => ok([refresh({ question })]) })
  expect(dialog()).toContain('You must change your password')
  await fill(/^New password/, 'short')
  await submit()
  expect(dialog()).toContain('6 to 32 characters without spaces')
  await fill(/^New password/, 'long-enough')
  await fill(/^Once more/, 'long-enuogh')
  await submit()
  expect(dialog()).toContain('The two differ.')
  await fill(/^Once more/, 'long-enough')
  await submit()
  expect(bridge.callsOf('refreshes.answer')).toEqual([{ id: 30, questionId: 'q9', answer: { kind: 'new-password', password: 'long-enough' } }])
})

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
  const bridge = await open({
    'connections.list': () => ok([connection(), connection({ id: 2 as ConnectionId, name: 'ING', pinStored: false })]),
    'connections.updateAll': () => ok([{ connectionId: 1 as ConnectionId, refreshId: 31 as RefreshId, skipped: null }, { connectionId: 2 as ConnectionId, refreshId: null, skipped: 'pin_required' }]),
  })
  await tell(bridge, { id: 31 as RefreshId, total: 3, done: 1 })
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'R', code: 'KeyR', ctrlKey: true, shiftKey: true, bubbles: true }))
  await flushPromises()
  expect(bridge.callsOf('connections.updateAll')).toHaveLength(1)
  expect(dialog()).toContain('Fetching account 2 of 3')
  expect(dialog()).toContain('Needs your PIN')
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

it('goes on in the background when the wizard is closed, and tells the end', async () => {
  const bridge = await open({ 'connections.list': () => ok([]), 'connections.import': () => ok({ connectionId: 9 as ConnectionId, refreshId: 90 as RefreshId }) })
  await toLogin()
  await fill(/Login name/, 'mueller')
  await fill(/^PIN/, '4711')
  await submit()
  await tell(bridge, { id: 90 as RefreshId, kind: 'import' })
  for (const [wire, words] of [
    [{ kind: 'connecting', host: 'bank.example', proxy: null }, 'Looking for bank.example'], [{ kind: 'connecting', host: 'bank.example', proxy: 'p:80' }, 'through the proxy p:80'],
    [{ kind: 'secured', protocol: 'TLSv1.3' }, 'encrypted with TLS 1.3'], [{ kind: 'sent', bytes: 900 }, 'waiting for the answer'], [{ kind: 'receiving', bytes: 2_345_678 }, '2.3 MB'],
  ] as const) {
    await tell(bridge, { id: 90 as RefreshId, kind: 'import', wire })
    expect(dialog()).toContain(words)
  }
  await click(/Continue in the background/, '.dialog-foot')
  expect(bridge.callsOf('refreshes.cancel')).toEqual([])
  expect(text('.tray')).toContain('Fetching transactions')
  await tell(bridge, { id: 90 as RefreshId, kind: 'import', status: 'FINISHED', accounts: [{ key: 'a', accountId: null, name: 'Girokonto', status: 'UPDATED', error: null, added: 3 }] })
  await eventually(() => { expect(toasts.at(-1)?.text).toBe('Sparkasse Leipzig: 3 new transactions') })
})

it('says what is there already, and loses nothing', async () => {
  await open({ 'connections.list': () => ok([]), 'connections.import': () => err({ kind: 'exists', what: 'Sparkasse Leipzig' }) })
  await toLogin()
  await fill(/Login name/, 'mueller')
  await fill(/^PIN/, '4711')
  await submit()
  expect(dialog()).toContain('It exists already: Sparkasse Leipzig')
  expect(field(/Login name/).value).toBe('mueller')
})

const OFX_BANK = { name: 'Harbor Federal', city: 'Portland, ME', bankCode: null, bic: null, country: null, protocol: 'ofx', url: 'https://ofx.harbor.example/ofx', org: 'HARBOR', fid: '90210', lastKnown: '2022' } as const
const SEEN = { subject: 'CN=ofx.harbor.example', issuer: 'CN=Harbor', validFrom: '2026-01-01T00:00:00.000Z' as Instant, validTo: '2027-01-01T00:00:00.000Z' as Instant, fingerprint: 'AB:CD', pem: '-----BEGIN CERTIFICATE-----', isTrusted: false }
const ofxAnswers: Answers = {
  'connections.list': () => ok([]),
  'banks.search': () => ok([BANK, OFX_BANK]),
  'banks.profile': () => ok({ version: '220', name: 'Harbor Federal Bank', password: { minLength: 6, maxLength: 12, allowsSpaces: false, canChange: true }, asksMore: true }),
  'banks.certificate': () => ok(SEEN),
  'connections.import': () => ok({ connectionId: 9 as ConnectionId, refreshId: 90 as RefreshId }),
}

it('finds OFX banks, says until when they were known to work, and what the server tells before a password is typed', async () => {
  const bridge = await open(ofxAnswers)
  await click(/Connect a bank/, 'main')
  await fill(/Search your bank/, 'harbor')
  document.querySelector<HTMLInputElement>('.dialog input[type=radio][value=ofx]')?.click()
  await flushPromises()
  expect(dialog()).not.toContain('Sparkasse Leipzig')
  expect(dialog()).toContain('Portland, ME · last known to work in 2022 · ORG HARBOR · FID 90210')
  await submit()
  expect(dialog()).toContain('Harbor Federal Bank answers, in OFX 2.2. Passwords there have 6 to 12 characters without spaces. It asks for more than the password')
  await fill(/Login name/, 'ann')
  await fill(/^Password/, 'secret-1')
  await submit()
  expect(bridge.callsOf('connections.import')).toEqual([{
    bank: { name: 'Harbor Federal', bankCode: null, bic: null, country: null, protocol: 'ofx', url: 'https://ofx.harbor.example/ofx', org: 'HARBOR', fid: '90210' },
    userId: 'ann', pin: 'secret-1', chooseAccounts: true, storePin: false, maxDays: 0, skipPositions: false,
  }])
})

it('lets a person change an entry of their own, and take it off the list', async () => {
  const own = { ...OFX_BANK, lastKnown: undefined, institutionId: '1b671a64-40d5-491e-99b0-da01ff1f3341' }
  const bridge = await open({ ...ofxAnswers, 'banks.search': () => ok([own]), 'institutions.remove': () => ok([]) })
  await click(/Connect a bank/, 'main')
  await fill(/Search your bank/, 'harbor')
  expect(dialog()).toContain('your own entry')
  await click(/Change Harbor Federal in my list/, '.dialog')
  expect(field(/^FID/).value).toBe('90210')
  await click(/Take it off my list/, '.dialog')
  expect(bridge.callsOf('institutions.remove')).toEqual([{ id: own.institutionId }])
  expect(field(/Search your bank/)).toBeDefined()
})

it('takes an OFX bank by hand and keeps it in the person’s list', async () => {
  const bridge = await open({ ...ofxAnswers, 'institutions.save': (given) => ok([{ ...given, id: '1b671a64-40d5-491e-99b0-da01ff1f3341' }]) })
  await click(/Connect a bank/, 'main')
  await click(/Enter its address/, '.dialog')
  document.querySelector<HTMLInputElement>('.dialog input[type=radio][value=ofx]')?.click()
  await flushPromises()
  await fill(/OFX address/, 'https://ofx.credit.example')
  await submit()
  expect(dialog()).toContain('Enter ORG and FID')
  await fill(/^ORG/, 'CREDIT')
  await submit()
  expect(bridge.callsOf('institutions.save')).toEqual([{ name: 'CREDIT', city: '', url: 'https://ofx.credit.example', org: 'CREDIT', fid: '' }])
  expect(dialog()).toContain('Login at CREDIT')
})

it('trusts a certificate by hand only after it was seen, goes through a proxy, and forgets none of it when the bank says no', async () => {
  const bridge = await open(ofxAnswers)
  await click(/Connect a bank/, 'main')
  await fill(/Search your bank/, 'harbor')
  document.querySelector<HTMLInputElement>('.dialog input[type=radio][value=ofx]')?.click()
  await flushPromises()
  await submit()
  await fill(/^Proxy/, 'socks5')
  await submit()
  expect(dialog()).toContain('Enter a host such as proxy.example')
  await fill(/Host of the proxy/, 'proxy.example')
  await click(/Look at the certificate/, '.dialog')
  expect(dialog()).toContain('This computer does not trust this certificate')
  expect(dialog()).toContain('AB:CD')
  await click(/It is the same, trust it/, '.dialog')
  await fill(/Login name/, 'ann')
  await fill(/^Password/, 'secret-1')
  await submit()
  const access = { proxy: { mode: 'socks5', host: 'proxy.example', port: 1080, user: '' }, pinned: SEEN.pem }
  expect(bridge.callsOf('banks.certificate')).toEqual([{ url: 'https://ofx.harbor.example/ofx', proxy: access.proxy }])
  expect(bridge.callsOf('connections.import')).toMatchObject([{ access }])
  await tell(bridge, { id: 90 as RefreshId, connectionId: 9 as ConnectionId, kind: 'import', status: 'ERROR', error: { kind: 'proxy_failed', reason: 'unreachable' } })
  expect(dialog()).toContain('The proxy on the way to the bank does not connect')
  expect(field(/Host of the proxy/).value).toBe('proxy.example')
  expect(dialog()).toContain('You trust this certificate')
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

it('says by its name what a bank wants that does not know this computer', async () => {
  const question: Question = { kind: 'approval', questionId: 'q8', purpose: 'computer', methodName: '', medium: null, paragraphs: [], expiresAt: '2099-01-01T00:00:00.000Z' as Instant, confirm: true }
  await open({ 'refreshes.list': () => ok([refresh({ question })]) })
  expect(dialog()).toContain('Allow this computer')
  expect(dialog()).toContain('I have allowed it')
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
