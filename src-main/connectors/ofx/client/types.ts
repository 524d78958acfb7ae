import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import type { Clock } from '#main/platform/clock.ts'
import type { Post } from '#main/platform/http.ts'
import type { Random } from '#main/platform/random.ts'
import type { Answer, ChallengeQuestion } from '../batch/answer.ts'
import type { OfxItem } from '../batch/items.ts'
import type { SignOnRules } from '../batch/profile.ts'
import type { OfxStatus } from '../status/meaning.ts'
import type { Trace } from '../trace.ts'

/** Where the bank is, and what it calls itself. The password goes to this host and no other, whatever the bank announces. */
export interface OfxBank { readonly url: string; readonly org: string; readonly fid: string }

/** The program that banks see; many know only the best-known one by name. */
export interface OfxApp { readonly id: string; readonly version: string }

/** A document on its way, as it may be written to a data file: complete but for its secrets. */
export interface KeptDocument { readonly direction: 'sent' | 'received'; readonly document: string }

/** Everything from outside: a simulation owns time, chance and the network. */
export interface OfxEnvironment {
  readonly post: Post
  readonly clock: Clock
  readonly random: Random
  readonly app?: OfxApp | undefined
  readonly trace?: Trace | undefined
  /** Given, every document goes there without its secrets. */
  readonly keep?: ((kept: KeptDocument) => void) | undefined
}

/** A transfer of which nobody knows whether it arrived, with the number under which the bank knows it. */
export interface Uncertain { readonly item: OfxItem; readonly uid: string }

/** Where an undertaking stands. A question of the bank is a state like any other, never an error. */
export type Step =
  | { readonly state: 'done'; readonly answer: Answer; readonly notices: readonly OfxStatus[] }
  /** Asked beside the password; `answer` goes on. */
  | { readonly state: 'questions'; readonly questions: readonly ChallengeQuestion[] }
  /** Further words the bank wants with every sign-on; `enterCredentials` goes on. */
  | { readonly state: 'credentials'; readonly labels: readonly string[] }
  /** A code from the bank's website; `enterToken` goes on. */
  | { readonly state: 'token'; readonly label: string; readonly url: string; readonly message: string }
  /** The bank serves nobody before a new password; `changePassword` goes on. */
  | { readonly state: 'new-password'; readonly rules: SignOnRules | null; readonly message: string }
  /** Transfers were sent and no answer came; `inquiriesFor` asks what became of them, and nothing sends them again. */
  | { readonly state: 'uncertain'; readonly transfers: readonly Uncertain[]; readonly error: AppError; /** What came for the other items, if anything. */ readonly answer: Answer | null }

export type Outcome = Promise<Result<Step, AppError>>
