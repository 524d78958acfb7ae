import type { Answer, Question } from '#shared/connections.ts'
import type { Instant } from '#shared/dates.ts'
import type { AppError } from '#shared/errors.ts'
import { isFirstDays } from '#shared/ipc/limits.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { instantAfter, type Clock } from '#main/platform/clock.ts'
import type { Random } from '#main/platform/random.ts'
import type { Timer } from '#main/platform/timer.ts'
import type { QuestionDraft } from './ask.ts'

export interface DeskParts {
  readonly clock: Clock
  readonly timer: Timer
  readonly random: Random
  /** So long a question stands. */
  readonly patienceMs: number
  readonly onChange: (question: Question | null) => void
}

interface Open { readonly question: Question; readonly end: (result: Result<Answer, AppError>) => void }

/** The one question that a refresh waits with. It stands until it is answered, withdrawn or too old, whoever looks at it. */
export class QuestionDesk {
  readonly #parts: DeskParts
  #open: Open | null = null

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  ask(draft: QuestionDraft, signal: AbortSignal): Promise<Result<Answer, AppError>> {
    const { clock, timer, random, patienceMs, onChange } = this.#parts
    const question = complete(draft, random.uuid(), instantAfter(clock.now(), patienceMs))
    return new Promise((resolve) => {
      const over = new AbortController()
      const end = (result: Result<Answer, AppError>): void => {
        if (over.signal.aborted) return
        over.abort()
        this.#open = null
        onChange(null)
        resolve(result)
      }
      this.#open = { question, end }
      onChange(question)
      signal.addEventListener('abort', () => { end(err({ kind: 'cancelled' })) }, { once: true })
      if (signal.aborted) end(err({ kind: 'cancelled' }))
      // The wait ends with the question; its rejection only says so.
      timer.wait(patienceMs, over.signal).then(() => { end(err({ kind: 'nobody_answered' })) }, () => undefined)
    })
  }

  /** An answer to an earlier question, or of the wrong kind, is refused and the question stands. */
  answer(questionId: string, answer: Answer): Result<null, AppError> {
    const open = this.#open
    if (open === null || open.question.questionId !== questionId) return err({ kind: 'not_found', what: 'question' })
    const fault = faultIn(open.question, answer)
    if (fault !== null) return err({ kind: 'invalid_input', path: fault })
    // Nothing to pass on where the bank itself is asked until it says so.
    if (open.question.kind === 'approval' && !open.question.confirm) return ok(null)
    open.end(ok(answer))
    return ok(null)
  }
}

function complete(draft: QuestionDraft, questionId: string, expiresAt: Instant): Question {
  switch (draft.kind) {
    case 'tan':
    case 'approval':
    case 'challenge':
    case 'new-password': return { ...draft, questionId, expiresAt }
    default: return { ...draft, questionId }
  }
}

/** What is wrong with an answer before the bank sees it; a mistyped TAN must not cost an attempt. */
function faultIn(question: Question, answer: Answer): string | null {
  switch (answer.kind) {
    case 'tan': {
      if (question.kind !== 'tan') return 'answer.kind'
      const { maxLength, isNumeric } = question.tan
      const fits = (maxLength === null || answer.tan.length <= maxLength) && (!isNumeric || /^\d+$/.test(answer.tan))
      return fits ? null : 'answer.tan'
    }
    case 'approved': return question.kind === 'approval' ? null : 'answer.kind'
    case 'method': {
      if (question.kind !== 'method') return 'answer.kind'
      return question.methods.some(({ id }) => id === answer.id) ? null : 'answer.id'
    }
    case 'medium': {
      if (question.kind !== 'medium') return 'answer.kind'
      return question.media.length === 0 || question.media.some(({ name }) => name === answer.name) ? null : 'answer.name'
    }
    case 'accounts': {
      if (question.kind !== 'accounts') return 'answer.kind'
      const known = new Set(question.accounts.map(({ key }) => key))
      if (!isFirstDays(answer.days)) return 'answer.days'
      return answer.keys.every((key) => known.has(key)) ? null : 'answer.keys'
    }
    case 'challenge': return question.kind === 'challenge' ? faultInFields(question.fields, answer.answers) : 'answer.kind'
    case 'new-password': {
      if (question.kind !== 'new-password') return 'answer.kind'
      const { length } = answer.password
      const fits = length >= question.minLength && length <= question.maxLength && (question.allowsSpaces || !/\s/.test(answer.password))
      return fits ? null : 'answer.password'
    }
  }
}

/** Each question of the bank is answered, once, and nothing else is. */
function faultInFields(fields: Extract<Question, { kind: 'challenge' }>['fields'], answers: Extract<Answer, { kind: 'challenge' }>['answers']): string | null {
  const given = new Set(answers.map(({ id }) => id))
  return given.size === answers.length && answers.length === fields.length && fields.every(({ id }) => given.has(id)) ? null : 'answer.answers'
}
