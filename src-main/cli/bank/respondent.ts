import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Question, Refresh, RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Connections } from '#main/sync/index.ts'
import type { Context } from '../command.ts'
import { NOBODY_THERE } from '../failure-text.ts'
import { usageIn, type Usage } from '../usage.ts'
import { words } from '../words.ts'
import { textOf, type Values } from './options.ts'
import { answerFields, chooseNewPassword } from './fields.ts'
import { challengeOf, runTanCommand } from './tan-command.ts'

type TanQuestion = Extract<Question, { kind: 'tan' }>
type ApprovalQuestion = Extract<Question, { kind: 'approval' }>

export interface RespondentOptions {
  readonly tanMethod: string | undefined
  readonly tanMedium: string | undefined
  /** A folder for data files (`keep.ts`). */
  readonly keep?: string | undefined
  readonly tanCommand: string | undefined
  /** How many minutes a question waits; else what the settings say. */
  readonly patience?: string | undefined
}

export const respondentOptions = (values: Values): RespondentOptions => ({ tanMethod: textOf(values, 'tan-method'), tanMedium: textOf(values, 'tan-medium'), tanCommand: textOf(values, 'tan-command'), keep: textOf(values, 'keep'), patience: textOf(values, 'patience') })

/** Answers what a refresh asks: by options, by the person's own program, or by asking at the terminal. */
export class Respondent {
  readonly #context: Context
  readonly #options: RespondentOptions
  /** The question that each refresh waits with. */
  readonly #current = new Map<RefreshId, { readonly questionId: string; readonly over: AbortController }>()
  /** One terminal, one question at a time. */
  #last: Promise<unknown> = Promise.resolve()
  /** Said where nobody could answer. */
  refusal: Usage | AppError | null = null

  constructor(context: Context, options: RespondentOptions) {
    this.#context = context
    this.#options = options
  }

  /** Hears of every change of a refresh; each question is taken up once. */
  note(refresh: Refresh, connections: Connections): void {
    const { id, question } = refresh
    const current = this.#current.get(id)
    if (question?.questionId === current?.questionId) return
    current?.over.abort()
    this.#current.delete(id)
    if (question === null) return
    const over = new AbortController()
    this.#current.set(id, { questionId: question.questionId, over })
    this.#last = this.#last.then(() => this.#respond(question, refresh, connections, over.signal))
  }

  async #respond(question: Question, refresh: Refresh, connections: Connections, signal: AbortSignal): Promise<void> {
    const answer = signal.aborted ? null : await this.#answerTo(question, refresh, signal)
    if (signal.aborted) return
    const given = answer === null ? null : connections.answer(refresh.id, question.questionId, answer)
    // A question that cannot be answered, or was answered wrongly, will not be answered better by waiting.
    if (given?.ok === true) return
    if (given?.error.kind === 'invalid_input') this.refusal = { kind: 'invalid_input', path: question.kind === 'tan' ? 'TAN' : 'answer', reason: words(this.#context.language).answerUnfit }
    connections.cancel(refresh.id)
  }

  async #answerTo(question: Question, refresh: Refresh, signal: AbortSignal): Promise<Answer | null> {
    switch (question.kind) {
      case 'tan': return await this.#tan(question, refresh, signal)
      case 'approval': return await this.#approve(question, refresh, signal)
      case 'method': {
        const ids = question.methods.map(({ id, name }) => ({ value: id, label: `${id}  ${name}` }))
        const id = await this.#choose('--tan-method', this.#options.tanMethod, ids, ids.at(-1)?.value)
        return id === null ? null : { kind: 'method', id }
      }
      case 'medium': {
        const names = question.media.map(({ name, hint }) => ({ value: name, label: hint === null ? name : `${name}  ${hint}` }))
        const name = await this.#choose('--tan-medium', this.#options.tanMedium, names, names[0]?.value)
        return name === null ? null : { kind: 'medium', name }
      }
      case 'accounts': return { kind: 'accounts', keys: question.accounts.map(({ key }) => key), days: 0 }
      case 'challenge': return this.#orRefusal(await answerFields(this.#context, this.#options.tanCommand, question, refresh, signal), words(this.#context.language).needsAnswers)
      case 'new-password': return this.#orRefusal(await chooseNewPassword(this.#context, this.#options.tanCommand, question, refresh, signal), words(this.#context.language).needsNewPassword)
    }
  }

  #needsOf({ purpose }: ApprovalQuestion): string {
    const { needsComputer, needsApproval } = words(this.#context.language)
    return purpose === 'computer' ? needsComputer : needsApproval
  }

  #orRefusal(answer: Answer | null, reason: string): Answer | null {
    if (answer === null) this.refusal = { kind: 'invalid_input', path: NOBODY_THERE, reason }
    return answer
  }

  /** By option, else by asking, else the one that stands in. */
  async #choose(option: string, wanted: string | undefined, choices: readonly { readonly value: string; readonly label: string }[], standIn: string | undefined): Promise<string | null> {
    const { terminal, language } = this.#context
    const isKnown = (value: string): boolean => choices.length === 0 || choices.some((choice) => choice.value === value)
    const list = choices.map(({ label }) => `  ${label}`).join('\n')
    if (wanted !== undefined && isKnown(wanted)) return wanted
    if (wanted === undefined) {
      const typed = await terminal.ask?.(`${words(language).choose} ${option}\n${list}\n> `)
      if (typed === undefined && standIn !== undefined) return standIn
      if (typed !== undefined && typed !== '' && isKnown(typed)) return typed
    }
    this.refusal = usageIn(({ nameIt, chooseOne }) => `${option}: ${choices.length === 0 ? nameIt : `${chooseOne} ${choices.map(({ value }) => value).join(', ')}`}`)
    return null
  }

  async #tan(question: TanQuestion, refresh: Refresh, signal: AbortSignal): Promise<Answer | null> {
    const { tanCommand } = this.#options
    const tan = tanCommand === undefined ? await this.#askTan(question) : await runTanCommand(this.#context.terminal, tanCommand, challengeOf(question, refresh), signal)
    if (tan !== null && tan !== '') return { kind: 'tan', tan }
    const say = words(this.#context.language)
    this.refusal = { kind: 'invalid_input', path: NOBODY_THERE, reason: tanCommand === undefined ? say.needsTan : say.tanCommandFailed }
    return null
  }

  async #approve(question: ApprovalQuestion, refresh: Refresh, signal: AbortSignal): Promise<Answer | null> {
    const { tanCommand } = this.#options
    const { terminal, language } = this.#context
    if (tanCommand !== undefined) return await runTanCommand(terminal, tanCommand, challengeOf(question, refresh), signal) === null ? this.#orRefusal(null, this.#needsOf(question)) : APPROVED
    const say = words(language)
    const where = question.purpose === 'computer' ? say.approveComputer : say.approveElsewhere
    terminal.note(`${[question.methodName, ...question.paragraphs, where].filter((line) => line !== '').join('\n')}\n`)
    if (!question.confirm) return APPROVED
    const hasApproved = await terminal.ask?.(say.approvedEnter) !== undefined
    return this.#orRefusal(hasApproved ? APPROVED : null, this.#needsOf(question))
  }

  async #askTan({ methodName, paragraphs, show, image, flicker, tan }: TanQuestion): Promise<string | null> {
    const { terminal, language } = this.#context
    const say = words(language)
    const picture = image === null ? null : await keepPicture(image.base64, image.mime)
    const shown = show === 'flicker' && flicker !== null ? `${say.flickerCode} ${flicker}\n` : picture === null ? '' : `${say.pictureAt} ${picture}\n`
    const typed = await terminal.askSecret(`${methodName}\n${paragraphs.join('\n')}\n${shown}${tan.label}: `)
    return typed?.reveal().trim() ?? null
  }
}

const APPROVED: Answer = { kind: 'approved' }

async function keepPicture(base64: string, mime: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-tan-'))
  const file = join(folder, `challenge.${mime.split('/')[1] ?? 'png'}`)
  await writeFile(file, Buffer.from(base64, 'base64'), { mode: 0o600 })
  return file
}
