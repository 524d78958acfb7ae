import { readFile, stat } from 'node:fs/promises'
import { isLocalDate } from '#shared/dates.ts'
import { isCurrency, type Currency } from '#shared/money.ts'
import { RateTextSchema } from '#shared/rates.ts'
import { RATE_FILE_BYTES_MAX, RATES_LISTED_MAX } from '#shared/ipc/limits.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { fileResult } from '#main/platform/files.ts'
import type { LedgerClient } from '#main/worker/client.ts'
import type { AppError } from '#shared/errors.ts'
import type { Answer, Arguments, Context, Outcome } from './command.ts'
import { withLedger } from './open-ledger.ts'
import { decimalText } from './say.ts'
import { table } from './table.ts'
import { usage } from './usage.ts'
import { words } from './words.ts'

const wrong = (en: string, de: string): Outcome => err(usage(en, de))

/** Exchange rates: `list`, `import FILE` of the European Central Bank, `set BASE QUOTE DATE RATE`, `delete BASE QUOTE [DATE]`. */
export async function rates(context: Context, args: Arguments): Promise<Outcome> {
  const [verb = '', ...operands] = args.positionals
  switch (verb) {
    case 'list':
      return operands.length === 0 ? list(context) : wrong('rates list takes nothing more', 'rates list nimmt nichts weiter')
    case 'import':
      return importFile(context, operands, args.values['currencies'])
    case 'set':
      return set(context, operands)
    case 'delete':
      return remove(context, operands)
    default:
      return wrong(`no such step: rates ${verb}; there are: list, import, set, delete`, `unbekannt: rates ${verb}; es gibt: list, import, set, delete`)
  }
}

const working = (context: Context, work: (ledger: LedgerClient) => Promise<Result<Answer, AppError>>): Promise<Outcome> => withLedger(context, 'must-exist', work)

const list = (context: Context): Promise<Outcome> => working(context, async (ledger) => {
  const found = await ledger.call('rates.list', { limit: RATES_LISTED_MAX })
  if (!found.ok) return found
  const { pairs } = found.value
  const say = words(context.language)
  const columns = [{ title: say.currency }, { title: say.rate, align: 'right' }, { title: say.asOf }, { title: say.first }, { title: say.rates, align: 'right' }] as const
  return ok({
    json: { pairs },
    text: () => (pairs.length === 0 ? say.noRates : table(columns, pairs.map(({ base, quote, latest, to, from, count }) => [`${base}/${quote}`, decimalText(latest, context.language), to, from, String(count)]), context.terminal.columns)),
  })
})

async function importFile(context: Context, operands: readonly string[], only: string | boolean | undefined): Promise<Outcome> {
  const [file] = operands
  const codes = typeof only === 'string' ? only.toUpperCase().split(',').map((code) => code.trim()) : []
  if (file === undefined || operands.length > 1) return wrong('rates import takes one file', 'rates import nimmt eine Datei')
  const currencies = codes.filter(isCurrency)
  if (currencies.length < codes.length) return wrong('--currencies takes currencies such as USD,CHF', '--currencies nimmt Währungen wie USD,CHF')
  const read = await readWhole(file)
  if (!read.ok) return err(aboutFile(file, read.error))
  const done = await withLedger(context, 'must-exist', (ledger) => ledger.call('rates.import', { bytes: read.value, ...(currencies.length > 0 && { currencies }) }))
  if (!done.ok) return err(done.error.kind === 'malformed' ? aboutFile(file, done.error) : done.error)
  const { changed, read: count, from, to } = done.value
  return ok({ json: done.value, text: () => `${words(context.language).ratesRead}: ${count} (${words(context.language).added}: ${changed}), ${done.value.currencies.join(' ')}, ${from} – ${to}` })
}

const aboutFile = (file: string, error: AppError) => ({ kind: 'file', file, error } as const)

const readWhole = (file: string): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> => fileResult(async () => {
  const { size } = await stat(file)
  return size > RATE_FILE_BYTES_MAX ? new Uint8Array() : new Uint8Array(await readFile(file))
})

async function set(context: Context, operands: readonly string[]): Promise<Outcome> {
  const [base = '', quote = '', date = '', text = ''] = operands.map((one) => one.toUpperCase())
  const rate = RateTextSchema.safeParse(text)
  if (operands.length !== 4 || !isCurrency(base) || !isCurrency(quote) || base === quote || !isLocalDate(date) || !rate.success) return wrong('rates set takes two currencies, a date and a rate: rates set EUR USD 2026-01-31 1.0321', 'rates set nimmt zwei Währungen, ein Datum und einen Kurs: rates set EUR USD 2026-01-31 1.0321')
  return working(context, async (ledger) => {
    const done = await ledger.call('rates.set', { base, quote, date, rate: rate.data })
    return done.ok ? ok({ json: done.value, text: () => `${base}/${quote} ${date}: ${decimalText(rate.data, context.language)}` }) : done
  })
}

async function remove(context: Context, operands: readonly string[]): Promise<Outcome> {
  const [base, quote]: (Currency | undefined)[] = operands.slice(0, 2).map((one) => one.toUpperCase()).map((one) => (isCurrency(one) ? one : undefined))
  const date = operands[2]
  if (operands.length > 3 || base === undefined || quote === undefined || (date !== undefined && !isLocalDate(date))) return wrong('rates delete takes two currencies, and a date where only one rate is meant', 'rates delete nimmt zwei Währungen, und ein Datum, wenn nur ein Kurs gemeint ist')
  return working(context, async (ledger) => {
    const done = await ledger.call('rates.delete', { base, quote, ...(date !== undefined && isLocalDate(date) && { date }) })
    return done.ok ? ok({ json: done.value, text: () => `${words(context.language).removed} (${done.value.deleted})` }) : done
  })
}
