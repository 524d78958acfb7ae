/** Expected failures are values; only bugs throw. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** States what must be true; its failure is a bug of ours, never of a bank or a user. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${message}`)
}

/** Ends a `switch` over a union, so that a new member fails to compile. */
export const unreachable = (value: never): never => {
  throw new Error(`Bug: unhandled case ${JSON.stringify(value)}`)
}
