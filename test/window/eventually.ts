import { vi } from 'vitest'

/** A busy machine is slow, not wrong. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** Waits until what must come true has come true. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 5 })
