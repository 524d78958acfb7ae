import type { LocalDate } from '#shared/dates.ts'
import { currency } from '#shared/money.ts'
import { detectionSteps } from '#main/insights/contracts/detect.ts'
import type { Contract } from '#main/insights/contracts/contract.ts'
import { withParts } from '#main/insights/contracts/parts.ts'
import { sifted, type Steps } from '#main/insights/steps.ts'
import { Rates } from '#main/insights/reports/rates.ts'
import { carriersOf, ownNames } from '#main/insights/transfers/own-names.ts'
import { settleTransfers } from '#main/insights/transfers/settle.ts'
import type { Transfer } from '#main/insights/transfers/transfer.ts'
import { addAgain } from '#main/ledger/categories/due.ts'
import type { ReadableLedger, WritableLedger } from '#main/ledger/database.ts'
import { readPartWords } from '#main/ledger/insights/contract-parts.ts'
import { keepContracts, keptContracts } from '#main/ledger/insights/contracts.ts'
import { ownerNames } from '#main/ledger/insights/owners.ts'
import { insightAccounts, insightRows, type InsightRow } from '#main/ledger/insights/rows.ts'
import { markChanged, markDone, readInsightState, readPairing, writeNames, type InsightState } from '#main/ledger/insights/state.ts'
import { addPairs, readChoices, readPairs, removePair, takeStrayedLegs, type Pair } from '#main/ledger/insights/transfers.ts'

/** What came of it: which lists are worth reading again. */
export interface InsightNews { readonly transfers: boolean; readonly contracts: boolean }

/** Rows that are read, and pairs that are written at once: a few milliseconds each. Either row of a pair lies on a page of its own. */
const READ_ROWS = 400
const WRITE_PAIRS = 40
const LOOK_PAIRS = 500

/**
 * Transfers, what follows from them for categories and names, and contracts, from all rows there are. The same rows and
 * choices give the same result, whatever was found before; only what differs is written.
 */
export function* insightSteps(db: WritableLedger, { changes }: InsightState, today: LocalDate): Steps<InsightNews> {
  const rows = yield* readRows(db)
  const rates = new Rates(db)
  const pairs = yield* settleTransfers({ rows, accounts: insightAccounts(db), choices: readChoices(db), mode: readPairing(db), names: ownerNames(db), rateOn: (from, to, day) => rates.near(currency(from), currency(to), day) })
  yield
  const transfers = yield* writePairs(db, pairs)
  const legs = new Set(pairs.flatMap(({ outId, inId, state }) => (state === 'confirmed' ? [outId, inId] : [])))
  const words = readPartWords(db)
  const free = yield* sifted(rows, ({ id }) => !legs.has(id))
  const found = withParts(yield* detectionSteps(words.size === 0 ? free : yield* sifted(free, ({ id }) => !words.has(id)), today), words, free, today)
  yield
  const contracts = writeContracts(db, found)
  markDone(db, { done: changes, asOf: today })
  yield
  learnNames(db, ownNames(pairs.map(toTransfer), legRows(rows, legs)), rows)
  return { transfers, contracts }
}

function* readRows(db: ReadableLedger): Steps<InsightRow[]> {
  const rows: InsightRow[] = []
  for (;;) {
    const more = insightRows(db, rows.at(-1)?.id ?? 0, READ_ROWS)
    for (const row of more) rows.push(row)
    if (more.length < READ_ROWS) return rows
    yield
  }
}

const legRows = (rows: readonly InsightRow[], legs: ReadonlySet<number>): InsightRow[] => rows.filter(({ id }) => legs.has(id))

/** How a pair was found is a text in the ledger; those that a person made are certain, but tell of no name. */
const toTransfer = ({ outId, inId, state, method, score }: Pair): Transfer => ({ outId, inId, state, method: method === 'iban' ? 'iban' : 'wording', score: score / 100 })

/** Old pairs go before new ones come, so that no row is ever in two. */
function* writePairs(db: WritableLedger, pairs: readonly Pair[]): Steps<boolean> {
  const wanted = new Map(pairs.map((pair) => [pair.outId, pair]))
  const stands = new Set<number>()
  let count = 0
  for (const pair of readPairs(db)) {
    const after = wanted.get(pair.outId)
    if (after && isSame(pair, after)) {
      stands.add(pair.outId)
      continue
    }
    removePair(db, pair)
    if ((count += 1) % WRITE_PAIRS === 0) yield 'written'
  }
  // In the order of the rows: neighbours share pages, and a piece has few of them to store.
  const added = pairs.filter(({ outId }) => !stands.has(outId)).sort((left, right) => left.outId - right.outId)
  for (let at = 0; at < added.length; at += WRITE_PAIRS) {
    addPairs(db, added.slice(at, at + WRITE_PAIRS))
    yield 'written'
  }
  return (yield* takeStrayed(db)) || count + added.length > 0
}

/** Legs of pairs that stand, which were given another category since. */
function* takeStrayed(db: WritableLedger): Steps<boolean> {
  let isAny = false
  for (let after: number | undefined = 0; after !== undefined;) {
    const { taken, last } = takeStrayedLegs(db, after, LOOK_PAIRS)
    isAny ||= taken > 0
    after = last
    yield taken > 0 ? 'written' : undefined
  }
  return isAny
}

const isSame = (left: Pair, right: Pair): boolean => left.inId === right.inId && left.state === right.state && left.method === right.method && left.score === right.score

function writeContracts(db: WritableLedger, found: readonly Contract[]): boolean {
  const kept = found.map((contract) => ({ id: contract.id, body: JSON.stringify(contract), rows: contract.transactionIds }))
  const before = keptContracts(db)
  if (before.length === kept.length && before.every((body, index) => body === kept[index]?.body)) return false
  keepContracts(db, kept)
  return true
}

/** Whose ledger it is was learned from its transfers: what carries such a name is looked at again with it. */
function learnNames(db: WritableLedger, found: readonly string[], rows: readonly InsightRow[]): void {
  if (JSON.stringify(found) === JSON.stringify(readInsightState(db).names)) return
  const before = ownerNames(db)
  writeNames(db, found)
  const after = ownerNames(db)
  const news = [...after.filter((name) => !before.includes(name)), ...before.filter((name) => !after.includes(name))]
  if (news.length === 0) return
  markChanged(db)
  const carriers = carriersOf(news)
  addAgain(db, rows.filter(({ payee }) => carriers(payee)).map(({ id }) => id))
}
