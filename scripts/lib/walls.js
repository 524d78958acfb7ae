/** The walls of the house as an ESLint rule: rooms.js says who may import what, this says where an import leads. */
import path from 'node:path'

/**
 * @typedef {{ doors: string[], outside: string[] }} Room
 * @typedef {Record<string, Room>} HousePlan
 */

const ALIASES = /** @type {const} */ ([['#shared/', 'shared/'], ['#main/', 'src-main/'], ['#renderer/', 'src-renderer/']])

/** A library that one file alone may run; others may name its types. */
const SOLE_OPENERS = new Map([['better-sqlite3', 'src-main/ledger/database.ts']])

/**
 * The room a file stands in: the longest entry of the plan that contains it.
 * @param {HousePlan} rooms
 * @param {string} file relative to the repository, with forward slashes
 */
export function roomOf(rooms, file) {
  return Object.keys(rooms).filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0]
}

/**
 * Why an import is not allowed, or undefined when it is.
 * @param {HousePlan} rooms
 * @param {{ file: string, specifier: string, isType: boolean }} request
 * @returns {string | undefined}
 */
export function refusal(rooms, { file, specifier, isType }) {
  const room = roomOf(rooms, file)
  if (room === undefined) return 'this file stands in no room of rooms.js'
  const plan = rooms[room] ?? { doors: [], outside: [] }
  if (specifier.startsWith('.')) {
    return path.posix.join(path.posix.dirname(file), specifier).startsWith(`${room}/`) ? undefined : `${specifier} leaves ${room}; across rooms write #shared/…, #main/… or #renderer/…`
  }
  if (specifier.startsWith('#')) return refusalInside(rooms, room, plan, specifier)
  if (!plan.outside.some((pattern) => new RegExp(pattern).test(specifier))) return `${room} may not use ${specifier}; see rooms.js`
  const opener = SOLE_OPENERS.get(specifier)
  return opener === undefined || opener === file || isType ? undefined : `only ${opener} opens ${specifier}`
}

/**
 * @param {HousePlan} rooms
 * @param {string} room
 * @param {Room} plan
 * @param {string} specifier
 */
function refusalInside(rooms, room, plan, specifier) {
  const [alias, folder] = ALIASES.find(([prefix]) => specifier.startsWith(prefix)) ?? []
  const target = alias === undefined ? undefined : roomOf(rooms, path.posix.normalize(`${folder}${specifier.slice(alias.length)}`))
  if (target === undefined) return `${specifier} leads to no room of rooms.js`
  return target === room || target === 'shared' || plan.doors.includes(target) ? undefined : `${room} has no door to ${target}; see rooms.js`
}

/**
 * Sees every way to import: static, re-exported, dynamic, and inside a type.
 * @param {HousePlan} rooms
 * @returns {import('eslint').Rule.RuleModule}
 */
export function doorsRule(rooms) {
  return {
    meta: { type: 'problem', schema: [], messages: { shut: '{{reason}}' } },
    create(context) {
      const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
      const check = (/** @type {any} */ node, /** @type {any} */ source, isType = false) => {
        if (source === null || source === undefined) return
        const reason = typeof source.value === 'string' ? refusal(rooms, { file, specifier: source.value, isType }) : 'an import names its file in plain text, so that everyone can see where it leads'
        if (reason !== undefined) context.report({ node, messageId: 'shut', data: { reason } })
      }
      return {
        Program(/** @type {any} */ node) {
          if (roomOf(rooms, file) === undefined) context.report({ node, messageId: 'shut', data: { reason: 'this file stands in no room of rooms.js' } })
        },
        ImportDeclaration: (/** @type {any} */ node) => { check(node, node.source, node.importKind === 'type') },
        ExportNamedDeclaration: (/** @type {any} */ node) => { check(node, node.source, node.exportKind === 'type') },
        ExportAllDeclaration: (/** @type {any} */ node) => { check(node, node.source, node.exportKind === 'type') },
        ImportExpression: (/** @type {any} */ node) => { check(node, node.source) },
        TSImportType: (/** @type {any} */ node) => { check(node, node.source ?? node.argument?.literal ?? node.argument, true) },
        TSImportEqualsDeclaration: (/** @type {any} */ node) => { context.report({ node, messageId: 'shut', data: { reason: 'import … = require(…) is no part of ECMAScript modules' } }) },
      }
    },
  }
}
