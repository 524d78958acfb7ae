import { addDays, addMonths, daysInMonth, localDate, type LocalDate } from '#shared/dates.ts'
import { err, ok } from '#shared/result.ts'
import { draft, type Draft } from '#main/connectors/fints/message/message.ts'
import { decode } from '#main/connectors/fints/schema/segment.ts'
import { HIEKA3, HIEKA4, HIEKA5, HIEKP1, HIEKP2, HKEKA3, HKEKA4, HKEKA5, HKEKP1, HKEKP2 } from '#main/connectors/fints/segments/documents.ts'
import { refusal } from '../answer.ts'
import { PDF } from '../bank-parameters.ts'
import { DEMO_BANK } from '../bank-identity.ts'
import { decimalOf } from '../formats/amount.ts'
import { writePdf } from '../formats/pdf.ts'
import { excerpt, firstDayKept } from '../history/chronicle.ts'
import type { MoneyAccount } from '../personas/persona.ts'
import { accountIn, done, forbiddenIn, nothing, type Desk, type OrderReader, type Prepared } from './order.ts'

const LINES_MAX = 45

/** A monthly statement: its number is its month. */
interface Issue { readonly year: number; readonly number: number; readonly from: LocalDate; readonly to: LocalDate }

/** HKEKA in format 3. */
export const askDocument: OrderReader = (desk, segment) => {
  const request = segment.version === 3 ? decode(HKEKA3, segment) : decode(segment.version === 5 ? HKEKA5 : HKEKA4, segment)
  if (!request.ok) return err(refusal(segment.number, '9110', 'Unbekannter Aufbau', 'HKEKA cannot be read'))
  const { format, touchdown } = request.value
  if (format !== undefined && format !== PDF) return err(refusal(segment.number, '9210', 'Format nicht unterstützt', `HIEKAS announces only ${PDF}`, { element: '3' }))
  return prepare(desk, segment, request.value, touchdown, (issue, content, reference) => {
    const found = { format: PDF, period: { from: issue.from, to: issue.to }, content }
    if (segment.version === 3) return draft(HIEKA3, found, reference)
    if (segment.version === 4) return draft(HIEKA4, found, reference)
    return draft(HIEKA5, { ...found, createdOn: addDays(issue.to, 1), year: issue.year, number: issue.number }, reference)
  })
}

/** HKEKP: the same as PDF only. */
export const askPdf: OrderReader = (desk, segment) => {
  const request = decode(segment.version === 2 ? HKEKP2 : HKEKP1, segment)
  if (!request.ok) return err(refusal(segment.number, '9110', 'Unbekannter Aufbau', 'HKEKP cannot be read'))
  return prepare(desk, segment, request.value, request.value.touchdown, (issue, content, reference) =>
    (segment.version === 2
      ? draft(HIEKP2, { content, period: { from: issue.from, to: issue.to }, createdOn: addDays(issue.to, 1), year: issue.year, number: issue.number, fileName: `Kontoauszug_${issue.year}_${String(issue.number).padStart(2, '0')}.pdf` }, reference)
      : draft(HIEKP1, { content }, reference)))
}

interface Inquiry {
  readonly account: Parameters<typeof accountIn>[2]
  readonly number?: number | undefined
  readonly year?: number | undefined
  readonly maxEntries?: number | undefined
}

function prepare(desk: Desk, segment: Parameters<OrderReader>[1], inquiry: Inquiry, touchdown: string | undefined, write: (issue: Issue, content: Uint8Array, reference: number) => Draft): ReturnType<OrderReader> {
  const forbidden = forbiddenIn(segment, inquiry)
  if (forbidden !== null) return err(forbidden)
  if ((inquiry.number === undefined) !== (inquiry.year === undefined)) return err(refusal(segment.number, '9210', 'Nummer und Jahr nur zusammen', 'statement number and year come together or not at all'))
  const account = accountIn(desk, segment, inquiry.account)
  if (!account.ok) return account
  const filed = account.value
  const key = [segment.type, filed.number, inquiry.number ?? '', inquiry.year ?? ''].join(' ')
  const start = desk.touchdowns.find(segment, key, touchdown)
  if (!start.ok) return start
  const wanted = issuesUntil(desk.chronicle.today).filter(({ year, number }) => inquiry.number === undefined || (number === inquiry.number && year === inquiry.year))
  // Without a choice the newest two: a bank delivers what was not fetched yet.
  const issues = inquiry.number === undefined ? wanted.slice(-2) : wanted
  const issue = issues[start.value]
  const prepared: Prepared = {
    needsApproval: false, occasion: 'Kontoauszug',
    run: () => {
      if (issue === undefined || filed.is !== 'money') return nothing()
      const outcome = done((reference) => write(issue, statementPdf(desk, filed.account, issue), reference))
      const next = start.value + 1
      return next >= issues.length ? outcome : { ...outcome, say: [{ code: '3040', text: 'Es liegen weitere Auszüge vor.', parameters: [desk.touchdowns.mark(key, next)] }] }
    },
  }
  return ok(prepared)
}

/** Every finished month that is kept whole. */
function issuesUntil(today: LocalDate): Issue[] {
  const issues: Issue[] = []
  const first = localDate(`${addMonths(firstDayKept(today), 1).slice(0, 7)}-01`)
  for (let from = first; ; from = addMonths(from, 1)) {
    const year = Number(from.slice(0, 4))
    const number = Number(from.slice(5, 7))
    const to = addDays(from, daysInMonth(year, number) - 1)
    if (to >= today) return issues
    issues.push({ year, number, from, to })
  }
}

function statementPdf({ chronicle, customer }: Desk, account: MoneyAccount, { year, number, from, to }: Issue): Uint8Array {
  const { entries, openingCents } = excerpt(chronicle.ledger(account), from, to)
  const closing = entries.reduce((sum, { cents }) => sum + cents, openingCents)
  const line = (date: string, text: string, cents: number) => `${date}  ${text.slice(0, 38).padEnd(38)}  ${decimalOf(cents).padStart(12)}`
  return writePdf([
    `${DEMO_BANK.name}      Kontoauszug ${number}/${year}`, customer.persona.owner.name, account.iban ?? account.number, '',
    line(from, 'Anfangssaldo EUR', openingCents),
    ...entries.slice(0, LINES_MAX).map((entry) => line(entry.bookedOn, entry.name, entry.cents)),
    ...(entries.length > LINES_MAX ? [`... und ${entries.length - LINES_MAX} weitere`] : []),
    line(to, 'Endsaldo EUR', closing),
  ])
}
