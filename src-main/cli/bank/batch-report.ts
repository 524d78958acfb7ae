import { ofxRefusalText } from '#shared/ofx-codes.ts'
import type { Language } from '#shared/preferences.ts'
import type { BatchItem } from '#main/sync/index.ts'
import { summarize } from '../inspect.ts'
import { codeText, ofxDayText } from '../say.ts'
import { table } from '../table.ts'
import { words, type Words } from '../words.ts'

/** One item as programs are told of it: its number, the bank's status, and what it brought. */
export function itemJson({ wish, uid, status, content, statement, fate }: BatchItem): object {
  return {
    kind: wish.kind, uid, ...(wish.kind === 'statement' || wish.kind === 'closings' || wish.kind === 'transfers' ? { account: wish.account } : {}),
    status: status === null ? null : { code: status.code, severity: status.severity, message: status.message, class: status.class },
    ...(fate === null ? {} : { fate }),
    content: content === null ? null : Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'kind')),
    ...(statement === null ? {} : { statement: summarize(statement) }),
  }
}

export function batchText(items: readonly BatchItem[], language: Language): string {
  const say = words(language)
  return table([{ title: say.kind }, { title: say.state, align: 'right' }, { title: '' }], items.map((item) => [codeText(item.wish.kind, language), item.status?.code ?? '–', resultOf(item, language, say)]))
}

function resultOf({ status, content, statement, fate }: BatchItem, language: Language, say: Words): string {
  if (fate === 'unclear') return say.fateUnclear
  if (fate === 'absent') return say.fateAbsent
  if (status === null) return say.unanswered
  if (status.class === 'refusal') return status.message === '' ? ofxRefusalText(status.code)?.[language].what ?? '' : status.message
  if (statement !== null) return `${statement.account.number ?? ''}: ${statement.entries.length} ${say.entries}`
  switch (content?.kind) {
    case 'accounts': return content.accounts.map(({ account }) => account.accountId).join(', ')
    case 'closings': return content.closings.map(({ closedAt }) => ofxDayText(closedAt)).join(', ')
    case 'transfer': return [content.transfer.serverId, content.transfer.recurringId, codeText(content.transfer.state, language), ofxDayText(content.transfer.on ?? '')].filter((part) => part !== '').join(' · ')
    case 'transfers': return content.transfers.map(({ transfer }) => transfer?.serverId ?? '–').join(', ')
    case 'profile': return content.profile.name
    default: return status.message
  }
}
