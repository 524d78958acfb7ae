import type { AppError } from '#shared/errors.ts'
import type { Challenge } from '../tan/challenge.ts'
import type { TanMedium } from '../tan/media.ts'
import type { TanMethod } from '../tan/methods.ts'

/** What stands between here and an open dialog. */
export type Hurdle =
  | { readonly kind: 'error'; readonly error: AppError }
  | { readonly kind: 'challenge'; readonly challenge: Challenge; readonly method: TanMethod }
  | { readonly kind: 'choose-method'; readonly methods: readonly TanMethod[] }
  | { readonly kind: 'choose-medium'; readonly method: TanMethod; readonly media: readonly TanMedium[] }

export const failed = (error: AppError): Hurdle => ({ kind: 'error', error })
