/**
 * The parser of our sources for ESLint. All types come from one program that holds every .ts and .vue file: the service that
 * editors use reads a .vue file only when it is linted, and begins to think anew with each of hundreds.
 */
import path from 'node:path'
import process from 'node:process'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { ROOT } from './house.js'

/** @typedef {{ filePath?: string, projectService?: unknown }} Options */
const { parseForESLint } = /** @type {{ parseForESLint(code: string, options: Options & { programs?: ts.Program[] }): object }} */ (tseslint.parser)

/** In an editor files change under us: there the service is right. */
const isOneRun = process.argv[1]?.endsWith(path.join('eslint', 'bin', 'eslint.js')) === true

/** @type {ts.Program | undefined} */
let sources

/** Texts as they are linted, where they differ from what we read: repaired ones, and scripts of components with type parameters. @type {Map<string, string>} */
const given = new Map()

/** @type {Map<string, ts.SourceFile>} */
const files = new Map()

export const parser = {
  meta: { name: 'kontor/sources', version: '1' },
  /**
   * @param {string} code
   * @param {Options} options
   */
  parseForESLint(code, options) {
    // Expressions of a template are parsed without types.
    if (!isOneRun || !options.projectService || options.filePath === undefined) return parseForESLint(code, options)
    return parseForESLint(code, { ...options, projectService: false, programs: [programWith(options.filePath, code)] })
  },
}

/**
 * @param {string} name
 * @param {string} code
 */
function programWith(name, code) {
  const known = sources ??= createProgram()
  if (known.getSourceFile(name)?.text === code) return known
  given.set(name, code)
  files.delete(name)
  return sources = createProgram(known)
}

/** @param {ts.Program} [oldProgram] whatever of it still holds is taken over */
function createProgram(oldProgram) {
  const vue = { extension: '.vue', isMixedContent: false, scriptKind: ts.ScriptKind.Deferred }
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (/** @type {ts.Diagnostic} */ { messageText }) => { throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n')) } }
  const config = ts.getParsedCommandLineOfConfigFile(path.join(ROOT, 'tsconfig.json'), { allowNonTsExtensions: true }, host, undefined, undefined, [vue])
  if (config === undefined) throw new Error('tsconfig.json cannot be read')
  return ts.createProgram({ rootNames: config.fileNames, options: config.options, host: compilerHost(config.options), ...(oldProgram && { oldProgram }) })
}

/** @param {ts.CompilerOptions} options */
function compilerHost(options) {
  const host = ts.createCompilerHost(options, true)
  host.getSourceFile = (name, language) => {
    const text = files.has(name) ? undefined : given.get(name) ?? readScript(name)
    if (text !== undefined) files.set(name, ts.createSourceFile(name, text, language, true, name.endsWith('.vue') ? ts.ScriptKind.TS : undefined))
    return files.get(name)
  }
  return host
}

/** Of a component its script, as the parser for Vue hands it on. @param {string} name */
function readScript(name) {
  const text = ts.sys.readFile(name)
  return name.endsWith('.vue') ? /<script\b[^>]*>(.*?)<\/script>/s.exec(text ?? '')?.[1] ?? '' : text
}
