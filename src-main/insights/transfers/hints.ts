import { tokensOf } from '#main/categorise/fold.ts'
import type { OwnAccount, TransferRow } from './transfer.ts'

/** The own accounts that the words of a row point at as its other side; undefined where they point at none. */
export type Hints = (row: TransferRow) => ReadonlySet<number> | undefined

/** How banks and people call an account of a kind: `TRANSFER TO SAV ...44`, `Umbuchung Tagesgeld`. */
const KINDS: readonly (readonly [OwnAccount['type'], RegExp])[] = [
  ['savings', /\b(?:sav|savings?|saver|spar(?:en|konto|buch)|tagesgeld(?:konto)?|festgeld|isa|pot)\b/i],
  ['checking', /\b(?:chk|chkg|checking|giro|girokonto|current a\/?c(?:count)?)\b/i],
]
/** The end of an account's number: `...2213`, `xx44`, `ending in 4455`, `A/C 7524`. */
const ENDING = /(?:(?:\.{2,}|x{2,}|\*+|ending(?: in)?|#)\s?(\d{2,6})|\ba(?:\/c|cct?|ccount) (?:no\.? )?(\d{4,6}))\b/i
/** `Transfer to EUR account`, `USD-Konto`. */
const OF_CURRENCY = /\b([A-Z]{3})[ -](?:account|balance|wallet|pot|[Kk]onto|Guthaben)\b/
const NAME_MIN = 4
const MEMO_MAX = 20_000

/** Texts come back, so each is read once. */
export function accountHints(accounts: readonly OwnAccount[]): Hints {
  if (accounts.length < 2) return () => undefined
  const read = hintsOf(accounts)
  const memo = new Map<string, ReadonlySet<number> | undefined>()
  return ({ payee, purpose, amountMinor }) => {
    const [text, isOut] = [`${payee} ${purpose}`, amountMinor < 0]
    const key = `${isOut ? '>' : '<'}${text}`
    if (memo.has(key)) return memo.get(key)
    const found = read(otherSide(text, isOut))
    if (memo.size >= MEMO_MAX) memo.clear()
    memo.set(key, found)
    return found
  }
}

/** Where a text names both sides, the one that the money goes to, or comes from. */
function otherSide(text: string, isOut: boolean): string {
  const side = (isOut ? /\b(?:to|an|auf|nach)\b(.*?)(?=\b(?:from|von|vom)\b|$)/i : /\b(?:from|von|vom)\b(.*?)(?=\b(?:to|an|auf|nach)\b|$)/i).exec(text)
  return side?.[1] ?? text
}

function hintsOf(accounts: readonly OwnAccount[]): (text: string) => ReadonlySet<number> | undefined {
  const names = ownWords(accounts)
  return (text) => {
    const numbers = ENDING.exec(text)
    const ending = numbers?.[1] ?? numbers?.[2]
    const numbered = ending === undefined ? [] : accounts.filter(({ number, iban }) => [number, iban].some((one) => one?.replace(/\s/g, '').endsWith(ending)))
    if (numbered.length === 1) return idsOf(numbered)
    const currency = OF_CURRENCY.exec(text)?.[1]
    const inCurrency = currency === undefined ? [] : accounts.filter((account) => account.currency === currency && account.type !== 'credit')
    if (inCurrency.length === 1) return idsOf(inCurrency)
    const named = tokensOf(text).flatMap((token) => names.get(token) ?? [])
    if (named.length > 0) return new Set(named)
    const kind = KINDS.find(([, words]) => words.test(text))?.[0]
    const alike = accounts.filter(({ type }) => type === kind)
    return alike.length === 0 ? undefined : idsOf(alike)
  }
}

const idsOf = (accounts: readonly OwnAccount[]): ReadonlySet<number> => new Set(accounts.map(({ id }) => id))

/** Words of an account's name that no other account has. */
function ownWords(accounts: readonly OwnAccount[]): Map<string, number> {
  const owners = new Map<string, Set<number>>()
  for (const { id, name } of accounts) {
    for (const token of tokensOf(name)) {
      if (token.length >= NAME_MIN && !/\d/.test(token)) owners.set(token, (owners.get(token) ?? new Set()).add(id))
    }
  }
  return new Map([...owners].flatMap(([token, ids]) => [...ids].flatMap((id) => (ids.size === 1 ? [[token, id] as const] : []))))
}
