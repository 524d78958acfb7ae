import { aggregate, boolean, chars, many, sub } from '../../schema.ts'
import { BANKACCTFROM, CCACCTFROM, LOANACCTFROM } from '../accounts.ts'
import { RECURRINST, XFERINFO } from '../transfers.ts'
import { REQUEST_HEAD } from './signon.ts'
import { STMTENDTRNRQ, STMTTRNRQ } from './statements.ts'

const SERVER_ID = chars(10)
const INFO = { XFERINFO: sub(XFERINFO) } as const
const MODIFY = { SRVRTID: SERVER_ID, XFERINFO: sub(XFERINFO) } as const
const CANCEL = { SRVRTID: SERVER_ID } as const
const CANCEL_MODEL = { RECSRVRTID: SERVER_ID, CANPENDING: boolean } as const

export const INTRARQ = aggregate('INTRARQ', 'OFX 2.3 §11.7.1.1', INFO)
export const INTERRQ = aggregate('INTERRQ', 'OFX 2.3 §11.8.2.1', INFO)
const RECINTRARQ = aggregate('RECINTRARQ', 'OFX 2.3 §11.10.1.1', { RECURRINST: sub(RECURRINST), INTRARQ: sub(INTRARQ) })
const RECINTERRQ = aggregate('RECINTERRQ', 'OFX 2.3 §11.10.4.1', { RECURRINST: sub(RECURRINST), INTERRQ: sub(INTERRQ) })
const RECINTRAMODRQ = aggregate('RECINTRAMODRQ', 'OFX 2.3 §11.10.2.1', { RECSRVRTID: SERVER_ID, RECURRINST: sub(RECURRINST), INTRARQ: sub(INTRARQ), MODPENDING: boolean })
const RECINTERMODRQ = aggregate('RECINTERMODRQ', 'OFX 2.3 §11.10.5.1', { RECSRVRTID: SERVER_ID, RECURRINST: sub(RECURRINST), INTERRQ: sub(INTERRQ), MODPENDING: boolean })

export const INTRATRNRQ = aggregate('INTRATRNRQ', 'OFX 2.3 §11.7', {
  ...REQUEST_HEAD,
  INTRARQ:    sub(INTRARQ).optional(),
  INTRAMODRQ: sub(aggregate('INTRAMODRQ', 'OFX 2.3 §11.7.2.1', MODIFY)).optional(),
  INTRACANRQ: sub(aggregate('INTRACANRQ', 'OFX 2.3 §11.7.3.1', CANCEL)).optional(),
}, { exactlyOne: [['INTRARQ', 'INTRAMODRQ', 'INTRACANRQ']] })

export const RECINTRATRNRQ = aggregate('RECINTRATRNRQ', 'OFX 2.3 §11.10', {
  ...REQUEST_HEAD,
  RECINTRARQ:    sub(RECINTRARQ).optional(),
  RECINTRAMODRQ: sub(RECINTRAMODRQ).optional(),
  RECINTRACANRQ: sub(aggregate('RECINTRACANRQ', 'OFX 2.3 §11.10.3.1', CANCEL_MODEL)).optional(),
}, { exactlyOne: [['RECINTRARQ', 'RECINTRAMODRQ', 'RECINTRACANRQ']] })

export const INTERTRNRQ = aggregate('INTERTRNRQ', 'OFX 2.3 §11.8', {
  ...REQUEST_HEAD,
  INTERRQ:    sub(INTERRQ).optional(),
  INTERMODRQ: sub(aggregate('INTERMODRQ', 'OFX 2.3 §11.8.3.1', MODIFY)).optional(),
  INTERCANRQ: sub(aggregate('INTERCANRQ', 'OFX 2.3 §11.8.4.1', CANCEL)).optional(),
}, { exactlyOne: [['INTERRQ', 'INTERMODRQ', 'INTERCANRQ']] })

export const RECINTERTRNRQ = aggregate('RECINTERTRNRQ', 'OFX 2.3 §11.10', {
  ...REQUEST_HEAD,
  RECINTERRQ:    sub(RECINTERRQ).optional(),
  RECINTERMODRQ: sub(RECINTERMODRQ).optional(),
  RECINTERCANRQ: sub(aggregate('RECINTERCANRQ', 'OFX 2.3 §11.10.6.1', CANCEL_MODEL)).optional(),
}, { exactlyOne: [['RECINTERRQ', 'RECINTERMODRQ', 'RECINTERCANRQ']] })

/** Asks what became of an account's transfers; nothing is carried out by asking. */
const SYNC = {
  TOKEN:           chars(10).optional(),
  TOKENONLY:       boolean.optional(),
  REFRESH:         boolean.optional(),
  REJECTIFMISSING: boolean,
  BANKACCTFROM:    sub(BANKACCTFROM).optional(),
  CCACCTFROM:      sub(CCACCTFROM).optional(),
  LOANACCTFROM:    sub(LOANACCTFROM).with('loan'),
} as const
const SYNC_RULES = { exactlyOne: [['TOKEN', 'TOKENONLY', 'REFRESH'], ['BANKACCTFROM', 'CCACCTFROM', 'LOANACCTFROM']] } as const
export const INTRASYNCRQ = aggregate('INTRASYNCRQ', 'OFX 2.3 §11.12.2', { ...SYNC, INTRATRNRQ: many(INTRATRNRQ) }, SYNC_RULES)
export const INTERSYNCRQ = aggregate('INTERSYNCRQ', 'OFX 2.3 §11.12.3', { ...SYNC, INTERTRNRQ: many(INTERTRNRQ) }, SYNC_RULES)
export const RECINTRASYNCRQ = aggregate('RECINTRASYNCRQ', 'OFX 2.3 §11.12.5', { ...SYNC, RECINTRATRNRQ: many(RECINTRATRNRQ) }, SYNC_RULES)
export const RECINTERSYNCRQ = aggregate('RECINTERSYNCRQ', 'OFX 2.3 §11.12.6', { ...SYNC, RECINTERTRNRQ: many(RECINTERTRNRQ) }, SYNC_RULES)

/** Statements and transfers of banks share a message set. */
export const BANKMSGSRQV1 = aggregate('BANKMSGSRQV1', 'OFX 2.3 §11.13.1', {
  STMTTRNRQ:     many(STMTTRNRQ),
  STMTENDTRNRQ:  many(STMTENDTRNRQ),
  INTRATRNRQ:    many(INTRATRNRQ),
  RECINTRATRNRQ: many(RECINTRATRNRQ),
  INTRASYNCRQ:   many(INTRASYNCRQ),
  RECINTRASYNCRQ: many(RECINTRASYNCRQ),
}, { isMixed: true })
export const INTERXFERMSGSRQV1 = aggregate('INTERXFERMSGSRQV1', 'OFX 2.3 §11.13.3', {
  INTERTRNRQ: many(INTERTRNRQ), RECINTERTRNRQ: many(RECINTERTRNRQ), INTERSYNCRQ: many(INTERSYNCRQ), RECINTERSYNCRQ: many(RECINTERSYNCRQ),
}, { isMixed: true })
