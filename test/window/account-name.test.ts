import { describe, expect, it } from 'vitest'
import { nameParts } from '#renderer/stores/account-name.ts'

describe('an account’s name in a narrow place', () => {
  it('keeps the digits behind it, which tell two accounts of one bank apart', () => {
    expect(nameParts('Girokonto Komfort ··2557')).toEqual({ head: 'Girokonto Komfort', tail: '··2557', isAdded: true })
    expect(nameParts('Loan ··LN77')).toEqual({ head: 'Loan', tail: '··LN77', isAdded: true })
  })

  it('tells an IBAN by both of its ends', () => {
    expect(nameParts('DE06000000000004012557')).toEqual({ head: 'DE06', tail: '…\u202f2557', isAdded: false })
  })

  it('leaves alone what a person called it', () => {
    for (const name of ['Rainy days', 'Haus ·· Garten ', '··2557', '']) expect(nameParts(name)).toEqual({ head: name, tail: '', isAdded: false })
  })
})
