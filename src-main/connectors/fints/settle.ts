import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import type { FintsClient } from './client.ts'
import type { Challenge } from './tan/challenge.ts'
import type { TanMedium } from './tan/media.ts'
import type { TanMethod } from './tan/methods.ts'
import type { Outcome, Step } from './types.ts'

/** Whoever answers for the person: a window, a terminal or a test. Null gives up. */
export interface Prompter {
  tan(challenge: Challenge): Promise<Secret | null>
  /** Shows that approval is awaited; resolves when the person says they have approved, for banks that may not be polled. */
  approval(challenge: Challenge): Promise<boolean>
  method(methods: readonly TanMethod[]): Promise<string | null>
  medium(method: TanMethod, media: readonly TanMedium[]): Promise<string | null>
}

export type Done = Extract<Step, { readonly state: 'done' }>

/** Follows a job to its end with somebody who answers. For callers that can wait; the others follow the steps themselves. */
export async function settle(client: FintsClient, first: Outcome, prompter: Prompter, signal?: AbortSignal): Promise<Result<Done, AppError>> {
  let outcome = await first
  while (outcome.ok && outcome.value.state !== 'done') {
    const next = await proceed(client, outcome.value, prompter, signal)
    if (next === null) {
      await client.cancel(signal)
      return err({ kind: 'cancelled' })
    }
    outcome = next
  }
  if (!outcome.ok) return outcome
  return outcome.value.state === 'done' ? ok(outcome.value) : err({ kind: 'cancelled' })
}

async function proceed(client: FintsClient, step: Exclude<Step, Done>, prompter: Prompter, signal: AbortSignal | undefined): Promise<Awaited<Outcome> | null> {
  switch (step.state) {
    case 'tan': {
      const { challenge } = step
      if (challenge.kind !== 'decoupled') {
        const tan = await prompter.tan(challenge)
        return tan === null ? null : await client.answer(tan, signal)
      }
      const goesOn = await prompter.approval(challenge)
      if (!goesOn) return null
      const mayPoll = challenge.decoupled?.autoPollAllowed === true && !challenge.decoupled.waitsForPush
      return mayPoll ? await client.awaitApproval(signal) : await client.confirmApproval(signal)
    }
    case 'choose-method': {
      const method = await prompter.method(step.methods)
      return method === null ? null : await client.chooseMethod(method, signal)
    }
    case 'choose-medium': {
      const medium = await prompter.medium(step.method, step.media)
      return medium === null ? null : await client.chooseMedium(medium, signal)
    }
  }
}
