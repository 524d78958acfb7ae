import type { AppError } from '#shared/errors.ts'

/** Fields of an error that name a cause and never a person: a bank's own words stay out. */
const TELLING = ['reason', 'what', 'code', 'line', 'incidentId', 'attemptsLeft', 'retryAfterSeconds'] as const

/** What may be sent to someone who helps. `what` of a missing thing could be a name, so only fixed words pass. */
export function reportOf(error: AppError, version: string): string {
  const details = Object.entries(error)
    .filter(([field, value]) => TELLING.some((telling) => telling === field) && isTelling(error, field, value))
    .map(([field, value]) => `${field}: ${String(value)}`)
  return [`Kontor ${version}`, `kind: ${error.kind}`, ...details].join('\n')
}

const isTelling = (error: AppError, field: string, value: unknown): boolean =>
  value !== null && !((error.kind === 'not_found' || error.kind === 'exists') && field === 'what') && !(error.kind === 'invalid_input' && field === 'reason')
