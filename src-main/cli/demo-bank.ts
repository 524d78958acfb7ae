import process from 'node:process'
import { err, ok } from '#shared/result.ts'
import { throwAwayCertificate } from '#main/demo-bank/certificate.ts'
import { createDemoBank, DEMO_BANK, FINTS_PERSONAS, isFintsPersona, type DemoBank, type FintsPersonaId } from '#main/demo-bank/fints/index.ts'
import { createOfxBank, type OfxDemoBank } from '#main/demo-bank/ofx/index.ts'
import { serveDemoBank, type DemoServer } from '#main/demo-bank/server.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { Arguments, Context, Outcome } from './command.ts'
import { usage } from './usage.ts'
import { words } from './words.ts'

const PORT_MAX = 65_535
const PERSONA: FintsPersonaId = 'de'
const PERSONAS = Object.keys(FINTS_PERSONAS).join(', ')

/** Serves the demo bank on 127.0.0.1 until the process is told to end. */
export async function demoBank(context: Context, { values }: Arguments): Promise<Outcome> {
  const port = portOf(values['port'])
  if (port === null) return err(usage('--port is a number from 0 to 65535', '--port ist eine Zahl von 0 bis 65535'))
  const persona = values['persona'] ?? PERSONA
  if (typeof persona !== 'string' || !isFintsPersona(persona)) return err(usage(`--persona is one of: ${PERSONAS}`, `--persona ist eine von: ${PERSONAS}`))
  const bank = createDemoBank({
    persona, clock: systemClock, random: systemRandom,
    onRefusal: ({ code, reason, segment, user }) => context.terminal.note(`${code} ${user ?? '–'} ${segment === null ? '' : `segment ${segment}: `}${reason}\n`),
  })
  const ofxBank = createOfxBank({
    clock: systemClock, random: systemRandom,
    onRefusal: ({ code, reason, user }) => context.terminal.note(`ofx ${code} ${user ?? '–'} ${reason}\n`),
  })
  const served = await serve(bank, ofxBank, port, values['https'] === true)
  if (served === null) return err(usage(`port ${port} is in use; choose another one with --port`, `Port ${port} ist belegt; wählen Sie mit --port einen anderen`))
  const fints = { url: served.url, blz: DEMO_BANK.bankCode, users: bank.users, ...served.https }
  const ofx = { url: served.ofxUrl, org: ofxBank.org, fid: ofxBank.fid, users: ofxBank.users, ...served.ofxHttps }
  context.terminal.note(`${words(context.language).demoBankServes}\n`)
  // Whoever starts a bank needs its address and logins as they are, person or program.
  return ok({ json: { fints, ofx }, text: () => JSON.stringify({ fints, ofx }), until: untilStopped(served.servers) })
}

function portOf(value: string | boolean | undefined): number | null {
  if (value === undefined) return 0
  if (typeof value !== 'string' || !/^\d{1,5}$/.test(value)) return null
  return Number(value) <= PORT_MAX ? Number(value) : null
}

interface Served { readonly url: string; readonly ofxUrl: string; readonly servers: readonly DemoServer[]; readonly https: object; readonly ofxHttps: object }

async function serve(bank: DemoBank, ofx: OfxDemoBank, port: number, withTls: boolean): Promise<Served | null> {
  const plain = await serveDemoBank(bank, { port, ofx })
  if (!plain.ok) return null
  if (!withTls) return { url: plain.value.url, ofxUrl: plain.value.ofxUrl, servers: [plain.value], https: {}, ofxHttps: {} }
  const tls = throwAwayCertificate(systemClock, systemRandom)
  const secure = await serveDemoBank(bank, { port: 0, tls, ofx })
  if (!secure.ok) return null
  const { certificate } = tls
  return {
    url: plain.value.url, ofxUrl: plain.value.ofxUrl, servers: [plain.value, secure.value],
    https: { https: { url: secure.value.url, certificate } }, ofxHttps: { https: { url: secure.value.ofxUrl, certificate } },
  }
}

async function untilStopped(servers: readonly DemoServer[]): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { resolve() })
  })
  await Promise.all(servers.map((server) => server.close()))
}
