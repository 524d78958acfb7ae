import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.join(import.meta.dirname, '..', '..', '..')
const ALIASES = [['#shared/', 'shared/'], ['#main/', 'src-main/'], ['#renderer/', 'src-renderer/']] as const
/** Types count: who wants to understand one file of a circle has to read all of them. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([#.][^']+)'/g

type House = ReadonlyMap<string, readonly string[]>

function leadsTo(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier)
  const [alias, folder] = ALIASES.find(([prefix]) => specifier.startsWith(prefix)) ?? ['', '']
  return `${folder}${specifier.slice(alias.length)}`
}

function readHouse(): House {
  const files = globSync('{shared,src-main,src-renderer}/**/*.{ts,vue}', { cwd: ROOT }).map((file) => file.split(path.sep).join('/'))
  return new Map(files.map((file) => [file, [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, specifier = '']) => leadsTo(file, specifier))]))
}

/** A way from each file of a circle back to itself, one circle at a time. */
function circles(house: House): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (file: string, way: readonly string[]): void => {
    const begin = way.indexOf(file)
    if (begin >= 0) found.push([...way.slice(begin), file].join(' → '))
    if (begin >= 0 || done.has(file)) return
    for (const next of house.get(file) ?? []) walk(next, [...way, file])
    done.add(file)
  }
  for (const file of house.keys()) walk(file, [])
  return found
}

describe('the files of the house', () => {
  it('do not import each other in a circle', () => {
    const house = readHouse()

    expect(house.size).toBeGreaterThan(500)
    expect(circles(house)).toEqual([])
  })

  it('would be caught at it', () => {
    expect(circles(new Map([['a', ['b']], ['b', ['c', 'd']], ['c', []], ['d', ['a']]]))).toEqual(['a → b → d → a'])
  })
})
