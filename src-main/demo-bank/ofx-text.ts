import type { LocalDate } from '#shared/dates.ts'
import type { Posting } from './household.ts'
import type { AccountKey, Persona } from './persona.ts'

export interface HistoryAccount {
  readonly key: AccountKey
  readonly number: string
  readonly postings: readonly Posting[]
  /** The balance after the last of them. */
  readonly cents: number
}

export interface History {
  readonly persona: Persona
  readonly accounts: readonly HistoryAccount[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly dialect: 'sgml' | 'xml'
}

type Line = string
/** Version 1 leaves leaves open, version 2 closes them (OFX 2.3 §2.3). */
type Leaf = (tag: string, text: string) => Line

const SGML_HEAD = ['OFXHEADER:100', 'DATA:OFXSGML', 'VERSION:102', 'SECURITY:NONE', 'ENCODING:USASCII', 'CHARSET:1252', 'COMPRESSION:NONE', 'OLDFILEUID:NONE', 'NEWFILEUID:NONE', '']
const XML_HEAD = ['<?xml version="1.0" encoding="UTF-8" standalone="no"?>', '<?OFX OFXHEADER="200" VERSION="230" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>']

/** The response a bank would send for these accounts, one element a line. */
export function writeOfx(history: History): string {
  const leaf: Leaf = history.dialect === 'sgml' ? (tag, text) => `<${tag}>${escape(text)}` : (tag, text) => `<${tag}>${escape(text)}</${tag}>`
  const bank = history.accounts.filter(({ key }) => key !== 'card')
  const cards = history.accounts.filter(({ key }) => key === 'card')
  return [
    ...(history.dialect === 'sgml' ? SGML_HEAD : XML_HEAD),
    '<OFX>',
    ...signon(history, leaf),
    ...within('BANKMSGSRSV1', bank.flatMap((account) => response('STMTTRNRS', leaf, statement('STMTRS', history, account, leaf)))),
    ...within('CREDITCARDMSGSRSV1', cards.flatMap((account) => response('CCSTMTTRNRS', leaf, statement('CCSTMTRS', history, account, leaf)))),
    '</OFX>',
    '',
  ].join('\n')
}

/** SGML in the code page its header names (our texts keep to what it shares with Latin-1), XML in UTF-8. */
export function encodeOfx(text: string, dialect: 'sgml' | 'xml'): Uint8Array {
  return dialect === 'xml' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(text, 'latin1'))
}

const within = (tag: string, lines: readonly Line[]): Line[] => [`<${tag}>`, ...lines, `</${tag}>`]
const success = (leaf: Leaf): Line[] => within('STATUS', [leaf('CODE', '0'), leaf('SEVERITY', 'INFO')])
const stamp = (day: LocalDate): string => `${day.replaceAll('-', '')}120000`

function signon({ persona, to }: History, leaf: Leaf): Line[] {
  const { org, fid } = persona.bank
  return within('SIGNONMSGSRSV1', within('SONRS', [
    ...success(leaf), leaf('DTSERVER', stamp(to)), leaf('LANGUAGE', persona.language), ...within('FI', [leaf('ORG', org), leaf('FID', fid)]),
  ]))
}

const response = (tag: string, leaf: Leaf, lines: readonly Line[]): Line[] => within(tag, [leaf('TRNUID', '1'), ...success(leaf), ...lines])

function statement(tag: 'STMTRS' | 'CCSTMTRS', { persona, from, to }: History, account: HistoryAccount, leaf: Leaf): Line[] {
  const balance = (name: string): Line[] => within(name, [leaf('BALAMT', decimal(account.cents)), leaf('DTASOF', stamp(to))])
  return within(tag, [
    leaf('CURDEF', persona.currency),
    ...(account.key === 'card' ? within('CCACCTFROM', [leaf('ACCTID', account.number)]) : within('BANKACCTFROM', [
      leaf('BANKID', persona.bank.bankId), leaf('ACCTID', account.number), leaf('ACCTTYPE', account.key === 'savings' ? 'SAVINGS' : 'CHECKING'),
    ])),
    ...within('BANKTRANLIST', [leaf('DTSTART', stamp(from)), leaf('DTEND', stamp(to)), ...entries(account, leaf)]),
    ...balance('LEDGERBAL'),
    ...(account.key === 'card' ? [] : balance('AVAILBAL')),
  ])
}

/** FITIDs count the entries of an account's day: the past keeps its own when time goes on. */
function entries({ key, postings }: HistoryAccount, leaf: Leaf): Line[] {
  const initial = key.charAt(0).toUpperCase()
  let day = ''
  let count = 0
  return postings.map((posting) => {
    count = posting.on === day ? count + 1 : 1
    day = posting.on
    const reference = `${day.replaceAll('-', '')}${initial}${String(count).padStart(4, '0')}${String(posting.cents).replace('-', '').padStart(8, '0')}`
    const user = posting.spentOn === day ? '' : `${leaf('DTUSER', stamp(posting.spentOn))}\n`
    return `<STMTTRN>\n${leaf('TRNTYPE', posting.type)}\n${leaf('DTPOSTED', stamp(posting.on))}\n${user}${leaf('TRNAMT', decimal(posting.cents))}\n${leaf('FITID', reference)}\n${leaf('NAME', posting.name)}\n${leaf('MEMO', posting.memo)}\n</STMTTRN>`
  })
}

function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const escape = (text: string): string => /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
