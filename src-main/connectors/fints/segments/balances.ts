import { an, cur, dat, jn, num, token } from '../schema/elements.ts'
import { group } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { amount, balance, internationalAccount, nationalAccount, oldParameters, parameters, timestamp, type Declarations } from './groups.ts'

const inquiry = {
  allAccounts: jn(),
  maxEntries:  num(4).optional(),
  touchdown:   token(35).private().optional(),
}

/** Asks for the balance of an account (Messages, Saldenabfrage; HBCI 2.2 VII.2.2). */
export const HKSAL5 = segment('HKSAL', 5, 'Saldenabfrage', { account: nationalAccount, ...inquiry })
export const HKSAL6 = segment('HKSAL', 6, 'Saldenabfrage', { account: nationalAccount, ...inquiry })
export const HKSAL7 = segment('HKSAL', 7, 'Saldenabfrage', { account: internationalAccount, ...inquiry })
export const HKSAL8 = segment('HKSAL', 8, 'Saldenabfrage', { account: internationalAccount, ...inquiry })

const found = {
  product:    an(30).optional(),
  currency:   cur(),
  booked:     balance,
  /** Booked and pending together. */
  pending:    balance.optional(),
  creditLine: amount.optional(),
  available:  amount.optional(),
  used:       amount.optional(),
}

export const HISAL5 = segment('HISAL', 5, 'Saldenrückmeldung', {
  account:      nationalAccount,
  ...found,
  bookedAtDate: dat().optional(),
  bookedAtTime: an(6).optional(),
  dueOn:        dat().optional(),
})

const later = {
  overdraft:  amount.optional(),
  bookedAt:   timestamp.optional(),
  dueOn:      dat().optional(),
}
export const HISAL6 = segment('HISAL', 6, 'Saldenrückmeldung', { account: nationalAccount, ...found, ...later })
export const HISAL7 = segment('HISAL', 7, 'Saldenrückmeldung', { account: internationalAccount, ...found, ...later })
export const HISAL8 = segment('HISAL', 8, 'Saldenrückmeldung', { account: internationalAccount, ...found, ...later, seizedUntil: an(35).optional() })

export const HISALS5 = oldParameters('HISALS', 5, 'Saldenabfrage, Parameter', {})
export const HISALS6 = parameters('HISALS', 6, 'Saldenabfrage, Parameter', {})
export const HISALS7 = parameters('HISALS', 7, 'Saldenabfrage, Parameter', {})
export const HISALS8 = parameters('HISALS', 8, 'Saldenabfrage, Parameter', { rules: group({ allAccounts: jn() }).optional() })

export const balances: Declarations = [HKSAL5, HKSAL6, HKSAL7, HKSAL8, HISAL5, HISAL6, HISAL7, HISAL8, HISALS5, HISALS6, HISALS7, HISALS8]
