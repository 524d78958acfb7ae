import { bin, code, cur, jn, num, token } from '../schema/elements.ts'
import { group } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { internationalAccount, nationalAccount, oldParameters, parameters, type Declarations } from './groups.ts'

const choice = {
  currency:   cur().optional(),
  /** 1 real-time, 2 delayed prices. */
  quality:    code(1).optional(),
  maxEntries: num(4).optional(),
  touchdown:  token(35).private().optional(),
}

/** Asks for the holdings of a depot as MT535 (Messages, Depotaufstellung; HBCI 2.2 VII.4.3.1). */
export const HKWPD5 = segment('HKWPD', 5, 'Depotaufstellung anfordern', { account: nationalAccount, ...choice })
export const HKWPD6 = segment('HKWPD', 6, 'Depotaufstellung anfordern', { account: nationalAccount, ...choice })
export const HKWPD7 = segment('HKWPD', 7, 'Depotaufstellung anfordern', { account: internationalAccount, ...choice })

const found = { holdings: bin().private() }
export const HIWPD5 = segment('HIWPD', 5, 'Depotaufstellung rückmelden', found)
export const HIWPD6 = segment('HIWPD', 6, 'Depotaufstellung rückmelden', found)
export const HIWPD7 = segment('HIWPD', 7, 'Depotaufstellung rückmelden', found)

const rules = { rules: group({ maxEntriesAllowed: jn(), currencyAllowed: jn(), qualityAllowed: jn() }) }
export const HIWPDS5 = oldParameters('HIWPDS', 5, 'Depotaufstellung, Parameter', rules)
export const HIWPDS6 = parameters('HIWPDS', 6, 'Depotaufstellung, Parameter', rules)
export const HIWPDS7 = parameters('HIWPDS', 7, 'Depotaufstellung, Parameter', rules)

export const securities: Declarations = [HKWPD5, HKWPD6, HKWPD7, HIWPD5, HIWPD6, HIWPD7, HIWPDS5, HIWPDS6, HIWPDS7]
