import { ContractIdSchema, ContractNameSchema, type ContractId, type KnownContract } from '#shared/contracts.ts'
import { isLocalDate } from '#shared/dates.ts'
import { REMIND_DAYS_MAX } from '#shared/ipc/limits.ts'
import { TransactionIdSchema } from '#shared/model.ts'
import { formatMoney, toDecimal } from '#shared/money.ts'
import { err, ok } from '#shared/result.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import { finishCategories } from './categories.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { localeOf } from './locale.ts'
import { withLedger } from './open-ledger.ts'
import { valueOf } from './report/words.ts'
import { codeText } from './say.ts'
import { table } from './table.ts'
import { NO_DATE, usage, type Usage } from './usage.ts'
import { words } from './words.ts'

type Answered = ReturnType<typeof listed>
type Step = (ledger: LedgerClient) => Answered

const listed = (ledger: LedgerClient) => ledger.call('contracts.list', {})
const SAY = 'list, confirm, dismiss, restore, merge, unmerge, rename, remind, put, take'

/** Contracts and a person's words about them; `report contracts` says what they come to. */
export async function contracts(context: Context, { positionals: [verb = 'list', ...operands], values }: Arguments): Promise<Outcome> {
  const step = stepOf(verb, operands, values)
  if ('kind' in step) return err(step)
  const found = await withLedger(context, 'must-exist', async (ledger) => {
    await finishCategories(ledger)
    return step(ledger)
  })
  return found.ok ? ok({ json: { asOf: found.value.asOf, contracts: found.value.contracts.map(toJson) }, text: () => toText(found.value.contracts, context) }) : found
}

/** What is to be done, or what is wrong with it. */
function stepOf(verb: string, operands: readonly string[], values: Arguments['values']): Step | Usage {
  const ids = operands.flatMap((operand) => ContractIdSchema.safeParse(operand).data ?? [])
  const [id, into] = operands.map((operand) => ContractIdSchema.safeParse(operand).data)
  switch (verb) {
    case 'list':
      return operands.length === 0 ? listed : usage('contracts list takes nothing more', 'contracts list nimmt nichts weiter')
    case 'confirm':
    case 'dismiss':
    case 'restore':
      return ids.length > 0 && ids.length === operands.length ? (ledger) => ledger.call(`contracts.${verb}`, { ids }) : usage(`contracts ${verb} takes IDs as listed by "contracts"`, `contracts ${verb} nimmt Nummern, wie "contracts" sie auflistet`)
    case 'merge':
      return id && into && operands.length === 2 ? (ledger) => ledger.call('contracts.merge', { id, into }) : usage('contracts merge takes two IDs: the one that goes on as the other', 'contracts merge nimmt zwei Nummern: die eine geht als die andere weiter')
    case 'unmerge':
      return id && operands.length === 1 ? (ledger) => ledger.call('contracts.unmerge', { id }) : usage('contracts unmerge takes one ID', 'contracts unmerge nimmt eine Nummer')
    case 'rename':
      return id && operands.length <= 2 ? renamed(id, operands[1]) : usage('contracts rename takes an ID and a name; without a name it is the bank’s', 'contracts rename nimmt eine Nummer und einen Namen; ohne Namen gilt der der Bank')
    case 'remind':
      return id && operands.length <= 2 ? reminded(id, operands[1], values['days']) : usage('contracts remind takes an ID and the last day for a notice; without a day there is none', 'contracts remind nimmt eine Nummer und den letzten Tag für eine Kündigung; ohne Tag gibt es keinen')
    case 'put':
    case 'take':
      return placed(verb, operands)
    default:
      return usage(`no such step: contracts ${verb}; there are: ${SAY}`, `unbekannt: contracts ${verb}; es gibt: ${SAY}`)
  }
}

function renamed(id: ContractId, text: string | undefined): Step | Usage {
  const name = ContractNameSchema.safeParse(text ?? 'x')
  return name.success ? (ledger) => ledger.call('contracts.rename', { id, name: text === undefined ? null : name.data }) : usage('a name has 1 to 100 characters', 'ein Name hat 1 bis 100 Zeichen')
}

function reminded(id: ContractId, day: string | undefined, days: Arguments['values'][string]): Step | Usage {
  const remindDays = typeof days === 'string' ? Number(days) : null
  if (remindDays !== null && (!Number.isInteger(remindDays) || remindDays < 0 || remindDays > REMIND_DAYS_MAX)) return usage(`--days takes a number from 0 to ${REMIND_DAYS_MAX}`, `--days nimmt eine Zahl von 0 bis ${REMIND_DAYS_MAX}`)
  if (day === undefined) return (ledger) => ledger.call('contracts.remind', { id, cancelBy: null, remindDays: null })
  return isLocalDate(day) ? (ledger) => ledger.call('contracts.remind', { id, cancelBy: day, remindDays }) : NO_DATE
}

/** Rows that belong to a contract, or to none. */
function placed(verb: 'put' | 'take', operands: readonly string[]): Step | Usage {
  const [into, texts] = verb === 'put' ? [ContractIdSchema.safeParse(operands[0]).data, operands.slice(1)] : [null, operands]
  const rows = texts.flatMap((text) => (/^\d+$/.test(text) ? TransactionIdSchema.safeParse(Number(text)).data ?? [] : []))
  if (into === undefined || rows.length === 0 || rows.length < texts.length) {
    return verb === 'put'
      ? usage('contracts put takes an ID and the rows that belong to it, as listed by "transactions"', 'contracts put nimmt eine Nummer und die Umsätze, die dazugehören, wie "transactions" sie auflistet')
      : usage('contracts take takes the rows that belong to no contract', 'contracts take nimmt die Umsätze, die zu keinem Vertrag gehören')
  }
  return async (ledger) => {
    const said = await ledger.call('contracts.place', { rows, into })
    if (!said.ok) return said
    await finishCategories(ledger)
    return listed(ledger)
  }
}

const toJson = ({ id, accountId, counterparty, categoryId, frequency, status, currency, lastOn, lastAmount, nextOn, nextAmount, choice, ownName, mergedIds, cancelBy, remindDays }: KnownContract): object => ({
  id, account: accountId, counterparty, category: categoryId, frequency, status, currency, lastOn, lastAmount: toDecimal(lastAmount), nextOn, nextAmount: nextAmount && toDecimal(nextAmount),
  choice, ownName, merged: mergedIds, cancelBy, remindDays,
})

function toText(found: readonly KnownContract[], { language, terminal }: Context): string {
  const say = words(language)
  if (found.length === 0) return say.noContracts
  const columns = [{ title: say.id, align: 'right' }, { title: say.name }, { title: say.rhythm }, { title: say.amount, align: 'right' }, { title: say.next }, { title: say.state }] as const
  return table(columns, found.map(({ id, counterparty, frequency, lastAmount, nextOn, status, choice, mergedIds }) => [
    id, counterparty, valueOf('frequency', frequency, language), formatMoney(lastAmount, localeOf(language)), nextOn ?? '', [valueOf('status', status, language), ...(choice === 'found' ? [] : [codeText(choice, language)]), ...(mergedIds.length > 0 ? [`+ ${mergedIds.join(' + ')}`] : [])].join(', '),
  ]), terminal.columns)
}
