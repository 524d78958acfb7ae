import { sumDecimals, type DecimalText } from '#shared/decimal.ts'
import type { ReadingWarning, Statement } from '#shared/statement.ts'
import { negate } from '../text/decimal-text.ts'
import { accountKey, joinPages, mergePages, toStatement, type Page } from './page.ts'

/**
 * Pages to statements. Opening balance plus entries must give the closing balance, page must follow page, and each
 * statement's opening must be the closing of the one before; where that does not hold, `warnings` says so.
 */
export function proveStatements(pages: readonly Page[], warnings: ReadingWarning[]): Statement[] {
  const proven: Page[] = []
  for (const parts of joinPages(pages)) {
    checkSeams(parts, warnings)
    const whole = mergePages(parts)
    if (whole) proven.push(proveBalance(whole, warnings))
  }
  checkChain(proven, warnings)
  return proven.map(toStatement)
}

function checkSeams(pages: readonly Page[], warnings: ReadingWarning[]): void {
  pages.forEach((page, index) => {
    const before = pages[index - 1]?.closing
    if (before && page.opening && !isZero([before.amount, negate(page.opening.amount)])) warnings.push({ line: page.line, code: 'page-gap', detail: page.number })
  })
}

/**
 * Reversals keep the sign the bank wrote; a few programs (SFIRM among them) write it the wrong way round. The balances
 * decide: where they close only with the reversed entries turned, the entries are turned, and the reading says so.
 */
function proveBalance(page: Page, warnings: ReadingWarning[]): Page {
  const { opening, closing, entries } = page
  if (!opening || !closing || entries.some(({ currency }) => currency !== null)) return page
  const difference = sumDecimals([opening.amount, ...entries.map(({ amount }) => amount), negate(closing.amount)])
  if (difference === '0') return page
  const reversed = entries.filter(({ isReversal }) => isReversal).map(({ amount }) => negate(amount))
  if (reversed.length > 0 && isZero([difference, ...reversed, ...reversed])) {
    warnings.push({ line: page.line, code: 'reversals-turned', detail: String(reversed.length) })
    return { ...page, entries: entries.map((entry) => (entry.isReversal ? { ...entry, amount: negate(entry.amount) } : entry)) }
  }
  warnings.push({ line: page.line, code: 'balance-mismatch', detail: page.number })
  return page
}

/** Statements may stand newest first; then it is the other way round that they must meet. */
function checkChain(pages: readonly Page[], warnings: ReadingWarning[]): void {
  const latest = new Map<string, Page>()
  for (const page of pages) {
    const before = latest.get(accountKey(page))
    latest.set(accountKey(page), page)
    if (before?.closing && page.opening && !meet(before, page) && !meet(page, before)) warnings.push({ line: page.line, code: 'balance-gap', detail: page.number })
  }
}

function meet(earlier: Page, later: Page): boolean {
  return earlier.closing !== null && later.opening !== null && isZero([earlier.closing.amount, negate(later.opening.amount)])
}

const isZero = (amounts: readonly DecimalText[]): boolean => sumDecimals(amounts) === '0'
