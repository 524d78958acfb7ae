import { basename } from 'node:path'
import type { RefreshId } from '#shared/connections.ts'
import type { AppError } from '#shared/errors.ts'
import type { Finding as ShownFinding } from '#shared/inquiries.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import { writeFileAtomic } from '#main/platform/files.ts'
import type { BankDocument, Connections, Finding } from '#main/sync/index.ts'
import type { Desktop } from './desktop.ts'
import type { SomeHandlers } from './router.ts'

/** What is looked up at a bank for the person who waits for it. Documents stay here until they are saved: they are no one's but theirs. */
export const inquiryHandlers = (connections: Connections, desktop: Desktop) => ({
  'inquiries.start': ({ id, inquiry, pin }) => connections.inquire({ id, inquiry, account: null, pin: pin === undefined ? undefined : new Secret(pin) }),
  'inquiries.findings': async ({ id }) => {
    const found = await findingsOf(connections, id)
    return found.ok ? ok(found.value.map(toShown)) : found
  },
  'inquiries.saveDocument': async ({ id, account, document }) => {
    const found = await findingsOf(connections, id)
    if (!found.ok) return found
    const finding = found.value[account]
    const wanted = finding === undefined ? undefined : documentsOf(finding)[document]
    if (finding === undefined || wanted === undefined) return err({ kind: 'not_found', what: 'file' })
    const file = await desktop.chooseTarget('pdf', `${nameOf(finding, wanted)}.pdf`)
    if (file === null) return ok({ fileName: null })
    const written = await writeFileAtomic(file, (handle) => handle.writeFile(wanted.content))
    return written.ok ? ok({ fileName: basename(file) }) : written
  },
}) satisfies SomeHandlers

/** Also of an inquiry that failed on its way: a bank may deliver a document only once. Waits for one that runs. */
async function findingsOf(connections: Connections, id: RefreshId): Promise<Result<readonly Finding[], AppError>> {
  const finished = await connections.finished(id)
  return finished?.findings === undefined ? err({ kind: 'not_found', what: 'refresh' }) : ok(finished.findings)
}

const documentsOf = ({ found }: Finding): readonly BankDocument[] => (found?.kind === 'documents' ? found.documents : [])

/** Ours alone: what a bank calls a file is never taken for a path. */
function nameOf({ account }: Finding, { year, number, createdOn, to }: BankDocument): string {
  const issue = year === null || number === null ? to ?? createdOn ?? '' : `${year}-${String(number).padStart(2, '0')}`
  return [account.iban ?? account.name, issue].map((part) => part.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')).filter((part) => part !== '').join('-')
}

const toShown = (finding: Finding): ShownFinding => {
  const { account, found, error } = finding
  return {
    account: { name: account.name, iban: account.iban },
    documents: documentsOf(finding).map(({ content, number, year, createdOn, from, to }) => ({ number, year, createdOn, from, to, bytes: content.byteLength })),
    orders: found?.kind === 'standing-orders' ? found.orders.map(({ payee, iban, amount, currency, purpose, firstOn, lastOn, unit, every, executionDay, suspendedFrom, suspendedTo }) => ({ payee, iban, amount, currency, purpose, firstOn, lastOn, unit, every, executionDay, suspendedFrom, suspendedTo })) : [],
    terms: found?.kind === 'terms' ? found.terms : null,
    error,
  }
}
