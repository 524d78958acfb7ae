import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ConnectionId, Question, RefreshId } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import { ok } from '#shared/result.ts'
import { click, dialog, fill, inWindow, open, submit, tell, text } from './bank-window.ts'
import { refresh, tanQuestion } from './banks.ts'
import { eventually } from './eventually.ts'

inWindow()

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

it('says by its name what a bank wants that does not know this computer', async () => {
  const question: Question = { kind: 'approval', questionId: 'q8', purpose: 'computer', methodName: '', medium: null, paragraphs: [], expiresAt: '2099-01-01T00:00:00.000Z' as Instant, confirm: true }
  await open({ 'refreshes.list': () => ok([refresh({ question })]) })
  expect(dialog()).toContain('Allow this computer')
  expect(dialog()).toContain('I have allowed it')
})
