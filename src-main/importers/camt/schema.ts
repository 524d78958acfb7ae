import { many, one, type Read } from './shape.ts'

/**
 * camt.052, .053 and .054, versions 01 to 14 (ISO 20022 "Bank-to-Customer Cash Management"). Where versions differ, both
 * spellings stand: BIC and BICFI, Nm and Pty/Nm, Sts as text and Sts/Cd, Tp/Cd and Tp/CdOrPrtry/Cd.
 */
const genericId = one({ Id: 'text', SchmeNm: one({ Cd: 'text', Prtry: 'text' }) })
const bankIds = { BIC: 'text', BICFI: 'text', Nm: 'text', ClrSysMmbId: one({ MmbId: 'text', Id: 'text' }) } as const
const agent = one({ FinInstnId: one({ ...bankIds, CmbndId: one(bankIds) }) })
const identification = one({ OrgId: one({ Othr: genericId }), PrvtId: one({ Othr: genericId }) })
const named = { Nm: 'text', Id: identification } as const
const party = one({ ...named, Pty: one(named), Agt: agent })
const account = one({
  Id: one({ IBAN: 'text', BBAN: 'text', Othr: genericId, PrtryAcct: one({ Id: 'text' }) }),
  Ccy: 'text',
  Nm: 'text',
  Ownr: party,
  Svcr: agent,
})
const day = one({ Dt: 'text', DtTm: 'text' })
const code = { Cd: 'text', Prtry: 'text' } as const
const bankCode = one({
  Domn: one({ Cd: 'text', Fmly: one({ Cd: 'text', SubFmlyCd: 'text' }) }),
  Prtry: one({ Cd: 'text', Issr: 'text' }),
})
const converted = one({ Amt: 'amount', CcyXchg: one({ XchgRate: 'text' }) })
const amountDetails = one({ InstdAmt: converted, TxAmt: converted, CntrValAmt: converted })
const returned = one({ Rsn: one(code), RtrRsn: one(code) })

const TRANSACTION = {
  Refs: one({
    MsgId: 'text', AcctSvcrRef: 'text', PmtInfId: 'text', InstrId: 'text', EndToEndId: 'text', TxId: 'text', MndtId: 'text', ChqNb: 'text',
    Prtry: one({ Ref: 'text' }),
  }),
  Amt: 'amount',
  CdtDbtInd: 'text',
  AmtDtls: amountDetails,
  BkTxCd: bankCode,
  RltdPties: one({
    Dbtr: party, DbtrAcct: account, UltmtDbtr: party,
    Cdtr: party, CdtrAcct: account, UltmtCdtr: party,
  }),
  RltdAgts: one({ DbtrAgt: agent, CdtrAgt: agent }),
  Purp: one(code),
  RmtInf: one({
    Ustrd: 'texts',
    Strd: many({
      RfrdDocInf: one({ Nb: 'text' }),
      CdtrRefInf: one({ Ref: 'text', CdtrRef: 'text' }),
      AddtlRmtInf: 'texts',
    }),
  }),
  RltdDts: one({ TxDtTm: 'text', IntrBkSttlmDt: 'text', AccptncDtTm: 'text' }),
  RtrInf: returned,
  AddtlTxInf: 'text',
} as const

export const ENTRY = {
  NtryRef: 'text',
  Amt: 'amount',
  CdtDbtInd: 'text',
  RvslInd: 'text',
  Sts: one({ ...code, '': 'text' }),
  BookgDt: day,
  ValDt: day,
  AcctSvcrRef: 'text',
  BkTxCd: bankCode,
  AmtDtls: amountDetails,
  NtryDtls: many({ TxDtls: many(TRANSACTION) }),
  TxDtls: many(TRANSACTION),
  AddtlNtryInf: 'text',
} as const

export const STATEMENT = {
  Id: 'text',
  ElctrncSeqNb: 'text',
  LglSeqNb: 'text',
  CreDtTm: 'text',
  FrToDt: one({ FrDtTm: 'text', ToDtTm: 'text', FrDt: 'text', ToDt: 'text' }),
  Acct: account,
  Bal: many({
    Tp: one({ ...code, CdOrPrtry: one(code) }),
    Amt: 'amount',
    CdtDbtInd: 'text',
    Dt: one({ Dt: 'text', DtTm: 'text', '': 'text' }),
  }),
  TxsSummry: one({ TtlNtries: one({ NbOfNtries: 'text' }) }),
} as const

export type XmlEntry = Read<typeof ENTRY>
export type XmlTransaction = Read<typeof TRANSACTION>
export type XmlStatement = Read<typeof STATEMENT>
export type XmlParty = NonNullable<NonNullable<XmlTransaction['RltdPties']>['Dbtr']>
export type XmlAccount = NonNullable<XmlStatement['Acct']>
export type XmlAgent = NonNullable<XmlAccount['Svcr']>
