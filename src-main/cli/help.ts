import type { Language } from '#shared/preferences.ts'
import { VERSION } from '#shared/version.ts'
import { COMMANDS } from './commands.ts'
import { words } from './words.ts'

export const versionText = (): string => `kontor ${VERSION}\n`

const WIDTH = 100

export function helpText(language: Language): string {
  const say = words(language)
  const commands = Object.values(COMMANDS).map(({ usage, summary }) => `  ${usage}\n${wrapped(summary[language], 6)}`)
  const options = list([['--ledger FILE', say.optionLedger], ['--plain', say.optionPlain], ['--json', say.optionJson], ['--data-dir FOLDER', say.optionDataDir]])
  const environment = list([['KONTOR_LEDGER', say.envLedger], ['KONTOR_PASSPHRASE', say.envPassphrase], ['KONTOR_PIN', say.envPin], ['KONTOR_PROXY_PASSWORD', say.envProxyPassword], ['KONTOR_CERT_PASSPHRASE', say.envCertificatePassphrase], ['KONTOR_PRODUCT_ID', say.envProductId], ['KONTOR_TRACE', say.envTrace]])
  return `${[
    say.intro,
    '',
    `${say.usage}: kontor [--ledger FILE] [--plain] [--json] COMMAND`,
    '',
    `${say.commands}:`, ...commands,
    '',
    `${say.options}:`, ...options,
    '',
    `${say.environment}:`, ...environment,
  ].join('\n')}\n`
}

function list(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${wrapped(meaning, width + 4).trimStart()}`)
}

/** In lines of at most WIDTH, each indented. */
function wrapped(text: string, indent: number): string {
  const lines = text.split(' ').reduce<string[]>((before, word) => {
    const last = before.at(-1)
    return last === undefined || indent + last.length + word.length >= WIDTH ? [...before, word] : [...before.slice(0, -1), `${last} ${word}`]
  }, [])
  return lines.map((line) => ' '.repeat(indent) + line).join('\n')
}
