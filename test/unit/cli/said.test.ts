import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, localDate } from '#shared/dates.ts'
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
    expect(await place.kontor(['contracts', 'remind', one, 'tomorrow'])).toMatchObject({ code: 2, out: '' })
    // An ID in the wrong place is not taken for the contract.
    expect(await place.kontor(['contracts', 'rename', 'Filme', one])).toMatchObject({ code: 2, out: '' })
  })
})
