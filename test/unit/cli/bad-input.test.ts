import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FILE_BYTES_MAX } from '#shared/ipc/limits.ts'
import { ofx } from '../../fixtures/statement.ts'
import { workplace } from './harness.ts'

const GOOD = ofx({ lines: [{ id: 'a1', on: '2026-02-03', amount: '-12.50' }] })
const ERROR_ENVELOPE = GOOD.replace(/<STMTRS>.*<\/STMTRS>/s, '').replace('<CODE>0<SEVERITY>INFO</STATUS></STMTTRNRS>', '<CODE>2003<SEVERITY>ERROR<MESSAGE>Account not found</STATUS></STMTTRNRS>')

describe('bad input', () => {
  let place: ReturnType<typeof workplace>
  beforeEach(() => { place = workplace() })
  afterEach(() => { place.remove() })

  const file = (name: string, content: string | Uint8Array) => {
    const path = join(place.folder, name)
    writeFileSync(path, content)
    return path
  }
  const huge = () => {
    const path = file('huge.ofx', '')
    truncateSync(path, FILE_BYTES_MAX + 1)
    return path
  }
  const folder = () => {
    const path = join(place.folder, 'folder.ofx')
    mkdirSync(path)
    return path
  }

  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ['a missing file', () => join(place.folder, 'nowhere.ofx'), /does not exist/],
    ['an empty file', () => file('empty.ofx', ''), /empty/],
    ['a folder', folder, /folder/],
    ['a binary file', () => file('photo.ofx', new Uint8Array(4096).map((_, index) => (index * 7919) % 256)), /no text|not know/],
    ['a file cut in the middle', () => file('cut.ofx', GOOD.slice(0, GOOD.indexOf('<TRNAMT>') + 4)), /ends in the middle/],
    ['a file of 128 MB and more', huge, /128 MB/],
    ['a text that is no statement', () => file('letter.ofx', 'Dear customer, please find your statement attached.'), /kind of file|no OFX/],
  ]

  it.each(cases)('%s gets one sentence and changes nothing', async (_, make, sentence) => {
    await place.kontor(['--plain', 'import', file('good.ofx', GOOD)])
    const before = readFileSync(place.ledger)
    const bad = make()
    for (const args of [['inspect', bad], ['import', bad], ['import', file('other.ofx', GOOD.replace('a1', 'b1')), bad]]) {
      const result = await place.kontor(args)
      expect(result).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(sentence) as string })
      expect(result.notes.trimEnd().split('\n')).toHaveLength(1)
      expect(result.notes).not.toMatch(/ at .*\.ts/)
    }
    expect((await place.kontor(['transactions', '--json'])).json()).toMatchObject({ transactions: [{ externalId: 'a1' }] })
    expect(readFileSync(place.ledger).equals(before)).toBe(true)
  })

  it('passes on the bank’s own words where it sent an error instead of a statement', async () => {
    const refused = file('refused.ofx', ERROR_ENVELOPE)
    expect((await place.kontor(['inspect', refused, '--json'])).json()).toMatchObject({ statements: [], statuses: [{ code: '2003', severity: 'error', message: 'Account not found' }] })
    expect(await place.kontor(['--plain', 'import', refused])).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(/2003.*Account not found/) as string })
  })

  it('does not open what is no ledger, or a ledger from a newer version, and leaves it as it was', async () => {
    for (const content of ['not a ledger at all', new Uint8Array(8192).fill(7)]) {
      writeFileSync(place.ledger, content)
      expect(await place.kontor(['accounts'], { env: { KONTOR_PASSPHRASE: 'whatever it is' } })).toMatchObject({ code: 1, out: '' })
      expect(readFileSync(place.ledger)).toEqual(Buffer.from(content))
    }
  })

  it('does not make a ledger without a passphrase, or with a short one', async () => {
    const statement = file('good.ofx', GOOD)
    expect(await place.kontor(['import', statement])).toMatchObject({ code: 1, out: '', notes: expect.stringContaining('KONTOR_PASSPHRASE') as string })
    expect(await place.kontor(['import', statement], { env: { KONTOR_PASSPHRASE: 'short' } })).toMatchObject({ code: 1, notes: expect.stringContaining('8 characters') as string })
    expect(await place.kontor(['import', statement], { answers: ['long enough', 'long but other'] })).toMatchObject({ code: 1, notes: expect.stringContaining('differ') as string })
    expect(await place.kontor(['accounts'])).toMatchObject({ code: 1, notes: expect.stringMatching(/There is no ledger here yet\. Make one with “kontor import FILE”/) as string })
  })

  it('says so when a ledger’s folder is read-only', async () => {
    if (process.getuid?.() === 0) {
      // Root may write anywhere; a ledger inside a file is refused by the same calls.
      const inside = join(file('plain-file', 'x'), 'ledger.kontor')
      expect(await place.kontor(['--plain', '--ledger', inside, 'import', file('good.ofx', GOOD)])).toMatchObject({ code: 1, out: '' })
      return
    }
    const closed = join(place.folder, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    expect(await place.kontor(['--plain', '--ledger', join(closed, 'ledger.kontor'), 'import', file('good.ofx', GOOD)])).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(/permission|read-only|may not/) as string })
  })

  it('names the folder that is missing, not the file that is about to be written', async () => {
    const nowhere = join(place.folder, 'nowhere', 'file')
    expect(await place.kontor(['--plain', '--ledger', nowhere, 'import', file('good.ofx', GOOD)])).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(/no such folder/) as string })
    await place.kontor(['--plain', 'import', file('good.ofx', GOOD)])
    for (const command of [['backup', nowhere], ['export', nowhere, '--format', 'csv']]) {
      expect(await place.kontor(command)).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(/nowhere.file: There is no such folder/) as string })
    }
  })

  it('never puts a file in the place of a device or a pipe, even by force', async () => {
    if (process.platform === 'win32') return
    const pipe = join(place.folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    await place.kontor(['--plain', 'import', file('good.ofx', GOOD)])
    expect(await place.kontor(['backup', pipe, '--force'])).toMatchObject({ code: 1, out: '', notes: expect.stringMatching(/no ordinary file/) as string })
    expect(lstatSync(pipe).isFIFO()).toBe(true)
  })

  it('speaks German to those who do', async () => {
    expect(await place.kontor(['inspect', file('empty.ofx', '')], { env: { LANG: 'de_AT.UTF-8' } })).toMatchObject({ code: 1, notes: expect.stringContaining('Die Datei ist leer') as string })
  })
})
