import { nativeTheme } from 'electron'
import { readFile } from 'node:fs/promises'
import type { Preferences } from '#shared/preferences.ts'

/** What of the preferences the window must have before anything else. */
export type Appearance = Pick<Preferences, 'theme' | 'contentProtection'>

/** Looked up by hand: the window does not wait for the schemas. What does not fit is as if it were not there. */
export async function readAppearance(file: string): Promise<Appearance> {
  const { theme, contentProtection }: { readonly theme?: unknown; readonly contentProtection?: unknown } = await readObject(file)
  return { theme: theme === 'light' || theme === 'dark' ? theme : 'system', contentProtection: contentProtection === true }
}

async function readObject(file: string): Promise<object> {
  try {
    const stored: unknown = JSON.parse(await readFile(file, 'utf8'))
    return typeof stored === 'object' && stored !== null ? stored : {}
  } catch {
    return {}
  }
}

export function applyTheme({ theme }: Appearance): void {
  nativeTheme.themeSource = theme
}
