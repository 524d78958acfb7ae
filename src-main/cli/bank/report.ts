import { sentence } from '#shared/error-text.ts'
import type { Connection, Refresh } from '#shared/connections.ts'
import type { Receipt } from '#shared/ipc/import-endpoints.ts'
import type { Language } from '#shared/preferences.ts'
import { receiptReport } from '../import.ts'
import { valueOf } from '../report/words.ts'
import { codeText, momentText } from '../say.ts'
import { table } from '../table.ts'
import { words } from '../words.ts'

/** Receipts as `import` prints them; a bank sends no file names worth showing. */
export const receiptsJson = (receipts: readonly Receipt[]): object[] => receipts.map(receiptReport)

export function connectionsText(connections: readonly Connection[], language: Language): string {
  const say = words(language)
  if (connections.length === 0) return say.noConnections
  const columns = [{ title: say.id, align: 'right' }, { title: say.name }, { title: say.bank }, { title: say.user }, { title: say.accountsTitle, align: 'right' }, { title: say.pinStored }, { title: say.lastResult }] as const
  return table(columns, connections.map((connection) => [
    String(connection.id), connection.name, connection.bank.name, connection.userId, String(connection.accountIds.length),
    connection.pinStored ? say.yes : say.no, lastResult(connection, language),
  ]))
}

function lastResult({ lastManualUpdate, lastAutoUpdate }: Connection, language: Language): string {
  const results = [lastManualUpdate, lastAutoUpdate].filter((result) => result !== null).sort((a, b) => b.timestamp.localeCompare(a.timestamp))
  const [last] = results
  if (last === undefined) return ''
  return last.error === null ? `${codeText(last.result, language)} ${momentText(last.timestamp)}` : sentence(last.error, language).what
}

/** One line per account of a refresh, with what went wrong where something did. */
export function refreshText({ accounts, notices }: Refresh, language: Language): string {
  const say = words(language)
  const lines = table([{ title: say.account }, { title: say.state }, { title: say.added, align: 'right' }, { title: '' }], accounts.map(({ name, status, added, error }) => [
    name, valueOf('status', status, language), String(added), error === null ? '' : sentence(error, language).what,
  ]))
  return [lines, ...notices.map(({ code, text }) => `${say.bankSays} (${code}): ${text}`)].join('\n')
}
