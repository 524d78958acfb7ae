import { joinBytes, toBytes, type Component, type RawSegment } from './wire.ts'

/** Writes segments as they are: the inverse of `tokenize`. */
export function serialize(segments: readonly RawSegment[]): Uint8Array {
  const chunks: Uint8Array[] = []
  let text = ''
  const flush = () => {
    if (text !== '') chunks.push(toBytes(text))
    text = ''
  }
  const write = (component: Component) => {
    if (typeof component === 'string') {
      text += component
      return
    }
    text += `@${component.length}@`
    flush()
    chunks.push(component)
  }
  for (const { elements } of segments) {
    for (const [place, element] of elements.entries()) {
      if (place > 0) text += '+'
      for (const [part, component] of element.entries()) {
        if (part > 0) text += ':'
        write(component)
      }
    }
    text += '\''
  }
  flush()
  return joinBytes(chunks)
}
