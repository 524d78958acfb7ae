import { readFile } from 'node:fs/promises'
import { PREFERENCES_DEFAULT, PreferencesSchema, type Language, type Preferences } from '#shared/preferences.ts'
import type { AppError } from '#shared/errors.ts'
import type { Result } from '#shared/result.ts'
import { writeTextAtomic } from './files.ts'

/** Left-out fields stay as they are. */
export type PreferencesChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined }

/**
 * Never fails: a missing or broken file is the defaults, one bad field is that field's default, and fields of a newer
 * version are passed over. Losing a column's width must not keep anyone from their money.
 */
export async function readPreferences(path: string, language: Language): Promise<Preferences> {
  const defaults = { ...PREFERENCES_DEFAULT, language }
  const stored = asRecord(parseJson(await readFile(path, 'utf8').catch(() => '')))
  const known = Object.fromEntries(Object.entries(stored).filter(([name]) => Object.hasOwn(defaults, name)))
  const whole = PreferencesSchema.safeParse({ ...defaults, ...known })
  if (whole.success) return whole.data
  const broken = new Set(whole.error.issues.map(({ path: [name] }) => name))
  return PreferencesSchema.parse({ ...defaults, ...Object.fromEntries(Object.entries(known).filter(([name]) => !broken.has(name))) })
}

/** The preferences with a change applied; fields that are undefined keep what was there. */
export function changePreferences(preferences: Preferences, change: PreferencesChange): Preferences {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return PreferencesSchema.parse({ ...preferences, ...given })
}

export const writePreferences = (path: string, preferences: Preferences): Promise<Result<null, AppError>> =>
  writeTextAtomic(path, `${JSON.stringify(preferences, null, 2)}\n`)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {})
