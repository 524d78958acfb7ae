import type { AppError } from '#shared/errors.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import { OfxClient, type OfxBank, type OfxEnvironment } from '#main/connectors/ofx/index.ts'

export type Greeting = Output<'banks.profile'>

/** What a bank tells everybody of itself: its version, its name and its rules for passwords. No login is sent. */
export async function greet(bank: OfxBank, environment: OfxEnvironment, signal?: AbortSignal): Promise<Result<Greeting, AppError>> {
  const client = new OfxClient({ bank, userId: '', environment })
  const probed = await client.probe(signal)
  if (!probed.ok) return probed
  const { dialect: { version }, profile } = probed.value
  const rules = client.rules
  return ok({
    version, name: profile?.name ?? null,
    password: rules === null ? null : { minLength: rules.minLength, maxLength: rules.maxLength, allowsSpaces: rules.allowsSpaces, canChange: rules.canChangePassword },
    asksMore: rules !== null && (rules.credentialLabels.length > 0 || rules.needsTokenFirst || rules.hasChallenges || rules.challengesFirst),
  })
}
