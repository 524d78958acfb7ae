import type { ThrowAwayCertificate } from '#main/demo-bank/certificate.ts'
import { createDemoBank } from '#main/demo-bank/fints/index.ts'
import { createOfxBank } from '#main/demo-bank/ofx/index.ts'
import { serveDemoBank, type DemoServer } from '#main/demo-bank/server.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'

/** The American demo bank on this computer, whose customers all have this password. */
export async function serveOfx(password: string, tls?: ThrowAwayCertificate): Promise<DemoServer> {
  const surroundings = { clock: systemClock, random: systemRandom }
  const served = await serveDemoBank(createDemoBank({ persona: 'small', ...surroundings }), { port: 0, tls, ofx: createOfxBank({ ...surroundings, password }) })
  if (!served.ok) throw new Error(served.error)
  return served.value
}
