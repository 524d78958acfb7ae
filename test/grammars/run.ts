/**
 * Validates random requests, and the demo bank's answers, against the specification's own grammars: XML by the 2.3 schema (xmllint), SGML by the 1.6 DTD
 * (onsgmls). The grammars are not ours to hand on: KONTOR_OFX_GRAMMARS names a folder with `xsd-2.3` and `dtd` in it.
 *   apt-get install libxml2-utils opensp
 *   KONTOR_OFX_GRAMMARS=… npm run test:grammars
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { compose, type Batch } from '#main/connectors/ofx/batch/compose.ts'
import type { OfxItem } from '#main/connectors/ofx/batch/items.ts'
import { setOf } from '#main/connectors/ofx/batch/requests.ts'
import { isXml, type Dialect } from '#main/connectors/ofx/versions.ts'
import { batches, DIALECTS, surroundings } from '../unit/connectors/ofx/batches.ts'
import { answersOf } from '../unit/connectors/ofx/answers.ts'

const grammars = process.env['KONTOR_OFX_GRAMMARS'] ?? ''
if (grammars === '') {
  console.error('KONTOR_OFX_GRAMMARS names the folder with the grammars of OFX: xsd-2.3/OFX2_Protocol.xsd and dtd/ofx160.dtd.')
  process.exit(2)
}
const PER_DIALECT = Number(process.env['KONTOR_OFX_BATCHES'] ?? '200')
const seed = Number(process.env['KONTOR_SEED'] ?? '20260')
const folder = mkdtempSync(join(tmpdir(), 'kontor-grammars-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** The schema has loans behind brokers and transfers, servers in use have them before: those go into documents of their own. */
const LATER = new Set(['INVSTMTMSGSRQV1', 'INTERXFERMSGSRQV1'])
const isLoan = (item: OfxItem): boolean => setOf(item) === 'LOANMSGSRQV1'
function divided(batch: Batch): Batch[] {
  const collides = batch.items.some(isLoan) && batch.items.some((item) => LATER.has(setOf(item)))
  return collides ? [{ ...batch, items: batch.items.filter(isLoan) }, { ...batch, items: batch.items.filter((item) => !isLoan(item)) }] : [batch]
}

/** 1.6 has no challenges: its DTD would refuse what belongs to 1.0.3 alone. */
const asDtdHasIt = (batch: Batch): Batch => ({ ...batch, signOn: { ...batch.signOn, clientUid: undefined, credentials: [], authToken: undefined, accessKey: undefined, answers: [] } })

function documentsOf(dialect: Dialect): string[] {
  const drawn = fc.sample(batches(dialect.version), { numRuns: PER_DIALECT, seed })
  return drawn.flatMap((batch) => divided(isXml(dialect.version) ? batch : asDtdHasIt(batch))).map((batch) => {
    const composed = compose(batch, surroundings(dialect))
    if (!composed.ok) throw new Error(`refused: ${JSON.stringify(composed.error)}`)
    return new TextDecoder(isXml(dialect.version) ? 'utf-8' : 'windows-1252').decode(composed.value.body)
  })
}

/** The schema gives its elements a namespace at the root that nobody writes on the wire. */
const inNamespace = (text: string): string => text.replace(/<\?OFX [^>]*\?>/, '').replace('<OFX>', '<ofx:OFX xmlns:ofx="http://ofx.net/types/2003/04">').replace(/<\/OFX>\s*$/, '</ofx:OFX>')

function checkXml(documents: readonly string[]): string[] {
  const schemas = join(grammars, 'xsd-2.3')
  for (const file of readdirSync(schemas)) copyFileSync(join(schemas, file), join(folder, file))
  const files = documents.map((text, index) => {
    const file = join(folder, `${index}.xml`)
    writeFileSync(file, inNamespace(text))
    return file
  })
  const run = spawnSync('xmllint', ['--noout', '--schema', join(folder, 'OFX2_Protocol.xsd'), ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.error) throw run.error
  return run.stderr.split('\n').filter((line) => / error : /.test(line))
}

function checkSgml(documents: readonly string[]): string[] {
  return documents.flatMap((text, index) => {
    const file = join(folder, `${index}.sgml`)
    // The header is no SGML; the DTD knows no character above ASCII.
    writeFileSync(file, text.slice(text.indexOf('<OFX>')).replace(/[^\0-\x7f]/g, 'x'))
    const run = spawnSync('onsgmls', ['-s', '-E0', join(grammars, 'dtd', 'ofx160.dtd'), file], { encoding: 'utf8' })
    if (run.error) throw run.error
    return run.stderr.split('\n').filter((line) => /:E:/.test(line) && line.includes(file))
  })
}

execFileSync('xmllint', ['--version'], { stdio: 'ignore' })
let failures = 0
let count = 0
for (const dialect of DIALECTS) {
  const documents = documentsOf(dialect)
  const faults = isXml(dialect.version) ? checkXml(documents) : checkSgml(documents)
  console.log(`OFX ${dialect.version}${isXml(dialect.version) ? '' : dialect.closesLeaves ? ', leaves closed' : ', leaves open'}: ${documents.length} requests, ${faults.length} faults`)
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault.replaceAll(folder, '')}`)
  failures += faults.length
  count += documents.length
}
for (const dialect of DIALECTS.filter(({ version, closesLeaves }) => isXml(version) || (!closesLeaves && version !== '103'))) {
  const documents = answersOf(dialect)
  const faults = isXml(dialect.version) ? checkXml(documents) : checkSgml(documents)
  console.log(`answers of the demo bank in OFX ${dialect.version}: ${documents.length}, ${faults.length} faults`)
  for (const fault of faults.slice(0, 5)) console.log(`  ${fault.replaceAll(folder, '')}`)
  failures += faults.length
  count += documents.length
}
console.log(`${count - Math.min(count, failures)} passed, ${failures} failed`)
process.exit(failures === 0 ? 0 : 1)
