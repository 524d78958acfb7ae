import { sentence } from '#shared/error-text.ts'
import { useConnectStore } from '#renderer/stores/connect.ts'
import { bankOf, useConnectionsStore } from '#renderer/stores/connections.ts'
import { useText } from '#renderer/ui/text.ts'
import { showToast } from '#renderer/ui/toasts.ts'

/** Under this code the directory lists the bank inside Kontor. */
export const DEMO_CODE = '00000000'

/** Opens the wizard with the demo bank chosen: no credentials, no network, and as real as any other on the way. */
export function useDemo(): () => Promise<void> {
  const connect = useConnectStore()
  const connections = useConnectionsStore()
  const { language } = useText()

  return async () => {
    const reply = await connections.search(DEMO_CODE)
    const found = reply.ok ? reply.value.find(({ protocol }) => protocol === 'demo') : undefined
    if (!reply.ok) showToast(sentence(reply.error, language.value).what, { tone: 'bad' })
    connect.open()
    if (found) connect.choose(bankOf(found))
  }
}
