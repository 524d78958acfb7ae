import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { AccountId } from '#shared/model.ts'
import { ok } from '#shared/result.ts'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useByHandStore } from '#renderer/stores/by-hand.ts'
import AccountHead from '#renderer/features/accounts/AccountHead.vue'
import ByHandOverlay from '#renderer/features/by-hand/ByHandOverlay.vue'
import { fakeBridge } from './fake-bridge.ts'
import { mounted } from './mounted.ts'
import { account, transaction } from './rows.ts'

const field = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label)
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement
}
async function type(label: string, text: string): Promise<void> {
  field(label).value = text
  field(label).dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}
async function submit(): Promise<void> {
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
}

it('writes a row with a sum for its amount, money out unless told otherwise', async () => {
  const written: unknown[] = []
  fakeBridge({
    'accounts.list': () => ok([account({ id: 4 as AccountId })]),
    'transactions.create': (input) => { written.push(input); return ok(transaction({})) },
  })
  await mounted(ByHandOverlay)
  await useAccountsStore().load()
  useByHandStore().openRow()
  await flushPromises()
  await type('Amount', '16.99*1.19')
  expect(document.body.textContent).toContain('= €20.22')
  await type('Payee', 'Market')
  await submit()
  expect(written).toMatchObject([{ accountId: 4, amountMinor: -2022, payee: 'Market', categoryId: null }])
  expect(useByHandStore().sheet).toBeUndefined()
})

it('keeps what was typed while an amount cannot be read', async () => {
  fakeBridge({ 'accounts.list': () => ok([account({ id: 4 as AccountId })]) })
  await mounted(ByHandOverlay)
  await useAccountsStore().load()
  useByHandStore().openRow()
  await flushPromises()
  await type('Amount', 'plenty')
  await submit()
  expect(document.body.textContent).toContain('This amount cannot be read.')
  expect(field('Amount').value).toBe('plenty')
})

it('begins with an account where there is none yet', async () => {
  fakeBridge({ 'accounts.list': () => ok([]) })
  await mounted(ByHandOverlay)
  useByHandStore().openRow()
  await flushPromises()
  expect(document.body.textContent).toContain('New account by hand')
})

it('claims no bank’s agreement for an account that no bank knows', async () => {
  fakeBridge()
  const purse = account({ iban: null, number: null, bankCode: null })
  const shown = async (known: typeof purse) => (await mounted(AccountHead, { props: { account: known } })).text()
  expect(await shown(purse)).toContain('To begin with, on 03/14/2026')
  expect(await shown(purse)).not.toMatch(/bank/i)
  expect(await shown(account())).toContain('Checked against the bank')
})
