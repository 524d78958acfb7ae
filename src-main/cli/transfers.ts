import type { AppError } from '#shared/errors.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { PairSchema, TransferStateSchema, type PairOfRows, type Transfer, type TransferState } from '#shared/transfers.ts'
import { formatMoney, toDecimal } from '#shared/money.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { finishCategories } from './categories.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { localeOf } from './locale.ts'
import { withLedger } from './open-ledger.ts'
import { codeText } from './say.ts'
import { table } from './table.ts'
import { usage } from './usage.ts'
import { words } from './words.ts'

const PAGE = 500
const STEPS = ['confirm', 'reject', 'restore'] as const

const wrong = (en: string, de: string): Outcome => err(usage(en, de))

/** Movements between own accounts: `list`, and what a person says of pairs of rows: `confirm`, `reject`, `restore` OUT:IN. */
export async function transfers(context: Context, { positionals: [verb = 'list', ...operands], values }: Arguments): Promise<Outcome> {
  const state = TransferStateSchema.safeParse(values['state'] ?? 'confirmed')
  if (!state.success) return wrong('--state is proposed, confirmed or rejected', '--state ist proposed, confirmed oder rejected')
  if (verb === 'list') return operands.length === 0 ? working(context, state.data) : wrong('transfers list takes nothing more', 'transfers list nimmt nichts weiter')
  const step = STEPS.find((name) => name === verb)
  if (step === undefined) return wrong(`no such step: transfers ${verb}; there are: list, ${STEPS.join(', ')}`, `unbekannt: transfers ${verb}; es gibt: list, ${STEPS.join(', ')}`)
  const pairs = operands.flatMap((operand) => toPair(operand) ?? [])
  if (pairs.length === 0 || pairs.length < operands.length) return wrong(`transfers ${verb} takes pairs such as 12:34, the row that money left and the one that it came to`, `transfers ${verb} nimmt Paare wie 12:34: den Umsatz, mit dem das Geld abging, und den, mit dem es ankam`)
  return working(context, step === 'restore' ? 'proposed' : step === 'confirm' ? 'confirmed' : 'rejected', (ledger) => ledger.call(`transfers.${step}`, { pairs }))
}

function toPair(operand: string): PairOfRows | undefined {
  if (!/^\d+:\d+$/.test(operand)) return undefined
  const [outId, inId] = operand.split(':').map(Number)
  return PairSchema.safeParse({ outId, inId }).data
}

/** What stands after the step, so that its effect is seen. */
async function working(context: Context, state: TransferState, act?: (ledger: LedgerClient) => Promise<Result<unknown, AppError>>): Promise<Outcome> {
  const found = await withLedger(context, 'must-exist', async (ledger) => {
    await finishCategories(ledger)
    const done = act && await act(ledger)
    if (done && !done.ok) return done
    if (done) await finishCategories(ledger)
    return everyTransfer(ledger, state)
  })
  if (!found.ok) return found
  const { pairing, counts, transfers: listed } = found.value
  return ok({ json: { pairing, counts, transfers: listed.map(toJson) }, text: () => toText(listed, context) })
}

type Listed = Output<'transfers.list'>

/** All of them, however many. */
async function everyTransfer(ledger: LedgerClient, state: TransferState): Promise<Result<Listed, AppError>> {
  const all: Transfer[] = []
  for (;;) {
    const page = await ledger.call('transfers.list', { state, offset: all.length, limit: PAGE })
    if (!page.ok) return page
    all.push(...page.value.transfers)
    if (page.value.transfers.length < PAGE) return ok({ ...page.value, transfers: all })
  }
}

const legOf = ({ id, accountId, bookedOn, amount, payee }: Transfer['out']): object => ({ id, account: accountId, bookedOn, amount: toDecimal(amount), currency: amount.currency, payee })
const toJson = ({ out, into, state, by, method, score }: Transfer): object => ({ out: legOf(out), in: legOf(into), state, by, method, score })

function toText(listed: readonly Transfer[], { language, terminal }: Context): string {
  const say = words(language)
  if (listed.length === 0) return say.noTransfers
  const columns = [{ title: say.id, align: 'right' }, { title: say.date }, { title: say.fromAccount }, { title: say.toAccount }, { title: say.amount, align: 'right' }, { title: say.payee }, { title: say.state }] as const
  return table(columns, listed.map(({ out, into, state, by }) => [
    `${out.id}:${into.id}`, out.bookedOn, out.accountName, into.accountName, formatMoney(into.amount, localeOf(language)), out.payee, `${codeText(state, language)} (${codeText(by, language)})`,
  ]), terminal.columns)
}
