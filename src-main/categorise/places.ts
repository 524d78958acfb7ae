import type { Hit } from './lexicon.ts'

/** Towns that are called like a trade or a chain: `College Station TX`, `Potters Bar`, `Wasserburg`. What stands there says nothing of what was paid for. */
const TOWNS = `college station|college park|college place|college point|college grove|college corner|university park|university place|university city|university heights|state college|ballston spa|leamington spa|boston spa|droitwich spa|woodhall spa|bath spa|matlock bath|melksham spa|gilsland spa|nassau spa|castleton|castlewood|castlebar|castleford|castlerock|castlederg|castlemaine|flowers cove|tolland|metropolitan ave|garden city|garden grove|flower mound|flowery branch|medical lake|camp hill|camp verde|camp lejeune|bar harbor|potters bar|temple bar|bar hill|falls church|church hill|church stretton|church point|butcher hollow|farmers branch|farmersville|electric city|temple terrace|temple hills|temple city|temple cloud|temple ewell|lodge grass|red lodge|red bank|golf manor|ski hill|tire hill|chevy chase|dodge city|dodge center|water mill|water valley|bridgewater|stillwater|whitewater|clearwater|clearwater beach|sweetwater|barberton|doctors inlet|royal oak|royal palm|union city|hobby airport|fashion island|fashion valley|toll house|metropolis|kitchener|schoolcraft|park city|hartford ct|east hartford|west hartford|new hartford|reading pa|mobile al|energy il|cable wi|temple tx|golf il|casino ca|beauty ky|spa city|hotel circle|pinetop lakeside|castle rock|castle hills|castle hayne|castle dale|new castle|castle donington|castle cary|castle bromwich|castle douglas|barnard castle|bishops castle|coffee hall|bere regis|rowley regis|lyme regis|bognor regis|grafton regis|chipping norton|curry mallet|curry rivel|indian queens|indian wells|indian trail|indian head|indian rocks|indian land|ferryhill|queensferry|south queensferry|north queensferry|swimbridge|flowerdown|garden village|welwyn garden|letchworth garden|market harborough|market drayton|market weighton|market rasen|market deeping|market bosworth|theatre royal|mission viejo|mission hills|music row|media city|mediacity|mediacity uk|gas city|oil city|king of prussia|rugby warks|rugby gb|eye suffolk|sandwich kent|sandwich ma|beer devon|tea tx|tea sd|orange park|orange county|apple valley|sugar land|sugar hill|sugar grove|sugar creek|pleasant view|pie town|bakers st|baker street|baker city|bakersfield|brewer me|taylor mi|mason oh|cooper city|fisher in|fishers in|hunter ny|carpenders park|carpentersville|plumstead|wasserburg|wassertruedingen|wasserliesch|wasserkuppe|wassermann|wasserthal|wasserfuhr|blumenthal|blumberg|blumenstein|blumenau|pfarrkirchen|pfarrkirch|zahna|arztheim|schwimmbach|steuerwald|burger str|marktoberdorf|marktredwitz|marktheidenfeld|marktbreit|bad salzuflen|reisbach|reisenberg|reisinger|schulenburg|schulzendorf|buchholz|kinopark|kaffeeberg|weinstadt|weinheim|weingarten|weinsberg|brotterode|fischbach|fischach|fischamend|bierstadt`
const NEAR_STREETS = 'church school college university chapel temple castle park hospital theatre theater station court garden farm museum library golf ferry inn hotel lodge nursery academy clinic market bank mill tennis music zoo toll transit auto energy fiber internet airport'
const STREETS = 'st street str rd road ave avenue ln lane blvd boulevard pkwy parkway row'

/** First words of such names, each with what may follow; none where one word is the name. */
const KNOWN = new Map<string, string[][]>()
for (const name of TOWNS.split('|')) remember(name.split(' '))
for (const word of NEAR_STREETS.split(' ')) for (const street of STREETS.split(' ')) remember([word, street])

function remember([first = '', ...rest]: readonly string[]): void {
  const known = KNOWN.get(first)
  if (known) known.push(rest)
  else KNOWN.set(first, [rest])
}

/** What was found outside of towns' and streets' names. */
export function outsidePlaces(hits: readonly Hit[], tokens: readonly string[]): readonly Hit[] {
  if (!hits.some(({ from }) => KNOWN.has(tokens[from] ?? '') || KNOWN.has(tokens[from - 1] ?? ''))) return hits
  return hits.filter((hit) => !isInPlace(hit, tokens))
}

/** The name of the place reaches at least as far as what was found in it. */
function isInPlace({ from, to }: Hit, tokens: readonly string[]): boolean {
  for (const start of [from - 1, from]) {
    const rests = KNOWN.get(tokens[start] ?? '') ?? []
    if (rests.some((rest) => start + 1 + rest.length >= to && rest.every((word, at) => tokens[start + 1 + at] === word))) return true
  }
  return false
}

const TILL = /[a-z]{3}[^/]*\/\/./i
/** How German card payments name the till's town: `ZUR LINDE 33//BAMBERG/DE`. */
const TOWN = /\/\/[^/]*/g

/** A card payment's text without the town of its till. */
export const withoutTown = (text: string): string => (text.includes('//') && TILL.test(text) ? text.replace(TOWN, ' ') : text)

const STATES = 'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY'
const AMERICAN_TOWN = new RegExp(`^[A-Z.']+(?: [A-Z.']+){0,2} (?:${STATES})$`)
/** Towns of one word that is a trade's, alone in a memo. */
const BRITISH_TOWN = /^(?:rugby|eye|beer|sandwich|reading|barking|poole|bath|ham|battle|deal|ware|hook|diss|rye|settle|street|wells|bank|waterloo)(?: gb)?(?: on \d.*)?$/i

/** Whether a memo is nothing but the town that the card was used in. */
export const isTown = (memo: string, currency: string): boolean => (currency === 'USD' ? AMERICAN_TOWN.test(memo) : currency === 'GBP' && BRITISH_TOWN.test(memo))
