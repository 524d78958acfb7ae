import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ConnectionId, Question, RefreshId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import { err, ok } from '#shared/result.ts'
import { toasts } from '#renderer/ui/toasts.ts'
import { BANK, click, dialog, field, fill, inWindow, open, submit, tell, text, toLogin } from './bank-window.ts'
import { connection, linked, refresh } from './banks.ts'
import { eventually } from './eventually.ts'
import type { Answers } from './fake-bridge.ts'

inWindow()

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
    await eventually(() => { expect(dialog()).toContain(words) })
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
