import { an, code, jn, num } from '../schema/elements.ts'
import { group, list, options } from '../schema/group.ts'
import { segment } from '../schema/segment.ts'
import { bankId, parameters, type Declarations } from './groups.ts'

/** What the bank is and can, first of the BPD (Formals D.2). */
export const HIBPA3 = segment('HIBPA', 3, 'Bankparameter allgemein', {
  version:        num(3),
  bank:           bankId,
  name:           an(60),
  maxOrderKinds:  num(3),
  languages:      group({ codes: list(num(3), 1, 9) }),
  hbciVersions:   group({ codes: list(num(3), 1, 9) }),
  maxMessageKb:   num(4).optional(),
  minTimeout:     num(4).optional(),
  maxTimeout:     num(4).optional(),
})

const accessPoint = group({
  /** 2 is TCP, 3 is https. */
  service:       code(2),
  address:       an(512),
  addressSuffix: an(512).optional(),
  filter:        an(3).optional(),
  filterVersion: num(3).optional(),
})

const accessPoints = {
  bank:     bankId,
  language: num(3),
  points:   list(accessPoint, 1, 9),
}

/** Where the bank says it can be reached (Formals D.3). Shown, never followed: the PIN goes to the agreed host. */
export const HIKOM3 = segment('HIKOM', 3, 'Kommunikationszugang rückmelden', accessPoints)
export const HIKOM4 = segment('HIKOM', 4, 'Kommunikationszugang rückmelden', accessPoints)

/** Security methods other than PIN/TAN, which HIPINS announces (Formals D.4). */
export const HISHV3 = segment('HISHV', 3, 'Sicherheitsverfahren', {
  mixingAllowed: jn(),
  methods:       list(group({ method: code(3), versions: list(num(3), 1, 9) }), 1, 9),
})

/** Which orders run over PIN/TAN, and for which of them HKTAN goes along (PIN/TAN B.8.1). */
export const HIPINS1 = parameters('HIPINS', 1, 'PIN/TAN-spezifische Informationen', {
  rules: group({
    minPinLength:   num(2).optional(),
    maxPinLength:   num(2).optional(),
    maxTanLength:   num(2).optional(),
    userIdLabel:    an(30).optional(),
    customerLabel:  an(30).optional(),
    orders:         options(group({ order: an(6), needsTan: jn() }), 0, 999),
  }),
})

export const bankParameters: Declarations = [HIBPA3, HIKOM3, HIKOM4, HISHV3, HIPINS1]
