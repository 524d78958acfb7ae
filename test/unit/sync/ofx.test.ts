import { describe, expect, it, onTestFinished } from 'vitest'
import type { Question } from '#shared/connections.ts'
import { OFX_DEMO } from '#shared/demo-bank.ts'
import { Secret } from '#shared/secret.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { fileText, later, must, NEW_PASSWORD, ofx, openDesk, PIN, rowCount, settled, theConnection, updating, usual, type Desk } from './kit.ts'

const DAY_MS = 86_400_000

async function desk(): Promise<Desk> {
  const opened = await openDesk()
  onTestFinished(() => opened.end())
  return opened
}

/** Every statement of a bank account that was asked for, several in a batch. */
const statementRequests = ({ said }: Desk): string[] => said.flatMap((body) => body.split('<STMTTRNRQ>').slice(1).map((item) => item.split('</STMTTRNRQ>')[0] ?? ''))
const starts = (bodies: readonly string[]): (string | undefined)[] => bodies.map((body) => /<DTSTART>([^<\r\n]*)/.exec(body)?.[1])
const kinds: (asked: Question['kind'][]) => (question: Question) => ReturnType<typeof usual> = (asked) => (question) => {
  asked.push(question.kind)
  return usual(question)
}

describe('an OFX connection', () => {
  it('discovers every account, fetches all of each and proves the balances', async () => {
    const world = await desk()
    const { refresh, receipts } = await settled(world, await world.connections.import(ofx('us')))
    expect(refresh).toMatchObject({ status: 'FINISHED', error: null })
    const { accounts, bank } = await theConnection(world)
    expect(bank).toMatchObject({ protocol: 'ofx', org: 'Harbor Federal', fid: '90210' })
    expect(accounts.map(({ name, type, status }) => [name, type, status])).toEqual([
      ['Harbor Checking', 'checking', 'UPDATED'], ['Rainy Day Savings', 'savings', 'UPDATED'], ['Harbor Card', 'credit', 'UPDATED'],
      ['Harbor Invest', 'investment', 'UPDATED'], ['Cabin Loan', 'loan', 'UPDATED'],
    ])
    const proofs = receipts.flatMap(({ accounts: proved }) => proved.map(({ proof }) => proof?.difference.minor))
    expect(proofs.slice(0, 3)).toEqual([0, 0, 0])
    expect(await rowCount(world)).toBeGreaterThan(100)
    expect(starts(statementRequests(world))).toEqual([undefined, undefined])
  })

  it('asks for all statements in one batch, and by itself for what the batch left open', async () => {
    const world = await desk()
    world.answering = (reply) => (reply.includes('<STMTTRNRS>') ? reply.replace(/<CREDITCARDMSGSRSV1>.*?<\/CREDITCARDMSGSRSV1>/s, '') : reply)
    const { refresh } = await settled(world, await world.connections.import(ofx('us')))
    expect(refresh.error).toBeNull()
    expect(refresh.accounts.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'UPDATED'))
    const asking = world.said.filter((body) => /STMTTRNRQ>/.test(body))
    expect(asking.map((body) => body.match(/<TRNUID>/g)?.length)).toEqual([5, 1])
    expect(asking[1]).toContain('<CCSTMTTRNRQ>')
  })

  it.each([
    ['at the list of accounts', /<ACCTINFOTRNRS>/], ['at the statements', /STMTTRNRS>/],
  ])('takes no answer under another number than the question’s for its own (%s), and says so', async (_, where) => {
    const world = await desk()
    world.answering = (reply) => (where.test(reply) ? reply.replace(/<TRNUID>[^<]+/g, '<TRNUID>0') : reply)
    const { refresh } = await settled(world, await world.connections.import(ofx('us')))
    expect([refresh.error, ...refresh.accounts.map(({ error }) => error)].find((error) => error !== null)).toEqual({ kind: 'answer_unreadable', reason: 'misnumbered' })
    expect(await rowCount(world)).toBe(0)
  })

  it.each([
    ['us-old', 'UPDATED UPDATED UPDATED UPDATED'],
    ['us-new', 'UPDATED UPDATED UPDATED UPDATED UPDATED'],
    ['us-missing-item', 'UPDATED UPDATED UPDATED UPDATED UPDATED'],
    ['us-unknown-item', 'UPDATED UPDATED UPDATED UPDATED UPDATED'],
    ['us-item-error', 'DOWNLOAD_FAILED UPDATED UPDATED UPDATED UPDATED'],
  ])('connects %s, and tells of each account what became of it', async (user, statuses) => {
    const world = await desk()
    const { refresh } = await settled(world, await world.connections.import(ofx(user)))
    expect(refresh).toMatchObject({ status: 'FINISHED', error: null })
    expect(refresh.accounts.map(({ status }) => status).join(' ')).toBe(statuses)
  })

  it('speaks as plainly as the bank reads its customers, from then on', async () => {
    const world = await desk()
    const { refresh } = await settled(world, await world.connections.import(ofx('us-old')))
    expect(refresh.error).toBeNull()
    const before = world.said.length
    expect((await settled(world, await world.connections.update(updating(refresh.connectionId)))).refresh.error).toBeNull()
    expect(world.said.slice(before).every((body) => body.startsWith('OFXHEADER:100'))).toBe(true)
  })

  it('lets the person choose among the accounts, and how far back', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us', { chooseAccounts: true })), (question) =>
      (question.kind === 'accounts' ? { kind: 'accounts', keys: question.accounts.slice(0, 1).map(({ key }) => key), days: 30 } : usual(question)))
    expect((await theConnection(world)).accountIds).toHaveLength(1)
    expect(starts(statementRequests(world))).toEqual(['20260301'])
  })

  it('goes on ten days before the bank’s last answer ended, and brings nothing twice', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us')))
    const [before, { id }] = [await rowCount(world), await theConnection(world)]
    later(world, 9)
    world.pass(9 * DAY_MS)
    world.said.length = 0
    const { refresh } = await settled(world, await world.connections.update(updating(id)))
    expect(refresh.status).toBe('FINISHED')
    expect(starts(statementRequests(world)).every((start) => start === '20260321')).toBe(true)
    expect(await rowCount(world)).toBeGreaterThan(before)
    await world.again()
    world.said.length = 0
    const after = await rowCount(world)
    await settled(world, await world.connections.update(updating(id)))
    expect(starts(statementRequests(world)).every((start) => start === '20260330')).toBe(true)
    expect(await rowCount(world)).toBe(after)
  })

  it('asks again for what the user has taken back, from the first day that was wished', async () => {
    const world = await desk()
    const { receipts } = await settled(world, await world.connections.import(ofx('us', { maxDays: 14 })))
    const [before, { id }] = [await rowCount(world), await theConnection(world)]
    later(world, 2)
    world.pass(2 * DAY_MS)
    const [receipt] = receipts
    if (receipt === undefined) throw new Error('nothing came in')
    must(await world.ledger.call('imports.revert', { batchId: receipt.batch.id }))
    expect(await rowCount(world)).toBe(0)
    world.said.length = 0
    await settled(world, await world.connections.update(updating(id)))
    expect(starts(statementRequests(world))).toEqual(['20260319', '20260319'])
    expect(await rowCount(world)).toBeGreaterThan(before / 2)
  })

  it('does not count as told what a failed refresh could not store', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us')))
    const { id } = await theConnection(world)
    later(world, 5)
    world.pass(5 * DAY_MS)
    world.before = () => { if (world.said.at(-1)?.includes('<CCSTMTTRNRQ>') === true) must(world.connections.cancel(world.told.at(-1)!.id)) }
    expect((await settled(world, await world.connections.update(updating(id)))).refresh.error).toEqual({ kind: 'cancelled' })
    world.before = () => undefined
    world.said.length = 0
    await settled(world, await world.connections.update(updating(id)))
    expect(starts(statementRequests(world)).every((start) => start === '20260321')).toBe(true)
  })

  it('asks what the bank asks beside the password, once a session', async () => {
    const world = await desk()
    const asked: Question['kind'][] = []
    const { refresh } = await settled(world, await world.connections.import(ofx('us-mfa')), kinds(asked))
    expect(refresh.error).toBeNull()
    expect(asked).toEqual(['challenge'])
    expect(JSON.stringify(world.told)).not.toContain('Newport')
  })

  it('says that an answer was wrong, and keeps nothing of the connection', async () => {
    const world = await desk()
    const { refresh } = await settled(world, await world.connections.import(ofx('us-mfa')), (question) =>
      (question.kind === 'challenge' ? { kind: 'challenge', answers: question.fields.map(({ id: field }) => ({ id: field, answer: 'wrong' })) } : usual(question)))
    expect(refresh.error).toMatchObject({ kind: 'tan_wrong', asked: 'answer' })
    expect(must(await world.connections.list())).toEqual([])
  })

  it('refuses answers that leave a question of the bank open, and the question stands', async () => {
    const world = await desk()
    let refused = false
    await settled(world, await world.connections.import(ofx('us-mfa')), (question, { id }) => {
      const early = world.connections.answer(id, question.questionId, { kind: 'challenge', answers: [{ id: 'MFA13', answer: '1234' }] })
      refused = !early.ok && early.error.kind === 'invalid_input'
      return usual(question)
    })
    expect(refused).toBe(true)
  })

  it('asks for the code of the bank’s website', async () => {
    const world = await desk()
    const asked: Question['kind'][] = []
    expect((await settled(world, await world.connections.import(ofx('us-token')), kinds(asked))).refresh.error).toBeNull()
    expect(asked).toEqual(['challenge'])
  })

  it('asks nobody unattended', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us-mfa', { storePin: true })))
    const { id } = await theConnection(world)
    const { refresh } = await settled(world, await world.connections.update(updating(id, { pin: undefined }), 'auto'))
    expect(refresh).toMatchObject({ status: 'USER_ACTION_REQUIRED', error: { kind: 'user_action_required' } })
  })

  it('keeps the number of this computer while the person allows it on the website, and ever after', async () => {
    const world = await desk()
    const asked: Question['kind'][] = []
    expect((await settled(world, await world.connections.import(ofx('us-clientuid')), kinds(asked))).refresh.error).toBeNull()
    expect(asked).toEqual(['approval'])
    const { id } = await theConnection(world)
    await world.again()
    expect((await settled(world, await world.connections.update(updating(id)))).refresh.error).toBeNull()
    const numbers = new Set(world.said.flatMap((body) => /<CLIENTUID>([^<\r\n]+)/.exec(body)?.[1] ?? []))
    expect(numbers.size).toBe(1)
  })

  it('changes the password where the bank demands it, and stores the new one', async () => {
    const world = await desk()
    const asked: Question['kind'][] = []
    const { refresh } = await settled(world, await world.connections.import(ofx('us-must-change', { storePin: true })), kinds(asked))
    expect(refresh.error).toBeNull()
    expect(asked).toEqual(['new-password'])
    const { id, pinStored } = await theConnection(world)
    expect(pinStored).toBe(true)
    expect((await settled(world, await world.connections.update(updating(id, { pin: undefined })))).refresh.error).toBeNull()
    expect(JSON.stringify(world.told)).not.toContain(NEW_PASSWORD)
    expect(fileText(world)).not.toContain(NEW_PASSWORD)
  })

  it('keeps the new password in place of the stored one even where the refresh then fails', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us', { storePin: true })))
    const { id } = await theConnection(world)
    let demands = 1
    world.answering = (reply) => (demands-- > 0 ? reply.replace(/(<SONRS>.*?<CODE>)0/s, '$115000') : reply)
    world.before = () => { if (world.said.at(-2)?.includes('<PINCHRQ>') === true) throw new HttpFailure('offline', false) }
    const failed = await settled(world, await world.connections.update(updating(id, { pin: undefined })))
    expect(failed.refresh.error).toEqual({ kind: 'offline' })
    world.before = () => undefined
    expect((await settled(world, await world.connections.update(updating(id, { pin: undefined })))).refresh.error).toBeNull()
    expect(world.said.at(-1)).toContain(`<USERPASS>${NEW_PASSWORD}`)
  })

  it('never sends a refused password again before a person has typed one', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us', { storePin: true })))
    const { id } = await theConnection(world)
    const wrong = await settled(world, await world.connections.update(updating(id, { pin: new Secret('wrong-1') })))
    expect(wrong.refresh.error).toMatchObject({ kind: 'pin_wrong' })
    world.said.length = 0
    const again = await settled(world, await world.connections.update(updating(id, { pin: undefined })))
    expect(again.refresh.error).toMatchObject({ kind: 'pin_wrong' })
    expect(world.said).toEqual([])
    expect((await settled(world, await world.connections.update(updating(id, { pin: new Secret(PIN) })))).refresh.error).toBeNull()
  })

  it('reaches the demo bank inside Kontor, and there no socket', async () => {
    const world = await desk()
    const bank = { ...ofx('us').bank, url: OFX_DEMO.url }
    for (const userId of ['us', 'us-gzip+cookies']) {
      expect((await settled(world, await world.connections.import({ ...ofx(userId), bank, pin: new Secret(OFX_DEMO.password) }))).refresh).toMatchObject({ status: 'FINISHED', error: null })
    }
    expect((await settled(world, await world.connections.import({ ...ofx('us-busy'), bank, pin: new Secret(OFX_DEMO.password) }))).refresh.error).toMatchObject({ kind: 'bank_unreachable' })
    expect(await world.connections.profile({ url: OFX_DEMO.url, org: 'Harbor Federal', fid: '90210' })).toMatchObject({ value: { name: 'Harbor Federal' } })
    expect(world.said).toEqual([])
  })

  it('says what stands in the way: a locked login, one in use, a wrong ORG', async () => {
    const world = await desk()
    const errorOf = async (request: ReturnType<typeof ofx>) => (await settled(world, await world.connections.import(request))).refresh
    expect(await errorOf(ofx('us-locked'))).toMatchObject({ status: 'USER_ACTION_REQUIRED', error: { kind: 'access_blocked', message: 'Your access is locked. Please call 1-800-555-0142.' } })
    expect(await errorOf(ofx('us-in-use'))).toMatchObject({ status: 'ERROR', error: { kind: 'bank_rejected', code: '15501' } })
    expect(await errorOf({ ...ofx('us'), bank: { ...ofx('us').bank, org: 'Elsewhere' } })).toMatchObject({ error: { kind: 'bank_rejected', code: '13504' } })
  })

  it('lets one account’s refusal stop no other', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us')))
    const { id } = await theConnection(world)
    world.answering = (reply) => (reply.includes('<CCSTMTTRNRS>') ? reply.replace(/(<CCSTMTTRNRS>.*?<CODE>)0(<.*?<SEVERITY>)INFO/s, '$12003$2ERROR') : reply)
    const { refresh } = await settled(world, await world.connections.update(updating(id)))
    expect(refresh.status).toBe('FINISHED')
    expect(refresh.accounts.map(({ name, status }) => [name.slice(0, 11), status])).toEqual([
      ['Harbor Chec', 'UPDATED'], ['Rainy Day S', 'UPDATED'], ['Harbor Card', 'DOWNLOAD_FAILED'], ['Harbor Inve', 'UPDATED'], ['Cabin Loan ', 'UPDATED'],
    ])
    expect(refresh.accounts[2]?.error).toMatchObject({ kind: 'bank_rejected', code: '2003' })
  })

  it('tells banks at one address apart by ORG and FID', async () => {
    const world = await desk()
    await settled(world, await world.connections.import(ofx('us')))
    expect(await world.connections.import(ofx('us'))).toMatchObject({ ok: false, error: { kind: 'exists' } })
    const other = await world.connections.import({ ...ofx('us'), bank: { ...ofx('us').bank, fid: '1' } })
    expect(other.ok).toBe(true)
    await settled(world, other)
  })
})
