/** One field of a record: the letter that begins its line, and the rest. */
export interface QifField { readonly letter: string; readonly value: string; readonly line: number }

/** A record with the section it stands in. `section` is what follows `!`, lower case: `type:bank`, `account`. */
export interface QifRecord { readonly section: string; readonly fields: readonly QifField[]; readonly line: number }

const RECORDS_MAX = 2_000_000

/** Cuts a QIF text into its records (`^` ends one) and sections (`!` begins one). Lines that begin with `#` are remarks some programs write. */
export function readRecords(text: string, onRow: (chars: number) => boolean): { records: QifRecord[]; isCut: boolean } | undefined {
  const records: QifRecord[] = []
  let [section, fields, at, line] = ['', [] as QifField[], 0, 0]
  const close = (): void => {
    if (fields.length > 0 && records.length < RECORDS_MAX) records.push({ section, fields, line: fields[0]?.line ?? line })
    fields = []
  }
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    line += 1
    at += raw.length + 1
    if (line % 10_000 === 0 && !onRow(at)) return undefined
    const content = raw.trimEnd()
    if (content === '') continue
    if (content.startsWith('^')) close()
    else if (content.startsWith('!')) {
      close()
      section = sectionOf(content)
    } else if (section !== '' || !content.startsWith('#')) fields.push({ letter: content.charAt(0), value: content.slice(1), line })
  }
  const isCut = fields.length > 0
  close()
  return { records, isCut }
}

/** `!Type:Oth A` and `!type: oth a` are the same; options change nothing in what follows. */
function sectionOf(content: string): string {
  return content.slice(1).trim().toLowerCase().replace(/\s*:\s*/, ':')
}

/** The first field with this letter. */
export const fieldOf = ({ fields }: QifRecord, letter: string): string => fields.find((field) => field.letter === letter)?.value.trim() ?? ''
