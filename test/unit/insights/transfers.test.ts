import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import { ownNames } from '#main/insights/transfers/own-names.ts'
import { findTransfers } from '#main/insights/transfers/pair.ts'
import type { OwnAccount, TransferOptions, TransferRow } from '#main/insights/transfers/transfer.ts'

const GIRO = 'DE02120300000000202051'
const SAVINGS = 'DE02500105170137075030'
const ACCOUNTS: readonly OwnAccount[] = [
  { id: 1, type: 'checking', currency: 'EUR', name: 'Giro', iban: GIRO, number: null },
  { id: 2, type: 'savings', currency: 'EUR', name: 'Tagesgeld', iban: SAVINGS, number: null },
  { id: 3, type: 'credit', currency: 'EUR', name: 'Karte', iban: null, number: '5412000000003344' },
  { id: 4, type: 'checking', currency: 'USD', name: 'Dollar', iban: null, number: '0040125577' },
]
const NONE: TransferOptions = { rejected: new Set(), names: [] }
let ids = 0
const row = (accountId: number, day: string, amountMinor: number, given: Partial<TransferRow> = {}): TransferRow => ({
  id: (ids += 1), accountId, bookedOn: localDate(day), amountMinor, currency: accountId === 4 ? 'USD' : 'EUR', payee: '', purpose: '', bookingText: '', counterpartyIban: '', counterpartyAccount: '', originalAmount: null, originalCurrency: null, category: null, isSpokenFor: false, ...given,
})
const pairs = (rows: readonly TransferRow[], options = NONE) => findTransfers(rows, ACCOUNTS, options).map(({ outId, inId, state, method }) => [outId, inId, state, method])

describe('certain by IBAN', () => {
  it('with what a bank on the way has kept of it', () => {
    const legs = (sent: number, come: number, day = '2026-04-03') => [row(1, '2026-04-02', sent, { counterpartyIban: SAVINGS }), row(2, day, come, { counterpartyIban: GIRO })] as const
    const [out, into] = legs(-90_000, 89_750)
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'iban']])
    expect(pairs(legs(-90_000, 87_000))).toEqual([])
    expect(pairs(legs(-90_000, 90_100))).toEqual([])
    expect(pairs(legs(-90_000, 89_750, '2026-04-01'))).toEqual([])
    const whole = row(2, '2026-04-04', 90_000, { counterpartyIban: GIRO })
    expect(pairs([out, into, whole])).toEqual([[out.id, whole.id, 'confirmed', 'iban']])
  })

  it('also over a long weekend, and whichever leg names the other', () => {
    const out = row(1, '2026-04-02', -20_000, { counterpartyIban: SAVINGS })
    const into = row(2, '2026-04-08', 20_000, { counterpartyIban: GIRO })
    expect(pairs([into, out])).toEqual([[out.id, into.id, 'confirmed', 'iban']])
    const quiet = row(2, '2026-04-04', 20_000)
    expect(pairs([out, quiet])).toEqual([[out.id, quiet.id, 'confirmed', 'iban']])
  })

  it('never with a row that names somebody else\'s account', () => {
    const out = row(1, '2026-04-02', -20_000, { counterpartyIban: 'DE89370400440532013000', payee: 'Karla Brandt', purpose: 'Umbuchung Depot' })
    const into = row(2, '2026-04-02', 20_000, { purpose: 'Umbuchung' })
    expect(pairs([out, into])).toEqual([])
  })
})

describe('cash', () => {
  const PURSE: OwnAccount = { id: 5, type: 'cash', currency: 'EUR', name: 'Bargeld', iban: null, number: null }
  const inPurse = (rows: readonly TransferRow[]) => findTransfers(rows, [...ACCOUNTS, PURSE], NONE).map(({ outId, inId, state }) => [outId, inId, state])

  it('from the machine is in the purse that is kept', () => {
    const [out, into] = [row(1, '2026-04-02', -10_000, { payee: 'GA NR00001122', purpose: 'BARGELDAUSZAHLUNG', category: 'transfers.cash' }), row(5, '2026-04-02', 10_000, { payee: 'Geldautomat' })]
    expect(inPurse([out, into])).toEqual([[out.id, into.id, 'confirmed']])
  })

  it('paid in at the counter was in the purse before', () => {
    const [out, into] = [row(5, '2026-04-02', -30_000, { payee: 'zur Bank' }), row(1, '2026-04-02', 30_000, { payee: 'Bareinzahlung' })]
    expect(inPurse([out, into])).toEqual([[out.id, into.id, 'confirmed']])
  })

  it('is by itself no transfer to any other account', () => {
    const [out, into] = [row(1, '2026-04-02', -10_000, { payee: 'GA NR00001122', purpose: 'BARGELDAUSZAHLUNG', category: 'transfers.cash' }), row(2, '2026-04-02', 10_000)]
    expect(pairs([out, into]).filter(([, , state]) => state === 'confirmed')).toEqual([])
  })
})

describe('without IBANs', () => {
  it('each leg that tells the end of the other\'s number names it', () => {
    const [out, into] = [row(1, '2026-04-02', -20_000, { payee: 'TO A/C 5030', purpose: 'VIA MOBILE - PYMT' }), row(2, '2026-04-02', 20_000, { payee: 'FROM A/C 2051', purpose: 'VIA MOBILE - PYMT' })]
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'wording']])
  })

  it('money that goes on to a third account on the day it comes is two transfers', () => {
    const oneself = { payee: 'Karla Brandt', purpose: 'Umbuchung' }
    const household: OwnAccount = { id: 6, type: 'checking', currency: 'EUR', name: 'Haushalt', iban: null, number: null }
    const legs = [row(2, '2026-04-02', -40_000, oneself), row(1, '2026-04-02', 40_000, oneself), row(1, '2026-04-02', -40_000, oneself), row(6, '2026-04-02', 40_000, oneself)] as const
    const found = (rows: readonly TransferRow[]) => findTransfers(rows, [...ACCOUNTS, household], NONE).map(({ outId, inId, state }) => [outId, inId, state]).sort()
    const both = [[legs[0].id, legs[1].id, 'confirmed'], [legs[2].id, legs[3].id, 'confirmed']]
    expect(found(legs)).toEqual(both)
    expect(found([...legs].reverse())).toEqual(both)
  })

  it('words on both sides are enough within four days', () => {
    const legs = (day: string) => [row(1, '2026-04-02', -20_000, { payee: 'ONLINE TRANSFER TO SAVINGS ...22' }), row(2, day, 20_000, { payee: 'ONLINE TRANSFER FROM CHECKING ...33' })] as const
    const [out, into] = legs('2026-04-06')
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'wording']])
    expect(pairs(legs('2026-04-07'))).toEqual([])
  })

  it('the same name and purpose on both sides is oneself', () => {
    const [out, into] = [row(1, '2026-04-02', -50_000, { payee: 'Karla Brandt', purpose: 'Haushalt' }), row(2, '2026-04-03', 50_000, { payee: 'Karla Brandt', purpose: 'Haushalt' })]
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'wording']])
  })

  it('a card\'s bill is a transfer to the card', () => {
    const [out, into] = [row(1, '2026-04-02', -61_233, { purpose: 'Kreditkartenabrechnung 03/26' }), row(3, '2026-04-03', 61_233, { payee: 'AUSGLEICH KREDITKARTE' })]
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'card-settlement']])
  })

  it('amount and day alone are only a proposal', () => {
    const [out, into] = [row(1, '2026-04-02', -12_345), row(2, '2026-04-02', 12_345)]
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'proposed', 'amount-date']])
  })

  it('a card\'s bill of Thursday may be booked on Monday', () => {
    const [out, into] = [row(1, '2026-04-09', -51_618, { payee: 'VISA ABRECHNUNG' }), row(3, '2026-04-13', 51_618, { payee: 'EINZUG DES SALDOS' })]
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'card-settlement']])
  })

  it('a wallet is filled by way of its company, whose name and account the bank tells', () => {
    const wallet: OwnAccount = { id: 6, type: 'checking', currency: 'EUR', name: 'PayPal', iban: null, number: null }
    const out = row(1, '2026-04-10', -1099, { payee: 'PayPal Europe S.a.r.l. et Cie S.C.A', counterpartyIban: 'LU89751000135104200E', category: 'leisure.media_digital' })
    const into = row(6, '2026-04-09', 1099, { payee: 'Bankgutschrift auf PayPal-Konto' })
    expect(findTransfers([out, into], [...ACCOUNTS, wallet], NONE).map(({ outId, inId, state }) => [outId, inId, state])).toEqual([[out.id, into.id, 'confirmed']])
    const shop = row(1, '2026-04-10', -1099, { payee: 'Buchladen', counterpartyIban: 'LU89751000135104200E' })
    expect(findTransfers([shop, into], [...ACCOUNTS, wallet], NONE)).toEqual([])
  })

  it('two people of one household name each other, and both what it was for', () => {
    const legs = (purpose: string) => [row(1, '2026-04-02', -3500, { payee: 'ZELLE PAYMENT TO OMAR HADDAD', purpose: 'TRIP' }), row(5, '2026-04-03', 3500, { payee: 'ZELLE PAYMENT FROM LAURA HADDAD', purpose })] as const
    const accounts: readonly OwnAccount[] = [...ACCOUNTS, { id: 5, type: 'checking', currency: 'EUR', name: 'Omar', iban: null, number: null }]
    expect(findTransfers(legs('TRIP'), accounts, NONE).map(({ state }) => state)).toEqual(['confirmed'])
    expect(findTransfers(legs('DINNER'), accounts, NONE)).toEqual([])
  })

  it('rent received is no transfer of the same amount', () => {
    const out = row(1, '2026-04-02', -40_000, { payee: 'ONLINE TRANSFER TO EXT ...9911' })
    const into = row(2, '2026-04-02', 40_000, { payee: 'ZELLE PAYMENT FROM TENANT' })
    expect(pairs([out, into])).toEqual([])
  })

  it('words tell two accounts apart that were sent the same on one day', () => {
    const [toSavings, toDaily] = [row(1, '2026-04-02', -10_000, { payee: 'ONLINE TRANSFER TO SAV' }), row(1, '2026-04-02', -10_000, { payee: 'ONLINE TRANSFER TO CHK ...8899' })]
    const [saved, daily] = [row(2, '2026-04-03', 10_000, { payee: 'ONLINE TRANSFER FROM CHK' }), row(5, '2026-04-02', 10_000, { payee: 'ONLINE TRANSFER FROM CHK' })]
    const found = findTransfers([toSavings, toDaily, saved, daily], [...ACCOUNTS, { id: 5, type: 'checking', currency: 'EUR', name: 'Haushalt', iban: null, number: '778899' }], NONE)
    expect(found.map(({ outId, inId, state }) => [outId, inId, state]).sort()).toEqual([[toSavings.id, saved.id, 'confirmed'], [toDaily.id, daily.id, 'confirmed']].sort())
  })

  it('the same words belong together, and money goes before it comes', () => {
    const first = row(1, '2026-04-03', -20_000, { payee: 'Karla Brandt', purpose: 'Umbuchung', counterpartyIban: SAVINGS })
    const second = row(1, '2026-04-05', -20_000, { payee: 'Karla Brandt', purpose: 'Sparen', counterpartyIban: SAVINGS })
    const [moved, saved] = [row(2, '2026-04-05', 20_000, { payee: 'Karla Brandt', purpose: 'Umbuchung', counterpartyIban: GIRO }), row(2, '2026-04-06', 20_000, { payee: 'Karla Brandt', purpose: 'Sparen', counterpartyIban: GIRO })]
    expect(pairs([first, second, moved, saved]).map(([out, into]) => [out, into]).sort()).toEqual([[first.id, moved.id], [second.id, saved.id]])
  })

  it('two accounts that fit equally well are for a person to decide', () => {
    const out = row(1, '2026-04-02', -10_000, { purpose: 'Umbuchung' })
    const savings = row(2, '2026-04-02', 10_000, { purpose: 'Umbuchung' })
    const card = row(3, '2026-04-02', 10_000, { purpose: 'Umbuchung' })
    expect(pairs([out, savings, card]).map(([, , state]) => state)).toEqual(['proposed'])
  })
})

describe('a person\'s word', () => {
  const [out, into] = [row(1, '2026-04-02', -10_000, { counterpartyIban: SAVINGS }), row(2, '2026-04-02', 10_000, { counterpartyIban: GIRO })]

  it('rejects a pair for ever', () => {
    expect(pairs([out, into], { ...NONE, rejected: new Set([`${out.id}:${into.id}`]) })).toEqual([])
  })

  it('keeps a row that was put into another category out of it', () => {
    const plain = [row(1, '2026-04-02', -10_000, { purpose: 'Umbuchung', isSpokenFor: true }), row(2, '2026-04-02', 10_000, { purpose: 'Umbuchung' })]
    expect(pairs(plain)).toEqual([])
  })
})

it('a friend who pays back is proposed where nothing is said, and oneself is known by name', () => {
  const legs = [row(1, '2026-04-02', -5000, { payee: 'Jonas Keller' }), row(2, '2026-04-03', 5000, { payee: 'Jonas Keller' })]
  expect(pairs(legs).map(([, , state]) => state)).toEqual(['proposed'])
  expect(pairs(legs, { ...NONE, names: ['Keller, Jonas'] }).map(([, , state]) => state)).toEqual(['confirmed'])
  expect(pairs(legs.map((leg) => ({ ...leg, purpose: 'Haushalt' }))).map(([, , state]) => state)).toEqual(['confirmed'])
})

it('the owner\'s name stands on both sides of what is certain', () => {
  const rows = [row(1, '2026-04-02', -10_000, { counterpartyIban: SAVINGS, payee: 'Karla Brandt' }), row(2, '2026-04-02', 10_000, { counterpartyIban: GIRO, payee: 'BRANDT KARLA' }), row(1, '2026-04-03', -5000, { counterpartyIban: SAVINGS, payee: 'Sparplan' }), row(2, '2026-04-03', 5000, { counterpartyIban: GIRO, payee: 'Sparplan' })]
  expect(ownNames(findTransfers(rows, ACCOUNTS, NONE), rows)).toEqual(['Karla Brandt'])
})

describe('currencies', () => {
  it('are certain where one side says what the other booked', () => {
    const [out, into] = [row(1, '2026-04-02', -10_000, { purpose: 'Umbuchung', originalAmount: '108.50', originalCurrency: 'USD' }), row(4, '2026-04-03', 10_850)]
    expect(pairs([out, into])).toEqual([[out.id, into.id, 'confirmed', 'currency']])
  })

  it('need the day\'s rate otherwise', () => {
    const [out, into] = [row(1, '2026-04-02', -10_000, { purpose: 'Umbuchung' }), row(4, '2026-04-03', 10_850, { purpose: 'TRANSFER FROM EUR ACCOUNT' })]
    expect(pairs([out, into])).toEqual([])
    expect(pairs([out, into], { ...NONE, rateOn: () => 1.085 }).map(([one, other]) => [one, other])).toEqual([[out.id, into.id]])
    expect(pairs([out, into], { ...NONE, rateOn: () => 1.2 })).toEqual([])
  })
})
