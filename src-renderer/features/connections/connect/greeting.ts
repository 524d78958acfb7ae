import { onScopeDispose, watch } from 'vue'
import type { AccessChange } from '#shared/access.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { useConnectStore } from '#renderer/stores/connect.ts'

/** Whoever is still typing is not asked about after. */
const PAUSE_MS = 500

/** What a bank is asked before anybody logs in. */
export interface Greeting<T> {
  /** What it is asked by: it is asked anew when that changes. */
  readonly place: () => unknown
  /** Undefined where there is nobody to ask yet. */
  readonly ask: (way: { readonly access?: AccessChange }, signal: AbortSignal) => Promise<Result<T, AppError>> | undefined
  /** Undefined: it is being asked, and what it said before is void. */
  readonly hear: (answer: Result<T, AppError> | undefined) => void
  /** Nobody got through: what may help is in the settings of the network. */
  readonly barred: () => void
}

/** Asks at once, and again whenever the bank's place or the way there has changed and nobody types any more. */
export function useGreeting<T>({ place, ask, hear, barred }: Greeting<T>): void {
  const connect = useConnectStore()
  let request = new AbortController()

  async function greet(): Promise<void> {
    request.abort()
    const mine = request = new AbortController()
    hear(undefined)
    const { access } = connect.draft
    const answer = await ask(access === undefined ? {} : { access }, mine.signal)
    if (answer === undefined || mine.signal.aborted) return
    hear(answer)
    if (!answer.ok && (answer.error.kind === 'connection_untrusted' || answer.error.kind === 'proxy_failed')) barred()
  }

  watch([place, () => connect.draft.access], (_now, _before, onCleanup) => {
    const pause = setTimeout(() => { void greet() }, PAUSE_MS)
    onCleanup(() => { clearTimeout(pause) })
  })
  onScopeDispose(() => { request.abort() })
  void greet()
}
