import { fillAccount, nameOf, type Remittance } from '../text/remittance.ts'
import { isReturnCode, returnReasonOf } from '../text/return-codes.ts'
import { fillSepa, inlineSepaTags, splitSepaTags } from '../text/sepa-tags.ts'

/**
 * The structured field 86 (Finanzdatenformate B.8.3): a three-digit Geschäftsvorfallcode, then sub-fields `?00` to `?63`.
 * Banks abroad use the same layout with another sign: `<`, `>`, `~`, `^`, `@`.
 */
const STRUCTURED = /^\s*(\d{3})([?<>~^@$|])(?=(?:00|10|2\d|3[0-48]|60)\S?)/
const BARE = /^\s*()([?<>~^])(?=[02]0\S)/

/** The remittance text, in order: ?20 to ?29 go on in ?60 to ?63. */
const PURPOSE: readonly string[] = ['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63']
/** Sub-fields that exist; anything else behind the sign is part of the text ("335?96"). */
const KNOWN: ReadonlySet<string> = new Set(['00', '10', ...PURPOSE, '30', '31', '32', '33', '34', '35', '36', '38', '70', '71'])

/** Reads field 86 in sub-fields; false where it is in another style. */
export function fillGerman(into: Remittance, text: string, ownAccount: string | null): boolean {
  const match = STRUCTURED.exec(text) ?? BARE.exec(text)
  if (!match) return false
  const [head, code = '', sign = ''] = match
  const subfields = splitSubfields(text.slice(head.length - 1), sign)
  into.code = code
  fillParties(into, subfields, ownAccount)
  fillPurpose(into, subfields)
  if (isReturnCode(code)) {
    into.isReversal = true
    into.returnReason = returnReasonOf(subfields.get('34') ?? '') ?? ''
  }
  return true
}

/** A repeated sub-field continues the first. */
function splitSubfields(text: string, sign: string): Map<string, string> {
  const subfields = new Map<string, string>()
  let key = ''
  for (const piece of text.split(sign).slice(1)) {
    const start = piece.slice(0, 2)
    const isKnown = KNOWN.has(start)
    if (isKnown) key = start
    const value = isKnown ? piece.slice(2) : sign + piece
    const known = subfields.get(key)
    subfields.set(key, known === undefined ? value : known + value)
  }
  return subfields
}

/** What stands before the first code is the kind of entry where ?00 is missing, or the name once more. */
function fillPurpose(into: Remittance, subfields: ReadonlyMap<string, string>): void {
  const { before, parts } = splitSepaTags(PURPOSE.map((key) => subfields.get(key)).filter((value) => value !== undefined))
  const text = parts.get('SVWZ')
  fillSepa(into, parts)
  fillSepa(into, inlineSepaTags(text ?? before))
  const kind = subfields.get('00')?.trim() ?? ''
  if (text === undefined) into.purpose = before
  else if (kind === '') into.bookingText = before
  if (text !== undefined) into.purpose = kind === '' || before === '' || before === into.payee ? text : `${before} ${text}`
  if (kind !== '') into.bookingText = kind
}

/**
 * The counterparty: ?30 bank, ?31 account (?38 IBAN in Poland), ?32 and ?33 name. On whose behalf stands in
 * ?35 and ?36, or in ?70 and ?71 (Dresdner Bank), none of them in the specification. Triodos repeats one's own account in ?31.
 */
function fillParties(into: Remittance, subfields: ReadonlyMap<string, string>, ownAccount: string | null): void {
  into.payee = nameIn(subfields, '32', '33')
  into.ultimateCounterparty = nameIn(subfields, '35', '36') || nameIn(subfields, '70', '71')
  const account = (subfields.get('38') ?? subfields.get('31') ?? '').trim()
  if (account !== '' && account !== ownAccount) fillAccount(into, account, (subfields.get('30') ?? '').trim())
}

/** A name goes on in the second sub-field; without a gap where the first is full. */
function nameIn(subfields: ReadonlyMap<string, string>, first: string, second: string): string {
  const begin = subfields.get(first) ?? ''
  const more = subfields.get(second)
  if (more === undefined) return nameOf(begin)
  return nameOf(`${begin}${begin.length < 27 ? ' ' : ''}${more}`)
}
