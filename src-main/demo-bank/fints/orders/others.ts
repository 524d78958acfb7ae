import { addDays, addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import { err, ok } from '#shared/result.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { decode } from '#main/connectors/fints/schema/segment.ts'
import { DIKKU2, DKKKU2 } from '#main/connectors/fints/segments/cards.ts'
import { HIWPD5, HIWPD6, HIWPD7, HKWPD5, HKWPD6, HKWPD7 } from '#main/connectors/fints/segments/securities.ts'
import { HICDB1, HICDB2, HKCDB1, HKCDB2 } from '#main/connectors/fints/segments/standing-orders.ts'
import { HITAB4, HITAB5, HKTAB4, HKTAB5 } from '#main/connectors/fints/segments/tan-media.ts'
import { refusal } from '../answer.ts'
import { decimalOf } from '../formats/amount.ts'
import { writeMt535 } from '../formats/mt535.ts'
import { PAIN_FORMAT, writePain } from '../formats/pain.ts'
import { excerpt, type Ledger } from '../history/chronicle.ts'
import type { DemoEntry } from '../history/entry.ts'
import type { Bill } from '../../persona.ts'
import { balanceField } from './accounts.ts'
import { accountIn, done, forbiddenIn, internationalOf, nothing, rangeFault, type Desk, type OrderReader } from './order.ts'
import { DAYS_WITHOUT_TAN } from './statements.ts'

const CURRENCY = 'EUR'
const unreadable = (type: string, number: number) => refusal(number, '9110', 'Unbekannter Aufbau', `${type} cannot be read`)

/** HKWPD: the depot as MT535. */
export const askHoldings: OrderReader = (desk, segment) => {
  const national = [HKWPD5, HKWPD6].find(({ version }) => version === segment.version)
  const request = national === undefined ? decode(HKWPD7, segment) : decode(national, segment)
  if (!request.ok) return err(unreadable(segment.type, segment.number))
  const { currency, quality } = request.value
  const forbidden = forbiddenIn(segment, request.value)
  if (forbidden !== null) return err(forbidden)
  if (currency !== undefined || quality !== undefined) return err(refusal(segment.number, '9150', 'Währung und Kursqualität nicht zugelassen', 'HIWPDS allows neither currency nor quality'))
  const account = accountIn(desk, segment, request.value.account)
  if (!account.ok) return account
  if (account.value.is !== 'depot') return err(refusal(segment.number, '9380', 'Auftrag für dieses Konto nicht zugelassen', 'not a depot'))
  const { depot } = account.value
  const definition = [HIWPD5, HIWPD6, HIWPD7].find(({ version }) => version === segment.version) ?? HIWPD7
  return ok({ needsApproval: false, occasion: 'Depotaufstellung', run: () => done((reference) => draft(definition, { holdings: writeMt535(desk.customer.persona, depot, desk.chronicle.today) }, reference)) })
}

/** DKKKU: what was bought with the card. */
export const askCardEntries: OrderReader = (desk, segment) => {
  const request = decode(DKKKU2, segment)
  if (!request.ok) return err(unreadable(segment.type, segment.number))
  const { account: name, cardNumber, from, to, touchdown } = request.value
  const { today } = desk.chronicle
  const fault = forbiddenIn(segment, request.value) ?? rangeFault(segment, from, to, today)
  if (fault !== null) return err(fault)
  const account = accountIn(desk, segment, name)
  if (!account.ok) return account
  const filed = account.value
  if (filed.is !== 'money' || filed.number !== cardNumber) return err(refusal(segment.number, '9210', 'Kartennummer unbekannt', 'the card number names another card than the account'))
  const key = [segment.type, cardNumber, from ?? '', to ?? ''].join(' ')
  const start = desk.touchdowns.find(segment, key, touchdown)
  if (!start.ok) return start
  const ledger = desk.chronicle.ledger(filed.account)
  const needsApproval = touchdown === undefined && (from === undefined || from < addDays(today, -DAYS_WITHOUT_TAN))
  return ok({ needsApproval, occasion: 'Kreditkartenumsätze', run: () => cardPage(desk, ledger, { cardNumber, from, to, start: start.value, key }) })
}

interface CardRange { readonly cardNumber: string; readonly from: LocalDate | undefined; readonly to: LocalDate | undefined; readonly start: number; readonly key: string }

function cardPage(desk: Desk, ledger: Ledger, { cardNumber, from, to, start, key }: CardRange) {
  const { entries } = excerpt(ledger, from, to)
  const next = start + desk.pageSize
  const isLast = next >= entries.length
  const pending = isLast ? ledger.pending : []
  const page = [...entries.slice(start, next).map((entry) => cardEntry(cardNumber, entry, true)), ...pending.map((entry) => cardEntry(cardNumber, entry, false))]
  const balance = balanceField(ledger.closingCents, desk.chronicle.today)
  const outcome = done((reference) => draft(DIKKU2, { cardNumber, balance, entries: page }, reference))
  return isLast ? outcome : { ...outcome, say: [{ code: '3040', text: 'Es liegen weitere Umsätze vor.', parameters: [desk.touchdowns.mark(key, next)] }] }
}

function cardEntry(cardNumber: string, { boughtOn, bookedOn, valueOn, cents, name, purpose, reference }: DemoEntry, isSettled: boolean) {
  const creditDebit = cents < 0 ? 'D' : 'C'
  const value = decimalOf(Math.abs(cents))
  return {
    cardNumber, boughtOn, bookedOn, valueOn, originalValue: value, originalCurrency: CURRENCY, originalSign: creditDebit,
    value, currency: CURRENCY, creditDebit, text1: name, text2: purpose, isSettled, reference,
  }
}

/** HKCDB: what is paid again and again. */
export const askStandingOrders: OrderReader = (desk, segment) => {
  const request = decode(segment.version === 2 ? HKCDB2 : HKCDB1, segment)
  if (!request.ok) return err(unreadable(segment.type, segment.number))
  const forbidden = forbiddenIn(segment, request.value)
  if (forbidden !== null) return err(forbidden)
  const strange = request.value.formats.urns.find((urn) => urn !== PAIN_FORMAT)
  if (strange !== undefined) return err(refusal(segment.number, '9210', 'pain-Format nicht unterstützt', `not announced: ${strange}`, { element: '3' }))
  const account = accountIn(desk, segment, request.value.account)
  if (!account.ok) return account
  const filed = account.value
  if (filed.is !== 'money') return ok({ needsApproval: false, occasion: '', run: nothing })
  const definition = segment.version === 2 ? HICDB2 : HICDB1
  const orders = standingBills(desk).map((bill, place) => {
    const firstOn = nextRun(bill, desk.chronicle.today)
    const payment = { name: bill.name, purpose: bill.memo, cents: -priceOf(bill, desk.chronicle.today), on: firstOn }
    return (reference: number) => draft(definition, {
      account: internationalOf(filed), format: PAIN_FORMAT, order: writePain(filed.account, desk.customer.persona.owner, payment), orderId: `DA${place + 1}`,
      rhythm: { firstOn, unit: 'M', every: 1, executionDay: bill.when.every === 'month' ? bill.when.day : 1 },
      mayChange: false, maySuspend: false, mayDelete: false,
    }, reference)
  })
  return ok({ needsApproval: false, occasion: 'Daueraufträge', run: () => (orders.length === 0 ? nothing() : done(...orders)) })
}

const standingBills = ({ customer, chronicle }: Desk): readonly Bill[] => {
  const year = Number(chronicle.today.slice(0, 4))
  return customer.persona.household.bills.filter(({ type, account, when, from = 0, until = 9999 }) =>
    type === 'REPEATPMT' && account === 'checking' && when.every === 'month' && when.months === undefined && from <= year && until >= year)
}

const priceOf = ({ prices, cents }: Bill, today: LocalDate): number => prices?.findLast(([since]) => since <= Number(today.slice(0, 4)))?.[1] ?? cents

function nextRun({ when }: Bill, today: LocalDate): LocalDate {
  const day = when.every === 'month' ? when.day : 1
  const month = Number(today.slice(8)) < day ? today : addMonths(localDate(`${today.slice(0, 7)}-01`), 1)
  return addDays(localDate(`${month.slice(0, 7)}-01`), day - 1)
}

/** HKTAB: the customer's phones, readers and apps. */
export const listMedia: OrderReader = (desk, segment) => {
  const request = decode(segment.version === 5 ? HKTAB5 : HKTAB4, segment)
  if (!request.ok) return err(unreadable(segment.type, segment.number))
  const { category } = request.value
  const all = desk.methods.flatMap(({ media, parameters }) => media.map((medium) => ({ ...medium, function: parameters.function })))
  const media = all.filter((medium) => category === 'A' || medium.category === category)
  const entries = media.map((medium) => ({ category: medium.category, status: '1', name: medium.name, hiddenNumber: medium.hint }))
  return ok({
    needsApproval: false, occasion: 'TAN-Medien',
    run: () => (media.length === 0 ? nothing() : done((reference) => (segment.version === 5 ? draft(HITAB5, { usage: '1', media: entries }, reference) : draft(HITAB4, { usage: '1', media: entries }, reference)))),
  })
}
