import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bank, Refresh, RefreshId } from '#shared/connections.ts'
import type { Inquiry } from '#shared/inquiries.ts'
import { folderWithLedger, folderWithPlainLedger, openHouse, PASSPHRASE, type House } from './house.ts'

const PIN = 'Pin-77ab31'
let house: House

beforeEach(async () => {
  const { folder } = await folderWithLedger()
  house = await openHouse(folder)
  await house.ask('lock.open', { secret: PASSPHRASE })
})
afterEach(() => house.end())

async function demoBank(): Promise<Bank> {
  const [found] = await house.ask('banks.search', { query: 'demo' })
  const { name, bankCode, bic, country, protocol, url } = found!
  return { name, bankCode, bic, country, protocol, url }
}

async function until(id: RefreshId, done: (refresh: Refresh) => boolean): Promise<Refresh> {
  for (;;) {
    const found = (await house.ask('refreshes.list', { limit: 100 })).find((refresh) => refresh.id === id)
    if (found !== undefined && done(found)) return found
    await new Promise((resolve) => { setImmediate(resolve) })
  }
}
const isOver = ({ status }: Refresh): boolean => status !== 'PROCESSING'
const heard = (): Refresh[] => house.told.filter(({ event }) => event === 'refresh.changed').flatMap(({ payload }) => payload as Refresh[])

describe('the window', () => {
  it('tells banks the product id of the settings from the next refresh on', async () => {
    await house.ask('preferences.set', { fintsProductId: '0' })
    const refused = await house.ask('connections.import', { bank: await demoBank(), userId: 'small', storePin: false })
    expect(await until(refused.refreshId, isOver)).toMatchObject({ status: 'USER_ACTION_REQUIRED', error: { kind: 'bank_rejected', code: '9078' } })
    await house.ask('preferences.set', { fintsProductId: '' })
    const { refreshId } = await house.ask('connections.import', { bank: await demoBank(), userId: 'small', storePin: false })
    expect(await until(refreshId, isOver)).toMatchObject({ status: 'FINISHED' })
    expect((await house.reply('preferences.set', { fintsProductId: 'two words' })).ok).toBe(false)
  })

  it('looks things up at the bank and saves a statement where the person wants it, and nowhere else', async () => {
    const { connectionId, refreshId } = await house.ask('connections.import', { bank: await demoBank(), userId: 'small', storePin: false })
    await until(refreshId, isOver)
    await house.services.connections.idle()
    const look = async (inquiry: Inquiry) => {
      const { refreshId: id } = await house.ask('inquiries.start', { id: connectionId, inquiry })
      return { id, findings: await house.ask('inquiries.findings', { id }) }
    }
    expect((await look({ kind: 'terms' })).findings[0]?.terms).not.toBeNull()
    expect((await look({ kind: 'standing-orders' })).findings[0]?.error).toBeNull()
    const { id, findings } = await look({ kind: 'documents', year: null })
    const [document] = findings[0]?.documents ?? []
    expect(document?.bytes).toBeGreaterThan(0)
    const target = join(house.paths.folder, 'statement.pdf')
    const saved = { id, account: 0, document: 0 }
    expect(await house.ask('inquiries.saveDocument', saved)).toEqual({ fileName: null })
    house.answers.target = target
    expect(await house.ask('inquiries.saveDocument', saved)).toEqual({ fileName: 'statement.pdf' })
    expect(readFileSync(target).byteLength).toBe(document?.bytes)
    expect(await house.reply('inquiries.saveDocument', { ...saved, document: 99 })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
    expect(await house.reply('inquiries.findings', { id: refreshId })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })

  it('imports, refreshes, edits and deletes a connection; every answer is what the contract says', async () => {
    const { connectionId, refreshId } = await house.ask('connections.import', { bank: await demoBank(), userId: 'small', pin: PIN, storePin: true })
    expect(await until(refreshId, isOver)).toMatchObject({ status: 'FINISHED' })
    expect(heard().at(-1)).toMatchObject({ id: refreshId, status: 'FINISHED' })
    await house.services.connections.idle()

    expect(await house.ask('connections.get', { ids: [connectionId] })).toMatchObject([{ pinStored: true, categorizationStatus: 'READY' }])
    const again = await house.ask('connections.update', { id: connectionId })
    expect(await until(again.refreshId, isOver)).toMatchObject({ status: 'FINISHED' })
    await house.services.connections.idle()
    expect(await house.ask('connections.updateAll', undefined)).toMatchObject([{ connectionId, skipped: null }])
    await house.services.connections.idle()
    expect(await house.ask('connections.edit', { id: connectionId, name: 'Haushalt', pin: '' })).toMatchObject({ name: 'Haushalt', pinStored: false })
    expect(await house.ask('connections.deletePreview', { id: connectionId, rows: 'delete' })).toMatchObject({ accounts: 2 })
    await house.ask('connections.delete', { id: connectionId, rows: 'delete' })
    expect(await house.ask('connections.list', undefined)).toEqual([])
    expect(await house.reply('connections.delete', { id: connectionId, rows: 'delete' })).toMatchObject({ ok: false, error: { kind: 'not_found' } })
  })

  it('never hears a PIN again, nor does the log, nor does the file hold it', async () => {
    const { refreshId } = await house.ask('connections.import', { bank: await demoBank(), userId: 'small', pin: PIN, storePin: true })
    await until(refreshId, isOver)
    expect(JSON.stringify(house.told)).not.toContain(PIN)
    expect(house.log.join('')).not.toContain(PIN)
    expect(readFileSync(house.paths.ledger, 'latin1')).not.toContain(PIN)
  })

  it('answers the question of a refresh, and can call it off', async () => {
    const asking = { bank: await demoBank(), userId: 'small', name: 'MSA' }
    const first = await house.ask('connections.import', asking)
    const { question } = await until(first.refreshId, ({ question: asked }) => asked !== null)
    expect(await house.reply('refreshes.answer', { id: first.refreshId, questionId: 'no', answer: { kind: 'tan', tan: '1' } })).toMatchObject({ error: { kind: 'not_found', what: 'question' } })
    await house.ask('refreshes.answer', { id: first.refreshId, questionId: question!.questionId, answer: { kind: 'tan', tan: '123456' } })
    expect(await until(first.refreshId, isOver)).toMatchObject({ status: 'FINISHED' })
    await house.services.connections.idle()
    const second = await house.ask('connections.update', { id: first.connectionId })
    await house.ask('refreshes.cancel', { id: second.refreshId })
    expect(await until(second.refreshId, isOver)).toMatchObject({ error: { kind: 'cancelled' } })
  })

  it('finds a refresh called off when it was locked meanwhile, and hears no name from it', async () => {
    const { refreshId } = await house.ask('connections.import', { bank: await demoBank(), userId: 'small', name: 'MSA' })
    await until(refreshId, ({ question }) => question !== null)
    const before = heard().length
    await house.ask('lock.now', undefined)
    expect(heard()).toHaveLength(before)
    expect(await house.reply('connections.list', undefined)).toMatchObject({ error: { kind: 'locked' } })
    await house.ask('lock.open', { secret: PASSPHRASE })
    expect(await until(refreshId, isOver)).toMatchObject({ error: { kind: 'cancelled' } })
    expect(await house.ask('connections.list', undefined)).toEqual([])
  })
})

it('stores no PIN beside a plain ledger', async () => {
  await house.end()
  house = await openHouse(await folderWithPlainLedger())
  expect(await house.reply('connections.import', { bank: await demoBank(), userId: 'small', pin: PIN, storePin: true })).toMatchObject({ ok: false, error: { kind: 'no_secret_store' } })
})
