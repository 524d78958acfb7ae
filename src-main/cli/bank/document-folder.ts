import { access, constants, lstat, mkdir, readFile, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { AppError } from '#shared/errors.ts'
import { AppFailure } from '#shared/failure.ts'
import { ok, type Result } from '#shared/result.ts'
import { fileResult, writeFileAtomic } from '#main/platform/files.ts'
import type { BankDocument } from '#main/sync/index.ts'

export interface Folder {
  readonly path: string
  /** Names given in this run: two documents never share one, not even with `--force`. */
  readonly taken: Set<string>
  /** Takes the folder away again if this run made it. */
  leaveUnused(): Promise<void>
}

export interface Kept {
  readonly name: string
  readonly file: string
  /** `present`: the very same bytes were there already. */
  readonly state: 'written' | 'replaced' | 'present'
}

const OWNER_ONLY = 0o700
const NAME_MAX = 80
const COPIES_MAX = 1_000

function refuseFile(cause: unknown): never {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOTDIR') throw new AppFailure({ kind: 'exists', what: 'no-folder' })
  throw cause
}

/** Made if need be, in a folder that exists; and one that can be written to. */
export function openFolder(folder: string): Promise<Result<Folder, AppError>> {
  return fileResult(async () => {
    const path = resolve(folder)
    const isMade = await mkdir(path, { mode: OWNER_ONLY }).then(() => true, (cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
      throw cause
    })
    // The slash makes the system follow a link, and refuse a file.
    if (!isMade) await access(join(path, '/'), constants.W_OK | constants.X_OK).catch(refuseFile)
    return { path, taken: new Set<string>(), leaveUnused: async () => { if (isMade) await rmdir(path).catch(() => undefined) } }
  })
}

/** Writes a document under a name of its own. A different file that is there already stays, unless `isForced`. */
export async function keepDocument({ path, taken }: Folder, { account, document }: { readonly account: string; readonly document: BankDocument }, isForced: boolean): Promise<Result<Kept, AppError>> {
  const [stem, ending] = [stemFor(account, document), endingFor(document)]
  for (let copy = 1; copy <= COPIES_MAX; copy += 1) {
    const name = `${stem}${copy === 1 ? '' : `-${copy}`}.${ending}`
    if (taken.has(name.toLowerCase())) continue
    const file = join(path, name)
    const there = await whatIsAt(file, document.content)
    if (!there.ok) return there
    if (there.value === 'other' && !isForced) continue
    taken.add(name.toLowerCase())
    if (there.value === 'same') return ok({ name, file, state: 'present' })
    const written = await writeFileAtomic(file, async (handle) => { await handle.writeFile(document.content) })
    return written.ok ? ok({ name, file, state: there.value === 'none' ? 'written' : 'replaced' }) : written
  }
  return { ok: false, error: { kind: 'exists', what: 'file' } }
}

function whatIsAt(file: string, content: Uint8Array): Promise<Result<'none' | 'same' | 'other', AppError>> {
  return fileResult(async () => {
    const found = await lstat(file).catch((cause: unknown) => {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
      throw cause
    })
    if (found === null) return 'none'
    if (found.isDirectory()) throw new AppFailure({ kind: 'exists', what: 'folder' })
    if (!found.isFile() || found.size !== content.length) return 'other'
    return Buffer.compare(await readFile(file), content) === 0 ? 'same' : 'other'
  })
}

/** The account, and whatever tells this statement from others. A bank's own file name serves only where it says nothing else. */
function stemFor(account: string, { year, number, from, to, createdOn, fileName }: BankDocument): string {
  const issue = year !== null && number !== null ? `${year}-${String(number).padStart(2, '0')}` : null
  const period = from !== null && to !== null ? `${from}_${to}` : null
  return [account, issue ?? period ?? createdOn ?? fileName?.replace(/\.pdf$/i, '') ?? 'statement'].map(safePart).join('_').slice(0, NAME_MAX)
}

// SECURITY: nothing that a bank says can lead out of the folder, or be anything but a plain name on any system.
const safePart = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'statement'

const PDF_MARK = '%PDF'

/** What is no PDF does not call itself one. */
const endingFor = ({ content }: BankDocument): string => (Buffer.from(content.subarray(0, PDF_MARK.length)).toString('latin1') === PDF_MARK ? 'pdf' : 'bin')
