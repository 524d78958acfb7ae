import { addMonths, localDate, type LocalDate } from '#shared/dates.ts'
import type { LOANACCTINFO, LOANSTMTRS } from '#main/connectors/ofx/aggregates/loan.ts'
import type { Draft } from '#main/connectors/ofx/schema.ts'
import { decimal, noon } from './chronicle.ts'

/** A cabin at the coast, bought with a loan of fifteen years; every payment divides into principal and interest. */
export const LOAN_ACCOUNT = '7700881204'
const LENT_CENTS = 9_600_000
const RATE_PERCENT_HUNDREDTHS = 450
const PAYMENT_CENTS = 73_440
const FIRST = localDate('2021-02-15')
const PAYMENTS = 180

interface Payment { readonly number: number; readonly on: LocalDate; readonly principal: number; readonly interest: number; readonly left: number }

function payments(today: LocalDate): Payment[] {
  const made: Payment[] = []
  let left = LENT_CENTS
  for (let number = 0; number < PAYMENTS; number++) {
    const on = addMonths(FIRST, number)
    if (on > today) break
    const interest = Math.trunc((left * RATE_PERCENT_HUNDREDTHS) / 120_000)
    const principal = Math.min(left, PAYMENT_CENTS - interest)
    left -= principal
    made.push({ number: number + 1, on, principal, interest, left })
  }
  return made
}

const leftOf = (made: readonly Payment[]): number => made.at(-1)?.left ?? LENT_CENTS
const account = { LOANACCTID: LOAN_ACCOUNT, LOANACCTTYPE: 'MORTGAGE' } as const

export function loanStatement(today: LocalDate, { from, to, through, withEntries }: { readonly from: LocalDate; readonly to: LocalDate; readonly through: string; readonly withEntries: boolean }): Draft<typeof LOANSTMTRS> {
  const made = payments(today)
  return {
    CURDEF: 'USD', LOANACCTFROM: account,
    LOANTRANLIST: withEntries ? {
      DTSTART: noon(from), DTEND: through,
      LOANSTMTTRN: made.filter(({ on }) => on >= from && on <= to).map(({ number, on, principal, interest }) => ({
        LOANTRNTYPE: 'PAYMENT', DTPOSTED: noon(on), TRNAMT: decimal(principal + interest), LOANTRNAMT: { PRINAMT: decimal(principal), INTAMT: decimal(interest) },
        FITID: `L${String(number).padStart(4, '0')}`, NAME: 'CABIN LOAN PAYMENT',
      })),
    } : undefined,
    PRINBAL: { BALAMT: decimal(-leftOf(made)), DTASOF: noon(today) },
  }
}

export function loanInfo(today: LocalDate): Draft<typeof LOANACCTINFO> {
  const made = payments(today)
  return {
    LOANACCTFROM: account, LOANTYPE: 'FIXED', LOANINITNUMPMTS: String(PAYMENTS), LOANINITBAL: decimal(LENT_CENTS), LOANFREQ: 'MONTHLY', DTLOANSTART: noon(FIRST),
    DTLOANMATURITY: noon(addMonths(FIRST, PAYMENTS)), PRINBAL: { BALAMT: decimal(-leftOf(made)), DTASOF: noon(today) },
    LOANIRATE: { LOANINTRATE: '4.5', RATETYPE: 'FIXED', DTASOF: noon(today) },
    LOANPMT: { PMTAMT: decimal(PAYMENT_CENTS), DTPMTDUE: noon(addMonths(FIRST, made.length)), LOANPMTTYPE: 'PRNANDINT' },
    LOANRMNPMTS: String(PAYMENTS - made.length), SUPTXDL: 'Y', XFERSRC: 'N', XFERDEST: 'N', SVCSTATUS: 'ACTIVE',
  }
}
