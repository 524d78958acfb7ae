import { onScopeDispose, watch } from 'vue'
import { useConnectionsStore } from '#renderer/stores/connections.ts'
import { register } from '#renderer/ui/commands.ts'
import { useRefresh } from './refresh.ts'

/** Lets every connection be refreshed from the palette by its name. */
export function useConnectionCommands(): void {
  const store = useConnectionsStore()
  const { begin } = useRefresh()
  let forget = (): void => undefined

  watch(() => store.connections, (connections) => {
    forget()
    forget = register(connections.map((connection) => ({
      id: `connections.refresh-${connection.id}`, title: 'connections.command.refreshOne', values: { name: connection.name }, group: 'connections.title', run: () => begin(connection),
    })))
  }, { immediate: true })
  onScopeDispose(() => { forget() })
}
