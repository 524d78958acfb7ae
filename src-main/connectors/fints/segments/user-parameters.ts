import { an, code, cur, id, num, wrt } from '../schema/elements.ts'
import { group, options } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { amount, nationalAccount, type Declarations } from './groups.ts'

const owner = {
  userId:  id().private(),
  version: num(3),
  /** 0: an order that is not listed for an account is not allowed; 1: nothing is said about it. */
  usage:   code(1),
}

/** Whose parameters follow (Formals E.2). */
export const HIUPA2 = segment('HIUPA', 2, 'Userparameter allgemein', owner)
export const HIUPA3 = segment('HIUPA', 3, 'Userparameter allgemein', { ...owner, userName: an(35).private().optional() })
export const HIUPA4 = segment('HIUPA', 4, 'Userparameter allgemein', { ...owner, userName: an(35).private().optional(), extension: an(2048).private().optional() })

const limit = group({
  kind:   code(1),
  amount: amount.optional(),
  days:   num(3).optional(),
}).optional()

const allowedOrder = group({
  order:      an(6),
  signatures: num(2),
  limitKind:  code(1).optional(),
  value:      wrt().optional(),
  currency:   cur().optional(),
  days:       num(3).optional(),
})

const details = {
  customerId:   id().private(),
  kind:         num(2).optional(),
  currency:     cur().optional(),
  owner:        an(35).private().optional(),
  secondOwner:  an(35).private().optional(),
  product:      an(30).optional(),
  limit,
  /** Keeps all 999 places where the extension follows. */
  orders:       options(allowedOrder, 0, 999),
}

/** One account and what may be done with it; entries without an account speak of orders that need none (Formals E.3). */
export const HIUPD5 = segment('HIUPD', 5, 'Kontoinformation', { account: nationalAccount.optional(), ...details })
export const HIUPD6 = segment('HIUPD', 6, 'Kontoinformation', {
  account:   nationalAccount.optional(),
  iban:      an(35).private().optional(),
  ...details,
  extension: an(2048).private().optional(),
})

export const userParameters: Declarations = [HIUPA2, HIUPA3, HIUPA4, HIUPD5, HIUPD6]
