import type { AppError } from '#shared/errors.ts'
import { err, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import type { Connection } from '#shared/connections.ts'
import type { Challenge, FintsClient, Outcome, Step, TanMedium, TanMethod } from '#main/connectors/fints/index.ts'
import type { Ask, QuestionDraft } from '../ask.ts'

type Done = Extract<Step, { readonly state: 'done' }>
type Waiting = Exclude<Step, Done>

/** Follows a job of the connector to its end; what the bank wants of a person becomes a question. */
export async function converse(client: FintsClient, first: Outcome, ask: Ask, signal: AbortSignal): Promise<Result<Done, AppError>> {
  let outcome = await first
  for (;;) {
    if (!outcome.ok) return outcome
    const step = outcome.value
    if (step.state === 'done') return { ok: true, value: step }
    outcome = await proceed(client, step, ask, signal)
  }
}

async function proceed(client: FintsClient, step: Waiting, ask: Ask, signal: AbortSignal): Promise<Awaited<Outcome>> {
  switch (step.state) {
    case 'tan':
      return step.challenge.kind === 'decoupled' ? await approve(client, step.challenge, ask, signal) : await enterTan(client, step.challenge, ask, signal)
    case 'choose-method': {
      const answer = await ask({ kind: 'method', methods: tanMethods(step.methods) })
      if (!answer.ok) return answer
      return answer.value.kind === 'method' ? await client.chooseMethod(answer.value.id, signal) : UNFIT
    }
    case 'choose-medium': {
      const answer = await ask({ kind: 'medium', methodName: step.method.name, media: step.media.map(mediumOf) })
      if (!answer.ok) return answer
      return answer.value.kind === 'medium' ? await client.chooseMedium(answer.value.name, signal) : UNFIT
    }
  }
}

/** The desk lets no answer of another kind through. */
const UNFIT = err<AppError>({ kind: 'invalid_input', path: 'answer.kind' })

async function enterTan(client: FintsClient, challenge: Challenge, ask: Ask, signal: AbortSignal): Promise<Awaited<Outcome>> {
  const answer = await ask(tanQuestion(challenge))
  if (!answer.ok) return answer
  // SECURITY: a TAN is a Secret from here on.
  return answer.value.kind === 'tan' ? await client.answer(new Secret(answer.value.tan), signal) : UNFIT
}

/** The bank is asked at its own pace while the question stands; where it may not be asked, the person's word goes on. */
async function approve(client: FintsClient, challenge: Challenge, ask: Ask, signal: AbortSignal): Promise<Awaited<Outcome>> {
  const mayPoll = challenge.decoupled?.autoPollAllowed === true && !challenge.decoupled.waitsForPush
  if (!mayPoll) {
    const answer = await ask(approvalQuestion(challenge, true))
    return answer.ok ? declined(await client.confirmApproval(signal)) : answer
  }
  const withdrawn = new AbortController()
  const gaveUp = new AbortController()
  const asked = ask(approvalQuestion(challenge, false), withdrawn.signal).then((answer) => {
    if (!answer.ok) gaveUp.abort()
    return answer
  })
  const outcome = await client.awaitApproval(AbortSignal.any([signal, gaveUp.signal]))
  const isOver = gaveUp.signal.aborted
  withdrawn.abort()
  const answer = await asked
  return isOver && !answer.ok ? answer : declined(outcome)
}

/** Whoever declined on the other device has answered for the whole refresh; the next account must not ask again. */
const declined = (outcome: Awaited<Outcome>): Awaited<Outcome> =>
  (!outcome.ok && outcome.error.kind === 'bank_rejected' ? err({ kind: 'tan_wrong', message: outcome.error.message }) : outcome)

const shared = ({ purpose, method, medium, paragraphs }: Challenge) => ({ purpose, methodName: method.name, medium, paragraphs: [...paragraphs] })

function tanQuestion(challenge: Challenge): QuestionDraft {
  const { kind, image, flicker, tan } = challenge
  const show = kind === 'decoupled' ? 'text' : kind
  return { kind: 'tan', ...shared(challenge), show, image, flicker, tan: { ...tan } }
}

const approvalQuestion = (challenge: Challenge, confirm: boolean): QuestionDraft => ({ kind: 'approval', ...shared(challenge), confirm })

const mediumOf = ({ name, hint }: TanMedium) => ({ name, hint })

export const tanMethods = (methods: readonly TanMethod[]): Connection['tanMethods'] => methods.map((method) => ({ id: method.function, name: method.name, isDecoupled: method.decoupled !== null }))
