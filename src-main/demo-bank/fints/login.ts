import { err, ok, type Result } from '#shared/result.ts'
import { draft } from '#main/connectors/fints/message/message.ts'
import type { ValueOf } from '#main/connectors/fints/schema/segment.ts'
import { HISYN4, HKIDN2, HKSYN3, HKVVB3 } from '#main/connectors/fints/segments/dialog.ts'
import { refusal, say, type Answer, type Refusal, type Say } from './answer.ts'
import { handInFault, tanRequestIn, type TanRequest } from './approval.ts'
import { BANK_ID } from './bank-identity.ts'
import { bankParameters, bankVersion } from './bank-parameters.ts'
import type { Customer, CustomerState } from './customers.ts'
import { permittedMethods, type DemoMethod } from './methods.ts'
import type { Outcome } from './orders/order.ts'
import { find, type Request, type Signer } from './request.ts'
import type { Scenarios } from './scenario.ts'
import { isSystemId } from './system-ids.ts'
import { userParameters, userVersionOf } from './user-parameters.ts'

const ONE_STEP = '999'
const ANONYMOUS = '9999999999'
const NO_SYSTEM_ID = '0'

/** The segments of a dialog initialisation (Formals C.3; C.8 with HKSYN). */
export interface Opening {
  readonly identification: ValueOf<typeof HKIDN2>
  readonly preparation: ValueOf<typeof HKVVB3>
  readonly tan: TanRequest | null
  readonly wantsSystemId: boolean
  /** Numbers of HKIDN, HKVVB and HKSYN, which the answers refer to. */
  readonly numbers: { readonly identification: number; readonly preparation: number; readonly synchronisation: number | null }
}

/** HKIDN, HKVVB, then HKTAN and HKSYN where they are; nothing else. */
export function readOpening({ segments }: Request, scenarios: Scenarios): Result<Opening, Refusal> {
  const names = segments.map(({ type }) => type)
  const rest = names.slice(2)
  const isKnown = names[0] === 'HKIDN' && names[1] === 'HKVVB' && rest.length <= 2 && rest.every((name, place) => (name === 'HKTAN' || name === 'HKSYN') && rest.indexOf(name) === place)
  const identification = find(segments, HKIDN2)
  const preparation = find(segments, HKVVB3)
  if (!isKnown || identification === null || preparation === null) return err(refusal(null, '9120', 'Dialoginitialisierung erwartet', `a dialog begins with HKIDN, HKVVB and, if need be, HKTAN and HKSYN, not with ${names.join(' ')}`))
  const [first, second] = segments
  const synchronisation = segments.find(({ type }) => type === 'HKSYN')?.number ?? null
  const numbers = { identification: first?.number ?? 0, preparation: second?.number ?? 0, synchronisation }
  const { bank } = identification
  if (bank.country !== BANK_ID.country || bank.bankCode !== BANK_ID.bankCode) return err(refusal(numbers.identification, '9210', 'Unbekanntes Kreditinstitut', `HKIDN names ${bank.country}:${bank.bankCode ?? ''}`, { element: '2', endsDialog: true }))
  if (preparation.productId.trim() === '0' || scenarios.has('unregistered')) return err(refusal(numbers.preparation, '9078', 'Produkt nicht registriert', 'HKVVB has no registered product id', { element: '5', endsDialog: true }))
  const mode = find(segments, HKSYN3)?.mode
  if (mode !== undefined && mode !== '0') return err(refusal(synchronisation, '9210', 'Synchronisierungsmodus nicht unterstützt', 'with PIN/TAN only mode 0 has a meaning', { element: '2', endsDialog: true }))
  return ok({ identification, preparation, tan: tanRequestIn(segments), wantsSystemId: synchronisation !== null, numbers })
}

/** Formals C.5: nobody signs, nobody has a name. */
export function anonymousAnswer({ identification, preparation, wantsSystemId, numbers }: Opening, scenarios: Scenarios): Result<Answer, Refusal> {
  if (scenarios.has('no-anonymous')) return err(refusal(null, '9400', 'Anonymer Zugang nicht möglich', 'this bank has no anonymous access'))
  const { customerId, systemId, systemIdStatus } = identification
  if (customerId !== ANONYMOUS || systemId !== NO_SYSTEM_ID || systemIdStatus !== '0') return err(refusal(numbers.identification, '9190', 'Signatur fehlt', `without signature HKIDN must name ${ANONYMOUS}, system id 0 and status 0`, { endsDialog: true }))
  if (wantsSystemId) return err(refusal(numbers.synchronisation, '9190', 'Signatur fehlt', 'nobody anonymous gets a system id', { endsDialog: true }))
  return ok({ say: [say(numbers.identification, '0020', 'Auftrag ausgeführt.'), ...newsOf(preparation, scenarios, numbers.preparation)], segments: newBank(preparation, scenarios, numbers.preparation) })
}

function newsOf({ bpdVersion }: Opening['preparation'], scenarios: Scenarios, number: number): Say[] {
  return bpdVersion === bankVersion(scenarios) ? [say(number, '0020', 'Auftrag ausgeführt.')] : [say(number, '3050', 'BPD nicht mehr aktuell, aktuelle Version enthalten.')]
}

const newBank = ({ bpdVersion }: Opening['preparation'], scenarios: Scenarios, number: number): Answer['segments'] => (bpdVersion === bankVersion(scenarios) ? [] : bankParameters(scenarios, number))

/** How a customer comes in. */
export interface Entry {
  /** Null in one step. */
  readonly method: DemoMethod | null
  readonly isMediaOnly: boolean
  readonly needsApproval: boolean
}

/** Who may come in, and with what (PIN/TAN B.4.3). */
export function checkEntry(opening: Opening, signer: Signer, customer: Customer, state: CustomerState): Result<Entry, Refusal> {
  const fault = identityFault(opening, signer, customer, state)
  if (fault !== null) return err(fault)
  const { scenarios } = customer
  const { tan, numbers, wantsSystemId } = opening
  if (signer.function === ONE_STEP) {
    if (tan !== null && tan.value.order !== 'HKIDN') return err(refusal(tan.segment.number, '9210', 'Segmentkennung passt nicht', 'HKTAN names another order', { endsDialog: true }))
    return ok({ method: null, isMediaOnly: false, needsApproval: false })
  }
  const methods = permittedMethods(scenarios)
  const method = methods.find(({ parameters }) => parameters.function === signer.function)
  if (method === undefined) return err(refusal(null, '9380', 'Gewähltes Zwei-Schritt-Verfahren nicht zugelassen', `the function ${signer.function} of HNSHK is not among the customer's methods`, { also: [methodsSay(customer, numbers.preparation)] }))
  if (tan === null) return err(refusal(null, '9075', 'Dialog abgebrochen - starke Authentifizierung erforderlich', 'a dialog in two steps begins with HKTAN 4', { also: [methodsSay(customer, numbers.preparation)] }))
  const isMediaOnly = tan.value.order === 'HKTAB'
  const needsApproval = scenarios.has('tan-at-login') && !isMediaOnly && !wantsSystemId
  const wrong = handInFault(tan, isMediaOnly ? 'HKTAB' : 'HKIDN', method, !needsApproval)
  if (wrong !== null) return err({ ...wrong, endsDialog: true })
  return ok({ method, isMediaOnly, needsApproval })
}

function identityFault({ identification, wantsSystemId, numbers }: Opening, signer: Signer, customer: Customer, state: CustomerState): Refusal | null {
  const { customerId, systemId, systemIdStatus } = identification
  const place = numbers.identification
  if (customerId !== customer.userId) return refusal(place, '9210', 'Kunden-ID unbekannt', 'the customer id must be the login name', { element: '3', endsDialog: true })
  if (systemIdStatus !== '1') return refusal(place, '9210', 'Kundensystem-Status ungültig', 'with PIN/TAN the system id is needed: status 1', { element: '5', endsDialog: true })
  if (systemId !== signer.systemId) return refusal(place, '9210', 'Kundensystem-ID ungültig', 'HKIDN and HNSHK name different system ids', { element: '4', endsDialog: true })
  if (wantsSystemId) return systemId === NO_SYSTEM_ID ? null : refusal(place, '9210', 'Kundensystem-ID ungültig', 'whoever asks for a system id has none: 0', { element: '4', endsDialog: true })
  if (systemId === NO_SYSTEM_ID && signer.function === ONE_STEP) return null
  const isForgotten = customer.scenarios.has('new-system-id') && !state.happened.has('new-system-id')
  if (isForgotten) state.happened.add('new-system-id')
  if (isForgotten || !isSystemId(customer.userId, systemId)) return refusal(place, '9391', 'Kundensystem-ID nicht bekannt. Bitte synchronisieren.', 'the system id is not one of this bank', { element: '4', endsDialog: true })
  return null
}

function methodsSay({ scenarios }: Customer, number: number): Say {
  return say(number, '3920', 'Zugelassene TAN-Verfahren für den Benutzer', ...permittedMethods(scenarios).map(({ parameters }) => parameters.function))
}

/** What a customer gets before any approval: news of the bank, and their methods. */
export function greeting({ preparation, numbers }: Opening, customer: Customer): Answer {
  const { scenarios } = customer
  return {
    say: [...newsOf(preparation, scenarios, numbers.preparation), methodsSay(customer, numbers.preparation)],
    segments: newBank(preparation, scenarios, numbers.preparation),
  }
}

/** The system id, for whoever asked for one; behind BPD and UPD (Formals C.8.2). */
export function synchronised({ numbers: { synchronisation } }: Opening, newId: string | null): Answer {
  if (synchronisation === null || newId === null) return { say: [], segments: [] }
  return { say: [say(synchronisation, '0020', 'Auftrag ausgeführt.')], segments: [draft(HISYN4, { systemId: newId }, synchronisation)] }
}

/** The UPD: only after strong authentication, or where the bank waives it (PIN/TAN B.4.3.4). */
export function accountsFor({ preparation }: Opening, customer: Customer): Outcome {
  const isCurrent = preparation.updVersion === userVersionOf(customer) || customer.scenarios.has('no-upd')
  return {
    say: [...(isCurrent ? [] : [{ code: '3050', text: 'UPD nicht mehr aktuell, aktuelle Version enthalten.' }]), { code: '0020', text: 'Anmeldung erfolgreich.' }],
    replies: isCurrent ? [] : userParameters(customer),
  }
}
