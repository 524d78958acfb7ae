import { readText } from '../text/free-text.ts'
import { reference, type Remittance } from '../text/remittance.ts'
import { counterparty, creditorId, type Direction } from './parties.ts'
import type { XmlTransaction } from './schema.ts'

/** Ustrd holds 140 characters; a longer text goes on in the next one, wherever the cut is. */
const USTRD_WIDTH = 140

/** One transaction inside an entry: parties, references and text. */
export function readTransaction(transaction: XmlTransaction, direction: Direction): Remittance & { readonly bankReference: string } {
  const { Refs: refs, Purp: purpose, RtrInf: returned, AddtlTxInf: more } = transaction
  const reason = returned?.Rsn ?? returned?.RtrRsn
  const told: Remittance = {
    ...counterparty(transaction, { ...direction, isReversal: direction.isReversal || returned !== undefined }),
    purpose: remittanceText(transaction),
    purposeCode: (purpose?.Cd ?? '').trim(),
    endToEndId: reference(refs?.EndToEndId ?? ''),
    mandateReference: reference(refs?.MndtId ?? ''),
    creditorId: refs?.MndtId === undefined ? '' : creditorId(transaction),
    customerReference: [refs?.InstrId, refs?.PmtInfId, refs?.MsgId].map((text) => reference(text ?? '')).find((text) => text !== '') ?? '',
    returnReason: (reason?.Cd ?? reason?.Prtry ?? '').trim(),
    isReversal: returned !== undefined,
  }
  return { ...withTextFields(told, told.purpose || (more ?? '')), bankReference: reference(refs?.AcctSvcrRef ?? '') }
}

/**
 * Some banks send MT940 conventions inside camt: slash codes or SEPA codes in the text. They fill what the elements leave
 * open, and the text is then the part that is one.
 */
export function withTextFields(told: Remittance, text: string): Remittance {
  if (text === '') return told
  const read = readText(text)
  const open = Object.entries(read).filter(([key, value]) => value !== '' && value !== false && isOpen(told, key))
  return { ...told, ...Object.fromEntries(open), ...(read.purpose !== undefined && read.purpose !== '' && { purpose: read.purpose }) }
}

function isOpen(told: Remittance, key: string): boolean {
  const value = told[key as keyof Remittance]
  return value === undefined || value === '' || value === null || value === false
}

/** Free text, then structured references: a reader of either finds it in the purpose. */
function remittanceText({ RmtInf: remittance }: XmlTransaction): string {
  const free = (remittance?.Ustrd ?? []).reduce((text, part) => (text === '' || text.endsWith(' ') || text.length % USTRD_WIDTH === 0 ? text + part : `${text} ${part.trimStart()}`), '')
  const structured = (remittance?.Strd ?? []).flatMap(({ CdtrRefInf: creditor, RfrdDocInf: document, AddtlRmtInf: additional = [] }) =>
    [creditor?.Ref ?? creditor?.CdtrRef ?? '', document?.Nb ?? '', ...additional])
  return [free, ...structured].map((text) => text.trim()).filter((text, index, all) => text !== '' && all.indexOf(text) === index).join(' ')
}
