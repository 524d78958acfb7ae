import { describe, expect, it } from 'vitest'
import { readTransfer } from '#main/importers/pain.ts'

const order = (transfers: string, prefix = ''): Uint8Array => new TextEncoder().encode(
  `<?xml version="1.0"?><${prefix}Document><${prefix}CstmrCdtTrfInitn><${prefix}PmtInf><${prefix}Dbtr><${prefix}Nm>Ich</${prefix}Nm></${prefix}Dbtr>${transfers}</${prefix}PmtInf></${prefix}CstmrCdtTrfInitn></${prefix}Document>`)
const NOTHING = { payee: null, iban: null, amount: null, currency: null, purpose: null }

describe('a kept order (pain.001)', () => {
  it('names payee, account, amount and purpose of its transfer, not the payer', () => {
    const bytes = order('<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">850.00</InstdAmt></Amt><Cdtr><Nm>Haus &amp; Grund</Nm></Cdtr><CdtrAcct><Id><IBAN>DE02 1203 0000</IBAN></Id></CdtrAcct><RmtInf><Ustrd>Miete</Ustrd><Ustrd>Wohnung 4</Ustrd></RmtInf></CdtTrfTxInf>')
    expect(readTransfer(bytes)).toEqual({ payee: 'Haus & Grund', iban: 'DE0212030000', amount: '850.00', currency: 'EUR', purpose: 'Miete Wohnung 4' })
  })

  it('is read whatever prefix its bank writes, and only its first transfer counts', () => {
    const one = (name: string) => `<p:CdtTrfTxInf><p:Cdtr><p:Nm>${name}</p:Nm></p:Cdtr></p:CdtTrfTxInf>`
    expect(readTransfer(order(one('Erste') + one('Zweite'), 'p:'))).toEqual({ ...NOTHING, payee: 'Erste' })
  })

  it('is not guessed at where it is broken, cut short or no order at all', () => {
    const whole = order('<CdtTrfTxInf><Cdtr><Nm>Haus</Nm></Cdtr></CdtTrfTxInf>')
    for (const bytes of [whole.subarray(0, -5), new Uint8Array(), new TextEncoder().encode('%PDF'), new Uint8Array(1_000_001)]) expect(readTransfer(bytes)).toEqual(NOTHING)
    expect(readTransfer(order('<CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">8,50</InstdAmt></Amt></CdtTrfTxInf>'))).toEqual({ ...NOTHING, currency: 'EUR' })
  })
})
