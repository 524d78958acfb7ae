import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

const OWNER_ONLY = 0o600
const BUFFER_CHARS = 1_000_000

/** Makes a file that is complete or not there: filled beside its place, flushed, renamed. `fill` gets the draft's path; the draft is there and empty. */
export function makeWholeFile(file: string, fill: (draft: string) => void): void {
  const draft = `${file}.draft`
  rmSync(draft, { force: true })
  try {
    closeSync(openSync(draft, 'wx', OWNER_ONLY))
    fill(draft)
    flush(draft)
    renameSync(draft, file)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw cause
  }
}

/** The same for text that comes in pieces; it is never in memory as a whole. */
export function writeWholeText(file: string, pieces: Iterable<string>): void {
  makeWholeFile(file, (draft) => {
    const handle = openSync(draft, 'r+')
    try {
      let buffer = ''
      for (const piece of pieces) {
        buffer += piece
        if (buffer.length < BUFFER_CHARS) continue
        writeAll(handle, buffer)
        buffer = ''
      }
      writeAll(handle, buffer)
    } finally {
      closeSync(handle)
    }
  })
}

/** A write may take only part of what it is given. */
function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written)
}

function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
