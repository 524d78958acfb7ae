import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfxEnvironment } from '#main/connectors/ofx/index.ts'
import { systemClock } from '#main/platform/clock.ts'

const OWN_ONLY = 0o600

/** `--keep FOLDER`: writes what an OFX bank and Kontor say to each other to data files, without passwords and answers; `inspect` and `import` read them. */
export function keeperIn(folder: string): NonNullable<OfxEnvironment['keep']> {
  const begun = systemClock.now().slice(0, 19).replace(/[-:]/g, '')
  let count = 0
  return ({ direction, document }) => {
    count += 1
    writeFileSync(join(folder, `${begun}-${String(count).padStart(3, '0')}-${direction}.ofx`), document, { mode: OWN_ONLY })
  }
}
