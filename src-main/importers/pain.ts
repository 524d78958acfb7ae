import { SaxesParser } from 'saxes'
import { isDecimal, type DecimalText } from '#shared/decimal.ts'

/** The one transfer inside a pain.001; null is what it does not say. */
export interface Transfer {
  readonly payee: string | null
  readonly iban: string | null
  readonly amount: DecimalText | null
  readonly currency: string | null
  readonly purpose: string | null
}

const CHARS_MAX = 1_000_000
const PURPOSE = 'RmtInf/Ustrd'
const WANTED = new Set(['Cdtr/Nm', 'CdtrAcct/Id/IBAN', 'Amt/InstdAmt', PURPOSE])
const TRANSFER = 'CdtTrfTxInf'

/** Reads the first transfer of an order as banks keep it (pain.001, any version and prefix). What is broken is not guessed: then all is null. */
export function readTransfer(bytes: Uint8Array): Transfer {
  const found = bytes.length > CHARS_MAX ? null : valuesIn(new TextDecoder().decode(bytes))
  const amount = found?.values.get('Amt/InstdAmt') ?? ''
  return {
    payee: found?.values.get('Cdtr/Nm') ?? null,
    iban: found?.values.get('CdtrAcct/Id/IBAN')?.replace(/\s+/g, '') ?? null,
    amount: isDecimal(amount) ? amount : null,
    currency: found?.currency ?? null,
    purpose: found?.values.get(PURPOSE) ?? null,
  }
}

interface Values { readonly values: ReadonlyMap<string, string>; readonly currency: string | null }

function valuesIn(text: string): Values | null {
  const values = new Map<string, string>()
  const path: string[] = []
  let [isBroken, transfers, currency, content] = [false, 0, null as string | null, '']
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  parser.on('error', () => { isBroken = true })
  parser.on('opentag', ({ name, attributes }) => {
    const tag = name.slice(name.indexOf(':') + 1)
    path.push(tag)
    content = ''
    if (tag === TRANSFER) transfers += 1
    if (tag === 'InstdAmt' && transfers === 1) currency = attributes['Ccy'] ?? null
  })
  parser.on('text', (part) => { content += part })
  parser.on('cdata', (part) => { content += part })
  parser.on('closetag', () => {
    const place = path.slice(path.lastIndexOf(TRANSFER) + 1).join('/')
    const before = values.get(place)
    if (path.includes(TRANSFER) && transfers === 1 && WANTED.has(place)) values.set(place, before === undefined ? content.trim() : place === PURPOSE ? `${before} ${content.trim()}` : before)
    path.pop()
    content = ''
  })
  parser.write(text).close()
  return isBroken ? null : { values, currency }
}
