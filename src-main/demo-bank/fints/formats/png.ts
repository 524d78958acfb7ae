import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const TRUECOLOUR = 2
const BIT_DEPTH = 8

/** A square picture of coloured fields, each `scale` pixels wide (PNG, W3C Recommendation). */
export function writePng(side: number, scale: number, colourAt: (column: number, row: number) => Colour): Uint8Array {
  const width = side * scale
  const pixels = new Uint8Array(width * (1 + width * 3))
  for (let y = 0; y < width; y += 1) {
    const start = y * (1 + width * 3) + 1
    for (let x = 0; x < width; x += 1) pixels.set(colourAt(Math.floor(x / scale), Math.floor(y / scale)), start + x * 3)
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, width)
  header.set([BIT_DEPTH, TRUECOLOUR, 0, 0, 0], 8)
  return new Uint8Array(Buffer.concat([Uint8Array.from(SIGNATURE), chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', new Uint8Array())]))
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(Buffer.from(type, 'latin1'), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}
