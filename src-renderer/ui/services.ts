import { inject, type InjectionKey } from 'vue'
import { assert } from '#shared/result.ts'
import type { Platform } from './keys.ts'

/** The little that controls need from outside; the app provides it. */
export interface Services {
  /** Puts text on the clipboard; false where that failed. */
  readonly copy: (text: string) => Promise<boolean>
  readonly openLogs: () => unknown
  readonly version: () => string
}

export const SERVICES: InjectionKey<Services> = Symbol('services')
export const PLATFORM: InjectionKey<() => Platform> = Symbol('platform')

export function useServices(): Services {
  const services = inject(SERVICES)
  assert(services !== undefined, 'the app provides SERVICES')
  return services
}
