import type { Both } from '#shared/error-things.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { Post } from '#main/platform/http.ts'
import type { Random } from '#main/platform/random.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { BankMessage } from './message/feedback.ts'
import type { Trace } from './message/trace.ts'
import type { JobResult } from './operations/jobs.ts'
import type { Challenge } from './tan/challenge.ts'
import type { TanMedium } from './tan/media.ts'
import type { TanMethod } from './tan/methods.ts'

/** Where the bank is. The PIN goes to this host and no other, whatever the bank announces. */
export interface FintsBank {
  readonly url: string
  readonly country: string
  readonly bankCode: string
}

export interface FintsLogin {
  readonly userId: string
  /** Kunden-ID; most banks use the login name for it. */
  readonly customerId: string
}

/** The product registered with Deutsche Kreditwirtschaft; unregistered ones get 9078. */
export interface FintsProduct {
  readonly id: string
  readonly version: string
}

/** Everything from outside: a simulation owns time, chance and the network. */
export interface FintsEnvironment {
  readonly post: Post
  readonly clock: Clock
  readonly timer: Timer
  readonly random: Random
  readonly product: FintsProduct
  readonly trace?: Trace | undefined
  /** How a bank is met for the first time: `auto` asks anonymously and falls back to the login. */
  readonly bootstrap?: 'auto' | 'anonymous' | 'personal' | undefined
}

/** What the bank said besides the answer: code, its own words and ours. */
export interface Notice {
  readonly code: string
  readonly text: string
  readonly parameters: readonly string[]
  readonly meaning: Both
}

/** Where an undertaking stands. A TAN or a choice is a state like any other, never an error. */
export type Step =
  | { readonly state: 'done'; readonly result: JobResult; readonly notices: readonly Notice[]; readonly messages: readonly BankMessage[] }
  | { readonly state: 'tan'; readonly challenge: Challenge }
  | { readonly state: 'choose-method'; readonly methods: readonly TanMethod[] }
  /** An empty list: the bank does not tell, the person types the name of the medium. */
  | { readonly state: 'choose-medium'; readonly method: TanMethod; readonly media: readonly TanMedium[] }

export type Outcome = Promise<Result<Step, AppError>>
