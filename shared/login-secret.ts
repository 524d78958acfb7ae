import type { Bank } from './connections.ts'
import type { AppError } from './errors.ts'

/** What proves a login, as the customers of a bank call it. */
export type LoginSecret = 'pin' | 'password'

export const secretOf = ({ protocol }: Pick<Bank, 'protocol'>): LoginSecret => (protocol === 'ofx' ? 'password' : 'pin')

/** None was given and none is stored. */
export const secretMissing = (bank: Pick<Bank, 'protocol'>): AppError => (secretOf(bank) === 'password' ? { kind: 'pin_required', login: 'password' } : { kind: 'pin_required' })
