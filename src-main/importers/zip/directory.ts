/** One member as the central directory of a zip archive lists it (APPNOTE.TXT 4.3.12). */
export interface Member {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc32: number
  readonly size: number
  readonly data: Uint8Array
}

const END_OF_DIRECTORY = 0x0605_4b50
const DIRECTORY_ENTRY = 0x0201_4b50
const LOCAL_HEADER = 0x0403_4b50
const END_BYTES = 22
const COMMENT_BYTES_MAX = 0xffff

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** Lists the members; undefined where the directory is cut or damaged. Archives of more than 4 GB are no statements. */
export function readDirectory(bytes: Uint8Array, membersMax: number): Member[] | 'too-many' | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  if (count > membersMax) return 'too-many'
  const members: Member[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(bytes, view, at)
    if (!entry) return undefined
    members.push(entry.member)
    at = entry.next
  }
  return members
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES_MAX)
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { readonly member: Member; readonly next: number } | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const data = memberData(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true))
  if (!data) return undefined
  const member = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc32: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    data,
  }
  return { member, next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) }
}

function memberData(bytes: Uint8Array, view: DataView, header: number, size: number): Uint8Array | undefined {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL_HEADER) return undefined
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  return start + size <= view.byteLength ? bytes.subarray(start, start + size) : undefined
}
