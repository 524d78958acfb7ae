import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue'
import type { Instant } from '#shared/dates.ts'
import { millisecondsUntil } from '#renderer/api/clock.ts'

const TICK_MS = 250

export interface Countdown {
  /** Whole seconds, never below 0. */
  readonly seconds: ComputedRef<number>
  readonly isOver: ComputedRef<boolean>
}

/** Counts down to a moment for as long as the component lives. It reads the clock, so a computer that slept is not fooled. */
export function useCountdown(until: () => Instant): Countdown {
  const left = ref(0)
  const read = () => { left.value = Math.max(0, millisecondsUntil(until())) }
  watch(until, read, { immediate: true })
  const timer = setInterval(read, TICK_MS)
  onScopeDispose(() => { clearInterval(timer) })
  return { seconds: computed(() => Math.ceil(left.value / 1000)), isOver: computed(() => left.value === 0) }
}
