import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFile } from '#main/importers/read.ts'

const FIXTURES = new URL('../fixtures/', import.meta.url)
const names = ['mt940', 'camt', 'mt535', 'csv', 'qif'].flatMap((folder) => readdirSync(new URL(folder, FIXTURES)).filter((name) => !name.endsWith('.json')).map((name) => `${folder}/${name}`))

/** Without what is not there: a person reads these files, and a new field of the model leaves them as they are. */
const told = (_: string, value: unknown): unknown => (value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value)

/** A new bank is one anonymised file in its format's folder; `npx vitest -u` writes what is read from it beside it, for a person to check. */
describe.each(names)('%s', (name) => {
  it('reads as it was checked by hand', async () => {
    const reading = readFile(name, readFileSync(new URL(name, FIXTURES)))
    await expect(`${JSON.stringify(reading.ok ? reading.value : reading.error, told, 2)}\n`).toMatchFileSnapshot(`../fixtures/${name.replace(/\.\w+$/, '.json')}`)
  })
})
