import { Secret } from '#shared/secret.ts'
import { compose } from '#main/connectors/ofx/batch/compose.ts'
import { accountKey, type OfxItem } from '#main/connectors/ofx/index.ts'
import { has, isXml, type Dialect } from '#main/connectors/ofx/versions.ts'
import { createOfxBank, OFX_PASSWORD, type OfxScenario } from '#main/demo-bank/ofx/index.ts'
import { surroundings } from './batches.ts'
import { BANK, BROKER, CARD, CHECKING, LOAN, SAVINGS, STATEMENTS, TODAY, transfer } from './kit.ts'

/** Everything a version can ask of the demo bank. */
export const everything = ({ version }: Dialect): OfxItem[] => [
  { kind: 'accounts' }, { kind: 'profile' }, ...STATEMENTS, { kind: 'bank-statement', account: { ...CHECKING, accountId: accountKey(CARD).slice(0, 9) } },
  { kind: 'broker-statement', account: BROKER }, { kind: 'bank-closing', account: SAVINGS }, { kind: 'card-closing', account: CARD },
  transfer('1.00', { uid: 'own' }), transfer('2.00', { between: 'banks', uid: 'between' }), { kind: 'transfers', between: 'own', account: CHECKING }, { kind: 'securities', tickers: ['HARBX'] },
  ...(has(version, 'loan') ? [{ kind: 'loan-statement', account: LOAN } as const] : []),
]

/** The demo bank's answers to all of that, in good times and in bad. */
export function answersOf(dialect: Dialect): string[] {
  return ([undefined, 'mfa', 'must-change', 'locked', 'item-error'] as const).map((scenario: OfxScenario | undefined) => {
    const { now } = surroundings(dialect)
    const clock = { now: () => now, today: () => TODAY, monotonicMs: () => 0 }
    const bank = createOfxBank({ clock, random: { bytes: (size) => new Uint8Array(size) }, scenario })
    const signOn = { userId: 'us', password: new Secret(OFX_PASSWORD), org: BANK.org, fid: BANK.fid, language: 'ENG', app: { id: 'QWIN', version: '2700' } }
    // The schema wants a loan statement even in an answer that refuses one.
    const refuses = scenario !== undefined && scenario !== 'item-error'
    const items = everything(dialect).filter(({ kind }) => !refuses || kind !== 'loan-statement')
    const composed = compose({ signOn, items }, surroundings(dialect))
    if (!composed.ok) throw new Error(JSON.stringify(composed.error))
    const { body } = bank.reply({ method: 'POST', path: '/ofx', contentType: 'application/x-ofx', cookie: '', body: composed.value.body })
    return new TextDecoder(isXml(dialect.version) ? 'utf-8' : 'windows-1252').decode(body)
  })
}
