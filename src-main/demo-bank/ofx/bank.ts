import type { Instant } from '#shared/dates.ts'
import { OFX_REQUEST, OFX_REQUEST_OF_SCHEMA } from '#main/connectors/ofx/aggregates/requests/OFX.ts'
import { declaredEncoding } from '#main/connectors/ofx/header.ts'
import { branch, type BranchNode } from '#main/connectors/ofx/node.ts'
import { branchesOf, readStrictly, type StrictDocument } from '#main/connectors/ofx/strict.ts'
import { dialect, isXml } from '#main/connectors/ofx/versions.ts'
import { writeDocument } from '#main/connectors/ofx/write.ts'
import { decodeText } from '#main/connectors/text/decode.ts'
import { US } from '../personas/us.ts'
import type { DemoClock, DemoRandom } from '../fints/environment.ts'
import { answerItems, signOnSet } from './counter.ts'
import { findOfxCustomer, OFX_PASSWORD, ofxUserIds, type OfxCustomer, type OfxCustomerState } from './customers.ts'
import { disguise, disturb, plainReply, type OfxReply } from './mischief.ts'
import { changePassword, isAnonymous, judge, readEntry, refuseBank, type Entry, type Verdict } from './sign-on.ts'
import type { OfxScenario, OfxScenarios } from './scenario.ts'
import type { Counter } from './serving.ts'
import { Transfers } from './transfers.ts'

export interface OfxBankOptions {
  readonly clock: DemoClock
  readonly random: DemoRandom
  readonly scenario?: OfxScenario | readonly OfxScenario[] | undefined
  /** Told of every refusal, with a reason for whoever writes the other program. */
  readonly onRefusal?: ((refused: OfxRefusal) => void) | undefined
  /** Where the profile says the bank is. */
  readonly url?: string | undefined
  /** A password that only a test knows, so that it can look for it everywhere. */
  readonly password?: string | undefined
}
export interface OfxRefusal { readonly code: string; readonly reason: string; readonly user: string | null }

/** What an HTTP request carries. */
export interface OfxHttpRequest { readonly method: string; readonly path: string; readonly contentType: string; readonly cookie: string; readonly body: Uint8Array }

export interface OfxDemoBank {
  /** One request there, one reply back, as a server would send it. */
  reply(request: OfxHttpRequest): OfxReply
  readonly org: string
  readonly fid: string
  readonly users: readonly { readonly user: string; readonly password: string }[]
}

export const OFX_PATH = '/ofx'
const COOKIE = 'harbor=session'

/** An OFX server in this process. Everything it remembers is in this object; its customers' past is a pure function of the day. */
export function createOfxBank(options: OfxBankOptions): OfxDemoBank {
  const hall = new Hall(options)
  return { reply: (request) => hall.reply(request), org: US.bank.org, fid: US.bank.fid, users: ofxUserIds().map((user) => ({ user, password: options.password ?? OFX_PASSWORD })) }
}

class Hall {
  readonly #options: OfxBankOptions
  readonly #scenarios: OfxScenarios
  readonly #states = new Map<string, OfxCustomerState>()
  #anonymousRequests = 0

  constructor(options: OfxBankOptions) {
    this.#options = options
    const { scenario = [] } = options
    this.#scenarios = new Set(typeof scenario === 'string' ? [scenario] : scenario)
  }

  reply(request: OfxHttpRequest): OfxReply {
    if (request.method !== 'POST') return plainReply(405, 'POST a request of type application/x-ofx\n')
    if (request.contentType.split(';')[0]?.trim().toLowerCase() !== 'application/x-ofx') return this.#unreadable('the content type is application/x-ofx')
    const read = readStrictly(decodeText(request.body, declaredEncoding).text, [OFX_REQUEST, OFX_REQUEST_OF_SCHEMA])
    if (!read.ok) return this.#unreadable(`${read.error.reason} (line ${read.error.line})`)
    return this.#answer(read.value, request)
  }

  #unreadable(reason: string): OfxReply {
    this.#options.onRefusal?.({ code: '400', reason, user: null })
    return plainReply(400, `${reason}\n`)
  }

  #answer(document: StrictDocument, request: OfxHttpRequest): OfxReply {
    const [signOn, ...sets] = branchesOf(document.root)
    const entry = readEntry(signOn ?? document.root)
    const customer = isAnonymous(entry) ? null : findOfxCustomer(entry.sonrq.USERID, this.#scenarios)
    const scenarios = customer?.scenarios ?? this.#scenarios
    const state = customer === null ? null : this.#stateOf(customer)
    if (state === null) this.#anonymousRequests += 1
    else state.requests += 1
    const disturbance = disturb(scenarios, { path: request.path, requests: state?.requests ?? this.#anonymousRequests, isXml: isXml(document.version) })
    if (disturbance !== null) return disturbance
    const verdict = this.#verdict({ document, entry, customer, state, scenarios, sets, cookie: request.cookie })
    if (verdict.code !== '0') this.#options.onRefusal?.({ code: verdict.code, reason: verdict.message, user: entry.sonrq.USERID })
    const counter: Counter = { customer, state, scenarios, today: this.#options.clock.today(), now: stamp(this.#options.clock.now()), version: document.version, url: this.#options.url ?? 'https://ofx.harbor.example/ofx' }
    const change = entry.change === null || verdict.code !== '0' || customer === null || state === null ? null : changePassword(entry, customer, state)
    const first = signOnSet(entry, verdict, change, counter)
    const answered = answerItems(sets, counter, verdict, (code, reason) => this.#options.onRefusal?.({ code, reason, user: entry.sonrq.USERID }))
    return this.#send(document, [first, ...answered], { scenarios, state })
  }

  #send(document: StrictDocument, sets: readonly BranchNode[], { scenarios, state }: { readonly scenarios: OfxScenarios; readonly state: OfxCustomerState | null }): OfxReply {
    const root = branch('OFX', scenarios.has('reordered') ? [...sets].reverse() : sets)
    const head = { dialect: dialect(document.version), newFileUid: document.newFileUid === '' ? undefined : document.newFileUid }
    const happensNow = (scenario: OfxScenario, isDue: boolean): boolean => {
      if (!isDue || state === null || !scenarios.has(scenario) || state.happened.has(scenario)) return false
      state.happened.add(scenario)
      return true
    }
    const isTransfer = sets.some((set) => branchesOf(set).some(({ tag }) => /^(?:REC)?INT(?:RA|ER)TRNRS$/.test(tag)))
    const isCut = happensNow('truncated', sets.length > 1) || happensNow('lost', isTransfer)
    return disguise(writeDocument(root, head), scenarios, { isXml: isXml(document.version), isCut, cookie: state === null || scenarios.has('cookies') ? COOKIE : null })
  }

  #verdict({ document, entry, customer, state, scenarios, sets, cookie }: {
    readonly document: StrictDocument; readonly entry: Entry; readonly customer: OfxCustomer | null; readonly state: OfxCustomerState | null; readonly scenarios: OfxScenarios
    readonly sets: readonly BranchNode[]; readonly cookie: string
  }): Verdict {
    const refuse = (code: string, message: string): Verdict => ({ code, severity: 'ERROR', message, newAccessKey: null })
    const fault = refuseBank(entry)
    if (fault !== null) return fault
    if (scenarios.has('new') && !isXml(document.version)) return refuse('2021', 'Unsupported version')
    const isProfileOnly = sets.length > 0 && sets.every(({ tag }) => tag === 'PROFMSGSRQV1')
    if (isAnonymous(entry)) return isProfileOnly && !scenarios.has('no-anonymous') ? { code: '0', severity: 'INFO', message: 'SUCCESS', newAccessKey: null } : refuse('15500', 'Signon invalid')
    if (customer === null || state === null) return refuse('15500', 'Signon invalid')
    if (scenarios.has('cookies') && !isProfileOnly && !cookie.includes(COOKIE)) return refuse('2000', 'The session cookie is missing')
    return judge(entry, customer, state, document.version, () => Buffer.from(this.#options.random.bytes(12)).toString('hex'))
  }

  #stateOf({ userId, scenarios }: OfxCustomer): OfxCustomerState {
    const known = this.#states.get(userId)
    if (known !== undefined) return known
    const state: OfxCustomerState = {
      password: this.#options.password ?? OFX_PASSWORD, wrongPasswords: 0, isLocked: scenarios.has('locked'), requests: 0,
      knownComputers: new Set(), accessKeys: new Set(), happened: new Set(), transfers: new Transfers(),
    }
    this.#states.set(userId, state)
    return state
  }
}

const stamp = (now: Instant): string => `${now.slice(0, 19).replace(/[-T:]/g, '')}.${now.slice(20, 23)}[0:GMT]`
