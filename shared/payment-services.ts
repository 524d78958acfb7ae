/** Written as the services write themselves. */
const NAMES: Readonly<Record<string, string>> = {
  'paypal': 'PayPal', 'pay': 'PayPal', 'sumup': 'SumUp', 'zettle': 'Zettle', 'izettle': 'Zettle', 'giropay': 'giropay', 'paydirekt': 'paydirekt', 'amazon': 'Amazon Pay', 'amazon pay': 'Amazon Pay',
  'first': 'First Data', 'telecash': 'TeleCash', 'ccv': 'CCV', 'vr': 'VR Payment', 'payone': 'PAYONE',
}
/** What stands behind these is known to nobody but the reader of texts. */
const NAMELESS: ReadonlySet<string> = new Set(['acquirer', 'wallet', 'instalments'])

/** The service that a payment went through, as people know it; empty where there was none that they know. */
export const serviceName = (via: string): string => (via === '' || NAMELESS.has(via) ? '' : NAMES[via] ?? `${via.slice(0, 1).toUpperCase()}${via.slice(1)}`)
