import { describe, expect, it } from 'vitest'
import { searchInstitutions } from '#main/connectors/ofx/index.ts'
import { INSTITUTIONS } from '#main/connectors/ofx/directory/institutions.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { value } from '../../../fixtures/readings.ts'

const names = (query: string, own: Parameters<typeof searchInstitutions>[1] = []): string[] => searchInstitutions(query, own).map(({ name }) => name)

describe('the directory of OFX banks', () => {
  it('finds a bank by name, city, ORG and FID, by the beginnings of words', () => {
    for (const query of ['fidel inv', 'Boston', '7776', 'fidelity.com']) expect(names(query), query).toContain('Fidelity Investments')
    expect(names('')).toEqual([])
    expect(names('idelity')).toEqual([])
  })

  it('has addresses with TLS, an ORG, a FID and a year for every bank, each once', () => {
    for (const [name, , org, fid, url, lastKnown] of INSTITUTIONS) expect([name, url.startsWith('https://'), org !== '', fid !== '', /^20\d\d$/.test(lastKnown)], name).toEqual([name, true, true, true, true])
    expect(new Set(INSTITUTIONS.map(([, , org, fid]) => `${org} ${fid}`)).size).toBe(INSTITUTIONS.length)
  })

  it('has a person’s own entries before the listed ones; they are kept in the ledger, changed and taken off', async () => {
    const ledger = createDirectClient()
    await ledger.open({ file: ':memory:', key: null, create: true })
    const facts = { name: 'Fidelity, my address', city: '', url: 'https://ofx.example', org: 'fidelity.com', fid: '7776' }
    const [own] = await value(ledger.call('institutions.save', facts))
    const known = await value(ledger.call('institutions.save', { ...facts, ...own, fid: '1' }))
    expect(known).toEqual([{ ...facts, id: own?.id, fid: '1' }])
    expect(names('fidelity', known)).toEqual(['Fidelity, my address', 'Fidelity Investments'])
    expect(await value(ledger.call('institutions.remove', { id: own?.id ?? '' }))).toEqual([])
    expect(await ledger.call('institutions.remove', { id: own?.id ?? '' })).toEqual({ ok: false, error: { kind: 'not_found', what: 'institution' } })
    await ledger.close()
  })
})
