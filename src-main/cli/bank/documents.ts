import { err, ok } from '#shared/result.ts'
import type { BankDocument } from '#main/sync/index.ts'
import type { Context, Outcome } from '../command.ts'
import { table } from '../table.ts'
import { usage } from '../usage.ts'
import { words } from '../words.ts'
import { keepDocument, openFolder, type Kept } from './document-folder.ts'
import { accountJson, inquire, withRemarks, type Answered, type Inquired } from './inquire.ts'
import { connectionIdOf, NEEDS_ID, textOf, type Values } from './options.ts'

const YEAR = /^(?:19|20)\d\d$/

/** A document on the disk. */
interface Filed extends Kept { readonly account: Answered<'documents'>['account']; readonly document: BankDocument }

/** `bank documents ID --out FOLDER`: the bank's own statements as PDF files. */
export async function fetchDocuments(context: Context, operand: string | undefined, values: Values): Promise<Outcome> {
  const [out, year] = [textOf(values, 'out'), textOf(values, 'year')]
  if (connectionIdOf(operand) === null) return err(NEEDS_ID)
  if (out === undefined || out === '') return err(usage('bank documents needs --out FOLDER', 'bank documents braucht --out ORDNER'))
  if (year !== undefined && !YEAR.test(year)) return err(usage('--year is a year such as 2026', '--year ist ein Jahr wie 2026'))
  // Before the bank is asked: it may deliver a document only once.
  const opened = await openFolder(out)
  if (!opened.ok) return err({ kind: 'file', file: out, error: opened.error })
  const folder = opened.value
  const inquired = await inquire(context, operand, values, { kind: 'documents', year: year === undefined ? null : Number(year) })
  const filed: Filed[] = []
  for (const { account, found } of inquired.ok ? inquired.value.findings : []) {
    for (const document of found?.documents ?? []) {
      const kept = await keepDocument(folder, { account: account.key, document }, values['force'] === true)
      if (!kept.ok) return afterFailure(context, filed, err({ kind: 'file', file: out, error: kept.error }))
      filed.push({ ...kept.value, account, document })
    }
  }
  if (filed.length === 0) await folder.leaveUnused()
  if (!inquired.ok) return inquired
  const { failure } = inquired.value
  return failure === null ? ok(told(context, filed, inquired.value)) : afterFailure(context, filed, err(failure))
}

/** What is on the disk is there all the same, and the person is told where. */
function afterFailure({ terminal, language }: Context, filed: readonly Filed[], failure: Outcome): Outcome {
  for (const { file } of filed) terminal.note(`${words(language).wrote} ${file}\n`)
  return failure
}

function told(context: Context, filed: readonly Filed[], inquired: Inquired<'documents'>) {
  const say = words(context.language)
  const columns = [{ title: say.account }, { title: say.number, align: 'right' }, { title: say.first }, { title: say.last }, { title: say.state }, { title: say.file }] as const
  const list = filed.map(({ account, document: { number, year, from, to }, name, state }) => [
    account.key, number === null ? '' : year === null ? String(number) : `${number}/${year}`, from ?? '', to ?? '', { written: say.stateNew, replaced: say.stateReplaced, present: say.statePresent }[state], name,
  ])
  return {
    json: {
      accounts: inquired.findings.map(({ account, error }) => ({
        ...accountJson(account), error,
        documents: filed.filter((one) => one.account.key === account.key).map(({ file, state, document: { content, ...facts } }) => ({ file, state, bytes: content.length, ...facts })),
      })),
      notices: inquired.notices,
    },
    text: () => withRemarks(list.length === 0 ? say.noDocuments : table(columns, list), inquired, context),
  }
}
