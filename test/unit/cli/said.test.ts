import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, addMonths, localDate } from '#shared/dates.ts'
import { categoryIdOf, codeText, decimalText, ofxDayText } from '#main/cli/say.ts'
import { systemClock } from '#main/platform/clock.ts'
import { workplace } from './harness.ts'

interface Contract { readonly id: string; readonly counterparty: string; readonly choice: string; readonly merged: readonly string[] }

/** A year of an account with two contracts and a standing order to one's savings. */
const months = Array.from({ length: 12 }, (_, back) => addMonths(localDate(`${systemClock.today().slice(0, 7)}-01`), back - 12).slice(0, 7))
const LEDGER = JSON.stringify({
  format: 'kontor', version: 1,
  accounts: [{ id: 1, name: 'Giro', type: 'checking', currency: 'EUR', iban: 'DE89370400440532013000' }, { id: 2, name: 'Tagesgeld', type: 'savings', currency: 'EUR', iban: 'DE02120300000000202051' }],
  transactions: months.flatMap((month) => [
    { account: 1, bookedOn: `${month}-03`, amount: '-12.99', payee: 'Netflix', purpose: 'Abo' }, { account: 1, bookedOn: `${month}-05`, amount: '-29.90', payee: 'Turnverein Eiche', purpose: 'Beitrag' },
    { account: 1, bookedOn: `${month}-12`, amount: '-200.00', payee: 'Sparen', counterpartyIban: 'DE02120300000000202051' }, { account: 2, bookedOn: `${month}-12`, amount: '200.00', payee: 'Sparen', counterpartyIban: 'DE89370400440532013000' },
  ]),
})

describe('what is said on the command line', () => {
  const place = workplace()
  beforeAll(async () => {
    const file = join(place.folder, 'ledger.json')
    writeFileSync(file, LEDGER)
    await place.kontor(['--plain', 'import', file])
  })
  afterAll(() => { place.remove() })

  it('of transfers: they are listed by state, rejected for ever, and found again once nothing is said of them', async () => {
    const list = async (...args: string[]) => (await place.kontor(['--json', 'transfers', ...args])).json() as { counts: object; transfers: { out: { id: number }; in: { id: number }; state: string; by: string }[] }
    const { counts, transfers: [newest] } = await list()
    expect(counts).toEqual({ proposed: 0, confirmed: 12, rejected: 0 })
    const pair = `${newest?.out.id}:${newest?.in.id}`
    expect(await list('reject', pair)).toMatchObject({ counts: { confirmed: 11, rejected: 1 }, transfers: [{ state: 'rejected', by: 'user' }] })
    expect((await place.kontor(['transfers', '--state', 'rejected'])).out).toContain(pair)
    expect((await list('restore', pair)).counts).toEqual({ proposed: 0, confirmed: 12, rejected: 0 })
    for (const wrong of ['12', '1:2:3', '0x1:2', '1:']) expect(await place.kontor(['transfers', 'reject', wrong]), wrong).toMatchObject({ code: 2, out: '' })
    expect(await place.kontor(['transfers', 'confirm', '1:2'])).toMatchObject({ code: 1, out: '' })
  })

  it('of contracts: they are confirmed, named, put into one another and taken apart again', async () => {
    const say = async (...args: string[]) => ((await place.kontor(['--json', 'contracts', ...args])).json() as { contracts: Contract[] }).contracts
    const [one, two] = (await say()).map(({ id }) => id)
    if (one === undefined || two === undefined) throw new Error('there are two contracts')
    expect((await say('confirm', one)).find(({ id }) => id === one)?.choice).toBe('confirmed')
    expect((await say('rename', one, 'Filme')).find(({ id }) => id === one)?.counterparty).toBe('Filme')
    expect((await say('merge', two, one)).map(({ id, merged }) => [id, merged])).toEqual([[one, [two]]])
    expect((await say('unmerge', one)).map(({ merged }) => merged)).toEqual([[], []])
    expect(await say('remind', one, '2099-01-31', '--days', '14')).toContainEqual(expect.objectContaining({ id: one, cancelBy: '2099-01-31', remindDays: 14 }))
    expect((await say('dismiss', two)).find(({ id }) => id === two)?.choice).toBe('dismissed')
    expect((await place.kontor(['report', 'contracts', '--json'])).json()).toMatchObject({ contracts: [{ id: one }] })
    const reported = async () => ((await place.kontor(['report', 'contracts', '--json'])).json() as { contracts: { id: string; counterparty: string; transactions: number[] }[] }).contracts[0]
    const [first = 0, ...others] = (await reported())?.transactions ?? []
    await say('take', String(first))
    const without = await reported()
    expect(without).toMatchObject({ counterparty: 'Filme', transactions: others })
    await say('put', without?.id ?? '', String(first))
    expect(await reported()).toMatchObject({ counterparty: 'Filme', transactions: [first, ...others] })
    expect(await place.kontor(['contracts', 'remind', one, 'tomorrow'])).toMatchObject({ code: 2, out: '' })
    // An ID in the wrong place is not taken for the contract.
    expect(await place.kontor(['contracts', 'rename', 'Filme', one])).toMatchObject({ code: 2, out: '' })
  })
})

describe('a list on the command line', () => {
  const place = workplace()
  afterAll(() => { place.remove() })

  it('of transfers ends where they end, however many there are', async () => {
    const file = join(place.folder, 'many.json')
    const [giro, savings] = ['DE89370400440532013000', 'DE02120300000000202051']
    const count = 507
    const day = (index: number): string => addDays(localDate('2024-01-01'), index)
    writeFileSync(file, JSON.stringify({
      format: 'kontor', version: 1,
      accounts: [{ id: 1, name: 'Giro', type: 'checking', currency: 'EUR', iban: giro }, { id: 2, name: 'Tagesgeld', type: 'savings', currency: 'EUR', iban: savings }],
      transactions: Array.from({ length: count }, (_, index) => [
        { account: 1, bookedOn: day(index), amount: `-${1000 + index}.00`, payee: 'Sparen', counterpartyIban: savings }, { account: 2, bookedOn: day(index), amount: `${1000 + index}.00`, payee: 'Sparen', counterpartyIban: giro },
      ]).flat(),
    }))
    await place.kontor(['--plain', 'import', file])
    const listed = (await place.kontor(['--json', 'transfers'])).json() as { counts: { confirmed: number }; transfers: readonly { out: { id: number } }[] }
    expect(listed.counts.confirmed).toBe(count)
    expect(new Set(listed.transfers.map(({ out }) => out.id)).size).toBe(count)
    const { out } = await place.kontor(['transfers'], { env: { LANG: 'de_DE.UTF-8' } })
    expect(out.split('\n')).toHaveLength(count + 2)
    expect(out.split('\n')[1]).toMatch(/^\d+:\d+ +2025-05-21 +Giro +Tagesgeld +1\.506,00.€ +Sparen +bestätigt \(gefunden\)$/)
  })

  it('says words and not codes, in the person’s language', async () => {
    const german = { env: { LANG: 'de_DE.UTF-8' } }
    expect(await place.kontor(['transaction', 'add', '--account', '1', '--amount=-1234.5', '--payee', 'Hausverwaltung', '--category', 'miete', '--date', '2026-01-05'])).toMatchObject({ code: 0 })
    const seen = await Promise.all([['accounts'], ['transactions', '--limit', '3'], ['batches']].map(async (args) => (await place.kontor(args, german)).out))
    expect(seen[0]).toContain('Sparkonto')
    expect(seen.join('\n')).not.toMatch(/checking|savings|transfers\.internal|\d{4}-\d\d-\d\dT/)
    expect(seen[1]).toMatch(/Umbuchung & Kartenabrechnung.*\n.*|Miete/)
    expect((await place.kontor(['transactions', '--category', 'umbuchung & kartenabrechnung', '--limit', '2', '--json'])).json()).toMatchObject({ transactions: [{ category: 'transfers.internal' }, {}] })
    expect((await place.kontor(['budget', 'set', 'Essen & Trinken', '400'], german)).out).toMatch(/^Essen & Trinken .*400,00/m)
  })
})

it('where nothing is left, says what is missing and not a sum a day', async () => {
  const place = workplace()
  await place.kontor(['--plain', 'account', 'add', 'Kasse', '--balance', '10'])
  await place.kontor(['transaction', 'add', '--account', '1', '--amount=-50', '--payee', 'Flohmarkt'])
  const { out } = await place.kontor(['report', 'available'], { env: { LANG: 'de_DE.UTF-8' } })
  expect(out).toMatch(/^Bis \d{4}-\d\d-\d\d fehlen 50,00.\$: /m)
  expect(out).toMatch(/^Pro Tag +—$/m)
  // Of one day nobody can say what is usual.
  expect(out).toMatch(/^Bisher ausgegeben +50,00.\$$/m)
  expect(out).not.toMatch(/Tempo|sonst/)
  expect((await place.kontor(['report', 'available', '--json'])).json()).toMatchObject({ available: '-50.00' })
  place.remove()
})

describe('what programs read as a code', () => {
  it('people read as a word, a day as a day, a number as their language writes it', () => {
    expect(['posted', 'FINISHED', 'unheard-of'].map((code) => codeText(code, 'de'))).toEqual(['ausgeführt', 'fertig', 'unheard-of'])
    expect(['20261121', '20261121120000[-5:EST]', ''].map(ofxDayText)).toEqual(['2026-11-21', '2026-11-21', ''])
    expect([decimalText('-1234567.10', 'de'), decimalText('262.101', 'de'), decimalText('9007199254740993.123456789', 'en')]).toEqual(['−1.234.567,10', '262,101', '9,007,199,254,740,993.123456789'])
    expect([categoryIdOf('Essen & Trinken'), categoryIdOf('food.groceries'), categoryIdOf('Unsinn')]).toEqual(['food', 'food.groceries', 'Unsinn'])
  })
})
