import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBody, toBody } from '#main/connectors/fints/message/carrier.ts'
import { feedbackOf } from '#main/connectors/fints/message/feedback.ts'
import { openMessage } from '#main/connectors/fints/message/message.ts'
import { person, resultOf, world } from './kit.ts'

/** Everything that our connector says to the bank in a short visit. */
async function visit(): Promise<Uint8Array[]> {
  const surroundings = world()
  const said: Uint8Array[] = []
  const { post } = surroundings.environment
  const somebody = person({ ...surroundings, environment: { ...surroundings.environment, post: async (url, body) => { said.push(fromBody(body)); return await post(url, body) } } }, 'small')
  somebody.client.keepOpen()
  const { accounts: [account] } = await resultOf(somebody, { kind: 'login' })
  if (account === undefined) throw new Error('no account')
  await resultOf(somebody, { kind: 'balance', account })
  await resultOf(somebody, { kind: 'statements', account })
  await somebody.client.close()
  return said
}

describe('the demo bank under damage', () => {
  it('answers whatever comes with a message that can be read, and never falls', async () => {
    const said = await visit()
    const { bank } = world()
    const damage = fc.record({
      message: fc.nat(said.length - 1), at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      instead: fc.oneof(fc.constantFrom('', '+', ':', '\'', '@', '?', '@9@', '@999999@', '0', '++', '+:+', '\r\n', 'ÿ'), fc.string({ maxLength: 8 })), removed: fc.nat(12),
    })
    fc.assert(fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), ([first, ...others]) => {
      let text = Buffer.from(said[first?.message ?? 0] ?? []).toString('latin1')
      for (const { at, instead, removed } of [first, ...others].filter((found) => found !== undefined)) {
        const place = Math.floor(at * text.length)
        text = text.slice(0, place) + instead + text.slice(place + removed)
      }
      // With the size put right the damage gets past the first gate.
      const sized = text.replace(/^HNHBK:1:3\+\d{12}/, `HNHBK:1:3+${String(text.length).padStart(12, '0')}`)
      const reply = bank.reply(toBody(new Uint8Array(Buffer.from(sized, 'latin1'))))
      const answer = reply.kind === 'answer' ? openMessage(fromBody(reply.body)) : null
      expect(answer?.ok === true && feedbackOf(answer.value.segments).length > 0).toBe(true)
    }), { numRuns: 1_500 })
  })
})
