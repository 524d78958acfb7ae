import { err, ok, type Result } from '#shared/result.ts'
import { innerCode } from './inner-code.ts'

/** What an optical chipTAN reader is shown: half-bytes in the order of flashing. */
export interface FlickerCode {
  /** Hexadecimal payload with length and check digits. */
  readonly code: string
}

/** One data element of a HHD_UC challenge: BCD where it has digits only, else ASCII. */
interface Part {
  readonly control: string
  readonly text: string
  readonly isAscii: boolean
}

interface Layout {
  /** Digits of the leading length: three in HHD 1.4, two in 1.3. */
  readonly lengthDigits: 3 | 2
  readonly hasControl: boolean
  /** The bit of a length byte that says ASCII. */
  readonly asciiBit: number
}

const LAYOUTS: readonly Layout[] = [{ lengthDigits: 3, hasControl: true, asciiBit: 0x40 }, { lengthDigits: 2, hasControl: false, asciiBit: 0x10 }]

const CONTROL_BIT = 0x80
const LENGTH_BITS = 0x3f
const PARTS_MAX = 3
const CONTROLS_MAX = 9

/** Turns a HHD_UC challenge, alone or inside the text of HHD 1.3, into what a reader flashes ([HHD_UC], Belegungsrichtlinien TANve1.4). */
export function flickerCode(challenge: string): Result<FlickerCode, 'not_flicker'> {
  const inner = innerCode(challenge)?.code
  const compact = (inner ?? challenge).replace(/\s+/g, '')
  // Inside a text the length has four digits of which the first is cut away with the tag.
  for (const source of inner === undefined ? [compact] : [`0${compact}`, compact]) {
    for (const layout of LAYOUTS) {
      const parts = readParts(source, layout)
      if (parts !== null) return ok({ code: render(parts, layout) })
    }
  }
  return err('not_flicker')
}

function readParts(source: string, layout: Layout): readonly Part[] | null {
  const { lengthDigits } = layout
  const declared = source.slice(0, lengthDigits)
  if (!/^\d+$/.test(declared) || Number(declared) !== source.length - lengthDigits) return null
  const start = readStart(source, layout)
  if (start === null) return null
  const parts = [start.part]
  let at = start.next
  while (at < source.length && parts.length <= PARTS_MAX) {
    const length = source.slice(at, at + 2)
    if (!/^\d{2}$/.test(length) || at + 2 + Number(length) > source.length) return null
    parts.push(partOf('', source.slice(at + 2, at + 2 + Number(length)), false))
    at += 2 + Number(length)
  }
  return at === source.length ? parts : null
}

/** The start code: its length byte says in its high bits whether control bytes follow and whether it is ASCII. */
function readStart(source: string, { lengthDigits: from, hasControl, asciiBit }: Layout): { part: Part; next: number } | null {
  const header = source.slice(from, from + 2)
  if (!/^[0-9A-F]{2}$/i.test(header)) return null
  const bits = Number.parseInt(header, 16)
  let at = from + 2
  let control = ''
  // HHD 1.4 always has a control byte, 1.3 never; that tells them apart.
  if (hasControl !== ((bits & CONTROL_BIT) !== 0)) return null
  if (hasControl) {
    let byte = CONTROL_BIT
    while ((byte & CONTROL_BIT) !== 0 && control.length < CONTROLS_MAX * 2) {
      byte = Number.parseInt(source.slice(at, at + 2), 16)
      if (Number.isNaN(byte)) return null
      control += source.slice(at, at + 2).toUpperCase()
      at += 2
    }
  }
  const length = bits & LENGTH_BITS
  if (length === 0 || at + length > source.length) return null
  return { part: partOf(control, source.slice(at, at + length), (bits & asciiBit) !== 0), next: at + length }
}

const partOf = (control: string, text: string, isAscii: boolean): Part => ({ control, text, isAscii: isAscii || !/^\d*$/.test(text) })

function render(parts: readonly Part[], { asciiBit }: Layout): string {
  const payload = parts.map((part) => `${lengthByte(part, asciiBit)}${part.control}${dataOf(part)}`).join('')
  // The length byte counts what follows it, the two check digits included.
  const length = hex((payload.length + 2) / 2)
  return `${length}${payload}${luhn(parts)}${xor(length + payload)}`
}

function lengthByte(part: Part, asciiBit: number): string {
  const bytes = dataOf(part).length / 2
  return hex(bytes | (part.isAscii ? asciiBit : 0) | (part.control === '' ? 0 : CONTROL_BIT))
}

function dataOf({ text, isAscii }: Part): string {
  if (isAscii) return Array.from(text, (character) => hex(character.charCodeAt(0))).join('')
  return text.length % 2 === 0 ? text : `${text}F`
}

/** Luhn over control bytes and data, half-byte by half-byte; an F counts as 15. */
function luhn(parts: readonly Part[]): string {
  const digits = Array.from(parts.map((part) => part.control + dataOf(part)).join(''), (digit) => Number.parseInt(digit, 16))
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : crossSum(digit * 2)), 0)
  return ((10 - (sum % 10)) % 10).toString(16).toUpperCase()
}

const crossSum = (value: number): number => Math.floor(value / 10) + (value % 10)

const xor = (text: string): string => Array.from(text).reduce((total, digit) => total ^ Number.parseInt(digit, 16), 0).toString(16).toUpperCase()

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0')
