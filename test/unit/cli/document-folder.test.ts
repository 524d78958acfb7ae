import { readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { BankDocument } from '#main/sync/index.ts'
import { keepDocument, openFolder } from '#main/cli/bank/document-folder.ts'
import { workplace } from './harness.ts'

const UNNAMED: BankDocument = { content: Buffer.from('%PDF-1.4'), number: null, year: null, createdOn: null, from: null, to: null, fileName: null }

interface Keeping { readonly account?: string; readonly isForced?: boolean; readonly prepare?: (folder: string) => void }

async function keep(change: Partial<BankDocument>[], { account = 'DE11', isForced = false, prepare }: Keeping = {}): Promise<string[]> {
  const place = workplace()
  onTestFinished(place.remove)
  const path = join(place.folder, 'out')
  const opened = await openFolder(path)
  if (!opened.ok) throw new Error(opened.error.kind)
  prepare?.(path)
  for (const one of change) expect(await keepDocument(opened.value, { account, document: { ...UNNAMED, ...one } }, isForced)).toMatchObject({ ok: true })
  expect(readdirSync(place.folder)).toEqual(['out'])
  return readdirSync(path).sort()
}

it('no name of a bank leads out of the folder', async () => {
  expect(await keep([{ fileName: '../../etc/passwd' }, { fileName: 'C:\\Windows\\x.pdf' }, { fileName: '\0' }, { fileName: 'Auszug März.PDF' }], { account: '../0012/EUR' }))
    .toEqual(['0012-EUR_Auszug-Ma-rz.pdf', '0012-EUR_C-Windows-x.pdf', '0012-EUR_etc-passwd.pdf', '0012-EUR_statement.pdf'])
})

it('two documents that are named alike are both kept, even with --force', async () => {
  const alike = [{ content: Buffer.from('%PDF-1') }, { content: Buffer.from('%PDF-2') }]
  expect(await keep(alike, { isForced: true })).toEqual(['DE11_statement-2.pdf', 'DE11_statement.pdf'])
})

it('what is no PDF does not call itself one, and a link is not followed', async () => {
  expect(await keep([{ content: Buffer.from('MZ'), year: 2026, number: 3 }])).toEqual(['DE11_2026-03.bin'])
  expect(await keep([{ year: 2026, number: 3 }], { prepare: (folder) => { symlinkSync(join(folder, '..', 'elsewhere.pdf'), join(folder, 'DE11_2026-03.pdf')) } })).toEqual(['DE11_2026-03-2.pdf', 'DE11_2026-03.pdf'])
})
