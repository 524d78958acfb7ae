import { an, bin, code, dat, id, jn, num, tim, token } from '../schema/elements.ts'
import type { Field } from '../schema/field.ts'
import { group, list, options } from '../schema/group.ts'
import { segment, type ValueOf } from '../schema/segment.ts'
import { internationalAccount, parameters, type Declarations } from './groups.ts'

const challengeParameters = group({ values: list(an(999).private(), 0, 9) }).optional()

const chipAnswer = group({
  counter:     an(5),
  cryptogram:  bin(256),
  idData:      bin(256),
  validation:  bin(256),
  versionInfo: bin(256),
}).optional()

const request = {
  /** 4 hands an order in, 2 brings the TAN, S asks whether the customer has approved on another device. */
  process:             code(1),
  order:               an(6).optional(),
  account:             internationalAccount.optional(),
  orderHash:           bin(256).optional(),
  orderReference:      token(35).optional(),
  moreTansFollow:      jn().optional(),
  cancel:              jn().optional(),
  smsAccount:          internationalAccount.optional(),
  challengeClass:      num(2).optional(),
  challengeParameters,
  medium:              token(32).private().optional(),
  chipAnswer,
}

/** Second step of strong authentication (PIN/TAN B.5.1, B.5.2). */
export const HKTAN6 = segment('HKTAN', 6, 'Zwei-Schritt-TAN-Einreichung', request)
export const HKTAN7 = segment('HKTAN', 7, 'Zwei-Schritt-TAN-Einreichung', request)

const reply = {
  process:        code(1),
  orderHash:      bin(256).optional(),
  /** `noref` where no TAN is needed. */
  orderReference: token(35).optional(),
  /** `nochallenge` where no TAN is needed. */
  challenge:      an(2048).private().optional(),
  challengeHhdUc: bin().private().optional(),
  validUntil:     group({ date: dat(), time: tim() }).optional(),
  medium:         token(32).private().optional(),
}

export const HITAN6 = segment('HITAN', 6, 'Zwei-Schritt-TAN-Einreichung Rückmeldung', reply)
export const HITAN7 = segment('HITAN', 7, 'Zwei-Schritt-TAN-Einreichung Rückmeldung', reply)

const named = {
  function:          code(3),
  process:           code(1),
  technicalId:       id(),
}
const zka = {
  zkaName:           an(32).optional(),
  zkaVersion:        an(10).optional(),
}
const entry = {
  name:              an(30),
  /** Empty where nothing is typed in, that is in decoupled methods. */
  maxTanLength:      num(2).optional(),
  tanFormat:         code(1).optional(),
  inputLabel:        an(30),
}
const demand = {
  initMode:          code(2),
  /** 2: the medium must be named. */
  needsMedium:       code(1),
}

const method3 = group({
  ...named, ...entry,
  maxChallengeLength: num(3), tanLists: num(1).optional(), multiTan: jn(), delayed: code(1), needsListIndex: code(1), cancelAllowed: jn(),
  needsChallengeClass: jn(), needsChallengeAmount: jn(), ...demand, activeMedia: num(1).optional(),
})
const method4 = group({
  ...named, ...zka, ...entry,
  maxChallengeLength: num(3), tanLists: num(1).optional(), multiTan: jn(), delayed: code(1), needsListIndex: code(1), cancelAllowed: jn(),
  needsSmsAccount: jn(), needsChallengeClass: jn(), needsChallengeAmount: jn(), isChallengeStructured: jn(), ...demand, activeMedia: num(1).optional(),
})
const method5 = group({
  ...named, ...zka, ...entry,
  maxChallengeLength: num(4), tanLists: num(1).optional(), multiTan: jn(), delayed: code(1), needsListIndex: code(1), cancelAllowed: jn(),
  needsSmsAccount: code(1), needsOrderAccount: code(1), needsChallengeClass: jn(), isChallengeStructured: jn(), ...demand, activeMedia: num(1).optional(),
})
const fields6 = {
  ...named, ...zka, ...entry,
  maxChallengeLength:    num(4),
  multiTan:              jn(),
  delayed:               code(1),
  cancelAllowed:         jn(),
  needsSmsAccount:       code(1),
  needsOrderAccount:     code(1),
  needsChallengeClass:   jn(),
  isChallengeStructured: jn(),
  ...demand,
  needsChipAnswer:       jn(),
  activeMedia:           num(1).optional(),
}
const method6 = group(fields6)
const method7 = group({
  ...fields6,
  /** 0 is without limit; one poll too many may count as a wrong TAN. */
  pollsMax:              num(3).optional(),
  firstPollSeconds:      num(3).optional(),
  nextPollSeconds:       num(3).optional(),
  manualConfirmAllowed:  jn().optional(),
  autoPollAllowed:       jn().optional(),
})

const rules = <T>(method: Field<T>) => ({
  rules: group({
    oneStepAllowed:   jn(),
    severalPerMessage: jn(),
    hashMethod:       code(1),
    methods:          options(method, 1, 98),
  }),
})

/** The methods of the bank, spread over versions; only 7 has decoupled ones (PIN/TAN B.5, E.1). */
export const HITANS3 = parameters('HITANS', 3, 'Zwei-Schritt-TAN-Einreichung, Parameter', rules(method3))
export const HITANS4 = parameters('HITANS', 4, 'Zwei-Schritt-TAN-Einreichung, Parameter', rules(method4))
export const HITANS5 = parameters('HITANS', 5, 'Zwei-Schritt-TAN-Einreichung, Parameter', rules(method5))
export const HITANS6 = parameters('HITANS', 6, 'Zwei-Schritt-TAN-Einreichung, Parameter', rules(method6))
export const HITANS7 = parameters('HITANS', 7, 'Zwei-Schritt-TAN-Einreichung, Parameter', rules(method7))

export type HITAN = ValueOf<typeof HITAN7>

export const tan: Declarations = [HKTAN6, HKTAN7, HITAN6, HITAN7, HITANS3, HITANS4, HITANS5, HITANS6, HITANS7]
