import { describe, expect, it } from 'vitest'
import { Categoriser } from '#main/categorise/categoriser.ts'
import type { Payment } from '#main/categorise/payment.ts'
import { payment } from './payments.ts'

const categoriser = new Categoriser()
const category = (given: Partial<Payment>): string | undefined => categoriser.categorise(payment(given)).answer?.category
const us = (payee: string, purpose = ''): string | undefined => category({ currency: 'USD', code: 'DEBIT', bookingText: 'DEBIT', payee, purpose })
const uk = (payee: string, purpose = ''): string | undefined => category({ currency: 'GBP', code: 'POS', bookingText: 'POS', payee, purpose })
const till = (town: string): string | undefined => category({ payee: 'ZORBIX 33', purpose: `ZORBIX 33//${town}/DE 2026-02-03T12:22`, bookingText: 'Kartenzahlung' })

describe('where a card was used', () => {
  it('says nothing of what was paid for', () => {
    for (const town of ['COLLEGE STATION TX', 'STATE COLLEGE PA', 'FLOWER MOUND TX', 'GOLF IL', 'HARTFORD CT', 'BAR HARBOR ME']) expect([town, us('ZORBIX 33', town), us(`ZORBIX ${town}`)]).toEqual([town, undefined, undefined])
    for (const town of ['POTTERS BAR', 'CHURCH STRETTON', 'MARKET HARBOROUGH', 'SCHOOL LANE', 'BERE REGIS']) expect([town, uk('ZORBIX 33', town), uk(`ZORBIX ${town}`)]).toEqual([town, undefined, undefined])
    for (const town of ['WASSERBURG', 'BLUMENTHAL', 'BUCH', 'PFARRKIRCHEN', 'ZAHNA']) expect([town, till(town)]).toEqual([town, undefined])
    expect(uk('ZORBIX 33', 'RUGBY')).toBeUndefined()
  })

  it('hides no trade beside it', () => {
    expect(us('CHURCH ST COFFEE', 'COLLEGE PARK MD')).toBe('food.cafe_bakery')
    expect(us('FALLS CHURCH DENTAL')).toBe('health.doctor')
    expect(uk('STATION ROAD PHARMACY', 'POTTERS BAR')).toBe('health.pharmacy')
    expect(category({ payee: 'Stadtwerke Wasserburg', purpose: 'Abschlag Strom', bookingText: 'Lastschrift' })).toBe('housing.energy')
    expect(category({ payee: 'APOTHEKE AM TOR', purpose: 'APOTHEKE AM TOR//BUCH/DE', bookingText: 'Kartenzahlung' })).toBe('health.pharmacy')
  })
})

describe('who pays and is paid', () => {
  it('takes a direct deposit of a shop or a hospital for pay, and what comes back for a refund', () => {
    const deposit = (payee: string, purpose = '') => category({ currency: 'USD', code: 'DIRECTDEP', bookingText: 'DIRECTDEP', amountMinor: 121_100, payee, purpose })
    expect(deposit('WALMART INC')).toBe('income.salary')
    expect(deposit('RIVERSIDE COUNTY HOSPITAL')).toBe('income.salary')
    expect(deposit('WALMART INC', 'REFUND 331')).toBe('shopping.general')
  })

  it('takes the bill of an electrician for work in the house, and a till of that name for a shop', () => {
    expect(category({ payee: 'Elektro Huber', purpose: 'RE 331', bookingText: 'Ueberweisung' })).toBe('housing.home_garden')
    expect(category({ payee: 'ELEKTRO HUBER', purpose: 'ELEKTRO HUBER//ULM', bookingText: 'Kartenzahlung' })).toBe('shopping.electronics')
  })

  it('finds a person behind PayPal where a card was charged, too', () => {
    expect(uk('PAYPAL *JOHN SMITH', '35314369001')).toBe('transfers.person')
  })

  it('tells water from those who lay its pipes', () => {
    expect(category({ payee: 'Gas-Wasser-Installation Petersen', purpose: 'Rechnung 25-331', bookingText: 'Ueberweisung' })).toBe('housing.home_garden')
    expect(category({ payee: 'Stadtwerke Celle', purpose: 'Wasser Abschlag', bookingText: 'Lastschrift' })).toBe('housing.water_waste_fees')
  })

  it('takes nobody for a person who names a trade first', () => {
    expect(category({ payee: 'Tagesmutter Claudia Reuss', purpose: 'Betreuung Mai', bookingText: 'Dauerauftrag' })).toBe('family.childcare_education')
    expect(category({ payee: 'Kleintierpraxis Dr. Vogt', purpose: 'Rechnung 3312', bookingText: 'Ueberweisung' })).toBe('shopping.hobby_kids_pets')
    expect(category({ payee: 'Claudia Reuss', purpose: 'Danke', bookingText: 'Dauerauftrag' })).toBe('transfers.person')
  })

  it('knows sports clubs by their letters, and garages by what stands first', () => {
    expect(category({ payee: 'SV Grün-Weiß Lehe e.V.', purpose: 'Mitgliedsbeitrag', bookingText: 'Lastschrift' })).toBe('leisure.fitness_sports')
    expect(category({ payee: 'Heimatverein Lehe e.V.', purpose: 'Mitgliedsbeitrag', bookingText: 'Lastschrift' })).toBe('family.donations_memberships')
    for (const payee of ['PARKHAUS AM THEATER', 'TIEFGARAGE KLINIKUM', 'PARKHAUS RATHAUSGALERIE']) expect(category({ payee, purpose: '', bookingText: 'Kartenzahlung' })).toBe('transport.parking_tolls')
  })

  it('tells an inn from the pub that it is called like', () => {
    expect(uk('THE WHITE HART HOTEL', 'WELLS')).toBe('travel.lodging')
    expect(uk('THE WHITE HART', 'WELLS')).toBe('food.restaurants')
  })

  it('tells pensions from the guest houses that Germans call by that word', () => {
    expect(uk('AVIVA PENSIONS', 'DIRECT DEBIT')).toBe('insurance.life_pension')
    expect(category({ payee: 'Pension Alpenblick', purpose: 'Zimmer', bookingText: 'Kartenzahlung' })).toBe('travel.lodging')
  })

  it('takes an Austrian withdrawal for cash, whatever its terminal is called', () => {
    expect(category({ payee: 'BAWAG PSK', purpose: 'AUTOMAT 00033112 K1 22.05. UM 12:12', bookingText: 'Behebung' })).toBe('transfers.cash')
  })

  it('reads Hamburg\'s adjective as no dish', () => {
    expect(category({ payee: 'Hamburger Kitas', purpose: 'Beitrag', bookingText: 'Lastschrift' })).toBe('family.childcare_education')
    expect(category({ payee: 'Hamburger Zimmerei Voss', purpose: 'RE 3', bookingText: 'Ueberweisung' })).not.toBe('food.restaurants')
  })
})
