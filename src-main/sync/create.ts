import { DEMO_USER } from '#shared/demo-bank.ts'
import { Secret } from '#shared/secret.ts'
import type { FintsEnvironment } from '#main/connectors/fints/index.ts'
import { FINTS_HEADERS, fintsProduct } from '#main/connectors/fints/index.ts'
import { OFX_HEADERS, type OfxEnvironment, type Trace } from '#main/connectors/ofx/index.ts'
import { cookieJar } from '#main/platform/cookies.ts'
import { connectionWith, type HttpSettings, type Post } from '#main/platform/http.ts'
import type { ProxyLookup } from '#main/platform/proxy.ts'
import { httpAccess, type OpenAccess } from './access.ts'
import { Connections, type ConnectionParts } from './connections.ts'
import { greetFints } from './fints/greeting.ts'
import { fintsSource, type FintsSourceOptions } from './fints/source.ts'
import { greet } from './ofx/greeting.ts'
import { ofxSource } from './ofx/source.ts'
import type { QuestionDraft } from './ask.ts'
import type { BankSource, Visitor } from './source.ts'

/** The demo banks as app and command line hand them in: `sync` itself knows no bank that is not there. */
export interface DemoDoor {
  /** One message there and one back, for a customer; `asks`: every login wants a challenge. */
  post(userId: string, asks: boolean): Post
  /** No secret: the demo bank's papers print it. */
  readonly pin: string
  /** The bank that answers to this one address over OFX, in place of the network. */
  readonly ofx: { readonly url: string; readonly post: Post }
}

export interface ConnectionSurroundings extends Omit<ConnectionParts, 'sources' | 'systemProxy' | 'greet' | 'greetFints'> {
  readonly demo: DemoDoor
  /** A registered product id that the person has entered. */
  readonly productId?: (() => string) | undefined
  /** Opt-in: told of every message, redacted. */
  readonly trace?: (FintsEnvironment['trace'] & Trace) | undefined
  /** Which proxy the system has for an address; none where nobody says. */
  readonly systemProxy?: ProxyLookup | undefined
  /** Given, every OFX document goes there without its secrets. */
  readonly keep?: OfxEnvironment['keep']
  /** How messages reach real banks; verified TLS where nothing else is said. */
  readonly post?: Post | undefined
  /** The same for OFX banks, anew for every visit: cookies end with it. */
  readonly ofxPost?: (() => Post) | undefined
}

/** A demo connection of this name asks for a challenge at every login (as finAPI's demo does). */
const ASKING_NAME = 'MSA'
const DEMO_METHOD = '942'
/** Within the bank's own origin; elsewhere none is followed. */
const REDIRECTS_MAX = 3

/** The connections of one open ledger, with every kind of bank that Kontor can talk to. */
export function createConnections({ demo, productId = () => '', trace, post, ofxPost, systemProxy, keep, ...parts }: ConnectionSurroundings): Connections {
  const { clock, timer, random } = parts
  // Whoever enters a product id wants it to hold from the next refresh on.
  const environment = { clock, timer, random, trace, get product() { return fintsProduct(productId()) } }
  const reach = (access: OpenAccess, settings: HttpSettings): Post => connectionWith({ ...settings, ...httpAccess(access, systemProxy) })
  const ofxEnvironment = { clock, random, trace, keep }
  const reachOutside = ofxPost ?? ((access: OpenAccess, onEvent: HttpSettings['onEvent']) => reach(access, { headers: OFX_HEADERS, cookies: cookieJar(() => Date.parse(clock.now())), redirectsMax: REDIRECTS_MAX, onEvent }))
  const reachOfx = ({ access, onWire }: Pick<Visitor, 'access'> & Partial<Pick<Visitor, 'onWire'>>): Post => {
    const outside = reachOutside(access, onWire)
    return (url, body, signal) => (url === demo.ofx.url ? demo.ofx.post : outside)(url, body, signal)
  }
  return new Connections({
    ...parts, systemProxy,
    greet: (bank, access, signal) => greet(bank, { ...ofxEnvironment, app: access.program ?? undefined, post: reachOfx({ access }) }, signal),
    greetFints: (bank, access, signal) => greetFints(bank, { ...environment, post: post ?? reach(access, { headers: FINTS_HEADERS }) }, signal),
    sources: {
      fints: fintsSource({ environment, post: ({ access, onWire }) => post ?? reach(access, { headers: FINTS_HEADERS, onEvent: onWire }) }),
      demo: demoSource(demo, environment),
      ofx: ofxSource({ environment: ofxEnvironment, post: reachOfx }),
      file: null,
    },
  })
}

/** The demo bank over FinTS: it needs no secret, nor a user, since that may be cleared (A12). */
function demoSource(demo: DemoDoor, environment: FintsSourceOptions['environment']): BankSource {
  const bank = fintsSource({ environment, post: ({ connection: { userId, name } }) => demo.post(userId, name === ASKING_NAME), openPin: new Secret(demo.pin), presets: demoPreset })
  return {
    ...bank,
    visit: ({ connection, ...visitor }) => bank.visit({ ...visitor, connection: connection.userId === '' ? { ...connection, userId: DEMO_USER } : connection }),
    asksEachTime: ({ name }) => name === ASKING_NAME,
  }
}

/** Whoever tries things out is asked for the one challenge, not for method and telephone before it. */
function demoPreset(draft: QuestionDraft) {
  if (draft.kind === 'method') return { ok: true, value: { kind: 'method', id: draft.methods.find(({ id }) => id === DEMO_METHOD)?.id ?? draft.methods[0]?.id ?? '' } } as const
  if (draft.kind === 'medium') return { ok: true, value: { kind: 'medium', name: draft.media[0]?.name ?? '' } } as const
  return null
}
