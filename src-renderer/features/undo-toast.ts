import { runCommand } from '#renderer/ui/commands.ts'
import { useText } from '#renderer/ui/text.ts'
import { dismissToast, showToast } from '#renderer/ui/toasts.ts'

let offered: number | undefined

/** Says what was done and offers to take it back. Only the newest offer stays: undo takes back the last step and no other. */
export function useUndoToast(): (said: string) => void {
  const { t } = useText()
  return (said) => {
    if (offered !== undefined) dismissToast(offered)
    offered = showToast(said, { tone: 'good', action: { label: t('ui.undo'), run: () => runCommand('history.undo') } })
  }
}
