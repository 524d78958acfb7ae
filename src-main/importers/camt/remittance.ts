import { fillText } from '../text/free-text.ts'
import { blankRemittance, fill, reference, type Remittance } from '../text/remittance.ts'
import { creditorId, fillCounterparty, type Direction } from './parties.ts'
import type { XmlTransaction } from './schema.ts'

/** Ustrd holds 140 characters; a longer text goes on in the next one, wherever the cut is. */
const USTRD_WIDTH = 140

/**
 * One transaction inside an entry: parties, references and text. Some banks carry MT940 conventions into camt, slash codes
 * or SEPA codes in the text: they fill what the elements leave open.
 */
export function readTransaction(transaction: XmlTransaction, direction: Direction): Remittance {
  const { Refs: refs, Purp: purpose, RtrInf: returned, AddtlTxInf: more } = transaction
  const reason = returned?.Rsn ?? returned?.RtrRsn
  const found = blankRemittance()
  found.isReversal = returned !== undefined
  found.returnReason = (reason?.Cd ?? reason?.Prtry ?? '').trim()
  found.purposeCode = (purpose?.Cd ?? '').trim()
  fillCounterparty(found, transaction, { ...direction, isReversal: direction.isReversal || returned !== undefined })
  if (refs) {
    found.endToEndId = reference(refs.EndToEndId ?? '')
    found.mandateReference = reference(refs.MndtId ?? '')
    found.customerReference = reference(refs.InstrId ?? '') || reference(refs.PmtInfId ?? '') || reference(refs.MsgId ?? '')
    if (refs.MndtId !== undefined) found.creditorId = creditorId(transaction)
  }
  const text = remittanceText(transaction)
  if (text !== '') fillText(found, text)
  fill(found, 'purpose', (more ?? '').trim())
  return found
}

/** Free text, then structured references: a reader of either finds it in the purpose. */
function remittanceText({ RmtInf: remittance }: XmlTransaction): string {
  const { Ustrd: free = [], Strd: structured = [] } = remittance ?? {}
  if (structured.length === 0) return free.length === 1 ? (free[0] ?? '').trim() : joined(free)
  const references = structured.flatMap(({ CdtrRefInf: creditor, RfrdDocInf: document, AddtlRmtInf: additional = [] }) => [creditor?.Ref ?? creditor?.CdtrRef ?? '', document?.Nb ?? '', ...additional])
  return [...new Set([joined(free), ...references.map((text) => text.trim())])].filter((text) => text !== '').join(' ')
}

function joined(free: readonly string[]): string {
  let before = ''
  const pieces = free.map((part) => {
    const piece = before === '' || before.endsWith(' ') || before.length >= USTRD_WIDTH ? part : ` ${part.trimStart()}`
    before = part
    return piece
  })
  return pieces.join('').trim()
}
