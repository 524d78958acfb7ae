import { computed, useAttrs, type ComputedRef } from 'vue'

/** Class and style of a field belong to its frame, everything else to the control inside. */
export function useFieldAttrs(): ComputedRef<{ readonly frame: Record<string, unknown>; readonly control: Record<string, unknown> }> {
  const attrs = useAttrs()
  return computed(() => {
    const entries = Object.entries(attrs)
    const isOuter = ([name]: [string, unknown]) => name === 'class' || name === 'style'
    return { frame: Object.fromEntries(entries.filter(isOuter)), control: Object.fromEntries(entries.filter((entry) => !isOuter(entry))) }
  })
}
