import type { ColumnRole, DateOrder } from '#shared/mapping.ts'
import type { AccountType } from '#shared/statement.ts'
import { foldHeader } from './vocabulary.ts'

/** What is known of one bank's export beyond what its words say. */
export interface Preset {
  readonly id: string
  readonly name: string
  /** Columns, folded, that all must be there; of several presets the one with most of them is taken. */
  readonly signs: readonly string[]
  /** Where a column's name alone would mislead. */
  readonly roles?: Readonly<Record<string, ColumnRole | null>>
  readonly dateOrder?: DateOrder
  readonly decimal?: ',' | '.'
  readonly sign?: 'as-is' | 'inverted'
  readonly currency?: string
  readonly type?: AccountType
  /** The fee is not inside the amount. */
  readonly addsFee?: boolean
  /** Kontor's own export: its ids are the banks', and texts are guarded against spreadsheets. */
  readonly isOurs?: boolean
  /** Rows count whatever their status says, because both halves of a hold stand in the file. */
  readonly booksAll?: boolean
}

interface Row extends Omit<Preset, 'signs' | 'roles'> { readonly signs: string; readonly roles?: string }

const DE = { dateOrder: 'dmy', decimal: ',', sign: 'as-is' } as const
const US = { dateOrder: 'mdy', decimal: '.', sign: 'as-is', currency: 'USD' } as const
const ISO = { decimal: '.', sign: 'as-is' } as const
const CARD = { type: 'credit' } as const

/** `signs` and `roles` are written short: names parted by `|`, a role behind `=`. */
const ROWS: readonly Row[] = [
  { id: 'de-sparkasse-camt', name: 'Sparkasse (CSV-CAMT)', signs: 'auftragskonto|buchungstag|valutadatum|kundenreferenz end to end|sammlerreferenz|betrag|info', ...DE },
  { id: 'de-sparkasse-mt940', name: 'Sparkasse (CSV-MT940)', signs: 'auftragskonto|buchungstag|valutadatum|beguenstigter zahlungspflichtiger|kontonummer|blz|betrag|info', roles: 'blz=counterpartyBic', ...DE },
  { id: 'de-dkb', name: 'DKB', signs: 'buchungsdatum|wertstellung|status|zahlungspflichtige r|zahlungsempfanger in|betrag|kundenreferenz', currency: 'EUR', ...DE },
  { id: 'de-dkb-legacy', name: 'DKB (until 2023)', signs: 'buchungstag|wertstellung|buchungstext|auftraggeber begunstigter|kontonummer|blz|betrag', roles: 'blz=counterpartyBic|buchungstext=bookingText', currency: 'EUR', ...DE },
  { id: 'de-dkb-card', name: 'DKB Visa', signs: 'belegdatum|wertstellung|status|beschreibung|umsatztyp|betrag', roles: 'belegdatum=bookedOn|wertstellung=valueOn|beschreibung=payee', currency: 'EUR', ...DE, ...CARD },
  { id: 'de-dkb-card-legacy', name: 'DKB Visa (until 2023)', signs: 'umsatz abgerechnet und nicht im saldo enthalten|wertstellung|belegdatum|beschreibung|betrag', roles: 'wertstellung=bookedOn|belegdatum=valueOn|beschreibung=payee', currency: 'EUR', ...DE, ...CARD },
  { id: 'de-ing', name: 'ING', signs: 'buchung|auftraggeber empfanger|buchungstext|verwendungszweck|betrag|wahrung', roles: 'buchungstext=bookingText', ...DE },
  { id: 'de-comdirect', name: 'comdirect', signs: 'buchungstag|wertstellung valuta|vorgang|buchungstext|umsatz', currency: 'EUR', ...DE },
  { id: 'de-comdirect-card', name: 'comdirect Visa', signs: 'buchungstag|umsatztag|vorgang|referenz|buchungstext|umsatz', roles: 'umsatztag=valueOn', currency: 'EUR', ...DE, ...CARD },
  { id: 'de-n26', name: 'N26', signs: 'booking date|value date|partner name|partner iban|type|payment reference|account name|amount', currency: 'EUR', ...ISO, dateOrder: 'ymd' },
  { id: 'de-n26-legacy', name: 'N26 (until 2023)', signs: 'datum|empfanger|kontonummer|transaktionstyp|verwendungszweck|kategorie|betrag|betrag fremdwahrung', currency: 'EUR', ...ISO, dateOrder: 'ymd' },
  { id: 'de-n26-legacy-en', name: 'N26 (until 2023)', signs: 'date|payee|account number|transaction type|payment reference|amount|amount foreign currency', roles: 'account number=counterpartyIban|transaction type=bookingText', currency: 'EUR', ...ISO, dateOrder: 'ymd' },
  { id: 'de-consorsbank', name: 'Consorsbank', signs: 'buchung|valuta|sender empfanger|buchungstext|verwendungszweck|kategorie|umsatz geteilt|betrag', roles: 'valuta=valueOn|buchungstext=bookingText', currency: 'EUR', ...DE },
  { id: 'de-postbank', name: 'Postbank / Deutsche Bank', signs: 'buchungstag|wert|umsatzart|begunstigter auftraggeber|verwendungszweck|fremde gebuhren|betrag|soll|haben', roles: 'fremde gebuhren=', ...DE },
  { id: 'de-commerzbank', name: 'Commerzbank', signs: 'buchungstag|wertstellung|umsatzart|buchungstext|betrag|wahrung|iban kontoinhaber', ...DE },
  { id: 'de-commerzbank-legacy', name: 'Commerzbank (until 2020)', signs: 'buchungstag|wertstellung|umsatzart|buchungstext|betrag|auftraggeberkonto|iban auftraggeberkonto', ...DE },
  { id: 'de-vr', name: 'Volksbank / Raiffeisenbank / GLS / Sparda', signs: 'iban auftragskonto|bankname auftragskonto|buchungstag|valutadatum|verwendungszweck|betrag|saldo nach buchung', ...DE },
  { id: 'de-vr-legacy', name: 'Volksbank / Raiffeisenbank (until 2020)', signs: 'buchungstag|valuta|auftraggeber zahlungsempfanger|empfanger zahlungspflichtiger|vorgang verwendungszweck|umsatz', roles: 'valuta=valueOn|vorgang verwendungszweck=purpose|empfanger zahlungspflichtiger=payee', ...DE },
  { id: 'de-paypal', name: 'PayPal', signs: 'datum|name|typ|status|wahrung|brutto|gebuhr|netto|transaktionscode', roles: 'brutto=|gebuhr=|betreff=purpose', ...DE, booksAll: true },
  { id: 'us-paypal', name: 'PayPal', signs: 'date|name|type|status|currency|gross|fee|net|transaction id', roles: 'gross=|fee=', sign: 'as-is', booksAll: true },
  { id: 'us-chase-card', name: 'Chase card', signs: 'transaction date|post date|description|category|type|amount', roles: 'transaction date=valueOn|description=payee|memo=notes', ...US, ...CARD },
  { id: 'us-chase', name: 'Chase checking', signs: 'details|posting date|description|amount|type|balance|check or slip', roles: 'details=|description=payee', ...US },
  { id: 'us-bofa', name: 'Bank of America', signs: 'date|description|amount|running bal', roles: 'description=payee', ...US },
  { id: 'us-bofa-card', name: 'Bank of America card', signs: 'posted date|reference number|payee|address|amount', roles: 'reference number=id|address=purpose', ...US, ...CARD },
  { id: 'us-capitalone-card', name: 'Capital One card', signs: 'transaction date|posted date|card no|description|category|debit|credit', roles: 'transaction date=valueOn|description=payee', decimal: '.', currency: 'USD', ...CARD },
  { id: 'us-schwab', name: 'Charles Schwab', signs: 'date|status|type|checknumber|description|withdrawal|deposit|runningbalance', roles: 'description=payee|type=bookingText', dateOrder: 'mdy', decimal: '.', currency: 'USD' },
  { id: 'us-amex', name: 'American Express', signs: 'date|description|card member|account|amount', roles: 'card member=|description=payee|account=account|reference=id', decimal: '.', sign: 'inverted', ...CARD },
  { id: 'de-amex', name: 'American Express', signs: 'datum|beschreibung|karteninhaber|konto|betrag', roles: 'beschreibung=payee|konto=account|betreff=id', decimal: ',', dateOrder: 'dmy', sign: 'inverted', currency: 'EUR', ...CARD },
  { id: 'us-mint', name: 'Mint', signs: 'date|description|original description|amount|transaction type|category|account name', roles: 'description=payee|original description=purpose|transaction type=sign|labels=tags', dateOrder: 'mdy', decimal: '.', currency: 'USD' },
  { id: 'uk-monzo', name: 'Monzo', signs: 'transaction id|date|type|name|emoji|amount|currency|local amount|money out|money in', roles: 'money out=|money in=|transaction id=id', decimal: '.', dateOrder: 'dmy', sign: 'as-is' },
  { id: 'eu-revolut', name: 'Revolut', signs: 'type|product|started date|completed date|description|amount|fee|currency|state|balance', roles: 'description=payee', ...ISO, dateOrder: 'ymd', addsFee: true },
  { id: 'eu-revolut-de', name: 'Revolut', signs: 'art|produkt|datum des beginns|datum des abschlusses|beschreibung|betrag|gebuhr|wahrung|kontostand', roles: 'beschreibung=payee', ...ISO, dateOrder: 'ymd', addsFee: true },
  { id: 'eu-revolut-it', name: 'Revolut', signs: 'tipo|prodotto|data di inizio|data di completamento|descrizione|importo|costo|valuta|saldo', roles: 'descrizione=payee|valuta=currency', ...ISO, dateOrder: 'ymd', addsFee: true },
  { id: 'eu-revolut-business', name: 'Revolut Business', signs: 'date started utc|date completed utc|type|description|reference|payer|payment currency|amount|fee|balance|account', roles: 'description=payee|payer=|account=accountName|reference=purpose|beneficiary iban=counterpartyIban', ...ISO },
  { id: 'eu-wise', name: 'Wise', signs: 'transferwise id|date|amount|currency|description|payment reference|running balance|payer name|payee name', roles: 'description=purpose|payment reference=reference|total fees=|transferwise id=reference', ...ISO, dateOrder: 'dmy' },
  { id: 'eu-wise-history', name: 'Wise', signs: 'id|status|direction|created on|finished on|source amount after fees|source currency|target name', roles: 'direction=sign|id=id', decimal: '.' },
  { id: 'ch-viseca', name: 'Viseca', signs: 'transactionid|cardid|valutadate|amount|merchantname|statetype', roles: 'transactionid=id|merchantname=payee', decimal: '.', sign: 'inverted', ...CARD },
  { id: 'nl-rabobank', name: 'Rabobank', signs: 'iban bban|munt|volgnr|datum|bedrag|saldo na trn', ...DE },
  { id: 'kontor', name: 'Kontor', signs: 'booked on|value on|account|account iban|amount|currency|status|payee|purpose|notes|category|tags|counterparty iban|external id', roles: 'booked on=bookedOn|value on=valueOn|account=accountName|account iban=account|counterparty iban=counterpartyIban|external id=id', ...ISO, dateOrder: 'ymd', isOurs: true },
  { id: 'eu-outbank', name: 'Outbank', signs: 'account|date|value date|amount|currency|name|number|bank|reason', roles: 'number=counterpartyIban|reason=purpose|account=account|posting text=bookingText', decimal: ',', sign: 'as-is' },
]

const parse = (text = ''): Record<string, ColumnRole | null> =>
  Object.fromEntries(text.split('|').filter((part) => part !== '').map((part) => [part.slice(0, part.indexOf('=')), (part.slice(part.indexOf('=') + 1) || null) as ColumnRole | null]))

const PRESETS: readonly Preset[] = ROWS.map(({ signs, roles, ...rest }) => ({ ...rest, signs: signs.split('|'), roles: parse(roles) }))

/** The preset whose columns are all there; the most particular one where several fit. */
export function findPreset(header: readonly string[]): Preset | undefined {
  const names = new Set(header.map(foldHeader))
  return PRESETS.filter(({ signs }) => signs.every((name) => names.has(name))).sort((left, right) => right.signs.length - left.signs.length)[0]
}

export const presetNamed = (id: string): Preset | undefined => PRESETS.find((preset) => preset.id === id)
