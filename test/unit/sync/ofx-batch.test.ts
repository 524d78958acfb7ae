import { describe, expect, it, onTestFinished } from 'vitest'
import { BatchWishSchema, type BatchWish } from '#shared/ofx-batch.ts'
import { Secret } from '#shared/secret.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { must, ofx, openDesk, PIN, rowCount, settled, type Desk } from './kit.ts'

const TRANSFER = BatchWishSchema.parse({ kind: 'transfer', action: 'add', from: '0040125577', to: '0040125585', amount: '7.00', uid: 'mine' })

async function connected(): Promise<Desk & { send(wishes: readonly BatchWish[]): ReturnType<typeof settled> }> {
  const desk = await openDesk()
  onTestFinished(() => desk.end())
  const { refresh } = await settled(desk, await desk.connections.import(ofx('us')))
  return Object.assign(desk, { send: async (wishes: readonly BatchWish[]) => await settled(desk, await desk.connections.batch({ id: refresh.connectionId, pin: new Secret(PIN), wishes })) })
}
/** Loses the answer, or the question, of whatever has a part in it. */
const losing = (desk: Desk, ...parts: readonly string[]) => {
  desk.before = (_count, body) => {
    if (parts.some((part) => new TextDecoder().decode(body).includes(`<${part}>`))) throw new HttpFailure('reset', true)
  }
}

describe('a batch of a person’s own', () => {
  it('leaves nothing in the ledger', async () => {
    const desk = await connected()
    const before = await rowCount(desk)
    const { batch, refresh } = await desk.send([BatchWishSchema.parse({ kind: 'statement', account: '0040125577' }), TRANSFER])
    expect(batch?.items.map(({ status, fate }) => [status?.code, fate])).toEqual([['0', null], ['0', null]])
    expect(refresh).toMatchObject({ status: 'FINISHED', batchId: null })
    expect(await rowCount(desk)).toBe(before)
    expect(must(await desk.connections.refreshes({ limit: 10 }))).toHaveLength(1)
  })

  it('says of a transfer that never arrived that nothing was carried out', async () => {
    const desk = await connected()
    losing(desk, 'INTRATRNRQ')
    const { batch } = await desk.send([BatchWishSchema.parse({ kind: 'accounts' }), TRANSFER])
    expect(batch?.items.map(({ uid, status, fate }) => [uid === 'mine', status, fate])).toEqual([[false, null, null], [true, null, 'absent']])
  })

  it('says that nobody knows where the bank cannot be asked either, and sends nothing twice', async () => {
    const desk = await connected()
    losing(desk, 'INTRATRNRQ', 'INTRASYNCRQ')
    desk.said.length = 0
    const { batch } = await desk.send([TRANSFER])
    expect(batch?.items).toMatchObject([{ status: null, fate: 'unclear' }])
    expect(desk.said.filter((body) => body.includes('<INTRATRNRQ>'))).toHaveLength(1)
  })

  it('is refused whole where it names an account that the login does not have', async () => {
    const desk = await connected()
    desk.said.length = 0
    const { refresh, batch } = await desk.send([{ ...TRANSFER, to: '1' } as BatchWish])
    expect([refresh.error, batch]).toEqual([{ kind: 'not_found', what: 'account' }, undefined])
    expect(desk.said.filter((body) => body.includes('<INTRATRNRQ>'))).toEqual([])
  })
})
