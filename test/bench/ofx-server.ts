import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { createOfxBank } from '#main/demo-bank/ofx/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { systemRandom } from '#main/platform/random.ts'

/**
 * The OFX demo bank in a process of its own, with four accounts of as many entries as the first argument says in place of a household's.
 * Sign-on, profile, account list and envelopes are the demo bank's; prints its address.
 */
const entries = Number(process.argv[2] ?? '25000')
/** The fourth account: the demo bank answers for its twin. */
const [TWIN, FOURTH] = ['0040125585', '0040125600']
const ENTRIES_A_DAY = 24
const NAMES = ['SAFEWAY 1422', 'SHELL OIL 57444', 'NETFLIX.COM', 'COMCAST CABLE', 'TRADER JOES 129', 'PAYROLL ACME CORP', 'CHECK', 'AMAZON MKTPL', 'STARBUCKS 03321', 'CITY WATER']

const bank = createOfxBank({ clock: systemClock, random: systemRandom })
const server = createServer((request, response) => {
  const chunks: Uint8Array[] = []
  request.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', () => {
    const asked = Buffer.concat(chunks).toString()
    const fourth = new Set([...asked.matchAll(/<TRNUID>([^<]*)<\/TRNUID>(?:(?!<\/STMTTRNRQ>)[\s\S])*?<ACCTID>([^<]*)/g)].flatMap(([, uid, account]) => (account === FOURTH ? [uid] : [])))
    const reply = bank.reply({ method: 'POST', path: request.url ?? '', contentType: request.headers['content-type'] ?? '', cookie: '', body: Buffer.from(asked.replaceAll(FOURTH, TWIN)) })
    response.writeHead(reply.status, reply.headers).end(enlarged(Buffer.from(reply.body).toString(), fourth))
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ofx\n`))

function enlarged(text: string, fourth: ReadonlySet<string | undefined>): string {
  const listed = text.replace(/<ACCTINFO>(?:(?!<\/ACCTINFO>)[\s\S])*0040125585[\s\S]*?<\/ACCTINFO>/, (info) => info + info.slice(info.lastIndexOf('<ACCTINFO>')).replaceAll(TWIN, FOURTH))
  const renamed = listed.replace(/<STMTTRNRS>[\s\S]*?<\/STMTTRNRS>/g, (item) => (fourth.has(/<TRNUID>([^<]*)/.exec(item)?.[1]) ? item.replaceAll(TWIN, FOURTH) : item))
  return renamed.replace(/(<BANKTRANLIST>[\s\S]*?<\/DTEND>)[\s\S]*?<\/BANKTRANLIST>/g, (_, head: string) => `${head}${list()}</BANKTRANLIST>`)
}

/** Days go back from today; every number is its row's alone. */
function list(): string {
  const today = Date.parse(systemClock.today())
  return Array.from({ length: entries }, (_, index) => {
    const day = new Date(today - Math.floor((entries - 1 - index) / ENTRIES_A_DAY) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
    const cents = (index * 7919) % 20_000 + 100
    return `<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>${day}120000</DTPOSTED><TRNAMT>-${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}</TRNAMT><FITID>${day}${String(index).padStart(6, '0')}</FITID><NAME>${NAMES[index % NAMES.length] ?? ''}</NAME><MEMO>CARD PURCHASE ${index % 977}</MEMO></STMTTRN>`
  }).join('\n')
}
