/** What the five fields show at one moment: the clock, then the half-byte's bits 1, 2, 4 and 8. */
export type FlickerFrame = readonly [clock: boolean, one: boolean, two: boolean, four: boolean, eight: boolean]

/** HHD optical interface: every round begins with these two bytes, so that the reader finds the start. */
const SYNC = '0FFF'
const HEX_CODE = /^(?:[0-9A-F]{2})+$/i

/**
 * The frames of one round for a code of hexadecimal bytes. Of each byte the lower half comes first. Each half-byte is shown twice,
 * with the clock light and then dark: the reader takes the bits when the clock turns.
 */
export function flickerFrames(code: string): readonly FlickerFrame[] {
  if (!HEX_CODE.test(code)) return []
  const bytes = ((SYNC + code).match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))
  return bytes.flatMap((byte) => [byte & 15, byte >> 4]).flatMap((bits) =>
    [true, false].map((clock): FlickerFrame => [clock, (bits & 1) !== 0, (bits & 2) !== 0, (bits & 4) !== 0, (bits & 8) !== 0]))
}
