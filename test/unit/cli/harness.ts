import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '#main/cli/run.ts'
import { Secret } from '#shared/secret.ts'

export interface Run { readonly code: number; readonly out: string; readonly notes: string; json(): unknown }

/** A folder of its own with the command line pointed at a ledger inside. Nobody sits at the terminal unless `answers` are given. */
export function workplace(env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-cli-'))
  const ledger = join(folder, 'ledger.kontor')
  async function kontor(args: readonly string[], options: { answers?: string[]; env?: Record<string, string>; asked?: string[]; /** Typed where everybody may see it. */ says?: string; /** How wide a terminal is that shows the answer. */ columns?: number } = {}): Promise<Run> {
    let out = ''
    let notes = ''
    const answers = [...(options.answers ?? [])]
    const code = await run(args, {
      env: { LANG: 'en_US.UTF-8', KONTOR_LEDGER: ledger, ...env, ...options.env },
      columns: options.columns,
      out: (text) => { out += text },
      note: (text) => { notes += text },
      ...(options.says === undefined ? {} : { ask: () => Promise.resolve(options.says) }),
      askSecret: (question) => {
        options.asked?.push(question)
        const answer = answers.shift()
        return Promise.resolve(answer === undefined ? undefined : new Secret(answer))
      },
    })
    return { code, out, notes, json: () => JSON.parse(out) as unknown }
  }
  return { folder, ledger, kontor, remove: () => { rmSync(folder, { recursive: true, force: true }) } }
}
