import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { sumDecimals } from '#shared/decimal.ts'
import type { StatementEntry } from '#shared/statement.ts'
import { person, readAll, resultOf, TODAY, world, type WorldOptions } from './kit.ts'
import type { AccountInfo } from '#main/connectors/fints/index.ts'

const RECENT = addDays(TODAY, -60)

async function loggedIn(options: WorldOptions, user: string, method = '942') {
  const surroundings = world(options)
  const somebody = person(surroundings, user, { method })
  somebody.client.keepOpen()
  const login = await resultOf(somebody, { kind: 'login' })
  const account = (kind: number): AccountInfo => {
    const found = login.accounts.find(({ kindCode }) => kindCode === kind)
    if (found === undefined) throw new Error(`no account of kind ${kind}`)
    return found
  }
  return { ...surroundings, somebody, login, current: () => account(1), savings: () => account(10), depot: () => account(30), card: () => account(50) }
}

const bare = (entry: StatementEntry): object => ({ ...entry, line: 0, code: '', purposeCode: '', customerReference: '' })

describe('Kontor’s own connector at the demo bank', () => {
  it('learns the bank, its methods and every account without a refusal', async () => {
    const { login, refusals } = await loggedIn({ persona: 'de' }, 'de')
    expect(login.bankName).toBe('Kontor Demo-Bank')
    expect(login.methods.map(({ name }) => name)).toEqual(['mobileTAN', 'chipTAN optisch', 'photoTAN', 'QR-TAN', 'pushTAN'])
    expect(login.accounts.map(({ kindCode, iban }) => [kindCode, iban?.slice(0, 2)])).toEqual([[1, 'DE'], [10, 'DE'], [50, undefined], [30, undefined]])
    expect(refusals).toEqual([])
  })

  it('asks balance and statements of two accounts in one dialog with nine messages or fewer', async () => {
    const { somebody, current, savings, environment, refusals } = await loggedIn({ persona: 'de' }, 'de')
    await somebody.client.close()
    let messages = 0
    const { post } = environment
    const counted = person({ ...world(), environment: { ...environment, post: async (...message) => { messages += 1; return await post(...message) } } }, 'de')
    Object.assign(counted.client.knowledge, somebody.client.knowledge)
    counted.client.keepOpen()
    for (const account of [current(), savings()]) {
      await resultOf(counted, { kind: 'balance', account })
      await resultOf(counted, { kind: 'statements', account, from: RECENT })
    }
    await counted.client.close()
    expect([messages, counted.challenges, refusals]).toEqual([6, [], []])
  })

  it('gets the same entries as MT940 and as camt, and balances that agree with HKSAL', async () => {
    const { somebody, current, refusals } = await loggedIn({ persona: 'de' }, 'de')
    const account = current()
    const { balance } = await resultOf(somebody, { kind: 'balance', account })
    const { statements: mt940 } = await resultOf(somebody, { kind: 'statements', account, format: 'mt940' })
    const { statements: camt } = await resultOf(somebody, { kind: 'statements', account, format: 'camt' })
    const [a, b] = [readAll(mt940.booked), readAll(camt.booked)]
    expect(a.flatMap(({ entries }) => entries.map(bare))).toEqual(b.flatMap(({ entries }) => entries.map(bare)))
    const closing = (statements: typeof a) => statements.at(-1)?.balances.findLast(({ kind }) => kind === 'booked')?.amount
    expect([closing(a), closing(b)].map(Number)).toEqual([Number(balance?.booked), Number(balance?.booked)])
    const pending = readAll(camt.pending).flatMap((statement) => statement.pending)
    expect(pending.length).toBeGreaterThan(0)
    expect(pending.map(bare)).toEqual(readAll(mt940.pending).flatMap((statement) => statement.pending.map(bare)))
    expect(Number(sumDecimals([...pending.map(({ amount }) => amount), balance?.booked ?? sumDecimals([])]))).toBe(Number(balance?.pending))
    expect(refusals).toEqual([])
  })

  it('needs a TAN for entries older than 90 days, and for no others', async () => {
    const { somebody, current } = await loggedIn({ persona: 'de' }, 'de')
    await resultOf(somebody, { kind: 'statements', account: current(), from: addDays(TODAY, -90) })
    expect(somebody.challenges).toHaveLength(0)
    await resultOf(somebody, { kind: 'statements', account: current(), from: addDays(TODAY, -91) })
    expect(somebody.challenges).toMatchObject([{ order: 'HKKAZ', purpose: 'order' }].map((challenge) => ({ ...challenge, order: 'HKCAZ' })))
  })

  it('fetches every page, also after a TAN, and loses nothing at the seams', async () => {
    for (const format of ['mt940', 'camt'] as const) {
      const whole = await loggedIn({ persona: 'small', pageSize: 1_000 }, 'small')
      const paged = await loggedIn({ persona: 'small', pageSize: 3 }, 'small')
      const [one, many] = [await resultOf(whole.somebody, { kind: 'statements', account: whole.current(), format }), await resultOf(paged.somebody, { kind: 'statements', account: paged.current(), format })]
      const entries = (documents: readonly Uint8Array[]) => readAll(documents).flatMap((statement) => statement.entries.map(bare))
      expect([one.statements.pages, many.statements.pages]).toEqual([1, Math.ceil(entries(one.statements.booked).length / 3)])
      expect(entries(many.statements.booked)).toEqual(entries(one.statements.booked))
      expect([...whole.refusals, ...paged.refusals]).toEqual([])
    }
  })

  it('reads depot, card, standing orders, terms and documents', async () => {
    const { somebody, current, depot, card, refusals } = await loggedIn({ persona: 'de' }, 'de')
    const { holdings } = await resultOf(somebody, { kind: 'holdings', account: depot() })
    const [statement] = readAll([holdings.mt535])
    expect(statement?.positions.map(({ securityId }) => securityId)).toEqual(['IE00KNTR0017', 'DE000KNTR025', 'DE000KNTR033'])
    const bought = await resultOf(somebody, { kind: 'card-entries', account: card(), from: RECENT })
    expect(bought.card.entries.length).toBeGreaterThan(10)
    const { orders } = await resultOf(somebody, { kind: 'standing-orders', account: current() })
    expect(orders.map(({ unit, executionDay }) => [unit, executionDay])).toEqual([['month', 1], ['month', 10], ['month', 7]])
    const { terms } = await resultOf(somebody, { kind: 'terms', account: current() })
    expect(terms).toMatchObject({ owner: 'Mara Lindner, Jonas Lindner', creditLine: '2000' })
    const { documents } = await resultOf(somebody, { kind: 'documents', account: current() })
    expect(documents.map(({ number, year, content }) => [number, year, Buffer.from(content).toString('latin1', 0, 8)])).toEqual([[1, 2026, '%PDF-1.4'], [2, 2026, '%PDF-1.4']])
    expect(refusals).toEqual([])
  })
})

describe('every kind of TAN', () => {
  it.each([
    ['sms', '942', 'text'], ['chip', '962', 'flicker'], ['photo', '972', 'image'], ['qr', '982', 'qr'], ['push', '922', 'decoupled'],
  ] as const)('%s approves an order', async (scenario, method, kind) => {
    const { somebody, current, refusals } = await loggedIn({ persona: 'small' }, `small-${scenario}`, method)
    const { statements } = await resultOf(somebody, { kind: 'statements', account: current() })
    expect(readAll(statements.booked).flatMap(({ entries }) => entries).length).toBeGreaterThan(10)
    expect(somebody.challenges.map((challenge) => challenge.kind)).toEqual([kind])
    expect(refusals).toEqual([])
  })

  it('shows a picture that is a PNG, and a flicker code that a reader understands', async () => {
    const photo = await loggedIn({}, 'small-photo', '972')
    await resultOf(photo.somebody, { kind: 'statements', account: photo.current() })
    const image = photo.somebody.challenges[0]?.image
    expect([image?.mime, Buffer.from(image?.base64 ?? '', 'base64').subarray(1, 4).toString()]).toEqual(['image/png', 'PNG'])
    const chip = await loggedIn({}, 'small-chip', '962')
    await resultOf(chip.somebody, { kind: 'statements', account: chip.current() })
    expect(chip.somebody.challenges[0]?.flicker).toMatch(/^[0-9A-F]+$/)
  })

  it('asks for the medium where the bank demands one, and takes the only one by itself', async () => {
    const { login } = await loggedIn({}, 'small-sms')
    expect(login.medium).toBe('Handy privat')
  })

  it('may be wanted at the login, and then for nothing else', async () => {
    const { somebody, current } = await loggedIn({}, 'small-tan-at-login')
    await resultOf(somebody, { kind: 'statements', account: current() })
    expect(somebody.challenges.map(({ purpose }) => purpose)).toEqual(['login'])
  })
})
