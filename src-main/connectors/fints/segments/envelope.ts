import { an, bin, code, dig, num, token } from '../schema/elements.ts'
import { group } from '../schema/group.ts'
import { segment, type ValueOf } from '../schema/segment.ts'
import { keyName, securityIdentification, securityProfile, securityTimestamp, type Declarations } from './groups.ts'

/** Opens every message; a bank adds the message it answers (Formals B.5.2). */
export const HNHBK3 = segment('HNHBK', 3, 'Nachrichtenkopf', {
  size:          dig(12, 12),
  hbciVersion:   num(3),
  dialogId:      token(30),
  messageNumber: num(4),
  answers:       group({
    dialogId:      token(30),
    messageNumber: num(4),
  }).optional(),
})
export type HNHBK3 = ValueOf<typeof HNHBK3>

const certificate = group({
  kind:    code(1),
  content: bin(2048),
}).optional()

/** PIN/TAN encrypts nothing itself, TLS does; the envelope stays (HBCI B.5.3, PIN/TAN B.9.8, B.9.9). */
export const HNVSK3 = segment('HNVSK', 3, 'Verschlüsselungskopf', {
  profile:        securityProfile,
  function:       code(3),
  role:           code(3),
  identification: securityIdentification,
  timestamp:      securityTimestamp,
  algorithm:      group({
    usage:    code(3),
    mode:     code(3),
    cipher:   code(3),
    key:      bin(512),
    keyName:  code(3),
    ivName:   code(3),
    iv:       bin(512).optional(),
  }),
  key:            keyName,
  compression:    code(3),
  certificate,
})

/** Holds the signed part of the message (HBCI B.5.4). */
export const HNVSD1 = segment('HNVSD', 1, 'Verschlüsselte Daten', {
  data: bin(),
})

/** Opens the signature; its function names the TAN method of the dialog (HBCI B.5.1, PIN/TAN B.9.4 to B.9.6). */
export const HNSHK4 = segment('HNSHK', 4, 'Signaturkopf', {
  profile:          securityProfile,
  function:         code(3),
  reference:        an(14),
  area:             code(3),
  role:             code(3),
  identification:   securityIdentification,
  referenceNumber:  dig(16),
  timestamp:        securityTimestamp,
  hash:             group({
    usage:     code(3),
    algorithm: code(3),
    name:      code(3),
    value:     bin(512).optional(),
  }),
  signature:        group({
    usage:     code(3),
    algorithm: code(3),
    mode:      code(3),
  }),
  key:              keyName,
  certificate,
})

/** Closes the signature. It carries PIN and TAN, so both are born secret (HBCI B.5.2, PIN/TAN B.9.7). */
export const HNSHA2 = segment('HNSHA', 2, 'Signaturabschluss', {
  reference:  an(14),
  validation: bin(512).optional(),
  proof:      group({
    pin: an(99).secret(),
    tan: an(99).secret().optional(),
  }).optional(),
})
export type HNSHA2 = ValueOf<typeof HNSHA2>

/** Closes every message (Formals B.5.3). */
export const HNHBS1 = segment('HNHBS', 1, 'Nachrichtenabschluss', {
  messageNumber: num(4),
})

export const envelope: Declarations = [HNHBK3, HNVSK3, HNVSD1, HNSHK4, HNSHA2, HNHBS1]
