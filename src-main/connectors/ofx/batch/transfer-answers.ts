import {
  INTERSYNCRS, INTERTRNRS, INTRASYNCRS, INTRATRNRS, RECINTERSYNCRS, RECINTERTRNRS, RECINTRASYNCRS, RECINTRATRNRS, type INTERRS, type INTRARS,
} from '../aggregates/transfers.ts'
import type { Of } from '../schema.ts'
import { statusOf } from '../status/meaning.ts'
import { on, type Handler } from '../walk.ts'
import { readBank, readCard, readLoan, type OfxAccount } from './account.ts'
import { syncUid } from './items.ts'
import { momentOf } from './moments.ts'
import type { KnownTransfer, Reply, TransferState, Wrapper } from './reply.ts'

/** Answers to transfers, and what banks remember of earlier ones. Inside a synchronisation the same answers are memories. */
export function transferHandlers(take: (reply: Reply) => void): Handler[] {
  let remembered: KnownTransfer[] | null = null
  const told = (kind: 'transfer' | 'recurring-transfer', { TRNUID: uid, STATUS: said }: Wrapper, transfer: TransferState | null): void => {
    const status = statusOf(said?.CODE ?? '', said?.SEVERITY ?? '', said?.MESSAGE ?? '')
    if (remembered !== null) remembered.push({ uid, status, transfer })
    else take({ uid, kinds: [kind], status, content: transfer === null ? null : { kind: 'transfer', transfer } })
  }
  const begin = (): void => { remembered = [] }
  const end = (between: 'own' | 'banks', isRecurring: boolean) => (sync: Synced): void => {
    const account = accountOf(sync)
    const transfers = remembered ?? []
    remembered = null
    if (account !== null) take({ uid: syncUid(between, isRecurring, account), kinds: ['transfers'], status: statusOf('0', 'INFO', ''), content: { kind: 'transfers', token: sync.TOKEN, isWhole: sync.LOSTSYNC !== 'Y', transfers } })
  }
  return [
    on(INTRATRNRS, (answer) => told('transfer', answer, carried(answer.INTRARS) ?? modified(answer.INTRAMODRS) ?? cancelled(answer.INTRACANRS))),
    on(INTERTRNRS, (answer) => told('transfer', answer, carried(answer.INTERRS) ?? modified(answer.INTERMODRS) ?? cancelled(answer.INTERCANRS))),
    on(RECINTRATRNRS, (answer) => told('recurring-transfer', answer, model(answer.RECINTRARS ?? answer.RECINTRAMODRS, carried((answer.RECINTRARS ?? answer.RECINTRAMODRS)?.INTRARS)) ?? modelCancelled(answer.RECINTRACANRS))),
    on(RECINTERTRNRS, (answer) => told('recurring-transfer', answer, model(answer.RECINTERRS ?? answer.RECINTERMODRS, carried((answer.RECINTERRS ?? answer.RECINTERMODRS)?.INTERRS)) ?? modelCancelled(answer.RECINTERCANRS))),
    on(INTRASYNCRS, end('own', false), begin),
    on(INTERSYNCRS, end('banks', false), begin),
    on(RECINTRASYNCRS, end('own', true), begin),
    on(RECINTERSYNCRS, end('banks', true), begin),
  ]
}

type Synced = Pick<Of<typeof INTRASYNCRS>, 'TOKEN' | 'LOSTSYNC' | 'BANKACCTFROM' | 'CCACCTFROM' | 'LOANACCTFROM'>

function accountOf({ BANKACCTFROM: bank, CCACCTFROM: card, LOANACCTFROM: loan }: Synced): OfxAccount | null {
  if (bank !== undefined) return readBank(bank)
  if (card !== undefined) return readCard(card)
  return loan === undefined ? null : readLoan(loan)
}

const STATES: Readonly<Record<string, TransferState['state']>> = { WILLPROCESSON: 'will-process', POSTEDON: 'posted', NOFUNDSON: 'no-funds', CANCELEDON: 'cancelled', FAILEDON: 'failed' }
type Processed = { readonly XFERPRCCODE: string; readonly DTXFERPRC: string } | undefined

function carried(answer: Of<typeof INTRARS> | Of<typeof INTERRS> | undefined): TransferState | null {
  if (answer === undefined) return null
  const status: Processed = answer.XFERPRCSTS
  const [state, on]: [TransferState['state'], string] = status !== undefined
    ? [STATES[status.XFERPRCCODE] ?? 'accepted', status.DTXFERPRC]
    : answer.DTPOSTED !== '' ? ['posted', answer.DTPOSTED] : answer.DTXFERPRJ !== '' ? ['will-process', answer.DTXFERPRJ] : ['accepted', '']
  return { serverId: answer.SRVRTID, recurringId: answer.RECSRVRTID, state, on: momentOf(on) }
}

const modified = (answer: { readonly SRVRTID: string; readonly XFERPRCSTS: Processed } | undefined): TransferState | null =>
  answer === undefined ? null : { serverId: answer.SRVRTID, recurringId: '', state: STATES[answer.XFERPRCSTS?.XFERPRCCODE ?? ''] ?? 'accepted', on: momentOf(answer.XFERPRCSTS?.DTXFERPRC ?? '') }
const cancelled = (answer: { readonly SRVRTID: string } | undefined): TransferState | null =>
  answer === undefined ? null : { serverId: answer.SRVRTID, recurringId: '', state: 'cancelled', on: null }
const model = (answer: { readonly RECSRVRTID: string } | undefined, first: TransferState | null): TransferState | null =>
  answer === undefined ? null : { ...first ?? { serverId: '', state: 'accepted', on: null }, recurringId: answer.RECSRVRTID }
const modelCancelled = (answer: { readonly RECSRVRTID: string } | undefined): TransferState | null =>
  answer === undefined ? null : { serverId: '', recurringId: answer.RECSRVRTID, state: 'cancelled', on: null }
