import type { Instant, LocalDate } from '#shared/dates.ts'
import { AppFailure } from '#shared/failure.ts'
import type { ContractId } from '#shared/contracts.ts'
import type { TransactionId } from '#shared/model.ts'
import { assert } from '#shared/result.ts'
import type { WritableLedger } from '#main/ledger/database.ts'
import { logStep } from '#main/ledger/history.ts'
import { readPartWords, writePartWords, type PartChange } from '#main/ledger/insights/contract-parts.ts'
import { readContractChoices, writeContractChoices, type ContractChange, type ContractChoice } from '#main/ledger/insights/contracts.ts'
import { insightRowsOf } from '#main/ledger/insights/rows.ts'
import { directionOf, withChoices } from './choices.ts'
import type { Contract } from './contract.ts'
import { foundAsOf } from './known.ts'
import { canTake } from './parts.ts'

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

/**
 * These rows are part of a contract, or of none. Whatever was said of a contract under one of them is kept under another of its
 * rows, so that it does not move along.
 */
export function placeRows(db: WritableLedger, { rows, into }: { readonly rows: readonly TransactionId[]; readonly into: ContractId | null }, today: LocalDate, at: Instant): void {
  const book = bookOf(db, today)
  const moved = new Set<number>(rows)
  const target = into === null ? undefined : contractOf(book, into)
  const living = insightRowsOf(db, [...moved])
  if (living.length < moved.size) throw new AppFailure({ kind: 'not_found', what: 'transaction' })
  const anchorId = target === undefined ? null : heldBy(target, moved)
  if (target && (anchorId === undefined || !living.every((row) => canTake(target, row)))) throw new AppFailure({ kind: 'invalid_input', path: 'rows' })
  const words = readPartWords(db)
  const placed = [...moved].map((id): PartChange => [id, { anchorId: anchorId ?? null }])
  const kept = [...words].flatMap(([id, anchor]): PartChange[] => (anchor !== null && moved.has(anchor) && !moved.has(id) ? [[id, { anchorId: otherRow(book, anchor, moved) }]] : []))
  changeParts(db, { choices: anchoredElsewhere(book, moved), parts: [...placed, ...kept], words }, at)
}

/** A row that was found in it, so that it is there whatever a person takes back. */
const heldBy = ({ transactionIds, putIn = [] }: Contract, moved: ReadonlySet<number>): number | undefined => transactionIds.find((id) => !moved.has(id) && !putIn.includes(id))

function otherRow({ contracts }: Book, anchor: number, moved: ReadonlySet<number>): number | null {
  const contract = contracts.find(({ transactionIds }) => transactionIds.includes(anchor))
  return contract ? heldBy(contract, moved) ?? null : null
}

function anchoredElsewhere({ chosen, choices }: Book, moved: ReadonlySet<number>): ContractChange[] {
  const elsewhere = new Map([...chosen].flatMap(([contract, { anchorId }]) => {
    const other = moved.has(anchorId) ? heldBy(contract, moved) : undefined
    return other === undefined ? [] : [[anchorId, other] as const]
  }))
  if (elsewhere.size === 0) return []
  const renamed = choices.map((choice): ContractChoice => ({ ...choice, anchorId: elsewhere.get(choice.anchorId) ?? choice.anchorId, mergedInto: choice.mergedInto === null ? null : elsewhere.get(choice.mergedInto) ?? choice.mergedInto }))
  return [...[...elsewhere.keys()].map((anchorId): ContractChange => [anchorId, null]), ...renamed.filter((choice, index) => JSON.stringify(choice) !== JSON.stringify(choices[index])).map((choice): ContractChange => [choice.anchorId, choice])]
}

const NO_ROWS: ReadonlySet<number> = new Set()

const anchorOf = ({ chosen }: Book, contract: Contract): number => chosen.get(contract)?.anchorId ?? firstRow(contract)

function firstRow(contract: Contract): number {
  const first = heldBy(contract, NO_ROWS) ?? contract.transactionIds[0]
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

interface PartStep { readonly choices: readonly ContractChange[]; readonly parts: readonly PartChange[]; readonly words: ReadonlyMap<number, number | null> }

function changeParts(db: WritableLedger, { choices, parts, words }: PartStep, at: Instant): void {
  const known = new Map(readContractChoices(db).map((choice) => [choice.anchorId, choice]))
  const choicesBefore = choices.map(([anchorId]): ContractChange => [anchorId, known.get(anchorId) ?? null])
  const partsBefore = parts.map(([id]): PartChange => [id, words.has(id) ? { anchorId: words.get(id) ?? null } : null])
  if (choices.length === 0 && JSON.stringify(parts) === JSON.stringify(partsBefore)) return
  writeContractChoices(db, choices)
  writePartWords(db, parts)
  logStep(db, { label: 'edit-contract', count: 1, forward: { kind: 'contracts', changes: choices, parts }, inverse: { kind: 'contracts', changes: choicesBefore, parts: partsBefore } }, at)
}

function change(db: WritableLedger, changes: readonly ContractChange[], at: Instant): void {
  const known = new Map(readContractChoices(db).map((choice) => [choice.anchorId, choice]))
  const before = changes.map(([anchorId]): ContractChange => [anchorId, known.get(anchorId) ?? null])
  if (JSON.stringify(before) === JSON.stringify(changes)) return
  writeContractChoices(db, changes)
  logStep(db, { label: 'edit-contract', count: changes.length, forward: { kind: 'contracts', changes }, inverse: { kind: 'contracts', changes: before } }, at)
}
