import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { person, readAll, resultOf, TODAY, world, type PersonOptions } from './kit.ts'

const RECENT = addDays(TODAY, -60)

function at(user: string, options: PersonOptions = {}) {
  const surroundings = world()
  return { ...surroundings, somebody: person(surroundings, user, options) }
}
const login = { kind: 'login' } as const

async function statementsOf(somebody: ReturnType<typeof person>, from = RECENT) {
  const { accounts } = await resultOf(somebody, login)
  const account = accounts.find(({ kindCode }) => kindCode === 1) ?? accounts[0]
  if (account === undefined) throw new Error('no account')
  return await somebody.run({ kind: 'statements', account, from })
}

describe('when things go wrong on demand', () => {
  it('a wrong PIN is told with the attempts left, and the third one blocks', async () => {
    const surroundings = world()
    const tries = []
    for (let attempt = 0; attempt < 4; attempt += 1) tries.push(await person(surroundings, 'small', { pin: '99999' }).run(login))
    expect(tries).toMatchObject([
      { error: { kind: 'pin_wrong', attemptsLeft: 2 } }, { error: { kind: 'pin_wrong', attemptsLeft: 1 } }, { error: { kind: 'access_blocked' } }, { error: { kind: 'access_blocked' } },
    ])
    expect(await person(surroundings, 'small').run(login)).toMatchObject({ error: { kind: 'access_blocked' } })
  })

  it('a stranger and a blocked customer stay outside', async () => {
    expect(await at('nobody').somebody.run(login)).toMatchObject({ error: { kind: 'pin_wrong' } })
    expect(await at('small-locked').somebody.run(login)).toMatchObject({ error: { kind: 'access_blocked' } })
    expect(await at('small-unregistered').somebody.run(login)).toMatchObject({ error: { kind: 'bank_rejected', code: '9078' } })
  })

  it('a wrong TAN is an error, never an empty statement', async () => {
    const { somebody } = at('small', { tan: '000000' })
    expect(await statementsOf(somebody, addDays(TODAY, -400))).toMatchObject({ ok: false, error: { kind: 'tan_wrong' } })
  })

  it('who declines or never reacts gets nothing, and is not polled more often than allowed', async () => {
    const declined = at('small-declined', { method: '922' })
    expect(await statementsOf(declined.somebody, addDays(TODAY, -400))).toMatchObject({ ok: false, error: { kind: 'bank_rejected', code: '9210' } })
    const patient = at('small-patient', { method: '922' })
    expect(await statementsOf(patient.somebody, addDays(TODAY, -400))).toMatchObject({ ok: false })
    expect(patient.refusals.filter(({ code }) => code === '9941')).toEqual([])
  })

  it('a bank that calls back is not polled until the person says so', async () => {
    const { somebody, refusals } = at('small-waits-for-push', { method: '922' })
    const outcome = await statementsOf(somebody, addDays(TODAY, -400))
    expect(outcome.ok || refusals.some(({ reason }) => reason.startsWith('polled after'))).toBe(true)
    expect(somebody.challenges[0]?.decoupled?.waitsForPush).toBe(true)
  })

  it.each(['new-system-id', 'ends-dialog', 'busy', 'truncated', 'no-upd', 'no-camt', 'no-mt940', 'no-tan', 'drip'])('%s is survived, and everything arrives once', async (scenario) => {
    const { somebody } = at(`small-${scenario}`)
    const plain = at('small')
    // A TAN is never sent twice, so a busy bank is asked for what needs none.
    const from = addDays(TODAY, scenario === 'busy' ? -89 : -300)
    const [odd, usual] = [await statementsOf(somebody, from), await statementsOf(plain.somebody, from)]
    if (!odd.ok || !usual.ok) throw new Error(scenario)
    const references = ({ value: { result } }: typeof odd) => (result.kind === 'statements' ? readAll(result.statements.booked).flatMap(({ entries }) => entries.map(({ externalId }) => externalId)) : [])
    expect(references(usual).length).toBeGreaterThan(2)
    expect(references(odd)).toEqual(references(usual))
  })

  it('a bank without anonymous access is met with the login', async () => {
    const surroundings = world({ scenario: 'no-anonymous' })
    expect(await person(surroundings, 'small').run(login)).toMatchObject({ ok: true })
    expect(surroundings.refusals.map(({ code }) => code)).toEqual(['9400'])
  })

  it('a bank that forgot everything still knows its own system ids', async () => {
    const before = world()
    const somebody = person(before, 'small')
    await resultOf(somebody, login)
    const after = world()
    const again = person(after, 'small')
    Object.assign(again.client.knowledge, somebody.client.knowledge)
    await resultOf(again, login)
    expect([after.messages, after.refusals]).toEqual([2, []])
  })
})
