import { ok } from '#shared/result.ts'
import { Secret } from '#shared/secret.ts'
import type { SomeHandlers } from './router.ts'
import type { Session } from './session.ts'

/** Making, locking and opening the ledger, and its key slots. Secrets are wrapped at once and leave only where they are shown once. */
export const sessionHandlers = (session: Session) => ({
  'setup.create': async ({ passphrase, ...chosen }) => {
    const made = await session.create({ ...chosen, passphrase: passphrase === undefined ? undefined : new Secret(passphrase) })
    return made.ok ? ok({ recoveryKey: made.value.recoveryKey.reveal() }) : made
  },
  'lock.now': () => session.lock(),
  'lock.open': ({ secret }) => session.unlock(secret === undefined ? undefined : new Secret(secret)),
  'security.slots': () => Promise.resolve(ok(session.state.slots)),
  'security.setPassphrase': ({ passphrase }) => session.setPassphrase(new Secret(passphrase)),
  'security.newRecoveryKey': async () => {
    const made = await session.newRecoveryKey()
    return made.ok ? ok({ recoveryKey: made.value.reveal() }) : made
  },
  'security.setKeyring': ({ enabled }) => session.setKeyring(enabled),
}) satisfies SomeHandlers
