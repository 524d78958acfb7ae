import { readCodes } from './codes.ts'
import type { Evidence } from './evidence.ts'
import { tokensOf } from './fold.ts'
import { isSmallReader } from './homonyms.ts'
import type { Hit } from './lexicon.ts'
import { CONFIDENCE_MIN, type Answer, type Owner, type ReasonKind } from './payment.ts'
import { isInitialled, isPersonName, isSameName, leadsToPerson, looksLikeName } from './persons.ts'

/**
 * What a row is for, from what the world knows: own accounts and exact codes, wordings that leave no doubt, merchants, trades,
 * people. Undefined where nothing says enough.
 */
export function decide(row: Evidence, owner: Owner): Answer | undefined {
  const found = ownAccount(row, owner) ?? certainCode(row) ?? decisiveWording(row) ?? ownName(row, owner) ?? merchant(row) ?? trade(row) ?? foreignMerchant(row) ?? person(row) ?? lastResort(row)
  return found !== undefined && found.confidence >= CONFIDENCE_MIN ? found : undefined
}

const answer = (category: string, confidence: number, kind: ReasonKind, evidence: string): Answer => ({ category, confidence, reason: { kind, evidence } })
const wordsOf = (hit: Hit): string => hit.entry.words.join(' ')
const isIn = (row: Evidence): boolean => row.payment.amountMinor > 0
/** Fits the direction of the money. */
const fitsSign = (row: Evidence, { entry }: Hit): boolean => entry.sign === 'any' || (entry.sign === 'in') === isIn(row)

function ownAccount(row: Evidence, owner: Owner): Answer | undefined {
  const { counterpartyIban } = row.payment
  return counterpartyIban !== '' && owner.accounts.has(counterpartyIban) ? answer('transfers.internal', 0.99, 'own-account', counterpartyIban) : undefined
}

function ownName(row: Evidence, owner: Owner): Answer | undefined {
  if (row.means === 'card') return undefined
  const name = owner.names.find((own) => isSameName(tokensOf(own), row.payeeTokens))
  return name === undefined ? undefined : answer('transfers.internal', 0.9, 'own-name', name)
}

function certainCode(row: Evidence): Answer | undefined {
  const code = readCodes(row.payment.code, row.payment.purposeCode, row.payment.amountMinor)
  if (row.means === 'salary' && isIn(row)) return salaryOrPension(row)
  if (code === undefined || !code.isCertain) return row.means === 'cash' ? answer('transfers.cash', 0.95, 'code', row.payment.bookingText) : undefined
  return code.category === 'income.salary' ? salaryOrPension(row, code.confidence) : answer(code.category, code.confidence, 'code', code.evidence)
}

/** A pension comes under the same code as a salary (GV 153 is "Lohn, Gehalt, Rente"), so words tell them apart. */
function salaryOrPension(row: Evidence, confidence = 0.9): Answer {
  const word = strongest([...row.inPayee, ...row.inPurpose].filter((hit) => hit.entry.category === 'income.pension' || hit.entry.category === 'income.benefits'))
  if (word) return answer(word.entry.category, 0.95, 'wording', wordsOf(word))
  return /^(?:rente|pension)\b/i.test(row.payment.bookingText) ? answer('income.pension', 0.9, 'code', row.payment.bookingText) : answer('income.salary', confidence, 'code', row.payment.bookingText)
}

/** Longest wins; of equals, the payee's before the purpose's, because it comes first. */
function strongest(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined
  for (const hit of hits) if (best === undefined || hit.entry.weight > best.entry.weight) best = hit
  return best
}

/** Groups that a merchant's own name often contains: `Church's Chicken`, `School House Pizza`. They decide only where no brand is known. */
function decisiveWording(row: Evidence): Answer | undefined {
  const brand = bestBrand(row)
  const isPlain = brand !== undefined && brand.entry.kind === ''
  const isNamed = row.means !== 'card' && isPersonName(row.payee, row.payeeTokens)
  const hits = [...(isNamed ? row.inPayee.filter(isWhole) : row.inPayee), ...row.inPurpose].filter((hit) => hit.entry.rank === 3 && fitsSign(row, hit) && !(isPlain && overlaps(brand, hit, row)) && !isOutspoken(row, hit, isPlain ? brand.entry.category : ''))
  const incoming = isIn(row) ? strongest(hits.filter(({ entry }) => entry.sign === 'in')) : undefined
  // A mortgage is a loan too; what it is for says more.
  const found = incoming ?? strongest(hits.filter(({ entry }) => entry.category === 'housing.mortgage')) ?? strongest(hits)
  if (found === undefined) return undefined
  if (isIn(row) && incoming === undefined && isPlain && found.entry.category !== 'transfers.cash') return undefined
  // A one-off word inside a shop's name is no wording: the brand is longer and comes first.
  if (!isIn(row) && isPlain && !brand.entry.isCommon && brand.from === 0 && brand.entry.weight >= found.entry.weight + 3 && row.inPayee.includes(found) && row.inPayee.includes(brand)) return undefined
  if (isIn(row) && found.entry.category.startsWith('insurance.') && isPaidOut(row, found)) return answer('income.other', 0.85, 'wording', wordsOf(found))
  // What is insured stands beside the insurer's name: `Sparkassen DirektVersicherung`, `Kfz 33-1`.
  if (found.entry.category.startsWith('insurance.') && row.inPayee.includes(found) && CAR.test(row.purpose)) return answer('insurance.vehicle', 0.93, 'wording', wordsOf(found))
  return answer(found.entry.category, 0.93, 'wording', wordsOf(found))
}

/** Words that mean something else beside this house or in this way of paying. */
function isOutspoken(row: Evidence, { entry, from, to }: Hit, category: string): boolean {
  // Who rents out cars has rental agreements, too; who lends for houses calls them loans.
  if (entry.category === 'housing.rent') return RENTED_THINGS.test(category)
  if (entry.words[0] === 'entgelt') return BANK_PAYS.test(`${row.payee} ${row.purpose}`)
  if (entry.category === 'finance.loan_payment') return category === 'housing.mortgage'
  // In Austria one pays by Bankomat, too.
  if (entry.category === 'transfers.cash') return row.means === 'card' && entry.words[0] === 'bankomat'
  // `Strom/Gas/Wasser`: the town's works bill them together, and most of it is energy.
  return to === from + 1 && entry.words[0] === 'wasser*' && row.inPurpose.some((other) => other.entry.words.length === 1 && POWER.has(other.entry.words[0] ?? ''))
}
const RENTED_THINGS = /^(?:travel|transport|shopping|leisure)\./
/** A bank gives back what it took for something; an employer pays for a month. */
const BANK_PAYS = /erstatt|gutschr|korrektur|r(?:ü|ue)ck|bank|sparkasse/i
const POWER: ReadonlySet<string> = new Set(['strom', 'stromabschlag*', 'energie'])

const CAR = /\b(?:kfz|pkw|krad)\b/i

/** No stem is read in a person's name: `Rothfuss` is no Roth account. */
const isWhole = ({ entry }: Hit): boolean => !entry.words.some((word) => word.includes('*'))

const overlaps = (brand: Hit, hit: Hit, row: Evidence): boolean => row.inPayee.includes(brand) === row.inPayee.includes(hit) && brand.from <= hit.from && brand.to >= hit.to

const isUsable = (row: Evidence, hit: Hit): boolean => hit.entry.rank === 'brand' && (isIn(row) || !hit.entry.category.startsWith('income.'))

/** The merchant: at the payee's beginning before elsewhere, the longer name before the shorter, before what the purpose says. */
function bestBrand(row: Evidence): Hit | undefined {
  let best: Hit | undefined
  let bestScore = 0
  for (const hit of row.inPayee) {
    if (!isUsable(row, hit) || !row.isHome(hit) || (hit.entry.isCommon && hit.from > 0)) continue
    const score = hit.entry.weight + (hit.from === 0 ? 6 : hit.from === 1 ? 2 : 0)
    if (score > bestScore) [best, bestScore] = [hit, score]
  }
  return best ?? purposeBrand(row)
}

/** The purpose speaks of many things; a merchant in it counts where the payee says nothing by itself. */
function purposeBrand(row: Evidence): Hit | undefined {
  if (row.inPayee.some(({ entry }) => entry.rank === 2)) return undefined
  let best: Hit | undefined
  for (const hit of row.inPurpose) {
    if (!isUsable(row, hit) || !row.isHome(hit) || (hit.entry.isCommon && hit.from > 0) || (hit.entry.weight < 5 && hit.from > 0)) continue
    if (best === undefined || hit.entry.weight > best.entry.weight) best = hit
  }
  return best
}

function merchant(row: Evidence): Answer | undefined {
  const brand = bestBrand(row)
  if (brand === undefined) return undefined
  const { entry } = brand
  const evidence = wordsOf(brand)
  const service = ownService(row, brand)
  if (service) return answer(service.entry.category, 0.92, 'merchant', wordsOf(service))
  if (entry.kind !== '') return ambiguousMerchant(row, brand)
  if (isIn(row) && isPaidOut(row, brand)) return answer('income.other', 0.85, 'merchant', evidence)
  if (isWage(row, entry.category)) return answer('income.salary', 0.85, 'code', row.payment.code)
  // Taxonomy policy: what an authority pays back is a tax refund.
  if (isIn(row) && entry.category === 'finance.taxes_government') return answer('income.tax_refund', 0.85, 'merchant', evidence)
  // Inns are called like pubs: `The White Hart Hotel`.
  const hotel = entry.category === 'food.restaurants' && row.inPayee.includes(brand) ? row.inPayee.find((hit) => hit.from >= brand.to && hit.entry.words[0] === 'hotel*') : undefined
  if (hotel) return answer('travel.lodging', 0.85, 'trade', wordsOf(hotel))
  if (entry.isCommon && row.means !== 'card' && row.inPayee.includes(brand) && isPersonName(row.payee, row.payeeTokens)) return undefined
  // One word in the middle of a name is often a word of the name: `Little Sprouts Daycare`.
  if (entry.isCommon || (brand.from > 0 && entry.words.length === 1 && row.inPayee.includes(brand))) {
    const other = lastTrade(row.inPayee.filter((hit) => isWhole(hit) || !overlaps(brand, hit, row)), row)
    if (other && other.entry.category !== entry.category && !isSameTrade(other, brand) && !other.entry.category.startsWith('transfers.')) return answer(other.entry.category, 0.82, 'trade', wordsOf(other))
  }
  return answer(entry.category, entry.isCommon ? 0.85 : 0.94, 'merchant', evidence)
}

/** Shops, hospitals and schools are employers, too: what comes from them by direct deposit (OFX §11.4.4.3) is pay, unless it says that it comes back. */
const isWage = (row: Evidence, category: string): boolean => isIn(row) && row.payment.code === 'DIRECTDEP' && EMPLOYERS.test(category) && !BACK.test(`${row.payee} ${row.purpose}`)
const EMPLOYERS = /^(?:food|shopping|health|housing|transport|travel|leisure|family)\./
const BACK = /refund|rebate|return|revers|reimb|claim|credit adj|cash ?back|reward/i

/** Market places pay sellers, insurers pay for damage; what is neither is money back for what was bought there. */
const isPaidOut = (row: Evidence, { entry }: Hit): boolean => {
  const words = `${row.payee} ${row.purpose}`
  return entry.category.startsWith('shopping.') ? SOLD.test(words) : entry.category.startsWith('insurance.') && CLAIM.test(words) && !PREMIUM_BACK.test(words)
}
const SOLD = /\b(?:payouts?|auszahlung|ankauf|verkauf\w*|verkaufserl\w*|seller|commerce|comerce)\b/i
const CLAIM = /\b(?:claims?|schaden\w*|leistungs?(?:abr\w*|zahlung|erst\w*)|bonus\w*|kostenerst\w*|arztrechnung\w*|settlement)\b/i
const PREMIUM_BACK = /\b(?:beitrags?\w*erst\w*|erst\w* beitrag|premium refund|schadenfreiheit\w*)/i

/** `Gap Outlet` sells what Gap sells; `Gulf Hillside Garage` is a filling station. */
const isSameTrade = (trade: Hit, brand: Hit): boolean =>
  (trade.entry.category === 'shopping.general' && brand.entry.category.startsWith('shopping.')) || (trade.entry.category === 'transport.car_costs' && brand.entry.category === 'transport.fuel')

/** Houses that sell goods and subscriptions under one name: the purpose names the subscription. */
const HOUSES: ReadonlySet<string> = new Set(['amazon', 'amzn', 'apple', 'google', 'microsoft', 'tesco', 'sky'])

function ownService(row: Evidence, brand: Hit): Hit | undefined {
  if (!row.inPayee.includes(brand) || !HOUSES.has(brand.entry.words[0] ?? '')) return undefined
  return strongest(row.inPurpose.filter((hit) => isUsable(row, hit) && row.isHome(hit) && hit.entry.category === 'leisure.media_digital' && hit.entry.weight >= 6))
}

const KINDS: Readonly<Record<string, RegExp>> = {
  insurer: /^insurance\./,
  bank: /^(?:finance|housing\.mortgage|insurance|transfers\.internal|income\.interest)/,
  city: /^(?:income\.|finance\.taxes|family\.childcare|housing\.(?:water|rent|energy)|leisure|transport\.parking|health|shopping\.hobby)/,
  utility: /^(?:housing|transport)/,
  issuer: /^(?:finance|insurance|transfers\.internal|income\.interest)/,
  campus: /^(?:food|housing|family|income|leisure|transport|health)/,
  heritage: /^(?:family|leisure\.events|food|transport\.parking)/,
  charity: /^(?:family|food|leisure|shopping\.(?:general|clothing|hobby))/,
}

/** Short words that mean something only beside an insurer's name. */
const LINES_OF_BUSINESS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:kfz|auto|car|motor|mtr|vehicle|vehic|van|pkw|krad|moto|fahrzeug\w*)\b/i, 'insurance.vehicle'],
  [/\b(?:leben|life|bu|rente|lv \d\w*|rlv|riester|vorsorge|lebensv\w*)\b/i, 'insurance.life_pension'],
  [/\b(?:health|dental|kv|kranken|medical|zahn|pflege)\b/i, 'insurance.health'],
  [/\b(?:home|house|contents|buildings|pet|travel|renters|condo|landlord|hausrat|haftpfl\w*|rechtssch\w*|unfall|reise|tier|glas)\b/i, 'insurance.other'],
]

/** Insurers, banks and authorities sell many things; what is paid for stands in the words beside the name. */
function ambiguousMerchant(row: Evidence, brand: Hit): Answer | undefined {
  const { kind, category } = brand.entry
  const isFitting = KINDS[kind]
  const words = [...row.inPurpose, ...row.inPayee].filter((hit) => hit.entry.rank !== 'brand' && hit.entry.rank !== 1 && !overlaps(brand, hit, row) && fitsSign(row, hit) && isFitting?.test(hit.entry.category) === true)
  if (kind === 'insurer' && isIn(row) && isPaidOut(row, brand)) return answer('income.other', 0.85, 'merchant', wordsOf(brand))
  const word = strongest(words.filter(({ entry }) => entry.rank === 3 || kind !== 'insurer'))
  if (word) return answer(word.entry.category, 0.92, 'merchant', `${wordsOf(brand)}: ${wordsOf(word)}`)
  const line = LINES_OF_BUSINESS.find(([pattern]) => kind === 'insurer' && pattern.test(`${row.payee} ${row.purpose}`))
  if (line) return answer(line[1], 0.9, 'merchant', wordsOf(brand))
  if (kind === 'bank') return bankWithoutWords(row, brand)
  // The bill of a card that this company gave out; with the card itself nobody pays there.
  if (kind === 'issuer') return row.means === 'card' || isIn(row) ? undefined : answer(category, 0.85, 'merchant', wordsOf(brand))
  // Members pay by debit, visitors at the gate.
  if (kind === 'heritage') return answer(row.means === 'debit' || MEMBER.test(`${row.payee} ${row.purpose}`) ? category : 'leisure.events_culture', 0.85, 'merchant', wordsOf(brand))
  if (kind === 'charity' && row.means === 'card') return answer('shopping.general', 0.75, 'merchant', wordsOf(brand))
  // `Bayerische Staatsoper` is no insurer.
  const other = kind === 'insurer' && brand.entry.words.length === 1 ? lastTrade(row.inPayee.filter((hit) => hit !== brand), row) : undefined
  if (other && !other.entry.category.startsWith('insurance.') && !other.entry.category.startsWith('finance.')) return answer(other.entry.category, 0.82, 'trade', wordsOf(other))
  return answer(category, kind === 'city' ? 0.75 : 0.88, 'merchant', wordsOf(brand))
}

const MEMBER = /\b(?:member\w*|subs|subscription|donation)\b/i

/** How a card's bill is paid, beside the name of the bank that gave the card. */
const CARD_BILL = /(?:\be-?pay(?:ment|mt)?\b|\bauto ?pay\b|\bcrd\b|\bcc\b|\bccard\b|crcardpmt|\bpaymt\b|(?:mobile|online|web|ach) (?:pmt|pymt|payment)|credit ?card|kreditkarte|\bcard (?:pmt|pymt|payment)|\bvisa\b|mastercard)/i

/** A bank's name alone says nothing, unless it takes something like a fee. */
function bankWithoutWords(row: Evidence, brand: Hit): Answer | undefined {
  if (!isIn(row) && row.means !== 'card' && CARD_BILL.test(`${row.payment.payee} ${row.payment.purpose}`)) return answer('transfers.internal', 0.85, 'wording', wordsOf(brand))
  const weak = strongest([...row.inPurpose, ...row.inPayee].filter((hit) => hit.entry.rank === 1))
  return weak ? answer(weak.entry.category, 0.8, 'wording', wordsOf(weak)) : trade(row, brand)
}

const GARAGE: ReadonlySet<string> = new Set(['parkhaus*', 'tiefgarage*', 'parkgarage*', 'parkplatz*', 'parkdeck*', 'parkhaus', 'tiefgarage'])

/** The last trade named is what a business is: `Church Street Cafe`, `Hotel Bakery`. */
function lastTrade(hits: readonly Hit[], row: Evidence): Hit | undefined {
  let best: Hit | undefined
  let bestScore = -1
  for (const hit of hits) {
    if (hit.entry.rank !== 2 || !fitsSign(row, hit)) continue
    // Garages are called after what stands beside them: `Parkhaus am Theater`.
    if (hit.from === 0 && GARAGE.has(hit.entry.words[0] ?? '')) return hit
    const score = hit.from * 2 + (hit.isHead ? 3 : 0) + (hit.to - hit.from) * 3 + Math.min(hit.entry.weight, 12) * 0.4
    if (score > bestScore) [best, bestScore] = [hit, score]
  }
  return best
}

/** A part of one word says less than the word: `Tierarztpraxis` is no doctor's practice. */
const isInside = ({ from, to, entry }: Hit, hits: readonly Hit[]): boolean =>
  entry.rank === 2 && to === from + 1 && hits.some((other) => other.entry.rank === 2 && other.from === from && other.to === to && other.isHead && other.entry.weight >= entry.weight + 3)

/** What friends pay each other back: `Curry night` to a person is no restaurant's bill. */
const SHARED_BILL = /^(?:food|leisure|travel|shopping|transport)\./

/** `SV Gruen-Weiss Lehe e.V.`, `1. FC Neudorf`: what German sports clubs are called. */
const SPORTS_CLUB = /^(?:1\. ?)?(?:sv|fc|sc|sg|tv|tc|hc|rc|fv|vfr|ssv|esv|psv|bsv|asv|tb|bc)\b.*\be\.? ?v\.?(?:\W|$)/i

function trade(row: Evidence, besides?: Hit): Answer | undefined {
  const named = row.inPayee.filter((hit) => hit !== besides && !isInside(hit, row.inPayee))
  // What the purpose names again is what is paid: a church's kindergarten.
  const inPayee = lastTrade(named.filter((hit) => row.inPurpose.some(({ entry }) => entry.rank !== 'brand' && entry.category === hit.entry.category)), row) ?? lastTrade(named, row)
  const isPerson = row.means === 'transfer' && (isPersonName(row.payee, row.payeeTokens) || (named.length === 0 && isInitialled(row.payee)))
  if (inPayee && isWage(row, inPayee.entry.category)) return answer('income.salary', 0.82, 'code', row.payment.code)
  // A shop is paid at its till; who sends the bill of an `Elektro Huber` has wired the house.
  if (inPayee && !isPerson && row.means === 'transfer' && inPayee.entry.words[0] === 'elektro*' && row.payeeTokens.includes('elektro')) return answer('housing.home_garden', 0.8, 'trade', wordsOf(inPayee))
  if (inPayee && (!isPerson || inPayee.entry.category === 'health.doctor')) return answer(inPayee.entry.category, 0.85, 'trade', wordsOf(inPayee))
  if (inPayee === undefined && !isIn(row) && SPORTS_CLUB.test(row.payee)) return answer('leisure.fitness_sports', 0.85, 'trade', row.payee)
  const inPurpose = strongest(row.inPurpose.filter((hit) => hit.entry.rank === 2 && fitsSign(row, hit) && !(isPerson && SHARED_BILL.test(hit.entry.category))))
  return inPurpose ? answer(inPurpose.entry.category, 0.8, 'wording', wordsOf(inPurpose)) : undefined
}

/** A merchant from elsewhere: people travel, and shops open branches. */
function foreignMerchant(row: Evidence): Answer | undefined {
  // Who travels pays by card; what is collected or transferred at home means a namesake.
  if (isSmallReader(row.via) || row.means === 'transfer' || row.means === 'debit') return undefined
  const hit = strongest(row.inPayee.filter((found) => isUsable(row, found) && found.entry.kind === '' && found.from === 0 && (found.entry.weight >= (found.entry.isCommon ? 7 : 5) || found.entry.words.length > 1)))
  return hit ? answer(hit.entry.category, hit.entry.isCommon ? 0.72 : 0.8, 'merchant', wordsOf(hit)) : undefined
}

function person(row: Evidence): Answer | undefined {
  // A shop takes cards; of persons only those behind PayPal do.
  if (row.means === 'card') return row.via === 'paypal' && isPersonName(row.payee, row.payeeTokens) ? answer('transfers.person', 0.8, 'person', row.payee) : undefined
  const isPayable = row.means === 'transfer' || leadsToPerson(row.payment.payee) || row.payment.code === ''
  if (isPayable && isPersonName(row.payee, row.payeeTokens)) return answer('transfers.person', 0.85, 'person', row.payee)
  const isQuiet = row.means === 'transfer' && (row.payment.currency === 'EUR' || row.payment.currency === 'CHF') && !row.inPayee.some(({ entry }) => entry.rank !== 1)
  if (row.means === 'transfer' && row.inPayee.length === 0 && isInitialled(row.payee)) return answer('transfers.person', 0.8, 'person', row.payee)
  return isQuiet && looksLikeName(row.payee) ? answer('transfers.person', 0.74, 'person', row.payee) : undefined
}

function lastResort(row: Evidence): Answer | undefined {
  const word = strongest([...row.inPayee, ...row.inPurpose].filter((hit) => hit.entry.rank === 1 && !row.isBlind && (row.means !== 'card' || !hit.entry.category.startsWith('transfers.'))))
  if (word) return answer(word.entry.category, 0.72, 'wording', wordsOf(word))
  if (row.via === 'toast') return answer('food.restaurants', 0.85, 'code', 'TST*')
  const code = readCodes(row.payment.code, row.payment.purposeCode, row.payment.amountMinor)
  if (code) return answer(code.category, code.confidence, 'code', code.evidence)
  return row.means === 'salary' && isIn(row) ? answer('income.salary', 0.85, 'code', row.payment.bookingText) : undefined
}
