import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WELCOME, importedPackages, noticesText, shippedPackages } from '../../../scripts/lib/licences.js'

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { dependencies: object; devDependencies: object }

describe('what ships', () => {
  it('has licences that let anyone use it for anything', () => {
    const unwelcome = shippedPackages().filter(({ licence }) => !licence.replace(/[()]/g, '').split(' OR ').some((one) => WELCOME.includes(one)))

    expect(unwelcome).toEqual([])
  })

  it('is named in package.json: nothing is imported that only happens to lie there', () => {
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })

    expect(importedPackages().filter((name) => !named.includes(name))).toEqual([])
  })

  it('has one dependency at run time: what Vite bundles is a devDependency', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
  })

  it('comes with the text of every licence', () => {
    const text = noticesText()

    expect(shippedPackages().filter(({ name, version }) => !text.includes(`${name} ${version} · `))).toEqual([])
    expect(text).toContain('Permission is hereby granted')
    expect(text).not.toContain('undefined')
  })
})
