import { an, code, dat, id, num, tim, token, txt } from '../schema/elements.ts'
import { group, list } from '../schema/group.ts'
import { segment, type ValueOf } from '../schema/segment.ts'
import { bankId, type Declarations } from './groups.ts'

/** Who opens the dialog; system id 0 asks for a new one (Formals C.3.1.2). */
export const HKIDN2 = segment('HKIDN', 2, 'Identifikation', {
  bank:           bankId,
  customerId:     id().private(),
  systemId:       token(30).private(),
  systemIdStatus: code(1),
})

/** Names the versions of BPD and UPD that the customer holds; 0 asks for them (Formals C.3.1.3). */
export const HKVVB3 = segment('HKVVB', 3, 'Verarbeitungsvorbereitung', {
  bpdVersion:     num(3),
  updVersion:     num(3),
  language:       num(3),
  productId:      an(25).private(),
  productVersion: an(5),
})

/** Mode 0 asks for a system id (Formals C.8.1.2). */
export const HKSYN3 = segment('HKSYN', 3, 'Synchronisierung', {
  mode: code(1),
})

export const HISYN3 = segment('HISYN', 3, 'Synchronisierungsantwort', {
  systemId:      token(30).private().optional(),
  messageNumber: num(4).optional(),
  signatureId:   num(16).optional(),
})

export const HISYN4 = segment('HISYN', 4, 'Synchronisierungsantwort', {
  systemId:           token(30).private().optional(),
  messageNumber:      num(4).optional(),
  signatureId:        num(16).optional(),
  digitalSignatureId: num(16).optional(),
})

/** Ends the dialog (Formals C.4.2.2). */
export const HKEND1 = segment('HKEND', 1, 'Dialogende', {
  dialogId: token(30),
})

const feedback = group({
  code:       an(4),
  /** The element of the request that is meant. */
  element:    an(7).optional(),
  text:       txt(80).private().optional(),
  parameters: list(token(35).private(), 0, 10),
})
export type WireFeedback = ValueOf<typeof HIRMG2>['feedback'][number]

/** What the bank says to the whole message (Formals B.7.2). */
export const HIRMG2 = segment('HIRMG', 2, 'Rückmeldungen zur Gesamtnachricht', {
  feedback: list(feedback, 1, 99),
})

/** What the bank says to one segment of it (Formals B.7.3). */
export const HIRMS2 = segment('HIRMS', 2, 'Rückmeldungen zu Segmenten', {
  feedback: list(feedback, 1, 99),
})

/** A free message of the bank to the customer (Formals C.3.2.5). */
export const HIKIM2 = segment('HIKIM', 2, 'Kreditinstitutsmeldung', {
  subject: an(35),
  text:    txt(2048).private(),
})

/** Protocol of what the bank did (Formals C.7). */
export const HKPRO3 = segment('HKPRO', 3, 'Statusprotokoll anfordern', {
  from:       dat().optional(),
  to:         dat().optional(),
  maxEntries: num(4).optional(),
  touchdown:  token(35).private().optional(),
})

export const HIPRO3 = segment('HIPRO', 3, 'Statusprotokoll rückmelden', {
  message:  group({
    dialogId:      token(30),
    messageNumber: num(4),
  }),
  segment:  num(3).optional(),
  date:     dat(),
  time:     tim(),
  feedback,
})

export const dialog: Declarations = [HKIDN2, HKVVB3, HKSYN3, HISYN3, HISYN4, HKEND1, HIRMG2, HIRMS2, HIKIM2, HKPRO3, HIPRO3]
