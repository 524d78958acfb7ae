import { HISPAS1, HISPAS2, HISPAS3 } from '../segments/accounts.ts'
import type { BankParameters } from '../state/bank-parameters.ts'

/** Whether SEPA orders may also name the national account: comdirect refuses it, Postbank wants it (HISPAS, "Nationale Kontoverbindung erlaubt"). */
export function mayNameNationally(bank: BankParameters): boolean {
  const rules = bank.parameters(HISPAS3)?.rules ?? bank.parameters(HISPAS2)?.rules ?? bank.parameters(HISPAS1)?.rules
  return rules?.nationalAllowed ?? true
}
