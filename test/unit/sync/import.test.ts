import { afterEach, describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { demo, ended, fints, must, openDesk, PIN, question, rowCount, settled, TAN, theConnection, type Desk } from './kit.ts'

let desk: Desk
afterEach(() => desk.end())

const transition = (told: Desk['told']) => told.map(({ step, status }) => `${status} ${step}`).filter((state, index, all) => state !== all[index - 1])

describe('A1: import', () => {
  it('answers at once with both ids, and the connection is in progress', async () => {
    desk = await openDesk()
    const started = must(await desk.connections.import(fints('small')))
    expect(await theConnection(desk)).toMatchObject({ id: started.connectionId, updateStatus: 'IN_PROGRESS' })
    expect(must(await desk.connections.refreshes({ limit: 10 }))).toMatchObject([{ id: started.refreshId, status: 'PROCESSING', kind: 'import' }])
    expect((await ended(desk, started)).refresh).toMatchObject({ status: 'FINISHED' })
  })

  it('goes through its steps in order and brings rows with a balance that is proven', async () => {
    desk = await openDesk()
    const { refresh, receipts } = await settled(desk, await desk.connections.import(fints('small')))
    expect(refresh).toMatchObject({ status: 'FINISHED', error: null, step: 'done' })
    expect(transition(desk.told)).toEqual(['PROCESSING connect', 'PROCESSING accounts', 'PROCESSING fetch', 'PROCESSING store', 'FINISHED done'])
    expect(refresh.accounts.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED'])
    expect(receipts.flatMap(({ accounts }) => accounts.map(({ proof }) => proof?.difference.minor))).toEqual([0, 0])
    expect(await rowCount(desk)).toBeGreaterThan(20)
  })

  it('then gives categories in the background: PENDING, IN_PROGRESS, READY, strictly in this order', async () => {
    desk = await openDesk()
    const seen: string[] = []
    desk.ledger.onEvent((event) => {
      if (event.name !== 'ledger.changed') return
      void desk.connections.list().then((list) => { if (list.ok) seen.push(`${list.value[0]?.updateStatus} ${list.value[0]?.categorizationStatus}`) })
    })
    await settled(desk, await desk.connections.import(fints('small')))
    await desk.connections.idle()
    expect(await theConnection(desk)).toMatchObject({ updateStatus: 'READY', categorizationStatus: 'READY' })
    const order = seen.filter((state, index) => state !== seen[index - 1])
    expect(['IN_PROGRESS READY', 'READY PENDING', 'READY IN_PROGRESS', 'READY READY'].filter((state) => order.includes(state))).toEqual(order.filter((state) => !state.includes('undefined')))
  })

  it('leaves no connection, account or secret behind when the login fails', async () => {
    desk = await openDesk()
    const { refresh } = await settled(desk, await desk.connections.import(fints('small', { pin: new Secret('wrong'), storePin: true })))
    expect(refresh).toMatchObject({ status: 'USER_ACTION_REQUIRED', error: { kind: 'pin_wrong', attemptsLeft: 2 } })
    expect(must(await desk.connections.list())).toEqual([])
    expect(must(await desk.ledger.call('accounts.list', undefined))).toEqual([])
    expect(must(await desk.connections.refreshes({ limit: 10 }))).toMatchObject([{ status: 'USER_ACTION_REQUIRED' }])
  })

  it('refuses the same bank, user and customer a second time and changes nothing', async () => {
    desk = await openDesk()
    await settled(desk, await desk.connections.import(fints('small')))
    await desk.connections.idle()
    const before = await theConnection(desk)
    const messages = desk.messages
    expect(await desk.connections.import(fints('small', { name: 'again' }))).toMatchObject({ ok: false, error: { kind: 'exists', what: 'connection' } })
    expect(await theConnection(desk)).toEqual(before)
    expect(desk.messages).toBe(messages)
  })

  it('fails where the bank has no account of the chosen types', async () => {
    desk = await openDesk()
    const { refresh } = await settled(desk, await desk.connections.import(fints('small', { accountTypes: ['loan'] })))
    expect(refresh).toMatchObject({ status: 'ERROR', error: { kind: 'no_accounts' } })
    expect(must(await desk.connections.list())).toEqual([])
  })

  it('takes only accounts of the chosen types and tells the others', async () => {
    desk = await openDesk({ persona: 'de' })
    await settled(desk, await desk.connections.import(fints('de', { accountTypes: ['savings'], maxDays: 30 })))
    const { accounts } = await theConnection(desk)
    expect(accounts.filter(({ accountId }) => accountId !== null).map(({ type }) => type)).toEqual(['savings'])
    expect(accounts).toHaveLength(4)
  })

  it('fetches a family: current account, savings, card and depot', async () => {
    desk = await openDesk({ persona: 'de' })
    const { refresh } = await settled(desk, await desk.connections.import(fints('de', { maxDays: 90 })))
    expect(refresh).toMatchObject({ status: 'FINISHED' })
    expect(refresh.accounts.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED', 'UPDATED', 'UPDATED'])
    expect((await theConnection(desk)).accounts.map(({ type }) => type)).toEqual(['checking', 'savings', 'credit', 'investment'])
  })

  it('asks which accounts, and how far back, where that was wished', async () => {
    desk = await openDesk()
    const started = must(await desk.connections.import(fints('small', { chooseAccounts: true })))
    const asked = await question(desk, started, 'accounts')
    const [first] = asked.kind === 'accounts' ? asked.accounts : []
    must(desk.connections.answer(started.refreshId, asked.questionId, { kind: 'accounts', keys: [first!.key], days: 30 }))
    const { refresh } = await ended(desk, started)
    expect(refresh.accounts.filter(({ accountId }) => accountId !== null)).toHaveLength(1)
    expect(must(await desk.ledger.call('accounts.list', undefined))).toHaveLength(1)
  })

  it('needs a PIN, and refuses to store one beside a plain ledger', async () => {
    desk = await openDesk({ encrypted: false })
    expect(await desk.connections.import(fints('small', { pin: undefined }))).toMatchObject({ error: { kind: 'pin_required' } })
    expect(await desk.connections.import(fints('small', { storePin: true }))).toMatchObject({ error: { kind: 'no_secret_store' } })
    expect(must(await desk.connections.list())).toEqual([])
    expect(desk.messages).toBe(0)
  })
})

describe('A12: demo', () => {
  it('imports without any credential, and a second update adds nothing', async () => {
    desk = await openDesk()
    const first = await settled(desk, await desk.connections.import(demo('small')))
    expect(first.refresh).toMatchObject({ status: 'FINISHED' })
    const rows = await rowCount(desk)
    await desk.connections.idle()
    const connection = await theConnection(desk)
    expect(connection.bank.protocol).toBe('demo')
    const second = await settled(desk, await desk.connections.update({ id: connection.id, importNewAccounts: false }))
    expect(second.refresh.accounts.map(({ added }) => added)).toEqual([0, 0])
    expect(await rowCount(desk)).toBe(rows)
  })

  it('asks for a challenge at import and each update where its name is MSA; the text tells the answer', async () => {
    desk = await openDesk()
    const started = must(await desk.connections.import(demo('small', { name: 'MSA' })))
    const asked = await question(desk, started)
    expect(asked).toMatchObject({ kind: 'tan', purpose: 'login', show: 'text' })
    const told = /\d{6}/.exec(asked.kind === 'tan' ? asked.paragraphs.join(' ') : '')?.[0] ?? ''
    must(desk.connections.answer(started.refreshId, asked.questionId, { kind: 'tan', tan: told }))
    expect((await ended(desk, started)).refresh).toMatchObject({ status: 'FINISHED' })
    await desk.connections.idle()

    const again = must(await desk.connections.update({ id: started.connectionId, importNewAccounts: false }))
    const second = await question(desk, again)
    must(desk.connections.answer(again.refreshId, second.questionId, { kind: 'tan', tan: '000000' }))
    expect((await ended(desk, again)).refresh).toMatchObject({ status: 'ERROR', error: { kind: 'tan_wrong' } })
  })

  it('fails at a wrong answer and leaves nothing', async () => {
    desk = await openDesk()
    const { refresh } = await settled(desk, await desk.connections.import(demo('small', { name: 'MSA' })), () => ({ kind: 'tan', tan: '999999' }))
    expect(refresh).toMatchObject({ error: { kind: 'tan_wrong' } })
    expect(must(await desk.connections.list())).toEqual([])
  })

  it('gives each numbered persona accounts and rows of their own', async () => {
    desk = await openDesk()
    await settled(desk, await desk.connections.import(demo('small-1')))
    await settled(desk, await desk.connections.import(demo('small-2')))
    const accounts = must(await desk.ledger.call('accounts.list', undefined))
    expect(new Set(accounts.map(({ iban }) => iban)).size).toBe(4)
  })
})

it('never shows PIN or TAN in the ledger file, in what the window is told, or in what was learned', async () => {
  desk = await openDesk({ scenario: ['tan-at-login', 'sms'], encrypted: false })
  await settled(desk, await desk.connections.import(fints('small')))
  await desk.connections.idle()
  await desk.ledger.close()
  const { fileText } = await import('./kit.ts')
  for (const secret of [PIN, TAN, Buffer.from(PIN).toString('base64').slice(0, 12)]) {
    expect(fileText(desk)).not.toContain(secret)
    expect(JSON.stringify(desk.told)).not.toContain(secret)
  }
})
