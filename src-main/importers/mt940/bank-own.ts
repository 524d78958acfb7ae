import { fill, fillAccount, nameOf, type Remittance } from '../text/remittance.ts'

/**
 * Field NS of Hungarian banks (MultiCash): two digits, then the value, one per line. 05 to 14 remittance text, 15 and 16
 * counterparty, 33 bank code, 34 account. 01 to 04 hold the bank's references again.
 */
export function fillBankOwn(into: Remittance, lines: readonly string[]): void {
  const values = new Map(lines.filter((line) => /^\d\d\S/.test(line)).map((line) => [line.slice(0, 2), line.slice(2).trimEnd()] as const))
  if (values.size < 2) return
  const first = values.get('15') ?? ''
  fill(into, 'purpose', [...values].filter(([key]) => key >= '05' && key <= '14').map(([, value]) => value.trim()).join(' '))
  fill(into, 'payee', nameOf(`${first}${first.length < 27 ? ' ' : ''}${values.get('16') ?? ''}`))
  fillAccount(into, values.get('34') ?? '', values.get('33') ?? '')
}
