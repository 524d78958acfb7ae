import type { Command } from './commands.ts'
import type { MessageKey } from './text.ts'

/** Commands under their headings, in the order the headings first come; of two with one id the later one counts. */
export function byGroup(commands: readonly Command[]): { readonly group: MessageKey; readonly commands: readonly Command[] }[] {
  const latest = [...new Map(commands.map((command) => [command.id, command])).values()]
  return [...Map.groupBy(latest, ({ group }) => group)].map(([group, list]) => ({ group, commands: list }))
}
