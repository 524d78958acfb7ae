import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

/** The real configuration without what needs types: snippets are no files of the project. */
const lint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts', '**/*.vue'], ...tseslint.configs.disableTypeChecked, languageOptions: { parserOptions: { projectService: false, program: null } } },
  ],
})

const WALLS = ['house/doors', 'no-restricted-syntax', 'no-restricted-globals', 'no-console', 'vue/no-v-html', '@typescript-eslint/ban-ts-comment']

async function refusals(filePath: string, code: string): Promise<string[]> {
  const [result] = await lint.lintText(code, { filePath })
  if (result === undefined || result.fatalErrorCount > 0) throw new Error(`${filePath} was not linted: ${JSON.stringify(result?.messages)}`)
  return result.messages.filter(({ ruleId }) => ruleId !== null && WALLS.includes(ruleId)).map(({ message }) => message)
}

const script = (code: string) => `<script setup lang="ts">\n${code}\n</script>\n<template><p /></template>\n`

describe('a wall', () => {
  it.each([
    ['ledger', 'connectors', 'src-main/ledger/pages.ts', "import { read } from '#main/connectors/ofx/reader.ts'\nread()"],
    ['connectors', 'ledger', 'src-main/connectors/ofx/batch.ts', "import { open } from '#main/ledger/database.ts'\nopen()"],
    ['importers', 'ledger', 'src-main/importers/ofx.ts', "import type { Row } from '#main/ledger/rows.ts'\nexport type R = Row"],
    ['shared', 'main', 'shared/model.ts', "export { x } from '#main/platform/clock.ts'"],
    ['a feature', 'the api', 'src-renderer/features/import/ImportPage.vue', script("import { call } from '#renderer/api/client.ts'\ncall()")],
    ['ui', 'a store', 'src-renderer/ui/MoneyText.vue', script("import { useApp } from '#renderer/stores/app.ts'\nuseApp()")],
    ['the window', 'main', 'src-renderer/app/main.ts', "import { log } from '#main/platform/log.ts'\nlog()"],
    ['the window', 'node', 'src-renderer/stores/app.ts', "import { readFile } from 'node:fs/promises'\nvoid readFile"],
    ['the window', 'electron', 'src-renderer/api/client.ts', "import { ipcRenderer } from 'electron'\nvoid ipcRenderer"],
    ['the window', 'node without its prefix', 'src-renderer/app/main.ts', "import fs from 'fs'\nvoid fs"],
    ['the worker', 'electron', 'src-main/worker/thread.ts', "import { app } from 'electron'\nvoid app"],
    ['the preload script', 'node', 'src-main/preload/preload.ts', "import path from 'node:path'\nvoid path"],
    ['categorise', 'node', 'src-main/categorise/rules.ts', "import process from 'node:process'\nvoid process"],
    ['insights', 'SQLite itself', 'src-main/insights/contracts.ts', "import Database from 'better-sqlite3'\nvoid Database"],
    ['a connector', 'the network past platform', 'src-main/connectors/ofx/client.ts', "import { request } from 'node:https'\nvoid request"],
    ['the ledger', "Node's own SQLite", 'src-main/ledger/database.ts', "import { DatabaseSync } from 'node:sqlite'\nvoid DatabaseSync"],
    ['anyone', 'a package that nobody chose', 'src-main/ledger/rows.ts', "import lodash from 'lodash'\nvoid lodash"],
  ])('keeps %s from %s', async (_who, _whom, file, code) => {
    expect(await refusals(file, code)).toHaveLength(1)
  })

  it.each([
    ['a static import', "import { x } from '#main/connectors/a.ts'\nvoid x"],
    ['a re-export', "export * from '#main/connectors/a.ts'"],
    ['a named re-export', "export { x } from '#main/connectors/a.ts'"],
    ['a dynamic import', "export const x = () => import('#main/connectors/a.ts')"],
    ['a type', "export type X = import('#main/connectors/a.ts').X"],
    ['a detour over relative folders', "import { x } from '../connectors/a.ts'\nvoid x"],
    ['a detour through an allowed alias', "import { x } from '#main/ledger/../connectors/a.ts'\nvoid x"],
    ['a detour through shared', "import { x } from '#shared/../src-main/connectors/a.ts'\nvoid x"],
    ['a room that is not in the plan', "import { x } from '#main/utils/a.ts'\nvoid x"],
    ['an alias that nobody made', "import { x } from '#ledger/a.ts'\nvoid x"],
    ['a path that is put together while running', 'export const x = (name: string) => import(name)'],
  ])('stands against %s', async (_how, code) => {
    expect(await refusals('src-main/ledger/pages.ts', code)).toHaveLength(1)
  })

  it('keeps a deep file from climbing out of its room, but lets it climb inside', async () => {
    const file = 'src-main/importers/ofx/reader.ts'

    expect(await refusals(file, "import { x } from '../../ledger/rows.ts'\nvoid x")).toEqual([expect.stringContaining('leaves src-main/importers')])
    expect(await refusals(file, "import { x } from '../text/lines.ts'\nvoid x")).toEqual([])
  })

  it('lets one file alone open SQLite, and others name its types', async () => {
    const value = "import Database from 'better-sqlite3'\nexport const db = new Database()"
    const type = "import type { Database } from 'better-sqlite3'\nexport type Db = Database"

    expect(await refusals('src-main/ledger/database.ts', value)).toEqual([])
    expect(await refusals('src-main/ledger/queries.ts', value)).toEqual(['only src-main/ledger/database.ts opens better-sqlite3'])
    expect(await refusals('src-main/ledger/queries.ts', type)).toEqual([])
  })

  it.each(['src-main/helper.ts', 'src-main/utils/text.ts', 'src-renderer/main.ts', 'src-renderer/widgets/A.ts'])('finds %s, which stands in no room', async (file) => {
    expect(await refusals(file, 'export const x = 1')).toEqual(['this file stands in no room of rooms.js'])
  })
})

describe('an open door', () => {
  it.each([
    ['src-main/sync/refresh.ts', "import { connect } from '#main/connectors/fints/client.ts'\nimport { applyStatements } from '#main/worker/client.ts'\nconnect(applyStatements)"],
    ['src-main/ipc/router.ts', "import { contract } from '#shared/ipc/contract.ts'\nimport type { LedgerClient } from '#main/worker/client.ts'\nexport const x = (c: LedgerClient) => [c, contract]"],
    ['src-main/app/main.ts', "import { app } from 'electron'\nimport { createRouter } from '#main/ipc/router.ts'\nimport path from 'node:path'\nvoid [app, createRouter, path]"],
    ['src-main/demo-bank/server.ts', "import { createServer } from 'node:http'\nimport { parse } from '#main/connectors/fints/codec.ts'\nvoid [createServer, parse]"],
    ['src-main/cli/inspect.ts', "export const load = () => import('./import.ts')\nexport const read = () => import('#main/importers/reader.ts')"],
    ['src-renderer/features/import/ImportPage.vue', script("import { computed } from 'vue'\nimport { useImports } from '#renderer/stores/imports.ts'\nimport PushButton from '#renderer/ui/PushButton.vue'\nimport { formatMoney } from '#shared/money.ts'\nimport { rows } from './rows.ts'\nvoid [computed, useImports, PushButton, formatMoney, rows]")],
    ['src-renderer/app/App.vue', script("import './app.css'\nimport { routes } from '../features/routes.ts'").replace('../features', '#renderer/features')],
  ])('lets %s through', async (file, code) => {
    expect(await refusals(file, code)).toEqual([])
  })
})

describe('an effect', () => {
  const anywhere = 'src-main/insights/forecast.ts'

  it.each([
    'export const x = new Date()',
    "export const x = new Date('2026-01-31')",
    'export const x = Date.now()',
    'export const x = Date()',
    'export const x = globalThis.Date.now()',
    'export const x = performance.now()',
    'export const x = Math.random()',
    'export const x = crypto.randomUUID()',
    "export const x = fetch('https://bank.example')",
    "export const x = new WebSocket('wss://bank.example')",
  ])('does not happen outside platform: %s', async (code) => {
    expect(await refusals(anywhere, code)).toHaveLength(1)
  })

  it('may not be borrowed from the crypto module either', async () => {
    expect(await refusals('src-main/secrets/keys.ts', "import { randomBytes } from 'node:crypto'\nvoid randomBytes")).toEqual(['randomness comes from platform/random'])
    expect(await refusals('src-main/secrets/keys.ts', "import { createHash, scrypt } from 'node:crypto'\nvoid [createHash, scrypt]")).toEqual([])
  })

  it('has its place in platform', async () => {
    expect(await refusals('src-main/platform/clock.ts', 'export const now = () => new Date().toISOString()')).toEqual([])
    expect(await refusals('src-main/platform/random.ts', "import { randomFillSync } from 'node:crypto'\nvoid randomFillSync")).toEqual([])
    expect(await refusals('src-main/platform/http.ts', "import { request } from 'node:https'\nvoid request")).toEqual([])
  })
})

describe('the window', () => {
  it('reaches the bridge in one place', async () => {
    expect(await refusals('src-renderer/stores/app.ts', 'void window.bridge')).toEqual(['only src-renderer/api touches the bridge'])
    expect(await refusals('src-renderer/stores/app.ts', 'void globalThis.bridge')).toHaveLength(1)
    expect(await refusals('src-renderer/api/client.ts', 'void window.bridge')).toEqual([])
  })

  it('is a sandboxed page without process and require', async () => {
    expect(await refusals('src-renderer/app/main.ts', 'export const x = process.env')).toHaveLength(1)
    expect(await refusals('src-renderer/ui/A.vue', script('void Buffer'))).toHaveLength(1)
  })

  it('never inserts text as HTML', async () => {
    expect(await refusals('src-renderer/ui/A.vue', '<template><p v-html="text" /></template>')).toHaveLength(1)
  })
})

describe('everywhere', () => {
  it.each([
    ['a default export', 'export default 1'],
    ['an enum', 'export enum Kind { Debit }'],
    ['the console', "console.log('x')"],
    ['a silenced type error', "// @ts-expect-error it is late\nexport const x: number = ''"],
  ])('has no place for %s', async (_what, code) => {
    expect(await refusals('src-main/ledger/rows.ts', code)).toHaveLength(1)
  })

  it('knows no comment that switches a rule off', async () => {
    expect(await refusals('src-main/ledger/rows.ts', '/* eslint-disable */\nexport default 1')).toEqual(['no default exports'])
  })
})
