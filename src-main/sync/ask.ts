import type { Answer, Question } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'

type Drafted<Q> = Q extends unknown ? Omit<Q, 'questionId' | 'expiresAt'> : never
export type QuestionDraft = Drafted<Question>

/** Asks a person. Withdrawn by the signal where the answer came by another way. */
export type Ask = (draft: QuestionDraft, withdrawn?: AbortSignal) => Promise<Result<Answer, AppError>>
