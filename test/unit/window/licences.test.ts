import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { COMPONENTS } from '#renderer/features/settings/licences.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')) as Record<string, unknown>

it('tells the licence of each component as the component does', () => {
  for (const { name, licence } of COMPONENTS) expect(read(`node_modules/${name}/package.json`)['license'], name).toBe(licence)
})

it('lists every runtime dependency', () => {
  const names = COMPONENTS.map(({ name }) => name)
  for (const name of Object.keys(read('package.json')['dependencies'] as object)) expect(names).toContain(name)
})
