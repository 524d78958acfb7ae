import type { AppError } from '#shared/errors.ts'
import { err, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import type { OfxClient, Outcome, SignOnRules, Step } from '#main/connectors/ofx/index.ts'
import type { Ask, QuestionDraft } from '../ask.ts'

export type Done = Extract<Step, { readonly state: 'done' }>
/** The end of an undertaking: whether transfers were carried out may still be open. */
export type Settled = Extract<Step, { readonly state: 'done' | 'uncertain' }>
type Waiting = Exclude<Step, Settled>

export interface Talk {
  readonly client: OfxClient
  readonly ask: Ask
  readonly signal: AbortSignal
  /** The bank has taken another password. */
  readonly onNewPassword: (password: Secret) => void
}

/** The bank does not know this computer yet; its person allows it on the website (OFX 2.3 §2.5.1.2, CLIENTUID). */
const UNKNOWN_COMPUTER = '15510'

/** Follows an undertaking to its end; what the bank wants of a person becomes a question. `start` may begin a second time. */
export async function converse(talk: Talk, start: () => Outcome): Promise<Result<Settled, AppError>> {
  const first = await follow(talk, start())
  if (first.ok || first.error.kind !== 'bank_rejected' || first.error.code !== UNKNOWN_COMPUTER) return first
  // Asked here and not left to the next refresh: a new connection that fails forgets under which number the bank met this computer.
  const allowed = await talk.ask(approvalQuestion(first.error.message))
  return allowed.ok ? await follow(talk, start()) : allowed
}

async function follow(talk: Talk, first: Outcome): Promise<Result<Settled, AppError>> {
  let outcome = await first
  for (;;) {
    if (!outcome.ok) return outcome
    const step = outcome.value
    if (step.state === 'done' || step.state === 'uncertain') return { ok: true, value: step }
    outcome = await proceed(talk, step)
  }
}

async function proceed(talk: Talk, step: Waiting): Promise<Awaited<Outcome>> {
  const { client, signal } = talk
  switch (step.state) {
    case 'questions': {
      const given = await askFields(talk, step.questions.map(({ id, label }) => ({ id, label })), [])
      return given.ok ? await client.answer([...given.value].map(([id, answer]) => ({ id, answer })), signal) : given
    }
    case 'credentials': {
      const given = await askFields(talk, step.labels.map((label, index) => ({ id: `USERCRED${index + 1}`, label })), [])
      return given.ok ? await client.enterCredentials([...given.value.values()], signal) : given
    }
    case 'token': {
      const given = await askFields(talk, [{ id: TOKEN, label: step.label }], [step.message, step.url])
      const token = given.ok ? given.value.get(TOKEN) : undefined
      if (!given.ok) return given
      return token === undefined ? UNFIT : await client.enterToken(token, signal)
    }
    case 'new-password':
      return await changePassword(talk, step)
  }
}

const TOKEN = 'AUTHTOKEN'
/** The desk lets no answer of another kind through. */
const UNFIT = err<AppError>({ kind: 'invalid_input', path: 'answer.kind' })
const PASSWORD_MAX = 32

type Field = Extract<QuestionDraft, { kind: 'challenge' }>['fields'][number]

/** The answers by the fields' ids, in the fields' order. */
async function askFields({ ask }: Talk, fields: Field[], paragraphs: readonly string[]): Promise<Result<ReadonlyMap<string, Secret>, AppError>> {
  const answer = await ask({ kind: 'challenge', fields, paragraphs: said(paragraphs) })
  if (!answer.ok) return answer
  if (answer.value.kind !== 'challenge') return UNFIT
  // SECURITY: what a person answers is a Secret from here on.
  const given = new Map(answer.value.answers.map(({ id, answer: text }) => [id, new Secret(text)]))
  return { ok: true, value: new Map(fields.flatMap(({ id }) => (given.has(id) ? [[id, given.get(id) ?? new Secret('')] as const] : []))) }
}

async function changePassword({ client, ask, signal, onNewPassword }: Talk, { rules, message }: Extract<Waiting, { state: 'new-password' }>): Promise<Awaited<Outcome>> {
  const answer = await ask({ kind: 'new-password', paragraphs: said([message]), ...limitsOf(rules) })
  if (!answer.ok) return answer
  if (answer.value.kind !== 'new-password') return UNFIT
  // SECURITY: the new password is a Secret from here on.
  const wanted = new Secret(answer.value.password)
  return await client.changePassword(wanted, signal, () => { onNewPassword(wanted) })
}

const limitsOf = (rules: SignOnRules | null): { minLength: number; maxLength: number; allowsSpaces: boolean } =>
  ({ minLength: Math.max(1, rules?.minLength ?? 1), maxLength: rules?.maxLength ?? PASSWORD_MAX, allowsSpaces: rules?.allowsSpaces === true })

const said = (paragraphs: readonly string[]): string[] => paragraphs.filter((paragraph) => paragraph.trim() !== '')

const approvalQuestion = (message: string): QuestionDraft => ({ kind: 'approval', purpose: 'computer', methodName: '', medium: null, paragraphs: said([message]), confirm: true })
