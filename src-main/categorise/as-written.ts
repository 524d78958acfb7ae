import { fold } from './fold.ts'

const WORD = /[\p{L}\p{N}]+(?:[&'’+][\p{L}\p{N}]+)*/gu

/**
 * The words that an answer goes by, as they are written in the row: `lukas baecker` is "Lukas Bäcker", `stadtwerk*` is
 * "Stadtwerke". Where they do not stand there like that (broken over lines, put together), as they were compared.
 */
export function asWritten(evidence: string, texts: readonly string[]): string {
  const wanted = evidence.split(' ')
  for (const text of texts) {
    const words = [...text.matchAll(WORD)]
    const at = words.findIndex((_, start) => wanted.every((pattern, index) => fitsWord(pattern, fold(words[start + index]?.[0] ?? ''))))
    const [first, last] = [words[at], words[at + wanted.length - 1]]
    if (first && last) return text.slice(first.index, last.index + last[0].length)
  }
  return evidence.replaceAll('*', '')
}

/** `*` stands for any letters. */
function fitsWord(pattern: string, word: string): boolean {
  const [head = '', ...more] = pattern.split('*')
  const tail = more.at(-1)
  if (tail === undefined) return word === head
  return word.length >= head.length + tail.length && word.startsWith(head) && word.endsWith(tail) && more.every((part) => word.includes(part))
}
