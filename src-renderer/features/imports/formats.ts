const NAMES: Readonly<Record<string, string>> = { 'ofx': 'OFX', 'qfx': 'QFX', 'qif': 'QIF', 'csv': 'CSV', 'mt940': 'MT940', 'mt942': 'MT942', 'mt535': 'MT535', 'kontor-json': 'Kontor JSON' }

/** Formats as people and banks write them: `ofx/102-sgml` is OFX 1.0.2. A reader of tomorrow is named as it names itself. */
export function formatName(format: string): string {
  const [name = '', version = ''] = format.split('/')
  const digits = /^\d{3}/.exec(version)?.[0]
  return [NAMES[name] ?? name, digits?.split('').join('.').replace(/\.0$/, '')].filter(Boolean).join(' ')
}
