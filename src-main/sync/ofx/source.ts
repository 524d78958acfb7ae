import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { OfxClient, type OfxBank, type OfxEnvironment } from '#main/connectors/ofx/index.ts'
import type { Post } from '#main/platform/http.ts'
import type { BankSource, Visit, Visitor } from '../source.ts'
import { unpackOfxMemory } from './memory.ts'
import { OfxVisit } from './visit.ts'

export interface OfxSourceOptions {
  readonly environment: Omit<OfxEnvironment, 'post'>
  /** How messages reach a bank, for one visit. */
  readonly post: (visitor: Pick<Visitor, 'access' | 'onWire'>) => Post
}

/** OFX Direct Connect behind the common interface. */
export function ofxSource({ environment, post }: OfxSourceOptions): BankSource {
  return {
    needsPin: true,
    visit(visitor): Result<Visit, AppError> {
      const { connection, state, pin, access, ask, signal } = visitor
      const bank = bankOf(connection)
      if (!bank.ok) return bank
      const { knowledge, reached } = unpackOfxMemory(state)
      // A number that the person has brought along, from the program they used before.
      if (access.clientUid !== '') knowledge.clientUid = access.clientUid
      const client = new OfxClient({ bank: bank.value, userId: connection.userId, environment: { ...environment, app: access.program ?? environment.app, post: post(visitor) }, knowledge, password: pin?.secret })
      // A refused password is kept back until a person has typed one; this one was typed since.
      if (pin?.isTyped === true) client.enterPassword(pin.secret)
      return ok(new OfxVisit({ client, ask, signal, reached, uuid: () => environment.random.uuid() }))
    },
  }
}

function bankOf({ bank }: Visitor['connection']): Result<OfxBank, AppError> {
  return bank.url === null ? err({ kind: 'invalid_input', path: 'url' }) : ok({ url: bank.url, org: bank.org ?? '', fid: bank.fid ?? '' })
}
