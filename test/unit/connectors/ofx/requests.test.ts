import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#shared/dates.ts'
import type { DecimalText } from '#shared/decimal.ts'
import { Secret } from '#shared/secret.ts'
import { OFX_REQUEST } from '#main/connectors/ofx/aggregates/requests/OFX.ts'
import { bankAccount, cardAccount, loanAccount } from '#main/connectors/ofx/batch/account.ts'
import { compose, ITEMS_MAX, type Batch } from '#main/connectors/ofx/batch/compose.ts'
import type { OfxItem } from '#main/connectors/ofx/batch/items.ts'
import { SET_ORDER, setOf } from '#main/connectors/ofx/batch/requests.ts'
import { branchesOf, readStrictly } from '#main/connectors/ofx/strict.ts'
import { dialect, isXml, type Dialect } from '#main/connectors/ofx/versions.ts'
import { batches, DIALECTS, surroundings } from './batches.ts'

const textOf = (bytes: Uint8Array, { version }: Dialect): string => new TextDecoder(isXml(version) ? 'utf-8' : 'windows-1252').decode(bytes)

function written(batch: Batch, spoken: Dialect): { text: string; uids: readonly string[] } {
  const composed = compose(batch, surroundings(spoken))
  if (!composed.ok) throw new Error(JSON.stringify(composed.error))
  return { text: textOf(composed.value.body, spoken), uids: composed.value.uids }
}

const BATCH: Batch = {
  signOn: { userId: 'ada', password: new Secret('pass<&>word'), org: 'Bank', fid: '7', language: 'ENG', app: { id: 'QWIN', version: '2700' } },
  items: [],
}
const only = (...items: OfxItem[]): Batch => ({ ...BATCH, items })

describe.each(DIALECTS.map((spoken) => [`${spoken.version}${isXml(spoken.version) ? '' : spoken.closesLeaves ? ' closed' : ' open'}`, spoken] as const))('a request in OFX %s', (_, spoken) => {
  it('has every element in its place, as often as it may be there, and of its form', () => {
    fc.assert(fc.property(batches(spoken.version), (batch) => {
      const { text, uids } = written(batch, spoken)
      const read = readStrictly(text, [OFX_REQUEST])
      expect(read.ok ? null : read.error).toBeNull()
      expect([...text.matchAll(/<SONRQ>/g)]).toHaveLength(1)
      const numbered = uids.filter((_uid, index) => batch.items[index]?.kind !== 'transfers')
      expect(new Set(numbered).size).toBe(numbered.length)
    }), { numRuns: 30 })
  })

  it('has its message sets in order whatever the order of the items, and the items of a set in theirs', () => {
    fc.assert(fc.property(batches(spoken.version), (batch) => {
      const { text, uids } = written(batch, spoken)
      const read = readStrictly(text, [OFX_REQUEST])
      const sets = read.ok ? branchesOf(read.value.root).slice(1) : []
      expect(sets.map(({ tag }) => tag)).toEqual(SET_ORDER.filter((set) => batch.items.some((item) => setOf(item) === set)))
      for (const set of sets) {
        const sent = branchesOf(set).map(({ tag, children: [uid] }) => tag.endsWith('SYNCRQ') ? 'sync' : uid !== undefined && 'text' in uid ? uid.text : '')
        // A synchronisation has no number.
        expect(sent).toEqual(batch.items.flatMap((item, index) => setOf(item) === set.tag ? [item.kind === 'transfers' ? 'sync' : uids[index]] : []))
      }
    }), { numRuns: 30 })
  })
})

describe('a batch', () => {
  it('refuses an item that is meant for another sign-on (B7)', () => {
    for (const signOn of [{ userId: 'bob' }, { org: 'Other' }, { fid: '8' }]) {
      expect(compose(only({ kind: 'accounts' }, { kind: 'accounts', signOn }), surroundings(dialect('203')))).toEqual({ ok: false, error: { kind: 'invalid_input', path: 'signOn' } })
    }
    expect(compose(only({ kind: 'accounts', signOn: { userId: 'ada', org: 'Bank', fid: '7' } }), surroundings(dialect('203'))).ok).toBe(true)
  })

  it('refuses what its version does not have, before anything is sent', () => {
    const loan: OfxItem = { kind: 'loan-statement', account: loanAccount('1') }
    expect(compose(only(loan), surroundings(dialect('102')))).toEqual({ ok: false, error: { kind: 'unsupported', what: 'operation' } })
    expect(compose({ ...BATCH, asksChallenges: true }, surroundings(dialect('160')))).toEqual({ ok: false, error: { kind: 'unsupported', what: 'operation' } })
    expect(compose(only(loan), surroundings(dialect('230'))).ok).toBe(true)
  })

  it('refuses what the wire cannot carry and names the element, never the value', () => {
    const bad: [Batch, string][] = [
      [{ ...BATCH, signOn: { ...BATCH.signOn, userId: 'x'.repeat(33) } }, 'USERID'],
      [{ ...BATCH, signOn: { ...BATCH.signOn, password: new Secret('') } }, 'USERPASS'],
      [{ ...BATCH, signOn: { ...BATCH.signOn, app: { id: 'TOOLONG', version: '1' } } }, 'APPID'],
      [only({ kind: 'card-statement', account: cardAccount('') }), 'ACCTID'],
      [only({ kind: 'bank-statement', account: bankAccount('1', '2', 'SHOEBOX') }), 'ACCTTYPE'],
      [only({ kind: 'accounts', cookie: 'a\nb' }), 'CLTCOOKIE'],
    ]
    for (const [batch, path] of bad) expect(compose(batch, surroundings(dialect('102')))).toEqual({ ok: false, error: { kind: 'invalid_input', path } })
    const foreign = { ...BATCH, signOn: { ...BATCH.signOn, password: new Secret('пароль') } }
    expect(compose(foreign, surroundings(dialect('102')))).toMatchObject({ ok: false, error: { kind: 'invalid_input' } })
    expect(compose(foreign, surroundings(dialect('203'))).ok).toBe(true)
  })

  it('has a limit, and no number twice', () => {
    const many = Array.from({ length: ITEMS_MAX + 1 }, (): OfxItem => ({ kind: 'accounts' }))
    expect(compose(only(...many), surroundings(dialect('203')))).toMatchObject({ error: { path: 'items' } })
    expect(compose(only({ kind: 'accounts', uid: 'a' }, { kind: 'profile', uid: 'a' }), surroundings(dialect('203')))).toMatchObject({ error: { path: 'uid' } })
    expect(written(only({ kind: 'accounts', uid: 'mine' }, { kind: 'profile' }), dialect('203')).uids).toEqual(['mine', 'uid-1'])
  })

  it('writes days as days and asks again from the very moment a bank has named', () => {
    const item = (from: string): OfxItem => ({ kind: 'card-statement', account: cardAccount('4'), range: { from: from as never, to: localDate('2026-02-03') } })
    expect(written(only(item('2026-01-31')), dialect('102')).text).toContain('<DTSTART>20260131\r\n<DTEND>20260203\r\n')
    expect(written(only(item('20260131120000.000[-5:EST]')), dialect('102')).text).toContain('<DTSTART>20260131120000.000[-5:EST]\r\n')
  })

  it('escapes markup, also in a password, and leaves leaves open or closes them', () => {
    expect(written(BATCH, dialect('102')).text).toContain('<USERPASS>pass&lt;&amp;&gt;word\r\n')
    expect(written(BATCH, dialect('103', true)).text).toContain('<USERPASS>pass&lt;&amp;&gt;word</USERPASS>\r\n')
    expect(written(BATCH, dialect('220')).text).toMatch(/^<\?xml version="1.0" encoding="UTF-8" standalone="no"\?>\r\n<\?OFX OFXHEADER="200" VERSION="220" /)
    expect(written(BATCH, dialect('102')).text).toMatch(/^OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n/)
  })

  it('tells a transfer its shares in XML, where the schema demands them, and nowhere else', () => {
    const item: OfxItem = { kind: 'transfer', between: 'own', action: 'add', order: { source: bankAccount('1', '2'), target: bankAccount('1', '3'), amount: '12.50' as DecimalText } }
    expect(written(only(item), dialect('203')).text).toContain('<LOANTRNAMT>\r\n<PRINAMT>12.50</PRINAMT>\r\n<INTAMT>0</INTAMT>\r\n</LOANTRNAMT>')
    expect(written(only(item), dialect('103')).text).not.toContain('LOANTRNAMT')
  })
})

describe('reading by the letter', () => {
  const whole = written(only({ kind: 'profile' }), dialect('202')).text
  const reasonOf = (text: string): string => {
    const read = readStrictly(text, [OFX_REQUEST])
    return read.ok ? 'read' : `${read.error.kind}: ${read.error.reason}`
  }

  it.each([
    ['<APPID>QWIN</APPID>\r\n', '', 'grammar: <APPID> is missing in <SONRQ>'],
    ['<APPID>QWIN</APPID>\r\n<APPVER>2700</APPVER>', '<APPVER>2700</APPVER>\r\n<APPID>QWIN</APPID>', 'grammar: <APPID> comes too late in <SONRQ>'],
    ['<APPID>QWIN</APPID>', '<APPID>QWIN</APPID><APPID>QWIN</APPID>', 'grammar: <APPID> stands twice in <SONRQ>'],
    ['<APPID>QWIN</APPID>', '<APPID>QUICKEN</APPID>', 'grammar: <APPID> is longer than 5 characters'],
    ['<APPID>QWIN</APPID>', '<APPID>QWIN', 'syntax: </APPID> is expected here'],
    ['<LANGUAGE>', '<SHOE>1</SHOE><LANGUAGE>', 'grammar: <SHOE> is unknown in <SONRQ>'],
    ['<APPVER>2700</APPVER>', '<APPVER>2700</APPVER><CLIENTUID>x</CLIENTUID>', 'grammar: <CLIENTUID> is not in OFX 202'],
    ['</PROFRQ>', '', 'syntax: </PROFRQ> is expected here, not </PROFTRNRQ>'],
    ['</OFX>', '</OFX>more', 'syntax: something follows the end'],
    ['VERSION="202"', 'VERSION="204"', 'version: nobody speaks version 204 here'],
    ['OFXHEADER="200"', 'OFXHEADER="100"', 'header: version 2 has OFXHEADER="200"'],
  ])('tells %j from what should be there', (right, wrong, reason) => {
    expect(reasonOf(whole)).toBe('read')
    expect(whole).toContain(right)
    expect(reasonOf(whole.replace(right, wrong))).toBe(reason)
  })

  it('never repeats what stood in an element', () => {
    expect(reasonOf(whole.replace('pass&lt;', 'secret'.repeat(40)))).not.toContain('secretsecret')
  })
})
