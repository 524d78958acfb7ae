/** What can be made to go differently, by option for the whole bank or by login name (`us-locked`) for one customer. */
export const OFX_SCENARIOS = {
  'mfa': 'questions beside the password at every session (3000)',
  'clientuid': 'a computer must be known; an unknown one is refused once, as if it then were allowed on the website (15510)',
  'token': 'a code from the website beside the password (15512)',
  'must-change': 'the password must be changed first (15000)',
  'no-change': 'the password cannot be changed (15503)',
  'locked': 'the login is locked (15502)',
  'in-use': 'the login is in use elsewhere (15501)',
  'no-anonymous': 'nobody gets the profile without a login',
  'old': 'only SGML is spoken',
  'new': 'only XML is spoken',
  'reordered': 'message sets and items come in reverse order',
  'missing-item': 'the last of several items is not answered',
  'duplicated-item': 'the first of several items is answered twice',
  'unknown-item': 'the first of several items is answered under a number that nobody gave',
  'item-error': 'the first of several items is refused (2003), the others are answered',
  'wrong-severity': 'refusals come as INFO and successes as ERROR',
  'drip': 'answers drip slowly (over http only)',
  'silent': 'no answer ever comes (over http only)',
  'truncated': 'the first answer with a statement is cut short',
  'lost': 'the first answer to a transfer is cut short; it was carried out all the same',
  'html': 'a page in HTML with status 200',
  'redirect': 'a redirect to another host',
  'moved': 'a redirect within this host',
  'gzip': 'answers are packed',
  'bom': 'answers begin with a byte order mark',
  'wrong-charset': 'SGML comes in UTF-8 and says it does not',
  'cookies': 'a cookie set with the profile must come back with everything else',
  'busy': 'every second request is answered with HTTP 503',
} as const satisfies Readonly<Record<string, string>>

export type OfxScenario = keyof typeof OFX_SCENARIOS
export const isOfxScenario = (name: string): name is OfxScenario => Object.hasOwn(OFX_SCENARIOS, name)
export type OfxScenarios = ReadonlySet<OfxScenario>
