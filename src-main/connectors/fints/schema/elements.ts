import { isDecimal, normalizeDecimal, type DecimalText } from '#shared/decimal.ts'
import { isLocalDate, type LocalDate } from '#shared/dates.ts'
import { Secret } from '#shared/secret.ts'
import { escapeText, fromBytes, isEmpty, isWritable, readBytes, readText, unescapeText, type Component } from '../syntax/wire.ts'
import { FieldFault, type Field, type Kind, type Masked, type Strictness, type Visibility } from './field.ts'

/** How one data element turns into a value and back; both directions throw FieldFault. */
interface ElementCodec<T> {
  readonly kind: Kind
  readonly max: number
  decode(component: Component, strictness: Strictness): T
  encode(value: T): Component
}

/** A data element (DE). It starts required and visible; `optional`, `private` and `secret` say otherwise. */
export interface DataElement<T> extends Field<T, false> {
  optional(): OptionalElement<T>
  /** Names, numbers and texts of people: a log shows only that there is something. */
  private(): DataElement<T>
  /** PIN and TAN: the value itself is a Secret, and a log shows bullets. */
  secret(this: DataElement<string>): DataElement<Secret>
}

export interface OptionalElement<T> extends Field<T | undefined, true> {
  private(): OptionalElement<T>
}

const HIDDEN = '•••'
const PRESENT = '‹private›'

function maskedBy(visibility: Visibility, value: unknown): Masked {
  if (visibility === 'secret') return HIDDEN
  if (visibility === 'private') return PRESENT
  if (value instanceof Uint8Array) return `‹${value.length} bytes›`
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

const placeOf = ({ kind, max }: { readonly kind: Kind; readonly max: number }, visibility: Visibility) =>
  ({ kind, max, visibility, parts: null, item: null, isList: false, width: 1, itemWidth: 1, slots: 1 }) as const

function element<T>(codec: ElementCodec<T>, visibility: Visibility = 'open'): DataElement<T> {
  return {
    ...placeOf(codec, visibility),
    isOptional: false,
    read: (elements, strictness) => {
      const component = elements[0]?.[0] ?? ''
      if (isEmpty(component)) throw new FieldFault('9160')
      return codec.decode(component, strictness)
    },
    write: (value) => {
      const component = codec.encode(value)
      if (isEmpty(component)) throw new FieldFault('9160')
      return [[component]]
    },
    mask: (value) => maskedBy(visibility, value),
    optional: () => optionalElement(codec, visibility),
    private: () => element(codec, 'private'),
    secret() {
      const { kind, max } = codec
      const encode = (value: Secret) => this.write(value.reveal())[0]?.[0] ?? ''
      return element<Secret>({ kind, max, decode: (component) => new Secret(readText(component)), encode }, 'secret')
    },
  }
}

function optionalElement<T>(codec: ElementCodec<T>, visibility: Visibility): OptionalElement<T> {
  return {
    ...placeOf(codec, visibility),
    isOptional: true,
    read: (elements, strictness) => {
      const component = elements[0]?.[0] ?? ''
      return isEmpty(component) ? undefined : tolerate(() => codec.decode(component, strictness), strictness)
    },
    write: (value) => [[value === undefined ? '' : codec.encode(value)]],
    mask: (value) => (value === undefined ? null : maskedBy(visibility, value)),
    private: () => optionalElement(codec, 'private'),
  }
}

/** A damaged optional element of a bank is left out rather than losing its segment. */
function tolerate<T>(decode: () => T, strictness: Strictness): T | undefined {
  try {
    return decode()
  }
  catch (error) {
    if (strictness === 'tolerant' && error instanceof FieldFault) return undefined
    throw error
  }
}

function text(kind: Kind, max: number, forbidden: RegExp | null): ElementCodec<string> {
  return {
    kind,
    max,
    decode: (component, strictness) => {
      const value = readText(component)
      if (strictness === 'strict') checkText(value, max, forbidden)
      return value
    },
    encode: (value) => {
      checkText(value, max, forbidden)
      return escapeText(value)
    },
  }
}

function checkText(value: string, max: number, forbidden: RegExp | null): void {
  if (value.length > max) throw new FieldFault('9140')
  if (!isWritable(value) || forbidden?.test(value) === true) throw new FieldFault('9130')
}

/** Text that must match a pattern in both directions; `clean` mends what banks add. */
function pattern(kind: Kind, max: number, expected: RegExp, clean: (raw: string) => string = (raw) => raw.trim()): ElementCodec<string> {
  const check = (value: string) => {
    if (!expected.test(value)) throw new FieldFault('9130')
    return value
  }
  return {
    kind,
    max,
    decode: (component, strictness) => check(strictness === 'strict' ? readText(component) : clean(readText(component))),
    encode: (value) => escapeText(check(value)),
  }
}

function mapped<T>(codec: ElementCodec<string>, to: (raw: string) => T, from: (value: T) => string): ElementCodec<T> {
  return { kind: codec.kind, max: codec.max, decode: (component, strictness) => to(codec.decode(component, strictness)), encode: (value) => codec.encode(from(value)) }
}

/** Alphanumeric without line ends (Formals B.4.1). */
export const an = (max: number): DataElement<string> => element(text('an', max, /[\r\n]/))
/** Any text of the character set. */
export const txt = (max: number): DataElement<string> => element(text('txt', max, null))
/**
 * A token of the bank that goes back as it came: every byte, and longer than the specification allows if the bank made it so.
 * Only strict reading minds its length.
 */
export const token = (max: number): DataElement<string> => element({
  kind: 'an',
  max,
  decode: (component, strictness) => {
    const value = typeof component === 'string' ? unescapeText(component) : fromBytes(component)
    if (strictness === 'strict') checkText(value, max, /[\r\n]/)
    return value
  },
  encode: (value) => {
    checkText(value, Number.POSITIVE_INFINITY, null)
    return escapeText(value)
  },
})
/** Identification, up to 30 characters. */
export const id = (): DataElement<string> => an(30)
/** Digits, leading zeros kept. */
export const dig = (max: number, min = 1): DataElement<string> => element(pattern('dig', max, new RegExp(`^\\d{${min},${max}}$`)))
/** A whole number without leading zeros; tolerant reading accepts them. */
export const num = (max: number): DataElement<number> =>
  element(mapped(pattern('num', max, new RegExp(`^(0|[1-9]\\d{0,${max - 1}})$`), (raw) => raw.trim().replace(/^0+(?=\d)/, '')), Number, String))
/** One of the codes the specification lists; unknown ones are kept, so that a new code loses nothing. */
export const code = (max: number): DataElement<string> => element(pattern('code', max, new RegExp(`^[A-Za-z0-9]{1,${max}}$`)))
export const jn = (): DataElement<boolean> => element(mapped(pattern('jn', 1, /^[JN]$/), (raw) => raw === 'J', (value) => (value ? 'J' : 'N')))
/** Currency, ISO 4217. */
export const cur = (): DataElement<string> => element(pattern('cur', 3, /^[A-Z]{3}$/))
/** Country, ISO 3166-1 numeric; Germany is 280 in FinTS. */
export const ctr = (): DataElement<string> => element(pattern('ctr', 3, /^\d{3}$/))
/** Time of day, `hh:mm:ss`, in the sender's own zone. */
export const tim = (): DataElement<string> =>
  element(mapped(pattern('tim', 6, /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/), (raw) => raw.replace(/(..)(..)(..)/, '$1:$2:$3'), (value) => value.replaceAll(':', '')))

export const dat = (): DataElement<LocalDate> => element(mapped(pattern('dat', 8, /^\d{8}$/), toDate, (value) => value.replaceAll('-', '')))

function toDate(raw: string): LocalDate {
  const value = raw.replace(/(....)(..)(..)/, '$1-$2-$3')
  if (!isLocalDate(value)) throw new FieldFault('9130')
  return value
}

/** An amount or a rate as exact decimal text: `1234,5` on the wire is `1234.5` (Formals B.4.1, float). */
export const wrt = (): DataElement<DecimalText> =>
  element(mapped(pattern('wrt', 15, /^-?\d{1,15},\d*$/, (raw) => withComma(raw.trim().replace(/^(?<sign>-?),/, '$<sign>0,'))), toDecimal, (value) => withComma(normalizeDecimal(value).replace('.', ','))))

const withComma = (raw: string): string => (raw.includes(',') ? raw : `${raw},`)

function toDecimal(raw: string): DecimalText {
  const value = raw.replace(',', '.').replace(/\.$/, '')
  if (!isDecimal(value)) throw new FieldFault('9130')
  return value
}

/** Binary data, counted in bytes; 0 is without limit. */
export const bin = (max = 0): DataElement<Uint8Array> =>
  element({
    kind: 'bin',
    max,
    decode: (component, strictness) => checkLength(readBytes(component), strictness === 'strict' ? max : 0),
    encode: (value) => checkLength(value, max),
  })

function checkLength(bytes: Uint8Array, max: number): Uint8Array {
  if (max > 0 && bytes.length > max) throw new FieldFault('9140')
  return bytes
}
