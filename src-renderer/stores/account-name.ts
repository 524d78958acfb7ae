/** What an account is called, and what tells it from others of that name. `isAdded`: Kontor put it behind the bank's own name. */
export interface NameParts { readonly head: string; readonly tail: string; readonly isAdded: boolean }

export function nameParts(name: string): NameParts {
  const added = /^(?<head>.+?) (?<tail>··\S+)$/u.exec(name)?.groups
  if (added?.['head'] && added['tail']) return { head: added['head'], tail: added['tail'], isAdded: true }
  // Two IBANs cut off at the end look alike: what tells them apart stands at both ends.
  const iban = /^(?<head>[A-Z]{2}\d{2})[A-Z0-9]{7,26}(?<tail>[A-Z0-9]{4})$/u.exec(name)?.groups
  return iban?.['head'] && iban['tail'] ? { head: iban['head'], tail: `…\u202f${iban['tail']}`, isAdded: false } : { head: name, tail: '', isAdded: false }
}
