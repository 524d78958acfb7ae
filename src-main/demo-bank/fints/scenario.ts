/** What can be made to go differently, by option for the whole bank or by login name (`de-locked`) for one customer. */
export const SCENARIOS = {
  'no-tan': 'nothing ever needs a TAN',
  'tan-at-login': 'every login needs a TAN, and then nothing else does',
  'sms': 'only mobileTAN, with two phones to choose from',
  'chip': 'only chipTAN optical (flicker code)',
  'photo': 'only photoTAN (picture)',
  'qr': 'only QR-TAN (picture)',
  'push': 'only pushTAN (approved on another device at the second poll)',
  'declined': 'pushTAN, and the customer declines',
  'patient': 'pushTAN, and the customer never reacts',
  'waits-for-push': 'pushTAN, and the bank forbids polling (3957)',
  'locked': 'the access is blocked',
  'new-system-id': 'the first login is refused because the device is unknown (9391)',
  'ends-dialog': 'the bank ends the first dialog at its first order',
  'busy': 'two of four messages are answered with HTTP 503',
  'drip': 'answers drip slowly (over http only)',
  'truncated': 'the first answer to an order is cut short',
  'no-upd': 'the bank sends no list of accounts with the login',
  'no-camt': 'statements only as MT940',
  'no-mt940': 'statements only as camt',
  'no-anonymous': 'no anonymous access',
  'unregistered': 'the product id is refused (9078)',
} as const satisfies Readonly<Record<string, string>>

export type ScenarioName = keyof typeof SCENARIOS

export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(SCENARIOS, name)

export type Scenarios = ReadonlySet<ScenarioName>
