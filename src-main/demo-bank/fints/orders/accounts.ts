import { err, ok } from '#shared/result.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import { decode } from '#main/connectors/fints/schema/segment.ts'
import { HIKIF1, HIKIF2, HISPA1, HISPA2, HISPA3, HKKIF1, HKKIF2, HKSPA1, HKSPA2, HKSPA3 } from '#main/connectors/fints/segments/accounts.ts'
import { HISAL5, HISAL6, HISAL7, HISAL8, HKSAL5, HKSAL6, HKSAL7, HKSAL8 } from '#main/connectors/fints/segments/balances.ts'
import type { LocalDate } from '#shared/dates.ts'
import { BANK_ID } from '../bank-identity.ts'
import { decimalOf } from '../formats/amount.ts'
import { accountsOf, type FiledAccount } from '../user-parameters.ts'
import { accountIn, done, forbiddenIn, internationalOf, nationalOf, nothing, type Desk, type OrderReader } from './order.ts'

const CURRENCY = 'EUR'

/** HKSPA: every account, or those that were named. */
export const listAccounts: OrderReader = (desk, segment) => {
  const read = [HKSPA1, HKSPA2, HKSPA3].find(({ version }) => version === segment.version) ?? HKSPA1
  const request = decode(read, segment)
  const wanted = request.ok ? request.value.accounts : []
  const found = accountsOf(desk.customer).filter(({ number }) => wanted.length === 0 || wanted.some((account) => account.number === number))
  const accounts = found.map((filed) => ({ isSepa: filed.iban !== null, ...internationalOf(filed) }))
  const definition = [HISPA1, HISPA2, HISPA3].find(({ version }) => version === segment.version) ?? HISPA1
  return ok({ needsApproval: false, occasion: 'Kontenliste', run: () => (accounts.length === 0 ? nothing() : done((reference) => draft(definition, { accounts }, reference))) })
}

/** HKSAL: what is booked, what is announced, what may be spent. */
export const askBalance: OrderReader = (desk, segment) => {
  const definition = [HKSAL5, HKSAL6].find(({ version }) => version === segment.version)
  const request = definition === undefined ? decode(segment.version === 8 ? HKSAL8 : HKSAL7, segment) : decode(definition, segment)
  if (!request.ok) return err({ segment: segment.number, code: request.error.code, text: 'Unbekannter Aufbau', reason: request.error.path.join('.'), endsDialog: false })
  const forbidden = forbiddenIn(segment, request.value)
  if (forbidden !== null) return err(forbidden)
  const account = accountIn(desk, segment, request.value.account)
  if (!account.ok) return account
  return ok({ needsApproval: false, occasion: 'Saldenabfrage', run: () => done((reference) => balanceDraft(desk, account.value, segment.version, reference)) })
}

function balanceDraft(desk: Desk, filed: FiledAccount, version: number, reference: number) {
  const { value, day } = balanceOf(desk, filed)
  switch (version) {
    case 5: return draft(HISAL5, { account: nationalOf(filed), ...value, bookedAtDate: day, bookedAtTime: '060000' }, reference)
    case 6: return draft(HISAL6, { account: nationalOf(filed), ...value, bookedAt: { date: day, time: '06:00:00' } }, reference)
    case 7: return draft(HISAL7, { account: internationalOf(filed), ...value, bookedAt: { date: day, time: '06:00:00' } }, reference)
    default: return draft(HISAL8, { account: internationalOf(filed), ...value, bookedAt: { date: day, time: '06:00:00' } }, reference)
  }
}

export const balanceField = (cents: number, date: LocalDate) => ({ creditDebit: cents < 0 ? 'D' : 'C', value: decimalOf(Math.abs(cents)), currency: CURRENCY, date })
const amount = (cents: number) => ({ value: decimalOf(cents), currency: CURRENCY })

function balanceOf({ chronicle }: Desk, filed: FiledAccount) {
  const day = chronicle.today
  if (filed.is === 'depot') return { day, value: { product: filed.depot.product, currency: CURRENCY, booked: balanceField(0, day) } }
  const { closingCents, pending } = chronicle.ledger(filed.account)
  const announced = pending.reduce((sum, { cents }) => sum + cents, closingCents)
  const { creditLineCents, product } = filed.account
  return {
    day,
    value: {
      product, currency: CURRENCY, booked: balanceField(closingCents, day),
      ...(pending.length === 0 ? {} : { pending: balanceField(announced, day) }),
      ...(creditLineCents === 0 ? {} : { creditLine: amount(creditLineCents) }),
      available: amount(Math.max(0, announced + creditLineCents)),
    },
  }
}

/** HKKIF: owner, limit and interest. */
export const askTerms: OrderReader = (desk, segment) => {
  const request = decode(segment.version === 2 ? HKKIF2 : HKKIF1, segment)
  if (!request.ok) return err({ segment: segment.number, code: request.error.code, text: 'Unbekannter Aufbau', reason: request.error.path.join('.'), endsDialog: false })
  const forbidden = forbiddenIn(segment, request.value)
  if (forbidden !== null) return err(forbidden)
  const account = accountIn(desk, segment, request.value.account)
  if (!account.ok) return account
  const filed = account.value
  if (filed.is === 'depot') return ok({ needsApproval: false, occasion: '', run: nothing })
  const { owner, born } = desk.customer.persona
  const { kind, product, creditLineCents } = filed.account
  const isCurrent = kind === 1
  const terms = {
    account: { number: filed.number, bank: BANK_ID }, kind, owner: owner.name, secondOwner: owner.secondName, product, currency: CURRENCY, openedOn: born,
    ...(isCurrent ? { debitInterest: decimalOf(1_095), overdraftInterest: decimalOf(1_395) } : { creditInterest: decimalOf(180) }),
    ...(creditLineCents === 0 ? {} : { creditLine: amount(creditLineCents) }),
    entitled: [],
    address: { name: owner.name, street: owner.street, postal: owner.postal, city: owner.city },
  }
  return ok({ needsApproval: false, occasion: 'Kontoinformation', run: () => done((reference) => draft(segment.version === 2 ? HIKIF2 : HIKIF1, terms, reference)) })
}
