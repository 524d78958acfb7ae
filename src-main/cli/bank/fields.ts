import { challengeLabel } from '#shared/challenge-label.ts'
import type { Answer, Question, Refresh } from '#shared/connections.ts'
import type { Context } from '../command.ts'
import { words } from '../words.ts'
import { challengeOf, runTanCommand } from './tan-command.ts'

type ChallengeQuestion = Extract<Question, { kind: 'challenge' }>
type NewPasswordQuestion = Extract<Question, { kind: 'new-password' }>

/** Answers what the bank asks beside the password: by the person's own program, else at the terminal. */
export async function answerFields(context: Context, command: string | undefined, question: ChallengeQuestion, refresh: Refresh, signal: AbortSignal): Promise<Answer | null> {
  const fields = question.fields.map((field) => ({ id: field.id, label: challengeLabel(field, context.language) }))
  if (command === undefined) return await askFields(context, fields, question.paragraphs)
  const printed = await runTanCommand(context.terminal, command, challengeOf({ ...question, fields }, refresh), signal)
  return printed === null ? null : complete(fields, printed.startsWith('{') ? byId(printed) : byLine(fields, printed))
}

/** A new password: printed by the person's own program, else typed twice. */
export async function chooseNewPassword(context: Context, command: string | undefined, question: NewPasswordQuestion, refresh: Refresh, signal: AbortSignal): Promise<Answer | null> {
  if (command !== undefined) return passwordOf(await runTanCommand(context.terminal, command, challengeOf(question, refresh), signal))
  const { terminal, language } = context
  const say = words(language)
  const shown = [say.newPasswordWanted, ...question.paragraphs].join('\n')
  const first = await terminal.askSecret(`${shown}\n${say.newPassword} (${question.minLength}–${question.maxLength}): `)
  const second = first === undefined ? undefined : await terminal.askSecret(`${say.newPasswordAgain}: `)
  return first !== undefined && first.reveal() === second?.reveal() ? passwordOf(first.reveal()) : null
}

type Fields = ChallengeQuestion['fields']

async function askFields({ terminal }: Context, fields: Fields, paragraphs: readonly string[]): Promise<Answer | null> {
  const given = new Map<string, string>()
  for (const [index, { id, label }] of fields.entries()) {
    const before = index === 0 && paragraphs.length > 0 ? `${paragraphs.join('\n')}\n` : ''
    const typed = await terminal.askSecret(`${before}${label}: `)
    if (typed === undefined) return null
    given.set(id, typed.reveal())
  }
  return complete(fields, given)
}

/** Every field or nothing. */
function complete(fields: Fields, given: ReadonlyMap<string, string>): Answer | null {
  const answers = fields.map(({ id }) => ({ id, answer: given.get(id)?.trim() ?? '' }))
  return answers.some(({ answer }) => answer === '') ? null : { kind: 'challenge', answers }
}

/** One answer a line, in the order of the questions. */
function byLine(fields: Fields, printed: string): ReadonlyMap<string, string> {
  const lines = printed.split(/\r?\n/)
  return new Map(fields.map(({ id }, index) => [id, lines[index] ?? '']))
}

/** A JSON object of ids and answers. */
function byId(printed: string): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = JSON.parse(printed)
    return new Map(Object.entries(parsed ?? {}).flatMap(([id, answer]): [string, string][] => (typeof answer === 'string' ? [[id, answer]] : [])))
  } catch {
    return new Map()
  }
}

const passwordOf = (text: string | null): Answer | null => (text === null || text === '' ? null : { kind: 'new-password', password: text })
