import { defineComponent, onScopeDispose, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { register } from '#renderer/ui/commands.ts'

/** Shows nothing: it lets every open account be called up from the palette by its name. */
export const AccountCommands = defineComponent(() => {
  const store = useAccountsStore()
  const router = useRouter()
  let forget = () => {}

  watch(() => store.open, (accounts) => {
    forget()
    forget = register(accounts.map(({ id, name }) => ({
      id: `accounts.open-${id}`, title: 'accounts.command.open', values: { account: name }, group: 'shell.group.go', run: () => router.push(`/accounts/${id}`),
    })))
  }, { immediate: true })
  onScopeDispose(() => { forget() })
  return () => null
})
