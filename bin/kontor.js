#!/usr/bin/env node
// Plain JavaScript for any Node: the command line itself is TypeScript that only a Node with type stripping runs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const SOURCES = here('../src-main/cli/main.ts')
const BUNDLE = here('../out/main/kontor.js')
const entry = existsSync(SOURCES) ? SOURCES : BUNDLE

/** Type stripping without a flag came with 22.18; better-sqlite3 13 crashes on 20 anyway. */
function runsHere() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

async function start() {
  if (runsHere()) {
    const { enableCompileCache } = await import('node:module')
    enableCompileCache()
    await import(entry)
    return
  }
  const own = [here('../node_modules/node/bin/node'), here('../node_modules/node/bin/node.exe')].find((path) => existsSync(path))
  if (own === undefined) {
    process.stderr.write(`kontor: Node ${process.versions.node} is too old. Run "npm ci" here once, or use Node 24.\n`)
    process.exitCode = 1
    return
  }
  const child = spawn(own, [here('kontor.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)))
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
  })
}

await start()
