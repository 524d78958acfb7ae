import { spawn } from 'node:child_process'
import type { Question, Refresh } from '#shared/connections.ts'
import type { Terminal } from '../command.ts'

const OUTPUT_MAX = 1_000
/** Each of Kontor's own secrets has one of these words in its name: `KONTOR_PIN_7`, `KONTOR_CERT_PASSPHRASE`, `KONTOR_PROXY_PASSWORD`. */
const PRIVATE = /^KONTOR_(?:.*_)?(?:PIN|PASSPHRASE|PASSWORD)(?:_|$)/i

/** What the person's program is told. */
export const challengeOf = (question: Extract<Question, { readonly paragraphs: string[] }>, { connectionName, bankName }: Refresh): object =>
  ({ ...question, text: question.paragraphs.join('\n'), connection: connectionName, bank: bankName })

/** Runs the person's own program with the challenge on stdin. Null: it failed, was ended, or said too much. */
export function runTanCommand({ env: all }: Terminal, command: string, challenge: object, signal: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    // SECURITY: the program is told the challenge, and no PIN, passphrase or password.
    const env = Object.fromEntries(Object.entries(all).filter(([name]) => !PRIVATE.test(name)))
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
