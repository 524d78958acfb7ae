import fc from 'fast-check'
import { localDate, type Instant } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { Secret } from '#shared/secret.ts'
import { FREQUENCIES } from '#main/connectors/ofx/aggregates/transfers.ts'
import { bankAccount, brokerAccount, cardAccount, loanAccount } from '#main/connectors/ofx/batch/account.ts'
import type { Batch, Surroundings } from '#main/connectors/ofx/batch/compose.ts'
import type { OfxItem, TransferOrder } from '#main/connectors/ofx/batch/items.ts'
import { writeDay } from '#main/connectors/ofx/batch/moments.ts'
import { dialect, has, VERSIONS, type Dialect, type OfxVersion } from '#main/connectors/ofx/versions.ts'

/** Texts that a person or a bank may have chosen, with everything that is markup. */
const words = (max: number): fc.Arbitrary<string> => fc.stringMatching(/^[A-Za-z0-9&<>'"\/ .äß€;]+$/).map((text) => text.trim().slice(0, max).trim() || 'x').map((text) => text.replaceAll('  ', ' '))
const number = (max: number): fc.Arbitrary<string> => fc.stringMatching(/^[0-9A-Z]+$/).map((text) => text.slice(0, max))
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => localDate(new Date(days * 86_400_000).toISOString().slice(0, 10)))
const amount = fc.integer({ min: 1, max: 9_999_999 }).map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}` as DecimalText)
const range = fc.option(fc.record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) }), { nil: undefined })

const bank = fc.record({ bankId: number(9), accountId: number(22), type: fc.constantFrom('CHECKING', 'SAVINGS', 'MONEYMRKT', 'CREDITLINE'), branchId: fc.oneof(fc.constant(''), number(22)) })
  .map(({ bankId, accountId, type, branchId }) => bankAccount(bankId, accountId, type, branchId))
const card = number(22).map((id) => cardAccount(id))
const loan = fc.record({ id: number(22), type: fc.constantFrom('MORTGAGE', 'AUTO', 'STUDENT') }).map(({ id, type }) => loanAccount(id, type))
const broker = fc.record({ brokerId: words(22), id: number(22) }).map(({ brokerId, id }) => brokerAccount(brokerId, id))

const common = { cookie: fc.option(words(32), { nil: undefined }) }
const statement = { ...common, range, withEntries: fc.boolean() }
const between = fc.constantFrom('own' as const, 'banks' as const)
const repetition = fc.record({ frequency: fc.constantFrom(...FREQUENCIES), times: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }) })
const serverId = number(10)

function order(hasLoans: boolean): fc.Arbitrary<TransferOrder> {
  const account = hasLoans ? fc.oneof(bank, card, loan) : fc.oneof(bank, card)
  return fc.record({ source: account, target: account, amount, on: fc.option(day, { nil: undefined }) })
}

const kind = <K extends OfxItem['kind']>(name: K) => ({ kind: fc.constant(name) })

/** Any item that a version can carry. */
export function items(version: OfxVersion): fc.Arbitrary<OfxItem> {
  const hasLoans = has(version, 'loan')
  const transfers = order(hasLoans)
  const always: fc.Arbitrary<OfxItem>[] = [
    fc.record({ ...common, ...kind('accounts') }),
    fc.record({ ...statement, ...kind('bank-statement'), account: bank, withPending: fc.boolean() }),
    fc.record({ ...statement, ...kind('card-statement'), account: card, withPending: fc.boolean() }),
    fc.record({ ...statement, ...kind('broker-statement'), account: broker, withPositions: fc.boolean(), withOrders: fc.boolean() }),
    fc.record({ ...common, ...kind('bank-closing'), account: bank, range }),
    fc.record({ ...common, ...kind('card-closing'), account: card, range }),
    fc.record({ ...common, ...kind('transfer'), between, action: fc.constant('add' as const), order: transfers }),
    fc.record({ ...common, ...kind('transfer'), between, action: fc.constant('modify' as const), serverId, order: transfers }),
    fc.record({ ...common, ...kind('transfer'), between, action: fc.constant('cancel' as const), serverId }),
    fc.record({ ...common, ...kind('recurring-transfer'), between, action: fc.constant('add' as const), order: transfers, repetition }),
    fc.record({ ...common, ...kind('recurring-transfer'), between, action: fc.constant('modify' as const), serverId, order: transfers, repetition, changesPending: fc.boolean() }),
    fc.record({ ...common, ...kind('recurring-transfer'), between, action: fc.constant('cancel' as const), serverId, cancelsPending: fc.boolean() }),
    fc.record({ ...kind('transfers'), between, account: hasLoans ? fc.oneof(bank, card, loan) : fc.oneof(bank, card), isRecurring: fc.boolean(), since: fc.option(number(10), { nil: undefined }) }),
    fc.record({ ...common, ...kind('securities'), tickers: fc.array(number(8), { minLength: 1, maxLength: 3 }) }),
    fc.record({ ...common, ...kind('profile') }),
  ]
  const later: fc.Arbitrary<OfxItem>[] = [
    ...(has(version, 'loan') ? [fc.record({ ...statement, ...kind('loan-statement'), account: loan }), fc.record({ ...common, ...kind('loan-closing'), account: loan, range })] : []),
    ...(has(version, 'broker-closing') ? [fc.record({ ...common, ...kind('broker-closing'), account: broker, range })] : []),
  ]
  return fc.oneof(...always, ...later)
}

const secret = (max: number) => words(max).map((text) => new Secret(text))

export function batches(version: OfxVersion): fc.Arbitrary<Batch> {
  const hasMfa = has(version, 'mfa')
  return fc.record({
    signOn: fc.record({
      userId: words(32), password: secret(32), org: words(32), fid: fc.oneof(fc.constant(''), number(32)), language: fc.constant('ENG'),
      app: fc.constant({ id: 'QWIN', version: '2700' }),
      clientUid: hasMfa ? fc.option(fc.uuid(), { nil: undefined }) : fc.constant(undefined),
      credentials: hasMfa ? fc.array(secret(171), { maxLength: 2 }) : fc.constant([]),
      authToken: hasMfa ? fc.option(secret(171), { nil: undefined }) : fc.constant(undefined),
      accessKey: hasMfa ? fc.option(secret(100), { nil: undefined }) : fc.constant(undefined),
      sessionCookie: fc.option(secret(100), { nil: undefined }),
      answers: hasMfa ? fc.array(fc.record({ id: number(32), answer: secret(64) }), { maxLength: 3 }) : fc.constant([]),
    }),
    items: fc.array(items(version), { maxLength: 8 }),
    newPassword: fc.option(secret(32), { nil: undefined }),
  })
}

/** Every version, with leaves closed or open where there is a choice. */
export const DIALECTS: readonly Dialect[] = VERSIONS.flatMap((version) => version < '200' ? [dialect(version, false), dialect(version, true)] : [dialect(version)])

export const NOW = '2026-03-05T08:09:10.123Z' as Instant
export const TODAY = writeDay(localDate('2026-03-05'))

/** Numbers that can be counted. */
export function surroundings(spoken: Dialect): Surroundings {
  let count = 0
  return { dialect: spoken, now: NOW, uuid: () => `uid-${String(++count)}` }
}
