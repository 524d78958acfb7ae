import { meaningOf } from '../safety/return-codes.ts'
import type { Notice } from '../types.ts'
import type { RawSegment } from '../syntax/wire.ts'
import { bankMessagesOf, type BankMessage, type Feedback } from './feedback.ts'

/** Codes that only steer the machine and tell a person nothing. */
const ROUTINE = new Set([
  '0010', '0020', '0030', '0031', '0040', '0090', '0100', '0900', '0901', '1040', '1050', '1060', '3010', '3040', '3050', '3060', '3076', '3080',
  '3905', '3910', '3913', '3920', '3921', '3955', '3956', '3957',
])
const MAX = 100

/** What the bank said meanwhile, each thing once. */
export class Gazette {
  #notices = new Map<string, Notice>()
  #messages = new Map<string, BankMessage>()

  take(segments: readonly RawSegment[], feedback: readonly Feedback[]): void {
    for (const { code, text, parameters } of feedback) {
      // 3040 without its touchdown: there is more, and no way to ask for it.
      const isRoutine = ROUTINE.has(code) && (code !== '3040' || (parameters[0] ?? '') !== '')
      if (!isRoutine && this.#notices.size < MAX) this.#notices.set(`${code} ${text}`, { code, text, parameters, meaning: meaningOf(code) })
    }
    for (const message of bankMessagesOf(segments)) {
      // A bank says the same at every login, and a first contact has several.
      if (this.#messages.size < MAX) this.#messages.set(`${message.subject}\n${message.text}`, message)
    }
  }

  /** Hands out everything and starts anew. */
  issue(): { readonly notices: readonly Notice[]; readonly messages: readonly BankMessage[] } {
    const issue = { notices: [...this.#notices.values()], messages: [...this.#messages.values()] }
    this.clear()
    return issue
  }

  clear(): void {
    this.#notices = new Map()
    this.#messages = new Map()
  }
}
