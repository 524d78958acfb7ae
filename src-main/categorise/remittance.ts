/** German remittance texts come in lines of 27 characters, with a space put where a line ended (Finanzdatenformate B.8.3, field 86). */
const LINE = 27
const TAG = /\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|BREF|RREF|PURP|IBAN|BIC)[+:]\s?/g
const TAGGED = /\b(?:EREF|KREF|MREF|CRED|SVWZ|ABWA|ABWE)[+:]/
const CREDITOR = /^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{5,28}$/

export interface Remittance {
  /** The words that a person wrote or reads. */
  readonly text: string
  readonly creditorId: string
  readonly mandateReference: string
  /** On whose behalf (ABWA, ABWE). */
  readonly onBehalfOf: string
}

/** Whether a space stands at the end of every full line: then words may have been broken there. */
const isBroken = (text: string): boolean => {
  if (text.length <= LINE + 1) return false
  for (let at = LINE; at < text.length; at += LINE + 1) if (text[at] !== ' ') return false
  return true
}

/** The text without the spaces that line ends put into it; the text itself where there were none. */
export function rejoined(text: string): string {
  if (!isBroken(text)) return text
  let whole = ''
  for (let at = 0; at < text.length; at += LINE + 1) whole += text.slice(at, at + LINE)
  return whole
}

/** A reference says something where it is a word: `PAYPAL`, not `PCN-2998812`. */
const wordsOf = (reference: string): string => reference.split(/\s+/).filter((word) => !FIGURE.test(word)).join('')
const FIGURE = /\d/

/** Takes a text with SEPA marks apart; a text without them is all words. */
export function readRemittance(purpose: string): Remittance {
  if (!TAGGED.test(purpose)) return { text: purpose, creditorId: '', mandateReference: '', onBehalfOf: '' }
  const whole = rejoined(purpose)
  const parts = new Map<string, string>()
  const marks = [...whole.matchAll(TAG)]
  marks.forEach((mark, order) => {
    const value = whole.slice(mark.index + mark[0].length, marks[order + 1]?.index ?? whole.length).trim()
    const tag = mark[1] ?? ''
    if (!parts.has(tag)) parts.set(tag, value)
  })
  const creditorId = (parts.get('CRED') ?? '').replace(/\s/g, '')
  return {
    text: [whole.slice(0, marks[0]?.index ?? 0).trim(), parts.get('SVWZ') ?? '', wordsOf(parts.get('EREF') ?? '')].filter((part) => part !== '' && part !== 'NOTPROVIDED').join(' '),
    creditorId: CREDITOR.test(creditorId) ? creditorId : '',
    mandateReference: parts.get('MREF') ?? '',
    onBehalfOf: parts.get('ABWA') ?? parts.get('ABWE') ?? '',
  }
}
