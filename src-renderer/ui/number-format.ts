const formats = new Map<string, Intl.NumberFormat>()

/** How numbers are written, made once for each locale and form: making one costs more than writing a hundred numbers. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, known)
  return known
}
