import { z } from 'zod'
import { PRODUCT_ID } from './product-id.ts'

export const LanguageSchema = z.enum(['en', 'de'])
export type Language = z.infer<typeof LanguageSchema>
/** The longest a bank's question may wait: by then its TAN is worth nothing. */
export const ANSWER_MINUTES_MAX = 60
export const ThemeSchema = z.enum(['system', 'light', 'dark'])

/** Kept beside the ledger in the clear, because the lock screen needs it: nothing here may be private. */
export const PreferencesSchema = z.strictObject({
  language: LanguageSchema,
  theme: ThemeSchema,
  /** Minutes without input until the ledger locks; 0 never. */
  autoLockMinutes: z.int().min(0).max(240),
  /** Hides every amount until it is switched off again. */
  privacyMode: z.boolean(),
  /** Windows and macOS leave the window out of screenshots and screen sharing. */
  contentProtection: z.boolean(),
  /** Shows on the desktop what the notification rules find; the list in the settings has it in any case. */
  desktopNotifications: z.boolean(),
  /** So long a bank's question waits for its answer; then its refresh ends. */
  answerMinutes: z.int().min(1).max(ANSWER_MINUTES_MAX),
  /** Registered with Deutsche Kreditwirtschaft by whoever uses Kontor, in place of the build's own; empty is that one. */
  fintsProductId: z.string().regex(PRODUCT_ID),
  /** The route to come back to; only the app's own names. */
  lastRoute: z.string().regex(/^[a-z/0-9-]{0,64}$/),
  /** Widths of table columns in CSS pixels, by the column's own name. */
  columnWidths: z.record(z.string().max(32), z.int().min(24).max(2000)),
  /** Remapped shortcuts: command id to key. */
  shortcuts: z.record(z.string().max(64), z.string().max(32)),
})
export type Preferences = z.infer<typeof PreferencesSchema>

export const PREFERENCES_DEFAULT: Preferences = {
  language: 'en',
  theme: 'system',
  autoLockMinutes: 10,
  privacyMode: false,
  contentProtection: false,
  desktopNotifications: false,
  answerMinutes: 5,
  fintsProductId: '',
  lastRoute: '',
  columnWidths: {},
  shortcuts: {},
}
