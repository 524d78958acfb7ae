import { accountFields, nameOf, type Remittance } from '../text/remittance.ts'

/**
 * Field NS of Hungarian banks (MultiCash): two digits, then the value, one per line. 01 to 14 remittance text, 15 and 16
 * counterparty, 33 bank code, 34 account. 01 to 04 hold the bank's references again.
 */
export function readBankOwn(lines: readonly string[]): Remittance {
  const values = new Map(lines.filter((line) => /^\d\d\S/.test(line)).map((line) => [line.slice(0, 2), line.slice(2).trimEnd()] as const))
  if (values.size < 2) return {}
  const purpose = [...values].filter(([key]) => key >= '05' && key <= '14').map(([, value]) => value.trim()).join(' ')
  const first = values.get('15') ?? ''
  const name = nameOf(`${first}${first.length < 27 ? ' ' : ''}${values.get('16') ?? ''}`)
  return {
    ...(purpose === '' ? {} : { purpose }),
    ...(name === '' ? {} : { payee: name }),
    ...accountFields(values.get('34') ?? '', values.get('33') ?? ''),
  }
}
