import { OFX } from './aggregates/OFX.ts'
import { OFX_REQUEST } from './aggregates/requests/OFX.ts'
import type { AnyAggregate } from './schema.ts'

/** Stands where a secret stood; it is text that every version can write. */
const REDACTED = 'REDACTED'

function secretTags(root: AnyAggregate, seen: Set<AnyAggregate>, found: Set<string>): Set<string> {
  if (seen.has(root)) return found
  seen.add(root)
  for (const [tag, element] of Object.entries(root.elements)) {
    if (element.is === 'leaf') {
      if (element.isSecret) found.add(tag)
    }
    else secretTags(element.definition, seen, found)
  }
  return found
}

/** Every element that a declaration calls secret, and those of other versions that nobody here sends. */
export const SECRET_TAGS: ReadonlySet<string> = new Set([
  ...secretTags(OFX, new Set(), new Set()), ...secretTags(OFX_REQUEST, new Set(), new Set()),
  'USERKEY', 'ONETIMEPASS', 'ACCESSTOKEN', 'APPKEY', 'NONCE', 'TEMPPASS',
])

const SECRET = new RegExp(`(<(?:[\\w-]+:)?(?:${[...SECRET_TAGS].join('|')})(?:\\s[^<>]*)?>)(\\s*(?:<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|[^<]*))`, 'gi')
const SHORT_MAX = 3

/**
 * Takes the secrets out of a document: by their elements, and the given ones wherever else they stand, as a bank may
 * quote a password in its message. What is too short to be told from other text goes by its element only.
 */
export function redact(text: string, known: readonly string[] = []): string {
  const byElement = text.replace(SECRET, (_whole, tag: string, value: string) => `${tag}${value.trim() === '' ? value : REDACTED}${/\s*$/.exec(value)?.[0] ?? ''}`)
  return known.filter((secret) => secret.length > SHORT_MAX).flatMap(spellings).reduce((redacted, secret) => redacted.replaceAll(secret, REDACTED), byElement)
}

/** As it is, and as a document writes it. */
const spellings = (secret: string): string[] => [...new Set([secret, secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')])]
