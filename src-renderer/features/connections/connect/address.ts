/** Hosts that are this computer: the only ones that may be spoken to without TLS. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Why a PIN must not go to this address; undefined where it may. */
export function addressProblem(text: string): 'missing' | 'wrong' | 'insecure' | undefined {
  const address = text.trim()
  if (address === '') return 'missing'
  if (!URL.canParse(address)) return 'wrong'
  const { protocol, hostname } = new URL(address)
  if (protocol === 'https:') return undefined
  return protocol !== 'http:' ? 'wrong' : LOOPBACK.test(hostname) ? undefined : 'insecure'
}

export const hostOf = (address: string): string => (URL.canParse(address.trim()) ? new URL(address.trim()).host : '')

/** The address is this computer's own, reached without TLS: nothing is encrypted on a way that does not exist. */
export function isHere(address: string): boolean {
  if (!URL.canParse(address.trim())) return false
  const { protocol, hostname } = new URL(address.trim())
  return protocol === 'http:' && LOOPBACK.test(hostname)
}
