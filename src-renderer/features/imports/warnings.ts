import type { MessageKey } from '#renderer/ui/text.ts'
import { en } from './messages.en.ts'

/** The sentence for what a reader noticed; a code nobody has put into words yet is shown as it is. */
export const warningKey = (code: string): MessageKey => (isWorded(code) ? `imports.warning.${code}` : 'imports.warning.other')

const isWorded = (code: string): code is keyof typeof en.warning => Object.hasOwn(en.warning, code)
