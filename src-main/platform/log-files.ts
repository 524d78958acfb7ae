import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogSink } from './log.ts'

const BYTES_MAX = 1024 * 1024
const FILES_KEPT = 5

export interface LogFileLimits { readonly bytesMax: number; readonly filesKept: number }

/**
 * Lines into `kontor.log` (or another name); a full one becomes `kontor.1.log` and the oldest goes. Lines are few and short, so they are
 * written at once: the last one before a crash is the one that matters. A log that cannot be written never stops the app.
 */
export function logFiles(folder: string, { bytesMax, filesKept }: LogFileLimits = { bytesMax: BYTES_MAX, filesKept: FILES_KEPT }, name = 'kontor'): LogSink {
  const file = (age: number): string => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  let size: number | undefined

  function rotate(): number {
    rmSync(file(filesKept - 1), { force: true })
    for (let age = filesKept - 2; age >= 0; age -= 1) {
      if (statSync(file(age), { throwIfNoEntry: false })) renameSync(file(age), file(age + 1))
    }
    return 0
  }

  return {
    write(line) {
      try {
        if (size === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
        size ??= statSync(file(0), { throwIfNoEntry: false })?.size ?? 0
        const bytes = Buffer.byteLength(line)
        if (size > 0 && size + bytes > bytesMax) size = rotate()
        appendFileSync(file(0), line, { mode: 0o600 })
        size += bytes
      } catch {
        // A full or read-only disk: the user hears of it from what they asked for, not from the log of it.
        size = undefined
      }
    },
  }
}
