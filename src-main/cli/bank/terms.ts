import { ok } from '#shared/result.ts'
import type { Context, Outcome } from '../command.ts'
import { decimalText } from '../say.ts'
import { table } from '../table.ts'
import { words } from '../words.ts'
import { accountJson, inquire, withRemarks } from './inquire.ts'
import type { Values } from './options.ts'

/** `bank terms ID`: owner, interest and credit line as the bank keeps them. */
export async function showTerms(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const inquired = await inquire(context, operand, values, { kind: 'terms' })
  if (!inquired.ok) return inquired
  const { findings, notices, failure } = inquired.value
  if (failure !== null) return { ok: false, error: failure }
  const say = words(context.language)
  const columns = [
    { title: say.account }, { title: say.owner }, { title: say.product }, { title: say.currency }, { title: say.openedOn },
    { title: say.debitInterest, align: 'right' }, { title: say.creditInterest, align: 'right' }, { title: say.overdraftInterest, align: 'right' }, { title: say.creditLine, align: 'right' },
  ] as const
  const rows = findings.flatMap(({ account, found }) => (found?.terms == null ? [] : [[
    account.key, found.terms.owner, found.terms.product ?? '', found.terms.currency ?? '', found.terms.openedOn ?? '',
    ...[found.terms.debitInterest, found.terms.creditInterest, found.terms.overdraftInterest, found.terms.creditLine].map((said) => (said === null ? '' : decimalText(said, context.language, 2))),
  ]]))
  return ok({
    json: { accounts: findings.map(({ account, found, error }) => ({ ...accountJson(account), terms: found?.terms ?? null, error })), notices },
    text: () => withRemarks(rows.length === 0 ? say.noTerms : table(columns, rows, context.terminal.columns), inquired.value, context),
  })
}
