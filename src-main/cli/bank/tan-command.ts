import { spawn } from 'node:child_process'
import process from 'node:process'
import type { Question, Refresh } from '#shared/connections.ts'

const OUTPUT_MAX = 1_000
const PRIVATE = /^KONTOR_(?:PIN|PASSPHRASE)/

/** What the person's program is told. */
export const challengeOf = (question: Extract<Question, { readonly paragraphs: string[] }>, { connectionName, bankName }: Refresh): object =>
  ({ ...question, text: question.paragraphs.join('\n'), connection: connectionName, bank: bankName })

/** Runs the person's own program with the challenge on stdin. Null: it failed, was ended, or said too much. */
export function runTanCommand(command: string, challenge: object, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    // SECURITY: the program is told the challenge, and neither PIN nor passphrase.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !PRIVATE.test(name)))
    const child = spawn(command, { shell: true, env, signal, stdio: ['pipe', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => { output += text })
    // A program that does not read its challenge closes the pipe; that is its own business.
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${JSON.stringify(challenge)}\n`)
    child.on('error', () => { resolve(null) })
    child.on('close', (code) => { resolve(code === 0 && output.length <= OUTPUT_MAX ? output.trim() : null) })
  })
}
