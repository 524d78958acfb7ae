import type { AppError } from '#shared/errors.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import { FintsClient, type FintsBank, type FintsEnvironment } from '#main/connectors/fints/index.ts'

/** Whom an anonymous dialog names instead (Formals C.5); nobody's login is sent. */
const NOBODY = { userId: '9999999999', customerId: '9999999999' }

/** What a FinTS bank tells everybody: its name, and what it calls the fields of its login. */
export async function greetFints(bank: FintsBank, environment: FintsEnvironment, signal?: AbortSignal): Promise<Result<Output<'banks.greeting'>, AppError>> {
  const greeted = await new FintsClient({ bank, login: NOBODY, environment }).greet(signal)
  return greeted.ok ? ok({ name: greeted.value.name, labels: greeted.value.loginLabels }) : greeted
}
