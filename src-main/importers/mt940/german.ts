import { accountFields, nameOf, sepaFields, type Remittance } from '../text/remittance.ts'
import { isReturnCode, returnReasonOf } from '../text/return-codes.ts'
import { inlineSepaTags, splitSepaTags } from '../text/sepa-tags.ts'

/**
 * The structured field 86 (Finanzdatenformate B.8.3): a three-digit Geschäftsvorfallcode, then sub-fields `?00` to `?63`.
 * Banks abroad use the same layout with another sign: `<`, `>`, `~`, `^`, `@`.
 */
const STRUCTURED = /^\s*(\d{3})([?<>~^@$|])(?=(?:00|10|2\d|3[0-48]|60)\S?)/
const BARE = /^\s*()([?<>~^])(?=[02]0\S)/

/** Sub-fields that exist; anything else behind the sign is part of the text ("335?96"). */
const SUBFIELD = /^(?:00|10|2\d|3[0-68]|6[0-3]|70)/

export function readGerman(text: string, ownAccount: string | null): Remittance | undefined {
  const [head, code = '', sign = ''] = STRUCTURED.exec(text) ?? BARE.exec(text) ?? []
  if (head === undefined) return undefined
  const subfields = splitSubfields(text.slice(head.length - 1), sign)
  const party = partyFields(subfields, ownAccount)
  const fields = { ...purposeFields(purposeOf(subfields), subfields.get('00') ?? '', party.payee ?? ''), ...party }
  if (code !== '') fields.code = code
  if (!isReturnCode(code)) return fields
  const returnReason = returnReasonOf(subfields.get('34') ?? '')
  return { ...fields, isReversal: true, ...(returnReason !== undefined && { returnReason }) }
}

/** In file order; a repeated sub-field continues the first. */
function splitSubfields(text: string, sign: string): Map<string, string> {
  const subfields = new Map<string, string>()
  let key = ''
  for (const piece of text.split(sign).slice(1)) {
    const isKnown = SUBFIELD.test(piece)
    if (isKnown) key = piece.slice(0, 2)
    const value = isKnown ? piece.slice(2) : sign + piece
    subfields.set(key, (subfields.get(key) ?? '') + value)
  }
  return subfields
}

/** ?20 to ?29 go on in ?60 to ?63; ?70 is not in the specification and begins a line of its own. */
function purposeOf(subfields: ReadonlyMap<string, string>): string[] {
  const purpose = [...subfields].filter(([key]) => /^(?:2\d|6[0-3])$/.test(key)).map(([, value]) => value)
  const more = subfields.get('70')
  return more === undefined ? purpose : [...purpose, ` ${more}`]
}

/** What stands before the first code is the kind of entry where ?00 is missing, or the name once more. */
function purposeFields(subfields: readonly string[], bookingText: string, payee: string): Remittance {
  const { before, parts } = splitSepaTags(subfields)
  const text = parts.get('SVWZ')
  const fields: Remittance = { ...sepaFields(inlineSepaTags(text ?? before)), ...sepaFields(parts) }
  const kind = bookingText.trim()
  if (text === undefined) return { ...fields, purpose: before, bookingText: kind }
  if (kind === '') return { ...fields, purpose: text, bookingText: before }
  return { ...fields, purpose: before === '' || before === payee ? text : `${before} ${text}`, bookingText: kind }
}

/**
 * The counterparty: ?30 bank, ?31 account (?38 IBAN in Poland), ?32 and ?33 name, ?35 and ?36 on whose behalf.
 * Triodos repeats one's own account in ?31.
 */
function partyFields(subfields: ReadonlyMap<string, string>, ownAccount: string | null): Remittance {
  const payee = nameIn(subfields, '32', '33')
  const ultimateCounterparty = nameIn(subfields, '35', '36')
  const account = (subfields.get('38') ?? subfields.get('31') ?? '').trim()
  return {
    ...(account !== '' && account === ownAccount ? {} : accountFields(account, (subfields.get('30') ?? '').trim())),
    ...(payee === '' ? {} : { payee }),
    ...(ultimateCounterparty === '' ? {} : { ultimateCounterparty }),
  }
}

/** A name goes on in the second sub-field; without a gap where the first is full. */
function nameIn(subfields: ReadonlyMap<string, string>, first: string, second: string): string {
  const begin = subfields.get(first) ?? ''
  return nameOf(`${begin}${begin.length < 27 ? ' ' : ''}${subfields.get(second) ?? ''}`)
}
