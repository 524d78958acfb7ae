/**
 * Who stands behind a payment service: taxonomy policy, "the merchant behind decides". The patterns are the services' own
 * statement texts: `PAYPAL *STEAM`, `SQ *BLUE BOTTLE`, `PP.1234.PP . SPOTIFY, Ihr Einkauf bei SPOTIFY`.
 */
export interface Seen {
  readonly payee: string
  /** The service that was looked through; empty where there was none. */
  readonly via: string
  /** Nothing is known of the merchant behind. */
  readonly isBlind: boolean
}

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^(?:paypal|pp|pypl)\s*\*\s*/i, 'paypal'],
  [/^(?:sq|gosq|square)\s*\*\s*/i, 'square'],
  [/^(?:tst|toast)\s*\*\s*/i, 'toast'],
  [/^(?:sumup|smp)\s*[*_.]+\s*/i, 'sumup'],
  [/^(?:zettle|iz|izettle)[\s_]*\*\s*/i, 'zettle'],
  [/^(?:klarna)\s*\*\s*/i, 'klarna'],
  [/^(?:afterpay|clearpay)\s*\*\s*/i, 'instalments'],
  [/^(?:stripe|mollie|adyen|ady|cko|wpy|nya|nyx|ls|clv|py|fs|bt|eb|ppro|payu|spo|in|sp|dnh|cke|act|paddle\.net|paddle|2co\.com|dri|ccbill|fastspring|rvt|olo|pos|ezi|hlu|sumupltd|sqm|wix)\s*\*\s*/i, 'acquirer'],
  [/^sumup\s+/i, 'sumup'],
  [/^sp\s+(?=[a-z]{3})/i, 'shopify'],
  [/^amz\*\s*/i, 'amazon pay'],
  [/^(?:apple pay|google pay|applepay|gpay)\s*[-*:]?\s+/i, 'wallet'],
]

const NOISE = /^(?:card payment to|card purchase(?: with pin)?|debit card purchase|pos debit|pos purchase|pos withdrawal|pos refund|pos pur|purchase authorized on \d\d\/\d\d|recurring payment authorized on \d\d\/\d\d|checkcard \d{4}|check ?card purchase|checkcard|visa check crd purchase|visa debit|visa purchase|visa dda pur|dda purchase|dbt purchase|debit purchase|debit card|debit pos|pending|purchase|recurring payment to|recurring card payment|contactless payment|contactless|electronic payment|online payment to|bill payment to|bill pay|direct debit payment to|direct debit to|direct debit|standing order to|standing order|faster payment to|faster payments receipt|faster payment|bank giro credit|bacs payment|bacs|ach debit|ach credit|ach pmt|ach|ppd|web pmt|dd|fpi|fpo|bgc|bcc|ddr|so|sto|deb|cpm|vis|pos|ec|girocard|maestro|visa|mastercard|mc|kartenzahlung|kauf bei|einkauf bei|zahlung an|lastschrift von|vpay)(?=[\s:*-])[\s:*-]+/i
const PURCHASE = /(?:ihr einkauf bei|your purchase at|einkauf bei|ihre zahlung an|zahlung an)\s+(.+?)(?=\s{2,}|,\s*(?:artikel|ihr)|$)/i
const SERVICE = /^(?:paypal(?: (?:europe|\(europe\)|inst xfer|des|pte|payment|\.com|inc)|$)|pay ?pal s|klarna(?: bank| ab|$)|sofort gmbh|stripe(?: payments|$)|adyen|mollie|amazon payments|amazon pay\b|sumup(?: payments|$)|giropay|paydirekt|unzer|secupay|computop|payone|micropayment|concardis|worldline|nexi|first data|telecash|ccv|vr payment|novalnet|square inc|zettle|izettle)/i
const SENT_TO = /(?:geld gesendet an|geld an|money sent to|payment sent to)\s+([^,;/]{3,60})/i
const MERCHANT_IN_PURPOSE = /(?:^|[./]\s*\.?\s*)([a-z][^,]{2,60}?),\s*ihr einkauf/i
const LEADING_REFERENCE = /^(?:\W|\d|pp\.\d+\.pp|des:?|id:?|inst xfer|co id|web|ppd)+/i

/** `Klarna Rechnung OTTO`: the service again, and that it is about an order. */
const ORDER = /^(?:(?:klarna|paypal|stripe|adyen|mollie|rechnung|bestellung|zahlung|einkauf|kauf|invoice|order|payment)\b[\s.:,*-]*(?:(?:bei|an|fuer|von|at|to|for)\b\s*)?)+(?=[a-z]{3})/i

/** Looks behind services and the bank's own prefixes, until a merchant stands first. */
export function lookThrough(payee: string, purpose: string): Seen {
  let name = payee.trim()
  let via = ''
  for (let turn = 0; turn < 4; turn += 1) {
    const bare = stripped(name)
    if (bare.via !== '') via = bare.via
    if (bare.name === name) break
    name = bare.name
  }
  if (isOnlyNoise(name)) return { ...fromPurpose(purpose, via), isBlind: false }
  if (!SERVICE.test(name)) return { payee: name, via, isBlind: false }
  return behindService(name, purpose)
}

function stripped(name: string): { name: string; via: string } {
  if (name.length < 3) return { name, via: '' }
  for (const [prefix, via] of PREFIXES) {
    if (prefix.test(name)) return { name: name.replace(prefix, ''), via }
  }
  const rest = name.replace(NOISE, '')
  return { name: rest.length >= 3 ? rest : name, via: '' }
}

/** Some banks write only `POS DEBIT VISA CHECK CRD PURCHAS` into the name and the merchant into the memo. */
const isOnlyNoise = (name: string): boolean => name === '' || /^(?:visa check crd purchas?e?|check crd purchas?e?|crd purchas?e?|debit|purchase|pos|card payment|kartenzahlung|visa debitkartenumsatz.*|paypal)$/i.test(name)

function fromPurpose(purpose: string, via: string): { payee: string; via: string } {
  let text = purpose.trim()
  for (let turn = 0; turn < 4; turn += 1) {
    const bare = stripped(text)
    const rest = bare.name.replace(/^(?:visa check crd purchase|check crd purchase|crd purchase|\d\d\/\d\d)\s+/i, '')
    if (bare.via !== '') via = bare.via
    if (rest === text) break
    text = rest
  }
  return { payee: text, via }
}

function behindService(name: string, purpose: string): Seen {
  const via = /^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? ''
  const said = PURCHASE.exec(purpose)?.[1] ?? MERCHANT_IN_PURPOSE.exec(purpose)?.[1] ?? SENT_TO.exec(purpose)?.[1]
  if (said !== undefined && said.trim().length >= 2) return { payee: said.trim(), via, isBlind: false }
  const rest = purpose.replace(LEADING_REFERENCE, '').replace(ORDER, '').trim()
  return /[a-z]{3}/i.test(rest) ? { payee: rest, via, isBlind: false } : { payee: name, via, isBlind: true }
}
