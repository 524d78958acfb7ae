import { err, ok } from '#shared/result.ts'
import type { Context, Outcome } from './command.ts'
import { withLedger } from './open-ledger.ts'
import { words } from './words.ts'

/** A ledger that does not add up is a failure: 1, with what is wrong on stderr. */
export async function verify(context: Context): Promise<Outcome> {
  const checked = await withLedger(context, 'must-exist', (ledger) => ledger.job('verify', null))
  if (!checked.ok) return checked
  const { problems } = checked.value
  if (problems.length === 0) return ok({ json: { ok: true, problems }, text: () => words(context.language).healthy })
  return err({ kind: 'file', file: `${context.ledgerFile}: ${problems.join(' ')}`, error: { kind: 'malformed', reason: 'ledger_damaged', line: null } })
}
