import { describe, expect, it, onTestFinished } from 'vitest'
import type { Question } from '#shared/connections.ts'
import { demo, fints, must, ofx, openDesk, settled, theConnection, updating, usual, type Desk } from './kit.ts'

const BRIEF = { maxDays: 14 } as const

async function family(): Promise<Desk> {
  const desk = await openDesk({ persona: 'de' })
  onTestFinished(() => desk.end())
  return desk
}
const depot = async ({ ledger }: Desk) => must(await ledger.call('accounts.list', undefined)).find(({ type }) => type === 'investment')

describe('A1 skip positions', () => {
  it('leaves out what a securities account holds, as long as nobody wants it', async () => {
    const desk = await family()
    const { refresh } = await settled(desk, await desk.connections.import(fints('de', { ...BRIEF, skipPositions: true })))
    await desk.connections.idle()
    expect(refresh.status).toBe('FINISHED')
    expect(await depot(desk)).toMatchObject({ status: 'UPDATED', holdings: null })
    expect(await theConnection(desk)).toMatchObject({ positions: 'skipped' })
    await settled(desk, await desk.connections.update(updating(refresh.connectionId)))
    await desk.connections.idle()
    expect([await depot(desk), await theConnection(desk)]).toMatchObject([{ holdings: null }, { positions: 'skipped' }])
  })

  it('brings it once it is wanted, and then for good: neither a change nor a refresh leaves it out again', async () => {
    const desk = await family()
    const { refresh: { connectionId: id } } = await settled(desk, await desk.connections.import(fints('de', { ...BRIEF, skipPositions: true })))
    await desk.connections.idle()
    expect(must(await desk.connections.edit({ id, skipPositions: false }))).toMatchObject({ positions: 'wanted' })
    expect(must(await desk.connections.edit({ id, skipPositions: true }))).toMatchObject({ positions: 'skipped' })
    await settled(desk, await desk.connections.update(updating(id, { skipPositions: false })))
    await desk.connections.idle()
    expect((await depot(desk))?.holdings?.value.minor).toBeGreaterThan(0)
    expect(await theConnection(desk)).toMatchObject({ positions: 'fetched' })
    const refusal = { ok: false, error: { kind: 'exists', what: 'positions' } }
    const { messages } = desk
    expect(await desk.connections.edit({ id, skipPositions: true, name: 'Anders' })).toMatchObject(refusal)
    expect(await desk.connections.update(updating(id, { skipPositions: true }))).toMatchObject(refusal)
    expect([(await theConnection(desk)).name, desk.messages]).toEqual(['Testbank', messages])
  })

  it('is asked along with the accounts, only where there is something to leave out', async () => {
    const desk = await family()
    const asked: Question[] = []
    const choose = (question: Question) => {
      asked.push(question)
      return question.kind === 'accounts' ? { kind: 'accounts' as const, keys: question.accounts.map(({ key }) => key), days: 14, skipPositions: true } : usual(question)
    }
    await settled(desk, await desk.connections.import(fints('de', { chooseAccounts: true })), choose)
    await desk.connections.idle()
    expect(asked).toMatchObject([{ kind: 'accounts', skipsPositions: false }])
    expect([await depot(desk), await theConnection(desk)]).toMatchObject([{ holdings: null }, { positions: 'skipped' }])
    for (const request of [demo('de', { chooseAccounts: true }), ofx('us', { chooseAccounts: true })]) await settled(desk, await desk.connections.import(request), choose)
    expect(asked.slice(1).map((question) => question.kind === 'accounts' && question.skipsPositions)).toEqual([undefined, false])
    expect((await desk.connections.list()).ok && must(await desk.connections.list()).map(({ positions }) => positions)).toEqual(['skipped', 'fetched', 'skipped'])
  })
})

it('A1 a first download goes back 14 to 3650 days, or all the way; the bank is not asked for another answer', async () => {
  const desk = await family()
  const fits: boolean[] = []
  const choose = (days: number) => (question: Question) => {
    if (question.kind !== 'accounts') return usual(question)
    const id = desk.told.at(-1)!.id
    fits.push(...[1, 13, 3651, -1].map((bad) => desk.connections.answer(id, question.questionId, { kind: 'accounts', keys: question.accounts.map(({ key }) => key), days: bad }).ok))
    return { kind: 'accounts' as const, keys: question.accounts.map(({ key }) => key), days }
  }
  const { refresh } = await settled(desk, await desk.connections.import(fints('de', { chooseAccounts: true })), choose(14))
  expect([fits, refresh.status]).toEqual([[false, false, false, false], 'FINISHED'])
})
