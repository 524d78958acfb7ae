import { addDays, type LocalDate } from '#shared/dates.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { draft, type Draft } from '#main/connectors/fints/message/message.ts'
import { decode } from '#main/connectors/fints/schema/segment.ts'
import { HICAZ1, HIKAZ5, HIKAZ6, HIKAZ7, HKCAZ1, HKKAZ5, HKKAZ6, HKKAZ7 } from '#main/connectors/fints/segments/statements.ts'
import type { RawSegment } from '#main/connectors/fints/syntax/wire.ts'
import { refusal, type Refusal } from '../answer.ts'
import { CAMT_FORMATS, writeCamt, writePendingCamt } from '../formats/camt.ts'
import { daysOf, writeMt940, writeMt942 } from '../formats/mt940.ts'
import { excerpt } from '../history/chronicle.ts'
import type { DemoEntry } from '../history/entry.ts'
import type { MoneyAccount } from '../personas/persona.ts'
import { accountIn, done, forbiddenIn, internationalOf, nothing, rangeFault, type Desk, type OrderReader, type Outcome } from './order.ts'

/** Entries older than this need a TAN (PSD2, RTS on SCA, article 10). */
export const DAYS_WITHOUT_TAN = 90

interface Inquiry {
  readonly account: Parameters<typeof accountIn>[2]
  readonly allAccounts: boolean
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly maxEntries?: number | undefined
  readonly touchdown?: string | undefined
}

/** An inquiry that was checked: which entries, and where they go on. */
interface Selection {
  readonly account: MoneyAccount
  readonly filed: Parameters<typeof internationalOf>[0]
  readonly entries: readonly DemoEntry[]
  readonly openingCents: number
  readonly pending: readonly DemoEntry[]
  readonly start: number
  readonly key: string
  readonly needsApproval: boolean
}

const unreadable = (segment: RawSegment): Refusal => refusal(segment.number, '9110', 'Unbekannter Aufbau', `${segment.type} cannot be read`)

/** HKKAZ: MT940 and MT942. Its pages cut a statement wherever they are full, as DKB's do. */
export const askMt940: OrderReader = (desk, segment) => {
  const national = [HKKAZ5, HKKAZ6].find(({ version }) => version === segment.version)
  const request = national === undefined ? decode(HKKAZ7, segment) : decode(national, segment)
  if (!request.ok) return err(unreadable(segment))
  const selected = select(desk, segment, request.value, 'mt940')
  if (!selected.ok) return selected
  const selection = selected.value
  return ok({ needsApproval: selection.needsApproval, occasion: 'Umsatzabfrage', run: () => mt940Page(desk, selection, segment.version) })
}

function mt940Page(desk: Desk, { account, entries, openingCents, pending, start, key }: Selection, version: number): Outcome {
  if (entries.length === 0 && pending.length === 0) return nothing()
  const next = start + desk.pageSize
  const isLast = next >= entries.length
  const booked = mt940Part(account, entries, openingCents, { start, next: isLast ? null : next })
  const announced = isLast && pending.length > 0 ? writeMt942(account, pending, desk.chronicle.today) : undefined
  const found = { ...(booked.length === 0 ? {} : { booked }), pending: announced }
  const write = (reference: number): Draft => {
    switch (version) {
      case 5: return draft(HIKAZ5, found, reference)
      case 6: return draft(HIKAZ6, found, reference)
      default: return draft(HIKAZ7, found, reference)
    }
  }
  return paged(done(write), isLast ? null : desk.touchdowns.mark(key, next))
}

const ENTRY_MARK = '\r\n:61:'

/** The bytes from one entry up to another, with whatever statements open and close between them; only their days are written. */
function mt940Part(account: MoneyAccount, entries: readonly DemoEntry[], openingCents: number, { start, next }: { readonly start: number; readonly next: number | null }): Uint8Array {
  const first = dayBegin(entries, start)
  const cut = next === null ? undefined : entries[next]?.bookedOn
  const days = entries.slice(first).filter(({ bookedOn }) => cut === undefined || bookedOn <= cut)
  const cents = entries.slice(0, first).reduce((sum, entry) => sum + entry.cents, openingCents)
  const written = writeMt940(account, days, { cents, on: entries[first - 1]?.bookedOn ?? null })
  return written.subarray(start === 0 ? 0 : cutAt(written, start - first), next === null ? written.length : cutAt(written, next - first))
}

function dayBegin(entries: readonly DemoEntry[], place: number): number {
  let at = place
  while (at > 0 && entries[at - 1]?.bookedOn === entries[place]?.bookedOn) at -= 1
  return at
}

/** The byte before which the entry with this number begins. The line end goes with it: programs that read page by page look for both. */
function cutAt(mt940: Uint8Array, place: number): number {
  const text = Buffer.from(mt940.buffer, mt940.byteOffset, mt940.length)
  let at = -1
  for (let count = 0; count <= place; count += 1) at = text.indexOf(ENTRY_MARK, at + 1, 'latin1')
  return at
}

/** HKCAZ: camt.052 in the version that was asked for. Its pages end with a day. */
export const askCamt: OrderReader = (desk, segment) => {
  const request = decode(HKCAZ1, segment)
  if (!request.ok) return err(unreadable(segment))
  const { urns } = request.value.formats
  const strange = urns.find((urn) => !CAMT_FORMATS.includes(urn))
  if (strange !== undefined) return err(refusal(segment.number, '9210', 'camt-Format nicht unterstützt', `HICAZS does not announce ${strange}`, { element: '3' }))
  const format = urns[0] ?? ''
  const selected = select(desk, segment, request.value, format)
  if (!selected.ok) return selected
  const selection = selected.value
  return ok({ needsApproval: selection.needsApproval, occasion: 'Umsatzabfrage', run: () => camtPage(desk, selection, format) })
}

function camtPage(desk: Desk, { account, filed, entries, openingCents, pending, start, key }: Selection, format: string): Outcome {
  if (entries.length === 0 && pending.length === 0) return nothing()
  const book = { account, owner: desk.customer.persona.owner, format, today: desk.chronicle.today }
  const page: DemoEntry[] = []
  for (const [, day] of daysOf(entries.slice(start))) {
    if (page.length > 0 && page.length + day.length > desk.pageSize) break
    page.push(...day)
  }
  const next = start + page.length
  const isLast = next >= entries.length
  const opening = entries.slice(0, start).reduce((sum, { cents }) => sum + cents, openingCents)
  const booked = page.length === 0 ? undefined : { documents: [writeCamt(book, page, opening)] }
  const announced = isLast && pending.length > 0 ? { documents: [writePendingCamt(book, pending)] } : undefined
  return paged(done((reference) => draft(HICAZ1, { account: internationalOf(filed), format, booked, pending: announced }, reference)), isLast ? null : desk.touchdowns.mark(key, next))
}

function paged(outcome: Outcome, token: string | null): Outcome {
  if (token === null) return outcome
  return { ...outcome, say: [{ code: '3040', text: 'Es liegen weitere Umsätze vor.', parameters: [token] }] }
}

function select(desk: Desk, segment: RawSegment, inquiry: Inquiry, format: string): Result<Selection, Refusal> {
  const { from, to, touchdown } = inquiry
  const { today } = desk.chronicle
  const fault = forbiddenIn(segment, inquiry) ?? rangeFault(segment, from, to, today)
  if (fault !== null) return err(fault)
  const filed = accountIn(desk, segment, inquiry.account)
  if (!filed.ok) return filed
  if (filed.value.is === 'depot') return err(refusal(segment.number, '9380', 'Auftrag für dieses Konto nicht zugelassen', 'a depot has no statements'))
  const { account } = filed.value
  const key = [segment.type, account.number, from ?? '', to ?? '', format].join(' ')
  const start = desk.touchdowns.find(segment, key, touchdown)
  if (!start.ok) return start
  const ledger = desk.chronicle.ledger(account)
  const pending = to === undefined || to >= today ? ledger.pending : []
  // Whoever holds a touchdown has been through the first page and its TAN.
  const needsApproval = touchdown === undefined && (from === undefined || from < addDays(today, -DAYS_WITHOUT_TAN))
  return ok({ account, filed: filed.value, ...excerpt(ledger, from, to), pending, start: start.value, key, needsApproval })
}
