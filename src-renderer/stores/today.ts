import { defineStore } from 'pinia'
import { onScopeDispose, ref } from 'vue'
import { millisecondsToMidnight, today as readToday } from '#renderer/api/clock.ts'

/** A little late rather than a little early: timers may fire before their time. */
const SETTLE_MS = 1000

export const useTodayStore = defineStore('today', () => {
  const today = ref(readToday())
  let timer = setTimeout(turn, millisecondsToMidnight() + SETTLE_MS)

  function turn(): void {
    today.value = readToday()
    timer = setTimeout(turn, millisecondsToMidnight() + SETTLE_MS)
  }

  onScopeDispose(() => { clearTimeout(timer) })
  return { today }
})
