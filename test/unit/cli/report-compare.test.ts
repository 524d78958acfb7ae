import { expect, it } from 'vitest'
import { currency } from '#shared/money.ts'
import { COMPARABLE_REPORTS, REPORT_NAMES } from '#shared/reports/names.ts'
import { ReportRequestSchema } from '#shared/reports/request.ts'
import { toRequest } from '#main/cli/report/request.ts'

const EUR = currency('EUR')

it('compares the reports of a period alone, and says of any other which those are', () => {
  for (const name of REPORT_NAMES) {
    const request = toRequest(name, { compare: 'previous' }, EUR)
    const isWhole = COMPARABLE_REPORTS.some((one) => one === name)
    expect([name, request.ok, ReportRequestSchema.safeParse({ name, compare: 'year' }).success]).toEqual([name, isWhole, isWhole])
    expect(toRequest(name, { compare: 'none' }, EUR).ok).toBe(true)
    if (!request.ok) expect(JSON.stringify(request.error)).toMatch(/--compare gehört zu: balances, cash-flow, spending, income, savings-rate, merchants/)
  }
})

it('says what --compare takes before it says where', () => {
  expect(JSON.stringify(toRequest('forecast', { compare: 'x' }, EUR))).toContain('--compare takes none, previous or year')
})
