import type { Instant, LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { ContractId } from '#shared/contracts.ts'
import { assert } from '#shared/result.ts'
import type { WritableLedger } from '#main/ledger/database.ts'
import { logStep } from '#main/ledger/history.ts'
import { readContractChoices, writeContractChoices, type ContractChange, type ContractChoice } from '#main/ledger/insights/contracts.ts'
import { directionOf, withChoices } from './choices.ts'
import type { Contract } from './contract.ts'
import { foundAsOf } from './known.ts'

/** What a person may say of a contract. */
type Word = Partial<Pick<ContractChoice, 'state' | 'name' | 'mergedInto' | 'cancelBy' | 'remindDays'>>

interface Book { readonly contracts: readonly Contract[]; readonly choices: readonly ContractChoice[]; readonly chosen: ReadonlyMap<Contract, ContractChoice> }

function bookOf(db: WritableLedger, today: LocalDate): Book {
  const [contracts, choices] = [foundAsOf(db, today), readContractChoices(db)]
  return { contracts, choices, chosen: withChoices(contracts, choices) }
}

function contractOf({ contracts }: Book, id: ContractId): Contract {
  const contract = contracts.find((one) => one.id === id)
  if (!contract) throw new AppFailure({ kind: 'not_found', what: 'contract' })
  return contract
}

/** One word about some contracts, one step of the history. Call these inside `transact`. */
export function sayOfContracts(db: WritableLedger, ids: readonly ContractId[], word: Word, today: LocalDate, at: Instant): void {
  const book = bookOf(db, today)
  change(db, [...new Set(ids)].map((id) => contractOf(book, id)).map((contract): ContractChange => changed(book, contract, word)), at)
}

/** One contract goes on as another: under another name, by another mandate. */
export function mergeContracts(db: WritableLedger, { id, into }: { readonly id: ContractId; readonly into: ContractId }, today: LocalDate, at: Instant): void {
  const book = bookOf(db, today)
  const [part, target] = [contractOf(book, id), contractOf(book, into)]
  const isAlike = part !== target && part.currency === target.currency && directionOf(part) === directionOf(target)
  // What was put into this one moves along; the other way round nothing would be left to tell.
  const isCircle = book.chosen.get(target)?.mergedInto === anchorOf(book, part)
  if (!isAlike || isCircle) throw new AppFailure({ kind: 'invalid_input', path: 'into' })
  change(db, [changed(book, target, {}, true), changed(book, part, { mergedInto: anchorOf(book, target) })], at)
}

export function unmergeContract(db: WritableLedger, id: ContractId, today: LocalDate, at: Instant): void {
  const book = bookOf(db, today)
  const anchor = anchorOf(book, contractOf(book, id))
  change(db, [...book.chosen].filter(([, { mergedInto }]) => mergedInto === anchor).map(([contract]) => changed(book, contract, { mergedInto: null })), at)
}

const anchorOf = ({ chosen }: Book, contract: Contract): number => chosen.get(contract)?.anchorId ?? firstRow(contract)

function firstRow({ transactionIds }: Contract): number {
  const [first] = transactionIds
  assert(first !== undefined, 'a contract has rows')
  return first
}

function changed(book: Book, contract: Contract, word: Word, isKept = false): ContractChange {
  const choice: ContractChoice = { ...book.chosen.get(contract) ?? silence(contract), ...word }
  const { anchorId, state, name, mergedInto, cancelBy } = choice
  const saysNothing = state === 'found' && name === null && mergedInto === null && cancelBy === null
  const isTarget = isKept || book.choices.some((other) => other.mergedInto === anchorId)
  return [anchorId, saysNothing && !isTarget ? null : choice]
}

const silence = (contract: Contract): ContractChoice => ({
  anchorId: firstRow(contract), merchantKey: contract.merchantKey, currency: contract.currency, direction: directionOf(contract), rhythm: contract.rhythm,
  state: 'found', name: null, mergedInto: null, cancelBy: null, remindDays: null,
})

function change(db: WritableLedger, changes: readonly ContractChange[], at: Instant): void {
  const known = new Map(readContractChoices(db).map((choice) => [choice.anchorId, choice]))
  const before = changes.map(([anchorId]): ContractChange => [anchorId, known.get(anchorId) ?? null])
  if (JSON.stringify(before) === JSON.stringify(changes)) return
  writeContractChoices(db, changes)
  logStep(db, { label: 'edit-contract', count: changes.length, forward: { kind: 'contracts', changes }, inverse: { kind: 'contracts', changes: before } }, at)
}
