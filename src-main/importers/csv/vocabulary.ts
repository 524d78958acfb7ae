import type { ColumnRole } from '#shared/mapping.ts'

/**
 * What banks call their columns, folded (`foldHeader`), in German, English, French, Italian, Spanish, Dutch and Polish.
 * The order within a role is its rank: where two columns could have the role, the earlier name gets it.
 */
const WORDS: readonly (readonly [ColumnRole, string])[] = [
  ['bookedOn', 'buchungstag|buchungsdatum|buchung|booking date|date booked|posting date|post date|posted date|posted on|posted|date posted|date processed|buchungs datum|datum der buchung|transaction date|transaktionsdatum|date completed utc|date completed|transaction completed utc|completed date|datum des abschlusses|data di completamento|date de fin|fecha de finalizacion|finished on|datum|date|data|fecha|dato|date operation|date de l operation|date de comptabilisation|date comptable|data contabile|data operazione|data operacji|fecha operacion|fecha contable|boekdatum|boekingsdatum|transactiedatum|umsatztag|effective date|day|datetime|date time|created|timestamp|completed on|date effective'],
  ['valueOn', 'valutadatum|wertstellungsdatum|wertstellung|wertstellung valuta|valuta|valuta datum|wert|value date|rentedatum|date de valeur|date valeur|data valuta|fecha valor|data waluty|belegdatum|started date|datum des beginns|data di inizio|date started utc|transaction started utc|transaction date|umsatztag|execution date|kaufdatum|valutadate|valuta date|interest date'],
  ['amount', 'betrag|umsatz|umsatz in|amount|netto|net|importo|importe|montant|bedrag|kwota|kwota operacji|buchungsbetrag|betrag in|transaction amount|amount total|net amount|total amount|summe|amt|value|credit debit amount|source amount after fees|payment amount|castka|belopp|belob|brutto|gross|lordo|avant commission|total'],
  ['debit', 'soll|debit|debit amount|debits|withdrawal|withdrawals|money out|paid out|ausgang|ausgaben|belastung|belastungen|lastschrift betrag|sortie|sorties|dare|addebiti|addebito|uscite|cargo|cargos|af|withdrawal amount|spent|abbuchung'],
  ['credit', 'haben|credit|credit amount|credits|deposit|deposits|money in|paid in|eingang|einnahmen|gutschrift|gutschriften|entree|entrees|avere|accrediti|accredito|entrate|abono|abonos|bij|deposit amount|received'],
  ['sign', 'soll haben|s h|soll haben kennzeichen|sh|debit credit|credit debit|credit or debit|cr dr|dr cr|transaction type|af bij|debet credit|c d|d c|direction|richtung|betragsvorzeichen|sign|vorzeichen|credit debit indicator|code debet credit'],
  ['fee', 'gebuhr|fee|fees|costo|commission|frais|tariffa|amount fee|fremde gebuhren|total fees'],
  ['currency', 'wahrung|waehrung|currency|valuta|devise|divisa|munt|buchungswahrung|payment currency|transaction currency|ccy|monn|moneda|waluta|source currency|kontowahrung|mena|monnaie'],
  ['balance', 'saldo|saldo nach buchung|kontostand|guthaben|balance|running balance|running bal|solde|saldo na trn|saldo contabile|saldo po operacji|account balance|balance after|balance after transaction|closing balance|runningbalance|saldo disponible'],
  ['payee', 'beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|name zahlungsbeteiligter|auftraggeber empfanger|auftraggeber begunstigter|begunstigter auftraggeber|empfanger auftraggeber|sender empfanger|zahlungsempfanger in|zahlungsempfanger|zahlungsempfangerin|empfanger|partner name|payee|counterparty|counterparty name|merchant|merchant name|name|payee name|naam tegenpartij|naam|beneficiary|beneficiaire|nome|nom|nombre|counteraccount name|name zahlungsbeteiligte r|merchantname|target name|to|tegenpartij|empfanger zahlungspflichtiger|gegenpartei|contrepartie|nadawca odbiorca'],
  ['payer', 'zahlungspflichtige r|zahlungspflichtiger|zahlungspflichtige|payer name|source name|auftraggeber|from'],
  ['purpose', 'verwendungszweck|vwz|purpose|payment reference|payment details|zahlungsgrund|reason|description|beschreibung|transaktionsbeschreibung|buchungstext|details|detail|memo|narrative|transaction description|omschrijving|omschrijving 1|descrizione|causale|descripcion|concepto|concept|desc|original description|libelle|motif|communication|mededeling|opis|tytul|title|particulars|bemerkung zur buchung|mitteilung|text|umsatztext|item|description 1|avisierungstext|zweck|wofur'],
  ['bookingText', 'buchungstext|umsatzart|vorgang|umsatztyp|transaktionstyp|typ|art|type|transactiontype|transaction type|booking text|posting text|tipo|transaction details type|mutatiesoort|class'],
  ['reference', 'referenz|reference|referenznummer|ref|reference no|reference number|referenz nr|your reference|referentie'],
  ['counterpartyIban', 'kontonummer iban|iban zahlungsbeteiligter|iban|iban kontonummer|iban konto nr|partner iban|tegenrekening iban bban|tegenrekening|beneficiary iban|payee account number|kontonummer|gegenkonto|iban gegenkonto|account number counterparty|counterparty iban|counterparty account|number|iban auftraggeber empfanger'],
  ['counterpartyBic', 'bic swift code|bic swift code zahlungsbeteiligter|bic|bic tegenpartij|beneficiary bic|bic blz|swift'],
  ['account', 'auftragskonto|iban auftragskonto|iban kontoinhaber|iban auftraggeberkonto|iban bban|rekening|account number|konto|own account|kontonummer auftragskonto|account iban|iban konto|card number|card no|kartennummer|card|account|eigenes konto|kreditkartennummer|own iban|account no'],
  ['accountName', 'account name|bezeichnung auftragskonto|kontoname|produkt|product|prodotto|produit|producto|sub account|konto name'],
  ['endToEndId', 'kundenreferenz end to end|kundenreferenz|end to end id|end to end referenz|end to end reference|endtoendid|ende zu ende referenz'],
  ['mandateReference', 'mandatsreferenz|mandate reference|mandat|mandate|mandatsref'],
  ['creditorId', 'glaeubiger id|glaubiger id|glaubiger identifikationsnummer|creditor id|creditor identifier|incassant id|glaeubiger identifikationsnummer'],
  ['id', 'transaction id|transaktionscode|transactionid|transferwise id|id|transaction reference|transaktions id|numero de transaction|codice transazione|fitid|transaction number|n de transaction|unique id'],
  ['status', 'status|state|statetype|stato|etat|estado|info|stand|booking status'],
  ['category', 'kategorie|category|categorie|categoria|kategoria|budget category|spending category'],
  ['originalAmount', 'betrag fremdwahrung|original amount|originalbetrag|ursprunglicher betrag|fremdwahrungsbetrag|local amount|orig amount|originalamount|amount foreign currency|amount in foreign currency|foreign amount'],
  ['originalCurrency', 'fremdwahrung|original currency|originalwahrung|local currency|orig currency|originalcurrency|type foreign currency|foreign currency'],
  ['exchangeRate', 'wechselkurs|exchange rate|umrechnungskurs|kurs|fx rate|rate'],
  ['checkNumber', 'check number|checknumber|check|check or slip|cheque number|schecknummer|check no|slip'],
  ['notes', 'notizen|notes|note|notiz|comment|notes and tags|remarque|bemerkung|kommentar|anmerkung'],
  ['tags', 'tags|labels|stichworter|schlagworte'],
]

export const ROLE_WORDS: ReadonlyMap<ColumnRole, ReadonlyMap<string, number>> = new Map(WORDS.map(([role, names]) => [role, new Map(names.split('|').map((name, rank) => [name, rank] as const))] as const))

const UMLAUTS: Readonly<Record<string, string>> = { ß: 'ss' }

/** A column's name without what differs from export to export: case, accents, marks, and a currency behind it. */
export function foldHeader(cell: string): string {
  const plain = cell.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f\ufeff]/g, '').replace(/ß/g, (letter) => UMLAUTS[letter] ?? letter)
  const bare = plain.replace(/[([]\s*(?:eur|euro|usd|gbp|chf|czk|pln|sek|nok|dkk|cad|aud|sgd|[€£$])\s*[)\]]/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return bare.replace(/ (?:in )?(?:eur|euro|usd|gbp|chf|czk|pln|sek|nok|dkk)$/, '').replace(/^(betrag|umsatz) in$/, '$1')
}

/** The currency a column's name carries: `Betrag (EUR)`, `Umsatz in EUR`, `Amount CZK`. */
export function headerCurrency(cell: string): string | null {
  const symbol = /[€£]/.exec(cell)?.[0]
  if (symbol !== undefined) return symbol === '€' ? 'EUR' : 'GBP'
  return /(?:[([]|\bin |\s)(EUR|USD|GBP|CHF|CZK|PLN|SEK|NOK|DKK|JPY|CAD|AUD)\b/.exec(cell)?.[1] ?? null
}

/** Languages that write the day first. */
const DAY_FIRST_WORDS = /\b(?:buchung|buchungstag|datum|betrag|umsatz|wertstellung|data|importo|montant|devise|libelle|fecha|importe|bedrag|kwota|valuta)\b/

/** A header that is not English belongs to a country that writes the day first; an English one may be from anywhere. */
export const isDayFirstHeader = (header: readonly string[]): boolean => header.some((cell) => DAY_FIRST_WORDS.test(foldHeader(cell)))
/** German, French, Italian, Spanish and Dutch exports have decimal commas where nothing says otherwise. */
export const isCommaHeader = (header: readonly string[]): boolean => header.some((cell) => /\b(?:buchungstag|buchungsdatum|betrag|umsatz|verwendungszweck|soll|haben)\b/.test(foldHeader(cell)))

const PENDING = /^(?:umsatz vorgemerkt|vorgemerkt|pending|offen|in bearbeitung|en attente|in attesa|in sospeso|pendiente|authori[sz]ed|reserviert)$/
const VOID = /^(?:reverted|ruckgangig|zuruckgesetzt|declined|failed|denied|abgelehnt|fehlgeschlagen|removed|cancell?ed|annulliert|storniert|voided|annullato|expired|rejected|annule|refuse)$/

/** Whether a status says that the row is not booked, or never will be. */
export function statusOf(text: string): 'booked' | 'pending' | 'void' {
  const folded = foldHeader(text)
  return PENDING.test(folded) ? 'pending' : VOID.test(folded) ? 'void' : 'booked'
}

const OUT = /^(?:s|soll|d|dr|db|debit|debet|af|out|ausgang|-|belastung|lastschrift|dbit|withdrawal|expense|ausgabe)$/
const IN = /^(?:h|haben|c|cr|credit|bij|in|eingang|\+|gutschrift|crdt|deposit|income|einnahme)$/

/** Which way a mark of its own column points. */
export function directionOf(text: string): 'out' | 'in' | null {
  const folded = text.trim().toLowerCase()
  return OUT.test(folded) ? 'out' : IN.test(folded) ? 'in' : null
}
