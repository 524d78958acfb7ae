import type { ConnectionId } from '#shared/connections.ts'
import type { TransactionId } from '#shared/model.ts'
import { Categoriser } from '#main/categorise/categoriser.ts'
import type { Answer, Owner } from '#main/categorise/payment.ts'
import type { Ruling } from '#main/categorise/rules.ts'
import { advance, duePayments, giveCategories, nextDue, takeCategories, type Decided, type Due } from '#main/ledger/categories/due.ts'
import { choicesStamp, chosenPayments, ownAccounts, type PaymentRow } from '#main/ledger/categories/payments.ts'
import { listRules } from '#main/ledger/categories/rules.ts'
import type { ReadableLedger, WritableLedger } from '#main/ledger/database.ts'
import { planRuled, writeEdits, type EditedRow } from '#main/ledger/transactions/edit.ts'
import { ownerNames } from '#main/ledger/insights/owners.ts'
import type { Clock } from '#main/platform/clock.ts'

/** What one piece may take, storing it not counted: whoever waits for the writing thread waits no longer than this. */
const PIECE_MS = 16
const PIECE_ROWS = 4_000
/** Rows between two looks at the clock. */
const STRIDE = 200
/** The window reads its lists again so often while categories come in, and once more at the end. */
const TELL_MS = 1_000

export interface Piece {
  readonly isDone: boolean
  /** Lists are worth reading again. */
  readonly isNews: boolean
}

/** Gives rows their categories, a bounded piece at a time. What it knows is kept between pieces and made anew when a person has changed it. */
export class CategoryWork {
  readonly #db: WritableLedger
  readonly #clock: Clock
  #known: { readonly stamp: string; readonly categoriser: Categoriser } | undefined
  /** The ledger as the last piece left it: while nobody else has changed anything, what is known stands. */
  #revision = ''
  #isUntold = false
  #toldMs = -TELL_MS

  constructor({ db, clock }: { db: WritableLedger; clock: Clock }) {
    this.#db = db
    this.#clock = clock
  }

  /** The next rows of a connection, or with null of what came by file. Call inside `transact`. */
  piece(connectionId: ConnectionId | null): Piece {
    const due = nextDue(this.#db, connectionId)
    if (due) this.#work(due)
    const isDone = due === undefined || nextDue(this.#db, connectionId) === undefined
    const now = this.#clock.monotonicMs()
    const isNews = this.#isUntold && (isDone || now - this.#toldMs >= TELL_MS)
    if (isNews) [this.#isUntold, this.#toldMs] = [false, now]
    return { isDone, isNews }
  }

  categoriser(): Categoriser {
    if (this.#known && this.#revision === this.#db.revision()) return this.#known.categoriser
    const stamp = stampOf(this.#db)
    if (this.#known?.stamp !== stamp) this.#known = { stamp, categoriser: taught(this.#db) }
    return this.#known.categoriser
  }

  #work(whole: Due): void {
    const categoriser = this.categoriser()
    const start = this.#clock.monotonicMs()
    let due: Due | undefined = whole
    for (let rows = 0; due && rows < PIECE_ROWS && this.#clock.monotonicMs() - start < PIECE_MS; rows += STRIDE) due = this.#stride(due, categoriser)
    this.#revision = this.#db.revision()
  }

  #stride(due: Due, categoriser: Categoriser): Due | undefined {
    const payments = duePayments(this.#db, due, STRIDE)
    const decided: Decided[] = []
    const undecided: number[] = []
    const edits: EditedRow[] = []
    for (const payment of payments) {
      const { answer, ruling } = categoriser.categorise(payment)
      if (due.isFresh === 1) edits.push(...namedAndTagged(this.#db, payment.id, ruling))
      if (answer && isHeld(payment, answer)) continue
      if (answer) decided.push({ id: payment.id, category: answer.category, confidence: answer.confidence, ...answer.reason })
      else if (payment.categoryBy !== null) undecided.push(payment.id)
    }
    writeEdits(this.#db, edits.map(({ id, after }) => [id, after]))
    giveCategories(this.#db, decided)
    takeCategories(this.#db, undecided)
    if (decided.length + undecided.length + edits.length > 0) this.#isUntold = true
    const last = payments.length < STRIDE ? due.lastId : payments.at(-1)?.id ?? due.lastId
    return advance(this.#db, due, last + 1)
  }
}

/** As rules want it of a row that has just come in. It is no step of the user's, as its category is none. */
function namedAndTagged(db: ReadableLedger, id: TransactionId, { payee, tags }: Ruling): EditedRow[] {
  const edit = payee === undefined && tags.length === 0 ? undefined : planRuled(db, id, { payee, tags })
  return edit ? [edit] : []
}

/** A choice for one row reaches those that have an answer already by "apply to similar" alone, whatever else is decided anew. */
const isHeld = ({ categoryBy, categoryId }: PaymentRow, { reason, category }: Answer): boolean => categoryBy === 'guess' && categoryId !== category && reason.kind === 'learned'

/** Rules, choices, own accounts and names: whatever a categoriser is made from. */
const stampOf = (db: ReadableLedger): string => JSON.stringify([choicesStamp(db), ownAccounts(db), listRules(db), ownerNames(db)])

function taught(db: ReadableLedger): Categoriser {
  const owner: Owner = { accounts: new Set(ownAccounts(db)), names: ownerNames(db) }
  const categoriser = new Categoriser({ rules: listRules(db), lessons: [], owner })
  for (const payment of chosenPayments(db)) if (isChosen(payment)) categoriser.learn(payment, payment.categoryId)
  return categoriser
}

const isChosen = (payment: PaymentRow): payment is PaymentRow & { readonly categoryId: string } => payment.categoryId !== null
