import { joinBytes } from '#main/connectors/fints/syntax/wire.ts'
import { Dice } from '../dice.ts'
import { writePng, type Colour } from './formats/png.ts'
import type { DemoMethod } from './methods.ts'

/** The TAN of the demo bank, always. Its challenges say so. */
export const DEMO_TAN = '123456'

const SIDE = 33
const SCALE = 4
const COLOURS: readonly [Colour, ...Colour[]] = [[255, 255, 255], [255, 0, 0], [0, 160, 0], [0, 0, 255], [0, 0, 0]]
const BLACK: Colour = [0, 0, 0]
const WHITE: Colour = [255, 255, 255]
const FINDER = 7

export interface DemoChallenge {
  readonly challenge: string
  readonly challengeHhdUc?: Uint8Array
}

/** What the customer is shown for an order (HITAN, Challenge and Challenge HHD_UC). */
export function challengeFor({ kind }: DemoMethod, { occasion, reference, tan }: { readonly occasion: string; readonly reference: string; readonly tan: string | null }): DemoChallenge {
  const text = `Kontor Demo-Bank: ${occasion}<br>${tan === null ? 'Bitte geben Sie die TAN ein.' : `Die TAN lautet <b>${tan}</b>.`}`
  switch (kind) {
    case 'text': return { challenge: text }
    case 'flicker': return { challenge: text, challengeHhdUc: flicker(reference) }
    case 'photo': return { challenge: text, challengeHhdUc: picture(writePng(SIDE, SCALE, mosaic(reference))) }
    case 'qr': return { challenge: text, challengeHhdUc: picture(writePng(SIDE, SCALE, squares(reference))) }
    case 'decoupled': return { challenge: `Kontor Demo-Bank: ${occasion}<br>Bitte bestätigen Sie in der Demo-App. Sie tut es von selbst.` }
  }
}

/** HHD 1.4: three digits of length, start code with control byte, one data element ([HHD_UC]). */
function flicker(reference: string): Uint8Array {
  const account = String(new Dice('flicker', reference).below(100_000_000)).padStart(8, '0')
  const body = `88012041234508${account}`
  return new Uint8Array(Buffer.from(`${String(body.length).padStart(3, '0')}${body}`, 'latin1'))
}

/** Two bytes of length and the MIME type, two bytes of length and the picture. */
function picture(png: Uint8Array): Uint8Array {
  const mime = new TextEncoder().encode('image/png')
  const sizes = new DataView(new ArrayBuffer(4))
  sizes.setUint16(0, mime.length)
  sizes.setUint16(2, png.length)
  return joinBytes([new Uint8Array(sizes.buffer, 0, 2), mime, new Uint8Array(sizes.buffer, 2, 2), png])
}

/** Coloured fields as a photoTAN has; no app reads them, since the bank is none. */
const mosaic = (reference: string) => (column: number, row: number): Colour => new Dice('mosaic', reference, column, row).pick(COLOURS)

/** The look of a QR code, three finders and fields; it is not one, since there is no app that could do anything with it. */
const squares = (reference: string) => (column: number, row: number): Colour => {
  const across = Math.min(column, SIDE - 1 - column)
  const down = Math.min(row, SIDE - 1 - row)
  const isFourth = column >= SIDE - FINDER && row >= SIDE - FINDER
  if (across > FINDER || down > FINDER || isFourth) return new Dice('squares', reference, column, row).below(2) === 0 ? WHITE : BLACK
  const ring = Math.max(Math.abs(across - 3), Math.abs(down - 3))
  return ring === 3 || ring <= 1 ? BLACK : WHITE
}
