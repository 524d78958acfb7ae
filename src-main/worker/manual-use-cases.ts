import type { Output, Parsed } from '#shared/ipc/contract.ts'
import { transact } from '#main/ledger/database.ts'
import { amendTransaction, createManualAccount, createTransaction } from '#main/ledger/manual.ts'
import { forgetMapping, listMappings, saveMapping } from '#main/ledger/mappings.ts'
import { reviewImport } from '#main/ledger/import/review.ts'
import type { WriteContext } from './write-context.ts'

type ManualChannel = 'accounts.create' | 'transactions.create' | 'transactions.amend' | 'imports.map' | 'mappings.list' | 'mappings.save' | 'mappings.forget'

/** What people write down themselves, and what they answer about files. */
export const manualUseCases: { readonly [C in ManualChannel]: (context: WriteContext, input: Parsed<C>) => Output<C> } = {
  'accounts.create': ({ db, clock, changed }, input) => {
    const account = transact(db, () => createManualAccount(db, input, clock.now()))
    changed('accounts', 'imports', 'history', 'settings')
    return account
  },
  'transactions.create': ({ db, clock, changed }, input) => {
    const row = transact(db, () => createTransaction(db, input, clock.now()))
    changed('accounts', 'transactions', 'imports', 'history')
    return row
  },
  'transactions.amend': ({ db, clock, changed }, input) => {
    const row = transact(db, () => amendTransaction(db, input, clock.now()))
    changed('accounts', 'transactions', 'history')
    return row
  },
  'imports.map': ({ db, clock, staging }, input) => {
    const staged = staging.map(input)
    const { mapping: answer } = staged.files[input.file] ?? {}
    if (input.isRemembered && answer) transact(db, () => { saveMapping(db, { fingerprint: answer.fingerprint, name: answer.preset?.name ?? nameOf(answer.header), mapping: answer.mapping }, clock.now()) })
    return reviewImport(db, staged)
  },
  'mappings.list': ({ db }) => listMappings(db),
  'mappings.save': ({ db, clock }, input) => {
    transact(db, () => { saveMapping(db, input, clock.now()) })
    return listMappings(db)
  },
  'mappings.forget': ({ db }, { fingerprint }) => {
    transact(db, () => { forgetMapping(db, fingerprint) })
    return listMappings(db)
  },
}

const NAME_MAX = 60

/** A layout nobody has named is called by its first columns. */
const nameOf = (header: readonly string[]): string => header.filter((cell) => cell !== '').slice(0, 4).join(', ').slice(0, NAME_MAX) || 'CSV'
