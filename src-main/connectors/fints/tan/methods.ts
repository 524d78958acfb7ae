import { HITANS6, HITANS7 } from '../segments/tan.ts'
import type { BankParameters } from '../state/bank-parameters.ts'

/** One way to approve, as the bank describes it (PIN/TAN B.5, "Verfahrensparameter"). */
export interface TanMethod {
  /** Sicherheitsfunktion, 900 to 997. */
  readonly function: string
  readonly hktanVersion: 6 | 7
  readonly name: string
  readonly technicalId: string
  readonly zkaName: string
  readonly maxTanLength: number | null
  readonly isNumeric: boolean
  readonly inputLabel: string
  readonly isStructured: boolean
  readonly mayCancel: boolean
  /** Whether the order must name the phone, reader or app. */
  readonly needsMedium: boolean
  readonly needsSmsAccount: boolean
  readonly decoupled: Decoupled | null
}

/** The bank's own pace for asking whether the customer has approved. */
export interface Decoupled {
  /** Polls before one more may count as a wrong TAN; null is without limit. */
  readonly pollsMax: number | null
  readonly firstPollSeconds: number
  readonly nextPollSeconds: number
  readonly autoPollAllowed: boolean
  readonly manualConfirmAllowed: boolean
}

type Parameters6 = NonNullable<ReturnType<typeof BankParameters.prototype.parameters<typeof HITANS6.fields>>>['rules']['methods'][number]
type Parameters7 = NonNullable<ReturnType<typeof BankParameters.prototype.parameters<typeof HITANS7.fields>>>['rules']['methods'][number]

/** Shortest pause where a bank names none, so that nobody is asked every second. */
const PAUSE_SECONDS = 3
/** Whatever a bank allows: faster than a person can reach for a telephone only loads it. */
const PAUSE_SECONDS_MIN = 2

/** Asked for with every message, and read from the same parameters each time. */
const read = new WeakMap<BankParameters, readonly TanMethod[]>()

/** All methods that allow strong authentication; where versions overlap the newest speaks (PIN/TAN B.5.2). */
export function methodsOf(bank: BankParameters): readonly TanMethod[] {
  const known = read.get(bank) ?? readMethods(bank)
  read.set(bank, known)
  return known
}

function readMethods(bank: BankParameters): readonly TanMethod[] {
  const methods = new Map<string, TanMethod>()
  for (const method of bank.allParameters(HITANS7).flatMap(({ rules }) => rules.methods)) methods.set(method.function, fromVersion7(method))
  for (const method of bank.allParameters(HITANS6).flatMap(({ rules }) => rules.methods)) {
    if (!methods.has(method.function)) methods.set(method.function, fromVersion6(method, 6))
  }
  return [...methods.values()].filter((method) => method.function !== '999')
}

function fromVersion6(method: Parameters6, hktanVersion: 6 | 7): TanMethod {
  return {
    function: method.function,
    hktanVersion,
    name: method.name,
    technicalId: method.technicalId,
    zkaName: method.zkaName ?? '',
    maxTanLength: method.maxTanLength ?? null,
    isNumeric: method.tanFormat !== '2',
    inputLabel: method.inputLabel,
    isStructured: method.isChallengeStructured,
    mayCancel: method.cancelAllowed,
    needsMedium: method.needsMedium === '2' && (method.activeMedia ?? 2) > 1,
    needsSmsAccount: method.needsSmsAccount === '2',
    decoupled: null,
  }
}

function fromVersion7(method: Parameters7): TanMethod {
  const isNamedSo = /decoupled/i.test(`${method.zkaName ?? ''} ${method.technicalId}`)
  const isDecoupled = isNamedSo || (method.maxTanLength === undefined && method.nextPollSeconds !== undefined)
  return { ...fromVersion6(method, 7), decoupled: isDecoupled ? paceOf(method) : null }
}

function paceOf(method: Parameters7): Decoupled {
  const autoPollAllowed = method.autoPollAllowed ?? method.manualConfirmAllowed !== true
  return {
    pollsMax: method.pollsMax === undefined || method.pollsMax === 0 ? null : method.pollsMax,
    firstPollSeconds: Math.max(PAUSE_SECONDS_MIN, method.firstPollSeconds ?? PAUSE_SECONDS),
    nextPollSeconds: Math.max(PAUSE_SECONDS_MIN, method.nextPollSeconds ?? PAUSE_SECONDS),
    autoPollAllowed,
    manualConfirmAllowed: method.manualConfirmAllowed ?? !autoPollAllowed,
  }
}

/** Which of the bank's methods are the customer's (3920, PIN/TAN B.8.2); all where the bank has not said. */
export function permittedMethods(bank: BankParameters, permitted: readonly string[]): readonly TanMethod[] {
  const methods = methodsOf(bank)
  return permitted.length === 0 ? methods : methods.filter(({ function: code }) => permitted.includes(code))
}
