import { REPORT_NAMES } from '#shared/reports/names.ts'
import type { Command } from './command.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

const BANK_USAGE = [
  'bank add fints --url URL --blz CODE --user NAME [--customer NAME] [--tan-method ID] [--tan-medium NAME]',
  '      [--from DATE] [--name NAME] [--store-pin] [--skip-positions] [--tan-command CMD] [--patience MINUTES]',
  'bank add ofx --url URL --org ORG --fid FID --user NAME [--from DATE] [--name NAME] [--store-pin] [--skip-positions] [--tan-command CMD] [--patience MINUTES]',
  'bank add fints|ofx … [--proxy system|none|URL] [--client-cert FILE|none] [--trust FINGERPRINT|none] [--app ID/VERSION] [--client-uid ID]',
  'bank certificate ID | URL [--proxy URL]',
  'bank add demo [--persona P] [--name NAME] [--from DATE]',
  'bank list',
  'bank get ID…',
  'bank update ID | --all [--new-accounts] [--store-pin] [--tan-method ID] [--tan-medium NAME] [--tan-command CMD] [--patience MINUTES]',
  'bank add ofx|update … [--keep FOLDER]',
  'bank edit ID [--name NAME] [--user NAME] [--customer NAME] [--url URL] [--tan-method ID] [--store-pin | --forget-pin] [--skip-positions | --fetch-positions]',
  '      [--proxy …] [--client-cert …] [--trust …] [--app …] [--client-uid …]',
  'bank delete ID | --all [--keep-rows]',
  'bank delete-account ACCOUNT',
  'bank documents ID --out FOLDER [--account KEY] [--year YEAR] [--force] [--tan-method ID] [--tan-medium NAME] [--tan-command CMD]',
  'bank standing-orders ID [--account KEY] [--tan-method ID] [--tan-medium NAME] [--tan-command CMD]',
  'bank terms ID [--account KEY] [--tan-method ID] [--tan-medium NAME] [--tan-command CMD]',
  'bank batch ID FILE [--confirm] [--keep FOLDER] [--tan-command CMD]',
  'bank transfer ID --from KEY --to KEY --amount AMOUNT [--on DATE] [--to-bank CODE [--to-type TYPE]] [--uid ID] [--confirm]',
].join('\n  ')

const REPORT_USAGE = [
  'report NAME [--from DATE | --days N] [--to DATE] [--accounts ID,… | --exclude ID,…] [--base EUR] [--month-start DAY] [--pending]',
  '      [--min AMOUNT] [--max AMOUNT] [--categories ID,…] [--tags TAG,…] [--compare none|previous|year]',
  '      [--required COMPLETE|PARTIAL|NONE] [--horizon DAYS] [--contracts-only] [--rows KEY | --csv]',
].join('\n  ')

/** Every command of `kontor`. A new one is a row here and a file beside. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  inspect: {
    usage: 'inspect FILE [--preset NAME | --mapping FILE]',
    summary: { en: 'reads a file and says what is in it; changes nothing', de: 'liest eine Datei und sagt, was darin steht; verändert nichts' },
    operands: [1, 1],
    options: { preset: text, mapping: text },
    load: async () => (await import('./inspect.ts')).inspect,
  },
  import: {
    usage: 'import FILE… [--account ID] [--preset NAME | --mapping FILE] [--dry-run]',
    summary: { en: 'adds what is new to the ledger, which is made if need be', de: 'fügt dem Kassenbuch hinzu, was neu ist; legt es an, wenn es fehlt' },
    operands: [1, Number.MAX_SAFE_INTEGER],
    options: { account: text, preset: text, mapping: text, 'dry-run': flag },
    load: async () => (await import('./import.ts')).importFiles,
  },
  accounts: {
    usage: 'accounts',
    summary: { en: 'lists the accounts with their balances', de: 'listet die Konten mit ihren Salden' },
    operands: [0, 0],
    options: {},
    load: async () => (await import('./accounts.ts')).accounts,
  },
  account: {
    usage: 'account add NAME [--type TYPE] [--currency CODE] [--balance=AMOUNT] [--from DATE]',
    summary: { en: 'makes an account without a bank: cash, something owned (asset), something owed (liability); --balance is what it held when --from began', de: 'legt ein Konto ohne Bank an: Bargeld, Besitz (asset), Schulden (liability); --balance ist der Stand zu Beginn von --from' },
    operands: [1, 2],
    options: { type: text, currency: text, balance: text, from: text },
    load: async () => (await import('./account.ts')).account,
  },
  transaction: {
    usage: 'transaction add --account ID --amount=AMOUNT [--date DATE] [--payee NAME] [--purpose TEXT] [--category ID] [--notes TEXT] [--tags A,B]\n  transaction remove ID',
    summary: { en: 'writes a transaction by hand (an amount may be a small sum: 16.99*1.19), or removes one that was', de: 'schreibt einen Umsatz von Hand (der Betrag darf eine kleine Rechnung sein: 16,99*1,19) oder entfernt einen solchen' },
    operands: [1, 2],
    options: { account: text, amount: text, date: text, payee: text, purpose: text, category: text, notes: text, tags: text },
    load: async () => (await import('./transaction.ts')).transaction,
  },
  transactions: {
    usage: 'transactions [--account ID] [--from DATE] [--to DATE] [--search TEXT] [--category ID] [--tags TAG,…] [--limit N | --all]',
    summary: { en: 'lists transactions, newest first', de: 'listet Umsätze, die neuesten zuerst' },
    operands: [0, 0],
    options: { account: text, from: text, to: text, search: text, category: text, tags: text, limit: text, all: flag },
    load: async () => (await import('./transactions.ts')).transactions,
  },
  report: {
    usage: REPORT_USAGE,
    summary: { en: `shows a report: ${REPORT_NAMES.join(', ')}; --rows lists what a figure is made of, --csv is for spreadsheets`, de: `zeigt einen Bericht: ${REPORT_NAMES.join(', ')}; --rows listet, woraus eine Zahl besteht, --csv ist für Tabellenprogramme` },
    operands: [1, 1],
    options: {
      'from': text, 'to': text, 'days': text, 'accounts': text, 'exclude': text, 'base': text, 'month-start': text, 'pending': flag, 'min': text, 'max': text,
      'categories': text, 'tags': text, 'compare': text, 'required': text, 'horizon': text, 'contracts-only': flag, 'rows': text, 'csv': flag,
    },
    load: async () => (await import('./report/report.ts')).report,
  },
  holdings: {
    usage: 'holdings [--account ID]',
    summary: { en: 'lists the securities that accounts hold, with price, value and cost', de: 'listet die Wertpapiere der Konten mit Kurs, Wert und Einstand' },
    operands: [0, 0],
    options: { account: text },
    load: async () => (await import('./holdings.ts')).holdings,
  },
  rates: {
    usage: 'rates list | import FILE [--currencies USD,…] | set BASE QUOTE DATE RATE | delete BASE QUOTE [DATE]',
    summary: { en: 'exchange rates, from a file of the European Central Bank (eurofxref-hist.csv, .xml, .zip) or by hand', de: 'Wechselkurse, aus einer Datei der Europäischen Zentralbank (eurofxref-hist.csv, .xml, .zip) oder von Hand' },
    operands: [1, 5],
    options: { currencies: text },
    load: async () => (await import('./rates.ts')).rates,
  },
  budget: {
    usage: 'budget list | set CATEGORY AMOUNT [--year] [--accumulating] [--only] | delete CATEGORY | copy-last | average 3|6|12 [CATEGORY…]\n      [--month YYYY-MM] | month-start DAY [--weekend before|after|none]',
    summary: { en: 'budgets: a limit holds from its month on, or for it alone (--only); what is left expires, or accumulates; report budget says how it goes', de: 'Budgets: ein Limit gilt ab seinem Monat oder nur für ihn (--only); was übrig bleibt, verfällt oder sammelt sich an; report budget sagt, wie es steht' },
    operands: [1, 70],
    options: { month: text, weekend: text, year: flag, accumulating: flag, only: flag },
    load: async () => (await import('./budget.ts')).budget,
  },
  transfers: {
    usage: 'transfers [list] [--state proposed|confirmed|rejected] | confirm OUT:IN… | reject OUT:IN… | restore OUT:IN…',
    summary: { en: 'movements between own accounts, by the rows that money left and came to; what is rejected is never proposed again', de: 'Umbuchungen zwischen eigenen Konten, nach den Zeilen, von denen und auf die Geld kam; was verworfen ist, wird nie wieder vorgeschlagen' },
    operands: [0, 200],
    options: { state: text },
    load: async () => (await import('./transfers.ts')).transfers,
  },
  contracts: {
    usage: 'contracts [list] | confirm ID… | dismiss ID… | restore ID… | merge ID INTO | unmerge ID | rename ID [NAME] | remind ID [DATE] [--days N] | put ID ROW… | take ROW…',
    summary: { en: 'payments that come back, and what is said of them; report contracts says what they come to', de: 'wiederkehrende Zahlungen und was zu ihnen gesagt ist; report contracts sagt, was sie ausmachen' },
    operands: [0, 200],
    options: { days: text },
    load: async () => (await import('./contracts.ts')).contracts,
  },
  batches: {
    usage: 'batches',
    summary: { en: 'lists the imports', de: 'listet die Importe' },
    operands: [0, 0],
    options: {},
    load: async () => (await import('./batches.ts')).batches,
  },
  revert: {
    usage: 'revert BATCH',
    summary: { en: 'takes an import back, exactly', de: 'nimmt einen Import genau zurück' },
    operands: [1, 1],
    options: {},
    load: async () => (await import('./batches.ts')).revert,
  },
  export: {
    usage: 'export FILE --format json|csv|ofx|qif|ledger [--force]',
    summary: { en: 'writes everything (json) or the transactions (csv, ofx, qif, or the journal of plain-text ledgers) to a new file; --force replaces one that is there', de: 'schreibt alles (json) oder die Umsätze (csv, ofx, qif oder das Journal von Klartext-Buchhaltungen) in eine neue Datei; --force ersetzt eine vorhandene' },
    operands: [1, 1],
    options: { format: text, force: flag },
    load: async () => (await import('./export.ts')).exportLedger,
  },
  backup: {
    usage: 'backup FILE [--force]',
    summary: { en: 'writes a backup that opens with the same passphrase or recovery key; --force replaces a file that is there', de: 'schreibt eine Sicherung, die mit derselben Passphrase oder demselben Wiederherstellungsschlüssel aufgeht; --force ersetzt eine vorhandene Datei' },
    operands: [1, 1],
    options: { force: flag },
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    usage: 'restore FILE',
    summary: { en: 'puts a backup in the ledger’s place; an older ledger is kept beside it', de: 'setzt eine Sicherung an die Stelle des Kassenbuchs; ein älteres bleibt daneben erhalten' },
    operands: [1, 1],
    options: {},
    load: async () => (await import('./backup.ts')).restore,
  },
  verify: {
    usage: 'verify',
    summary: { en: 'proves that the ledger is whole and adds up', de: 'prüft, ob das Kassenbuch unversehrt ist und aufgeht' },
    operands: [0, 0],
    options: {},
    load: async () => (await import('./verify.ts')).verify,
  },
  'demo-bank': {
    usage: 'demo-bank [--port N] [--persona P] [--https]',
    summary: { en: 'serves a made-up bank on this computer for any FinTS or OFX program, until it is stopped', de: 'stellt auf diesem Rechner eine erdachte Bank für jedes FinTS- oder OFX-Programm bereit, bis sie beendet wird' },
    operands: [0, 0],
    options: { port: text, persona: text, https: flag },
    load: async () => (await import('./demo-bank.ts')).demoBank,
  },
  bank: {
    usage: BANK_USAGE,
    summary: { en: 'bank connections: connect, list, refresh, change, remove; documents writes the bank’s PDF statements to files, standing-orders and terms show what the bank keeps; batch sends a file of requests to an OFX bank, transfer moves money after a yes (KEY is an account’s IBAN or number); --keep writes down what an OFX bank and Kontor say to each other, without secrets', de: 'Bankzugänge: einrichten, auflisten, aktualisieren, ändern, entfernen; documents schreibt die PDF-Auszüge der Bank in Dateien, standing-orders und terms zeigen Daueraufträge und Konditionen; batch schickt einer OFX-Bank eine Datei mit Anfragen, transfer überweist nach einem Ja (KEY ist die IBAN oder Nummer eines Kontos); --keep schreibt mit, was eine OFX-Bank und Kontor einander sagen, ohne Geheimes' },
    operands: [1, Number.MAX_SAFE_INTEGER],
    options: {
      'url': text, 'blz': text, 'org': text, 'fid': text, 'user': text, 'customer': text, 'tan-method': text, 'tan-medium': text, 'from': text, 'name': text, 'persona': text, 'tan-command': text,
      'account': text, 'year': text, 'out': text, 'force': flag,
      'to': text, 'to-bank': text, 'to-type': text, 'amount': text, 'on': text, 'uid': text, 'confirm': flag,
      'keep': text, 'proxy': text, 'client-cert': text, 'trust': text, 'app': text, 'client-uid': text,
      'patience': text, 'skip-positions': flag, 'fetch-positions': flag, 'store-pin': flag, 'forget-pin': flag, 'new-accounts': flag, 'keep-rows': flag, 'all': flag,
    },
    load: async () => (await import('./bank/bank.ts')).bank,
  },
}
