import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Secret } from '#shared/secret.ts'
import type { Terminal } from './command.ts'

/** The real one. Questions go to stderr, so that stdout holds the answer and nothing else. */
export const systemTerminal: Terminal = {
  env: process.env,
  // Some terminals say 0 where they do not know.
  columns: process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined,
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  askSecret,
  ask,
  onInterrupt,
}

/** Both come at once where a starter passes on what the terminal has sent to the whole group, so hearing goes on. */
function onInterrupt(listener: () => void): () => void {
  for (const signal of ENDS) process.on(signal, listener)
  return () => { for (const signal of ENDS) process.off(signal, listener) }
}

const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true })
  try {
    return (await lines.question(question)).trim()
  } catch {
    // As below: nobody answered.
    return undefined
  } finally {
    lines.close()
  }
}

async function askSecret(question: string): Promise<Secret | undefined> {
  if (!process.stdin.isTTY) return undefined
  process.stderr.write(question)
  // readline echoes to its output: an output that swallows everything shows nothing of what is typed.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return new Secret(await lines.question(''))
  } catch {
    // Ctrl+C and Ctrl+D end the question; nobody answered.
    return undefined
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
