import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '#shared/categories.ts'
import { Categoriser } from '#main/categorise/categoriser.ts'
import type { Owner, Payment } from '#main/categorise/payment.ts'
import known from '#main/categorise/knowledge/merchants.json' with { type: 'json' }
import { knowledge } from '#main/categorise/knowledge.ts'
import { readRemittance } from '#main/categorise/remittance.ts'
import { payment } from './payments.ts'

const OWNER: Owner = { accounts: new Set(['DE02120300000000202051']), names: ['Karla Brandt'] }
const categoriser = new Categoriser({ rules: [], lessons: [], owner: OWNER })
const category = (given: Partial<Payment>): string | undefined => categoriser.categorise(payment(given)).answer?.category
const us = (payee: string, given: Partial<Payment> = {}): string | undefined => category({ currency: 'USD', code: 'DEBIT', bookingText: 'DEBIT', payee, ...given })
const uk = (payee: string, given: Partial<Payment> = {}): string | undefined => category({ currency: 'GBP', code: 'POS', bookingText: 'POS', payee, ...given })

describe('German texts', () => {
  it('reads a purpose that was broken every 27 characters', () => {
    const lines = (text: string): string => text.match(/.{1,27}/g)?.join(' ') ?? ''
    const purpose = lines('EREF+681688815749 MREF+D916174870 CRED+DE15ZZZ00003404150 SVWZ+KREDITKARTENABRECHNUNG 03/26')
    expect(purpose).not.toContain('KREDITKARTENABRECHNUNG')
    expect(category({ payee: 'Nordbank', purpose, bookingText: 'FOLGELASTSCHRIFT' })).toBe('transfers.internal')
    expect(readRemittance(purpose)).toMatchObject({ creditorId: 'DE15ZZZ00003404150', mandateReference: 'D916174870' })
  })

  it('puts words together where lines were cut at another width', () => {
    expect(category({ payee: 'Nordbank', purpose: 'KREDITKARTENAB RECHNUNG MAERZ' })).toBe('transfers.internal')
  })

  it('knows a merchant behind acquirer noise, city and country', () => {
    expect(category({ payee: 'BAUHAUS.GMBH.&.CO..KG/ROSTOCK', purpose: 'VISA Debitkartenumsatz vom 25.02.2026', bookingText: 'Kartenzahlung' })).toBe('housing.home_garden')
    expect(category({ payee: 'VISA MUELLER GMBH & CO KG DROGERIE', purpose: 'NR XXXX 1122 KASSEL KAUFUMSATZ 06.02 157002 ARN2468480', bookingText: 'Lastschrift' })).toBe('shopping.drugstore_care')
  })

  it('tells one insurer\'s contracts apart by what they insure', () => {
    const huk = (purpose: string) => category({ payee: 'HUK-COBURG Allgemeine Versicherung AG', purpose })
    expect(huk('KFZ-VERS. VS-NR 310/22')).toBe('insurance.vehicle')
    expect(huk('Hausrat VS-NR 310/23 Beitrag')).toBe('insurance.other')
    expect(huk('BU 310/24 Berufsunfaehigkeit')).toBe('insurance.life_pension')
    expect(category({ payee: 'Sparkassen DirektVersicherung', purpose: 'Kfz 33-1' })).toBe('insurance.vehicle')
  })

  it('takes a reference for no word, and a house for no insurer of its name', () => {
    expect(category({ payee: 'Picnic GmbH', purpose: 'EREF+PCN-2998812 SVWZ+Deine Bestellung', bookingText: 'FOLGELASTSCHRIFT' })).toBe('food.groceries')
    expect(category({ payee: 'Bayerische Staatsoper', purpose: 'Karten', bookingText: 'KARTENZAHLUNG' })).toBe('leisure.events_culture')
    expect(category({ payee: 'Ev. Kirchengemeinde Kita Arche', purpose: 'Kita-Beitrag Juni', bookingText: 'LASTSCHRIFT' })).toBe('family.childcare_education')
    expect(category({ payee: 'Studierendenwerk Karlsruhe', purpose: 'Mensa Autoload', bookingText: 'LASTSCHRIFT' })).toBe('food.restaurants')
  })

  it('asks what a town is paid for', () => {
    const town = (purpose: string) => category({ payee: 'Stadt Koblenz Stadtkasse', purpose })
    expect(town('Grundsteuer B 2026')).toBe('finance.taxes_government')
    expect(town('Kita-Gebuehr Elternbeitrag 03/26')).toBe('family.childcare_education')
    expect(category({ payee: 'Gemeindekasse Haar', purpose: 'Kita Gebühr 05' })).toBe('family.childcare_education')
    expect(category({ payee: 'Gemeindekasse Haar', purpose: 'Hebesatz 2026' })).toBe('finance.taxes_government')
  })

  it('reads umlauts in every spelling, also a lost one', () => {
    for (const payee of ['Bäckerei Junghans', 'BAECKEREI JUNGHANS', 'Ba\u0308ckerei Junghans', 'B\ufffdckerei Junghans']) expect(category({ payee }), payee).toBe('food.cafe_bakery')
  })

  it('lets the merchant decide about a refund, not the sign', () => {
    expect(category({ payee: 'Zalando SE', purpose: 'Erstattung', amountMinor: 4995 })).toBe('shopping.clothing')
    expect(category({ payee: 'Stadtwerke Bonn', purpose: 'Guthaben Jahresabrechnung', amountMinor: 7810 })).toBe('housing.energy')
  })

  it('tells salary, pension and benefits apart, though they come under one code', () => {
    const income = (payee: string, purpose: string) => category({ payee, purpose, amountMinor: 200_000, bookingText: 'LOHN, GEHALT, RENTE', code: '153' })
    expect(income('Klinikum Dortmund gGmbH', 'Entgelt 02/2026')).toBe('income.salary')
    expect(income('Deutsche Rentenversicherung Bund', 'Rente 02/26')).toBe('income.pension')
    expect(category({ payee: 'Familienkasse Bayern', purpose: 'KG123FK456 0226', amountMinor: 25_500 })).toBe('income.benefits')
  })
})

describe('payment services are looked through', () => {
  it.each([
    ['PayPal Europe S.a.r.l. et Cie S.C.A', '1034/PP.2211.PP/. SPOTIFY, Ihr Einkauf bei SPOTIFY', 'leisure.media_digital'],
    ['SumUp  *Cafe Lumiere', '', 'food.cafe_bakery'],
    ['Klarna Bank AB (publ)', 'Zalando, Ihr Einkauf bei Zalando', 'shopping.clothing'],
  ])('%s', (payee, purpose, expected) => expect(category({ payee, purpose })).toBe(expected))

  it.each([
    ['SQ *RITUAL COFFEE ROASTERS', 'food.cafe_bakery'], ['TST* OLD TOWN TAVERN', 'food.restaurants'], ['TST* JUNIPER', 'food.restaurants'],
    ['PAYPAL *STEAM GAMES', 'leisure.media_digital'], ['SP ALLBIRDS', 'shopping.clothing'],
  ])('%s', (payee, expected) => expect(us(payee)).toBe(expected))

  it('says nothing where nobody is known behind one', () => {
    expect(category({ payee: 'PayPal Europe S.a.r.l. et Cie S.C.A', purpose: '1034567890123' })).toBeUndefined()
  })
})

describe('American and British texts', () => {
  it('finds the merchant in the memo where the name is all noise', () => {
    expect(us('POS DEBIT VISA CHECK CRD PURCHAS', { purpose: 'POS DEBIT VISA CHECK CRD PURCHASE 06/25 PANDA EXPRESS 2211 RENO NV' })).toBe('food.restaurants')
  })

  it('tells a shop\'s pumps from its shelves', () => {
    expect(us('COSTCO GAS #0789')).toBe('transport.fuel')
    expect(us('COSTCO WHSE #0789')).toBe('shopping.general')
    expect(uk('TESCO PFS 2211')).toBe('transport.fuel')
    expect(uk('TESCO STORES 2211')).toBe('food.groceries')
  })

  it('knows a name that was cut at 32 characters', () => {
    expect(uk('CARD PAYMENT TO NANDOS CHICKENLA')).toBe('food.restaurants')
  })

  it('is not misled by "rate" and "auto pay", which banks write everywhere', () => {
    expect(uk('CARD PAYMENT TO NANDOS', { purpose: 'CARD PAYMENT TO NANDOS,24.80 GBP, RATE 1.00/GBP ON 30-09-2025' })).toBe('food.restaurants')
    expect(us('T-MOBILE*AUTO PAY')).toBe('housing.internet_phone')
  })

  it('reads a name that its branch\'s number, or its own second word, was written to', () => {
    expect(us('MARATHON PETRO221133 LIMA OH')).toBe('transport.fuel')
    expect(us('DOLLARTREE #03312')).toBe('shopping.general')
    expect(us('STOP & SHOP 0512 QUINCY MA')).toBe('food.groceries')
  })

  it('tells a lender from the brand that it shares a name with', () => {
    expect(us('FREEDOM MTG CORP MTG PYMTS')).toBe('housing.mortgage')
    expect(us('NISSAN MOTOR ACC PAYMT')).toBe('finance.loan_payment')
  })

  it('knows how a card\'s bill is paid, and what is bought with it', () => {
    const debit = { bookingText: 'DD', code: 'DD' }
    expect(uk('AMERICAN EXPRESS 3773 2213', debit)).toBe('transfers.internal')
    expect(uk('BRITISH HEART FOUNDATION', debit)).toBe('family.donations_memberships')
    expect(uk('BRITISH HEART FOUNDATION')).toBe('shopping.general')
  })

  it('rents a car, not a flat', () => {
    expect(us('HERTZ RENT-A-CAR')).toBe('travel.other')
    expect(us('CAMDEN PROPERTY RENT')).toBe('housing.rent')
  })
})

describe('who is who', () => {
  it('recognises own accounts by number and by name', () => {
    expect(category({ payee: 'irgendwer', counterpartyIban: 'DE02120300000000202051' })).toBe('transfers.internal')
    expect(category({ payee: 'Brandt, Karla', bookingText: 'ONLINE-UEBERWEISUNG' })).toBe('transfers.internal')
  })

  it('takes a person for a person, whatever the surname means', () => {
    expect(category({ payee: 'Jonas Becker', bookingText: 'ONLINE-UEBERWEISUNG' })).toBe('transfers.person')
    expect(category({ payee: 'Anna Koch', bookingText: 'GUTSCHR. UEBERWEISUNG', amountMinor: 1500 })).toBe('transfers.person')
    expect(category({ payee: 'Nguyen Thi Lan', bookingText: 'ONLINE-UEBERWEISUNG' })).toBe('transfers.person')
  })

  it('takes what friends pay each other for no bill of a restaurant', () => {
    expect(category({ payee: 'Lena Hoffmann', purpose: 'Pizza gestern', bookingText: 'ONLINE-UEBERWEISUNG' })).toBe('transfers.person')
    expect(category({ payee: 'PayPal Europe S.a.r.l. et Cie S.C.A', purpose: 'PP.9.PP/. Geld gesendet an Miriam Schulte', bookingText: 'LASTSCHRIFT' })).toBe('transfers.person')
  })

  it('takes a ticket for parking wrongly for a fine, and parking for parking', () => {
    expect(us('NYC FINANCE PARKING TKT')).toBe('finance.taxes_government')
    expect(us('PARK-N-FLY DENVER')).toBe('transport.parking_tolls')
    expect(uk('PARKING FINE PCN WESTMINSTER CC')).toBe('finance.taxes_government')
  })

  it('gives no answer rather than a guess', () => {
    expect(us('XQZV 4411')).toBeUndefined()
    expect(category({ payee: 'ABX Holding', purpose: '2211' })).toBeUndefined()
    expect(category({})).toBeUndefined()
  })
})

describe('words of every day that are chains, too', () => {
  const transfer = { bookingText: 'UEBERWEISUNG' }

  it('takes the chain where nothing else makes another house of it', () => {
    expect(category({ payee: 'STAR TANKSTELLE 331', bookingText: 'KARTENZAHLUNG' })).toBe('transport.fuel')
    expect(us('TARGET 00033120')).toBe('shopping.general')
    expect(us('DELTA AIR 0062331')).toBe('travel.flights')
    expect(uk('NEXT RETAIL LTD')).toBe('shopping.clothing')
    expect(category({ payee: 'OBI BAU- UND HEIMWERKERMAERKTE', bookingText: 'KARTENZAHLUNG' })).toBe('housing.home_garden')
  })

  it('takes a firm of the same name for no chain', () => {
    expect(category({ payee: 'Merkur Technik GmbH', purpose: 'RE-4491', ...transfer })).toBeUndefined()
    expect(category({ payee: 'Star Solutions UG', purpose: 'Auftrag 991', ...transfer })).toBeUndefined()
    expect(us('TARGET ENTERPRISES OF OHIO', { bookingText: 'PAYMENT', code: 'PAYMENT' })).toBeUndefined()
    expect(us('DELTA MGMT 331', { bookingText: 'PAYMENT', code: 'PAYMENT' })).toBeUndefined()
  })

  it('takes who collects by debit for no shop that is paid at a till', () => {
    expect(category({ payee: 'Star Service', purpose: 'Vertrag 33.12', bookingText: 'FOLGELASTSCHRIFT' })).toBeUndefined()
  })

  it('takes who uses a hired card reader for no chain, unless a trade says so', () => {
    expect(uk('ZETTLE_*NEXT')).toBeUndefined()
    expect(category({ payee: 'SumUp  *Hit', purpose: 'HIT//KOELN', bookingText: 'KARTENZAHLUNG' })).toBeUndefined()
    expect(category({ payee: 'SumUp  *Cafe Stern', bookingText: 'KARTENZAHLUNG' })).toBe('food.cafe_bakery')
  })

  it('takes a surname for no shop, and a trade beside it for one', () => {
    expect(category({ payee: 'Hoffmann', purpose: 'HOFFMANN//BADEN-BADEN', bookingText: 'KARTENZAHLUNG' })).toBeUndefined()
    expect(category({ payee: 'Baeckerei Hoffmann', bookingText: 'KARTENZAHLUNG' })).toBe('food.cafe_bakery')
    expect(uk('JONES')).toBeUndefined()
  })

  it('takes a short word for a chain of shops where a branch is numbered', () => {
    expect(us('JACKSONS')).toBeUndefined()
    expect(us('JACKSONS 0331 NAMPA')).toBe('food.groceries')
    expect(us('ROSEWOOD')).toBeUndefined()
    expect(us('CYCLEBAR DUBLIN')).toBe('leisure.fitness_sports')
  })

  it('takes a firm for no person, though a given name stands in it', () => {
    expect(uk('LEON PROPERTIES', { bookingText: 'SO', code: 'SO' })).toBeUndefined()
  })

  it('takes a town\'s utility bill for its water, as a utility\'s name is read', () => {
    expect(us('CITY OF TUCSON WATER UTILITY BILL')).toBe('housing.water_waste_fees')
    expect(us('CITY OF TUCSON UTILITIES')).toBe('housing.water_waste_fees')
  })

  it('takes a town at the end for no name that was cut there', () => {
    expect(us('MTA*NYCT PAYGO NEW YORK')).toBe('transport.public_transit')
  })

  it('reads no trade into the chain\'s own word', () => {
    expect(us('MARATHON 331 DAYTON OH')).toBe('transport.fuel')
    expect(us('GAP OUTLET 331')).toBe('shopping.clothing')
  })

  it('takes a whole word before a part of it', () => {
    expect(category({ payee: 'Tierarztpraxis Dr. Lindner', purpose: 'Impfung', ...transfer })).toBe('shopping.hobby_kids_pets')
    expect(category({ payee: 'Annelie Rothfuss', purpose: 'Taschengeld', ...transfer })).toBe('transfers.person')
  })

  it('takes who collects at home for no merchant from abroad', () => {
    expect(us('SUNRISE ENTERPRISES', { bookingText: 'PAYMENT', code: 'PAYMENT' })).toBeUndefined()
    expect(us('EDEKA FREIBURG')).toBe('food.groceries')
  })

  it('takes a school for what is learnt there', () => {
    expect(category({ payee: 'Tanzschule Beyer', purpose: 'Kursgebuehr', bookingText: 'FOLGELASTSCHRIFT' })).toBe('leisure.fitness_sports')
    expect(category({ payee: 'Musikschule Beyer', purpose: 'Kursgebuehr', bookingText: 'FOLGELASTSCHRIFT' })).toBe('family.childcare_education')
  })

  it('takes a fine for a fine, whatever was parked', () => {
    expect(us('CITY OF TAMPA PARKING VIOLATION')).toBe('finance.taxes_government')
    expect(us('CITY OF TAMPA PARKING METER')).toBe('transport.parking_tolls')
  })

  it('knows a person by how one is addressed', () => {
    expect(uk('MR D ROTHWELL', { bookingText: 'FPO', code: 'FPO' })).toBe('transfers.person')
  })
})

it('gives every answer a reason that can be compared', () => {
  const { answer } = categoriser.categorise(payment({ payee: 'REWE Markt 4471' }))
  expect(answer).toEqual({ category: 'food.groceries', confidence: 0.94, reason: { kind: 'merchant', evidence: 'rewe markt' } })
  expect(categoriser.categorise(payment({ purposeCode: 'RENT' })).answer?.reason).toEqual({ kind: 'code', evidence: 'RENT' })
})

it('knows only categories that the taxonomy has', () => {
  const ids = new Set(CATEGORIES.map(({ id }) => id))
  const used = new Set([...known.merchants, ...known.wordings].map((line) => line.split('\t')[0] ?? ''))
  expect([...used].filter((id) => !ids.has(id))).toEqual([])
})

it('knows no name with a number that days and months have: texts that differ by their date alone are one text', () => {
  const days = Array.from({ length: 9 }, (_, day) => `0${day + 1}`)
  expect(days.filter((day) => knowledge().hasNumber(day))).toEqual([])
})

it('gives rows that differ in their numbers alone the same answer, in any order, as if each were the first', () => {
  const purposes = ['Rechnung 4711001 Stadtwerke', 'Rechnung 4711002 Stadtwerke', 'Auskunft 118118', 'Auskunft 998118', 'Miete 202601', 'Nummer 123456 ohne Sinn', 'Zelle to Maria Lopez 123456', '10 000 Villages', '10 456 Villages', 'Maison 123', 'Maison 124', 'Kauf 12.03. 14:22 Stadtwerke', 'Kauf 13.04. 09:05 Stadtwerke', 'Kauf \u0000\u0000.03. Stadtwerke']
  const rows = purposes.flatMap((purpose) => [payment({ payee: 'Kunde', purpose }), payment({ payee: '', purpose, currency: 'CAD', code: 'POS', bookingText: 'POS' })])
  const together = new Categoriser()
  for (const row of [...rows, ...rows.toReversed()]) expect(together.categorise(row).answer).toEqual(new Categoriser().categorise(row).answer)
})

describe('what a word means beside other words', () => {
  it.each([
    ['Sixt SE', 'Mietvertrag 331 Pullach', 'Kreditkarte', 'travel.other'],
    ['Karin Vogel', 'Mietvertrag Whg 3', 'Dauerauftrag', 'housing.rent'],
    ['Stadtwerke Bielefeld', 'Abschlag Strom/Gas/Wasser', 'Lastschrift', 'housing.energy'],
    ['Stadtwerke Bielefeld', 'Abschlag Wasser', 'Lastschrift', 'housing.water_waste_fees'],
    ['Stadtwerke Münster GmbH', 'Abo Deutschlandticket', 'Lastschrift', 'transport.public_transit'],
    ['UNIMARKT 331 LINZ', 'BANKOMAT 12.05', 'KARTENZAHLUNG', 'food.groceries'],
    ['BEHEBUNG BANKOMAT 331', '12.05 UM 11:22', 'Bankomat', 'transfers.cash'],
    ['N26 Bank', 'N26 Smart Membership', 'Entgelt', 'finance.bank_fees'],
  ])('%s, %s: %s', (payee, purpose, bookingText, expected) => expect(category({ payee, purpose, bookingText })).toBe(expected))

  it('tells money back for a purchase from money for what was sold, worked for or damaged', () => {
    const credit = (payee: string, purpose: string) => category({ payee, purpose, bookingText: 'Gutschrift', amountMinor: 5000 })
    expect(credit('Vinted UAB', 'Guthaben Auszahlung')).toBe('income.other')
    expect(credit('Vinted UAB', 'Erstattung')).toBe('shopping.general')
    expect(credit('Robert Bosch GmbH', 'Entgelt 05/2025 PNR 331')).toBe('income.salary')
    expect(uk('DIRECT LINE CLAIM', { code: '', bookingText: 'BGC', amountMinor: 5000 })).toBe('income.other')
    expect(uk('DIRECT LINE', { purpose: 'PREMIUM REFUND', code: '', bookingText: 'BGC', amountMinor: 5000 })).toBe('insurance.vehicle')
  })

  it('takes a lender for houses by what it lends for, and a card\'s bill by two letters', () => {
    expect(us('PENNYMAC CASH', { purpose: 'LOAN PMT', code: '' })).toBe('housing.mortgage')
    expect(us('SYNCHRONY BANK CC PYMT', { code: '' })).toBe('transfers.internal')
  })

  it('finds no opera in a cooper, and no restaurant where nails are done', () => {
    expect(us('ZELLE FROM BRIAN COOPER ON 05/12', { amountMinor: 8000 })).toBe('transfers.person')
    expect(us('SQ *LUXE NAIL LOUNGE')).toBe('shopping.drugstore_care')
  })

  it('knows a person by a surname and initials, whatever was eaten together', () => {
    const sent = { code: '', bookingText: 'FPO' }
    expect(uk('HARRISON P', { ...sent, purpose: 'BBQ' })).toBe('transfers.person')
    expect(uk('KESTREL LTD', { ...sent, purpose: 'INV 8' })).toBeUndefined()
  })

  it('asks whether a member or a visitor pays', () => {
    expect(uk('NATIONAL TRUST', { code: 'DIRECTDEBIT', bookingText: 'DIRECTDEBIT' })).toBe('family.donations_memberships')
    expect(uk('NATIONAL TRUST STOURHEAD')).toBe('leisure.events_culture')
    expect(uk('GULF HILLSIDE GARAGE')).toBe('transport.fuel')
  })
})
