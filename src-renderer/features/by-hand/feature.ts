import { useAccountsStore } from '#renderer/stores/accounts.ts'
import { useByHandStore } from '#renderer/stores/by-hand.ts'
import type { Feature } from '#renderer/ui/feature.ts'
import ByHandOverlay from './ByHandOverlay.vue'

/** What no bank tells is written down from anywhere; on an account's page into that account. */
export const byHandFeature: Feature = {
  commands: (router) => [
    {
      id: 'transactions.new', title: 'byHand.command.row', group: 'transactions.title', keys: ['Mod+N'],
      run: () => {
        const { path, params } = router.currentRoute.value
        const shown = path.startsWith('/accounts/') ? useAccountsStore().open.find(({ id }) => String(id) === params['id']) : undefined
        useByHandStore().openRow(shown?.id)
      },
    },
    { id: 'accounts.new', title: 'byHand.command.account', group: 'transactions.title', run: () => { useByHandStore().openAccount() } },
  ],
  overlay: ByHandOverlay,
}
