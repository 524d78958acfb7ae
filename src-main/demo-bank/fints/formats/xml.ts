/** An element and what is in it; undefined children are left out. */
export type Xml = string
type Child = Xml | undefined

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)

export const el = (tag: string, ...children: readonly Child[]): Xml => `<${tag}>${children.filter((child) => child !== undefined).join('')}</${tag}>`

export const leaf = (tag: string, text: string): Xml => `<${tag}>${escapeXml(text)}</${tag}>`

/** A leaf that is left out where there is nothing to say. */
export const maybe = (tag: string, text: string): Xml | undefined => (text === '' ? undefined : leaf(tag, text))

export const amountOf = (tag: string, cents: number, currency: string): Xml => `<${tag} Ccy="${currency}">${decimal(Math.abs(cents))}</${tag}>`

export function decimal(cents: number): string {
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const documentOf = (namespace: string, content: Xml): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${namespace}">${content}</Document>`)
