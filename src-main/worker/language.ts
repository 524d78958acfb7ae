import type { Language } from '#shared/preferences.ts'
import type { JobName } from './protocol.ts'

/** A job that may make accounts is told in which language to name them; whoever asks for it need not know. */
export const inLanguage = (job: JobName, input: unknown, language: Language): unknown =>
  (job === 'importFiles' && typeof input === 'object' ? { ...input, language } : input)
