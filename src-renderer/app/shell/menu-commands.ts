import { onScopeDispose } from 'vue'
import { on } from '#renderer/api/client.ts'
import { runCommand } from '#renderer/ui/commands.ts'

/** The menu bar names commands of the window; one that nobody offers just now does nothing. */
export function useMenuCommands(): void {
  onScopeDispose(on('menu.command', ({ command }) => { runCommand(command) }))
}
