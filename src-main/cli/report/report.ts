import { REPORT_NAMES, isReportName } from '#shared/reports/names.ts'
import { err, ok } from '#shared/result.ts'
import type { Arguments, Context, Outcome } from '../command.ts'
import { finishCategories } from '../categories.ts'
import { withLedger } from '../open-ledger.ts'
import { isCategoryAsked } from '../say.ts'
import { usage } from '../usage.ts'
import { reportJson, rowsJson } from './json.ts'
import { toRequest } from './request.ts'
import { reportCsv } from './sections.ts'
import { reportText, rowsText } from './text.ts'

/** One of the twenty-one reports; with `--rows KEY` the rows behind one of its figures, with `--csv` for a spreadsheet. */
export async function report(context: Context, { positionals: [name = ''], values }: Arguments): Promise<Outcome> {
  if (!isReportName(name)) return err(usage(`no report is called ${name}; there are: ${REPORT_NAMES.join(', ')}`, `kein Bericht heißt ${name}; es gibt: ${REPORT_NAMES.join(', ')}`))
  const key = values['rows']
  const isCsv = values['csv'] === true
  if (isCsv && (values['json'] === true || typeof key === 'string')) return err(usage('--csv writes a whole report, without --json or --rows', '--csv schreibt einen ganzen Bericht, ohne --json und --rows'))
  return withLedger<Awaited<Outcome & { ok: true }>['value'], Extract<Outcome, { ok: false }>['error']>(context, 'must-exist', async (ledger) => {
    const settings = await ledger.call('ledger.settings', undefined)
    if (!settings.ok) return settings
    const request = toRequest(name, values, settings.value.baseCurrency)
    if (!request.ok) return request
    if (request.value.categories?.every(isCategoryAsked) === false) return err({ kind: 'not_found', what: 'category' })
    await finishCategories(ledger)
    if (typeof key === 'string') {
      const rows = await ledger.call('reports.rows', { request: request.value, key })
      return rows.ok ? ok({ json: rowsJson(rows.value), text: () => rowsText(rows.value, context.language) }) : rows
    }
    const answer = await ledger.call('reports.run', request.value)
    return answer.ok ? ok({ json: reportJson(answer.value), text: () => (isCsv ? reportCsv(answer.value, context.language) : reportText(answer.value, request.value, context.language, context.terminal.columns)) }) : answer
  })
}
