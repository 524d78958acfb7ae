import { describe, expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { pause, resume } from '#main/connectors/fints/dialog/pause.ts'
import type { FintsClient } from '#main/connectors/fints/client.ts'
import type { Job } from '#main/connectors/fints/operations/jobs.ts'
import { HIKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import { fromBytes, toBytes } from '#main/connectors/fints/syntax/wire.ts'
import type { Outcome } from '#main/connectors/fints/types.ts'
import { ACCOUNT, customer, stepOf, stored } from '../unit/connectors/fints/kit.ts'
import { challenge, noChallenge, raw, ScriptedBank, TAN, type BankOptions, type Fault, type OnOrder } from '../unit/connectors/fints/scripted-bank.ts'

/** Statements of three pages, the first behind a TAN; and a balance. */
const onOrder: OnOrder = (order, message) => {
  if (order === 'HKSAL') return { say: [[3, '0020', 'ok']], segments: raw('HISAL:5:7:3+DE11:TESTDEFF+Giro+EUR+C:6,:EUR:20260102\'') }
  if (order === 'after HKKAZ') return { say: [[3, '0020', 'ok'], [3, '3040', 'mehr', 'P2']], segments: [draft(HIKAZ7, { booked: toBytes('1') }, 3)] }
  if (order !== 'HKKAZ') return undefined
  const page = /\+P(\d)$/.exec(message.texts[0] ?? '')?.[1]
  if (page === undefined) return { say: [[4, '0030', 'TAN']], segments: [challenge('Bitte TAN', {}, 4)] }
  return { say: [[3, '0020', 'ok'], ...(page === '2' ? [[3, '3040', 'mehr', 'P3'] as const] : [])], segments: [draft(HIKAZ7, { booked: toBytes(page) }, 3), noChallenge(4)] }
}
const OPTIONS: Partial<BankOptions> = { tanAtLogin: true, onOrder }
const FAULTS: readonly Fault[] = ['refused', 'status', 'reset', 'timeout', 'lost-answer', 'truncated', 'other-answer', 'garbage']
const MESSAGES = 16

interface Diary { tans: number; results: string[]; errors: string[] }

async function finish(client: FintsClient, outcome: Outcome, diary: Diary): Promise<void> {
  let step = await outcome
  while (step.ok && step.value.state === 'tan') {
    diary.tans += 1
    step = await client.answer(new Secret(TAN))
  }
  if (!step.ok) diary.errors.push(step.error.kind)
  else if (step.value.state === 'done') {
    const { result } = step.value
    if (result.kind === 'statements') diary.results.push(fromBytes(result.statements.booked[0] ?? new Uint8Array(0)))
    if (result.kind === 'balance') diary.results.push(result.balance?.booked ?? 'none')
  }
}

const JOBS: readonly Job[] = [{ kind: 'balance', account: ACCOUNT }, { kind: 'statements', account: ACCOUNT }]

async function refresh(client: FintsClient): Promise<Diary> {
  const diary: Diary = { tans: 0, results: [], errors: [] }
  client.keepOpen()
  for (const job of JOBS) await finish(client, client.start(job), diary)
  await client.close()
  return diary
}

const WHOLE = ['6', '123']

describe('a refresh in bad weather', () => {
  it.each(FAULTS)('with %s at any message delivers everything once, or says so and succeeds the next time', async (fault) => {
    for (let at = 1; at <= MESSAGES; at += 1) {
      const bank = new ScriptedBank({ ...OPTIONS, faults: { [at]: fault } })
      const { client, environment } = customer(bank)
      const diary = await refresh(client)
      for (const result of diary.results) expect(WHOLE).toContain(result)
      expect(diary.results.length + diary.errors.length).toBe(JOBS.length)
      expect(bank.received.filter(({ tan }) => tan !== null).length).toBeLessThanOrEqual(diary.tans)
      expect(JSON.stringify(environment.traced)).not.toMatch(/"12345"|"123456"|DE11|Erika/)

      const calm = new ScriptedBank(OPTIONS)
      calm.systemIds = bank.systemIds
      const again = customer(calm, { blob: stored(client) }).client
      expect(await refresh(again)).toMatchObject({ results: WHOLE, errors: [] })
    }
  })

  it('sends a wrong PIN once per action, whatever the network does', async () => {
    for (const fault of FAULTS) {
      for (let at = 1; at <= 6; at += 1) {
        const bank = new ScriptedBank({ ...OPTIONS, faults: { [at]: fault } })
        const { client } = customer(bank, { pin: '99999' })
        await refresh(client)
        const sent = bank.received.filter(({ pin, index }) => pin === '99999' && bank.options.faults[index] !== 'status')
        // One answer may be lost before the person tries the second job; the bank has then seen one failure per action.
        expect(sent.length).toBeLessThanOrEqual(fault === 'refused' || fault === 'status' ? 1 : JOBS.length)
      }
    }
  })

  it('goes on after a restart at any wait', async () => {
    const bank = new ScriptedBank(OPTIONS)
    let { client } = customer(bank)
    let step = await client.start({ kind: 'statements', account: ACCOUNT })
    let waits = 0
    while (step.ok && step.value.state === 'tan') {
      waits += 1
      const [state, dialog] = [stored(client), pause(client)]
      client = customer(bank, { blob: state }).client
      expect(resume(client, dialog).ok).toBe(true)
      step = await client.answer(new Secret(TAN))
    }
    expect(waits).toBe(2)
    expect(step).toMatchObject({ ok: true, value: { result: { statements: { booked: [toBytes('123')], pages: 3 } } } })
  })

  it('needs one challenge at login and nine messages at most for two accounts', async () => {
    const bank = new ScriptedBank({ ...OPTIONS, tanOrders: [], onOrder: (order, message) => (order === 'HKKAZ' ? { say: [[3, '0020', 'ok']], segments: [draft(HIKAZ7, { booked: toBytes('123') }, 3)] } : onOrder(order, message)) })
    const first = customer(bank).client
    await stepOf(first.start({ kind: 'login' }), 'tan')
    await first.answer(new Secret(TAN))
    bank.received.length = 0
    const { client } = customer(bank, { blob: stored(first) })
    const [one, two] = [await refreshBoth(client), bank.received.length]
    expect([one.tans, one.results.length, two]).toEqual([1, 4, 7])
  })
})

async function refreshBoth(client: FintsClient): Promise<Diary> {
  const diary: Diary = { tans: 0, results: [], errors: [] }
  client.keepOpen()
  for (const account of [ACCOUNT, { ...ACCOUNT, iban: 'DE22', number: '222' }]) {
    await finish(client, client.start({ kind: 'balance', account }), diary)
    await finish(client, client.start({ kind: 'statements', account }), diary)
  }
  await client.close()
  return diary
}
