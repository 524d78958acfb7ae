import type { Bank } from '#shared/connections.ts'
import { useConnectStore } from '#renderer/stores/connect.ts'

/** The bank inside Kontor, as the bank directory lists it. */
const DEMO_BANK: Bank = { name: 'Demo Bank', bankCode: '00000000', bic: null, country: '280', protocol: 'demo', url: null }

/** Opens the wizard with the demo bank chosen: no credentials, no network, and as real as any other on the way. */
export function useDemo(): () => void {
  const connect = useConnectStore()
  return () => {
    connect.open()
    connect.choose(DEMO_BANK)
  }
}
