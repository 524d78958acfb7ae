import { sentence } from '#shared/error-text.ts'
import type { Connection } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { useRefreshingStore } from '#renderer/stores/refreshing.ts'
import { useText } from '#renderer/ui/text.ts'
import { showToast } from '#renderer/ui/toasts.ts'

/** Begins refreshes from wherever a button stands, and says why where that is not possible. */
export function useRefresh() {
  const refreshing = useRefreshingStore()
  const { language } = useText()

  function told(result: Result<null, AppError>): void {
    if (!result.ok) showToast(sentence(result.error, language.value).what, { tone: 'bad' })
  }

  return {
    begin: async (connection: Connection, options?: { importNewAccounts?: boolean }) => { told(await refreshing.begin(connection, options)) },
    beginAll: async () => { told(await refreshing.all()) },
  }
}
