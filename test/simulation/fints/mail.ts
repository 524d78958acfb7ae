import { fromBody } from '#main/connectors/fints/message/carrier.ts'
import { feedbackOf } from '#main/connectors/fints/message/feedback.ts'
import { openMessage } from '#main/connectors/fints/message/message.ts'
import { decode } from '#main/connectors/fints/schema/segment.ts'
import { HNSHA2 } from '#main/connectors/fints/segments/envelope.ts'
import { HttpFailure } from '#main/platform/http.ts'
import type { World } from './world.ts'

/** The process was killed: nothing that it had in memory is left. */
export class Killed extends Error {}

/** What a message goes through on its way. `deliver` brings it to the bank; the answer is what comes back, if anything does. */
export interface Passage {
  readonly world: World
  readonly mail: Mail
  readonly deliver: () => Uint8Array
}
export type Storm = (passage: Passage) => Uint8Array

const ENDED = new Set(['0100', '9800', '9000', '9075', '9077', '9078', '9361', '9997'])

/** The way between computer and bank: it counts, damages the message it was told to, and remembers what was said. */
export class Mail {
  sent = 0
  tansArrived = 0
  /** What the customer did against the rules of a conversation. */
  readonly offences: string[] = []
  /** Answers that come too late: each is given to the next request. */
  readonly late: Uint8Array[] = []
  lateness = 0
  readonly #world: World
  readonly #storms = new Map<number, Storm>()
  #hasTan = false
  readonly #ended = new Set<string>()

  constructor(world: World) {
    this.#world = world
  }

  /** Damage to come, counted from the next message. */
  plan(storms: readonly { readonly storm: Storm; readonly at: number }[]): void {
    for (const { storm, at } of storms) this.#storms.set(this.sent + at, storm)
  }

  post(body: Uint8Array): Uint8Array {
    if (this.#world.isPowerOff) throw new Killed()
    this.sent += 1
    const dialogId = this.#look(body)
    const deliver = () => {
      if (this.#hasTan) this.tansArrived += 1
      return this.#world.deliver(body)
    }
    const answer = this.#through(body, deliver)
    this.#note(answer, dialogId)
    return answer
  }

  #through(body: Uint8Array, deliver: () => Uint8Array): Uint8Array {
    const storm = this.#storms.get(this.sent)
    const own = storm === undefined ? deliver() : storm({ world: this.#world, mail: this, deliver })
    const stale = storm === undefined ? this.late.shift() : undefined
    if (stale === undefined) return own
    if (this.lateness > 0) this.late.push(own)
    this.lateness -= 1
    return stale
  }

  /** A dialog that the bank has ended is never used again, not even to say goodbye. */
  #look(body: Uint8Array): string {
    const opened = openMessage(fromBody(body))
    if (!opened.ok) {
      this.offences.push('a message that cannot be read')
      return '0'
    }
    const { header: { dialogId }, tail } = opened.value
    const closing = tail === null ? null : decode(HNSHA2, tail)
    this.#hasTan = closing?.ok === true && closing.value.proof?.tan !== undefined
    if (this.#ended.has(dialogId)) this.offences.push(`message in the dialog ${dialogId}, which is over`)
    return dialogId
  }

  #note(answer: Uint8Array, dialogId: string): void {
    if (dialogId === '0') return
    const opened = openMessage(fromBody(answer))
    if (!opened.ok || opened.value.header.dialogId !== dialogId) return
    if (feedbackOf(opened.value.segments).some(({ code }) => ENDED.has(code))) this.#ended.add(dialogId)
  }
}

export const lost = (reason: 'reset' | 'timeout'): never => {
  throw new HttpFailure(reason, true)
}
