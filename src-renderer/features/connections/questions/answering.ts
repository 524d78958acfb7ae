import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Answer, Question, Refresh } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import { useRefreshesStore } from '#renderer/stores/refreshes.ts'
import type { MessageKey } from '#renderer/ui/text.ts'

export interface Answering {
  readonly isBusy: Readonly<Ref<boolean>>
  readonly error: Readonly<ShallowRef<AppError | undefined>>
  readonly give: (refresh: Refresh, answer: Answer) => Promise<void>
}

/** Hands an answer over once, and says why where it was not taken. */
export function useAnswering(): Answering {
  const refreshes = useRefreshesStore()
  const isBusy = ref(false)
  const error = shallowRef<AppError>()

  async function give({ id, question }: Refresh, answer: Answer): Promise<void> {
    if (!question || isBusy.value) return
    isBusy.value = true
    error.value = undefined
    const reply = await refreshes.answer(id, question.questionId, answer)
    isBusy.value = false
    if (!reply.ok) error.value = reply.error
  }

  return { isBusy, error, give }
}

/** The name of the button that answers; none where Kontor itself asks the bank whether it was approved. */
export function answerLabel(question: Question): MessageKey | undefined {
  switch (question.kind) {
    case 'tan': return 'connections.question.sendTan'
    case 'approval': return question.purpose === 'computer' ? 'connections.question.allowed' : question.confirm ? 'connections.question.approved' : undefined
    case 'accounts': return 'connections.question.sendAccounts'
    case 'new-password': return 'connections.question.sendPassword'
    case 'method':
    case 'challenge':
    case 'medium': return 'connections.question.send'
  }
}

/** What the sheet is called while this question stands. */
export function questionTitle(question: Question): MessageKey {
  switch (question.kind) {
    case 'tan': return question.purpose === 'login' ? 'connections.question.titleLogin' : 'connections.question.titleOrder'
    case 'approval': return question.purpose === 'computer' ? 'connections.question.titleComputer' : 'connections.question.titleApproval'
    case 'accounts': return 'connections.question.titleAccounts'
    case 'method': return 'connections.question.titleMethod'
    case 'medium': return 'connections.question.titleMedium'
    case 'challenge': return 'connections.question.titleChallenge'
    case 'new-password': return 'connections.question.titlePassword'
  }
}
