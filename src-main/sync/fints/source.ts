import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Secret } from '#shared/secret.ts'
import { FintsClient, restore, type FintsBank, type FintsEnvironment, type FintsLogin } from '#main/connectors/fints/index.ts'
import type { Post } from '#main/platform/http.ts'
import type { Ask } from '../ask.ts'
import type { BankSource, Visit, Visitor } from '../source.ts'
import { FintsVisit } from './visit.ts'

export interface FintsSourceOptions {
  readonly environment: Omit<FintsEnvironment, 'post'>
  /** How messages reach this connection's bank. */
  readonly post: (visitor: Pick<Visitor, 'connection' | 'access' | 'onWire'>) => Post
  /** A bank that wants a PIN which is no secret (the demo bank). */
  readonly openPin?: Secret | undefined
  /** Answers what need not bother a person; null passes the question on. */
  readonly presets?: ((draft: Parameters<Ask>[0]) => Awaited<ReturnType<Ask>> | null) | undefined
}

/** The one-step procedure is no TAN method that anybody chooses (PIN/TAN B.8.2). */
const ONE_STEP = '999'
const GERMANY = '280'

/** FinTS behind the common interface; the demo bank is the same with another post. */
export function fintsSource({ environment, post, openPin, presets }: FintsSourceOptions): BankSource {
  return {
    needsPin: openPin === undefined,
    visit(visitor): Result<Visit, AppError> {
      const { connection, signal } = visitor
      const owner = ownerOf(connection, openPin !== undefined)
      if (!owner.ok) return owner
      const restored = visitor.state === null ? null : restore(visitor.state, owner.value)
      const knowledge = restored?.ok === true ? restored.value : undefined
      const wanted = connection.defaultTanMethod
      // Whoever has cleared the default is asked again; where nobody can be asked, the last one serves.
      if (knowledge !== undefined && knowledge.method !== ONE_STEP && knowledge.method !== wanted && (wanted !== null || visitor.isAttended)) {
        knowledge.method = wanted
        knowledge.medium = null
      }
      const pin = openPin ?? visitor.pin?.secret
      const client = new FintsClient({ ...owner.value, environment: { ...environment, post: post(visitor) }, knowledge, pin })
      // A refused PIN is kept back until a person has typed one; this one was typed since.
      if (visitor.pin?.isTyped === true && openPin === undefined) client.enterPin(visitor.pin.secret)
      const ask: Ask = async (draft, withdrawn) => presets?.(draft) ?? await visitor.ask(draft, withdrawn)
      return ok(new FintsVisit({ client, owner: owner.value, ask, signal, today: environment.clock.today() }))
    },
  }
}

/** The demo bank is inside; it needs no address, but its messages do. */
const INSIDE = 'https://demo.invalid/fints'

function ownerOf({ bank, userId, customerId }: Visitor['connection'], isInside: boolean): Result<{ bank: FintsBank; login: FintsLogin }, AppError> {
  if (bank.bankCode === null) return err({ kind: 'invalid_input', path: 'bankCode' })
  const url = bank.url ?? (isInside ? INSIDE : null)
  if (url === null) return err({ kind: 'invalid_input', path: 'url' })
  return ok({
    bank: { url, country: bank.country ?? GERMANY, bankCode: bank.bankCode },
    login: { userId, customerId: customerId === '' ? userId : customerId },
  })
}
