import type { ShapeValue } from '#main/connectors/fints/schema/field.ts'
import type { HITANS6, HITANS7 } from '#main/connectors/fints/segments/tan.ts'
import type { Scenarios } from './scenario.ts'

type Method6 = ShapeValue<typeof HITANS6.fields>['rules']['methods'][number]
type Method7 = ShapeValue<typeof HITANS7.fields>['rules']['methods'][number]

/** How a challenge is shown. */
export type TanKind = 'text' | 'flicker' | 'photo' | 'qr' | 'decoupled'

export interface DemoMethod {
  readonly kind: TanKind
  readonly parameters: Method7
  /** Phones, readers or apps; where the bank wants one named, it must be one of these. */
  readonly media: readonly DemoMedium[]
}

export interface DemoMedium { readonly name: string; readonly category: 'M' | 'G' | 'B'; readonly hint: string }

const base = { process: '2', multiTan: false, delayed: '1', cancelAllowed: false, needsSmsAccount: '0', needsOrderAccount: '0', needsChallengeClass: false, isChallengeStructured: true, initMode: '00', needsChipAnswer: false } as const
const typed = { ...base, maxTanLength: 6, tanFormat: '1', maxChallengeLength: 2048 } as const
const PHONES: readonly DemoMedium[] = [{ name: 'Handy privat', category: 'M', hint: '*****4711' }, { name: 'Handy Büro', category: 'M', hint: '*****0815' }]

/** More polls than this count as a wrong TAN (PIN/TAN E.1, "Maximale Anzahl Statusabfragen"). */
export const POLLS_MAX = 10
const FIRST_POLL_SECONDS = 2
const NEXT_POLL_SECONDS = 2

export const METHODS: readonly DemoMethod[] = [
  {
    kind: 'text', media: PHONES,
    parameters: { ...typed, function: '942', technicalId: 'mobileTAN', zkaName: 'mobileTAN', name: 'mobileTAN', inputLabel: 'TAN aus der SMS', needsMedium: '2', activeMedia: 2 },
  },
  {
    kind: 'flicker', media: [{ name: 'TAN-Generator', category: 'G', hint: '****3344' }],
    parameters: { ...typed, function: '962', technicalId: 'HHD1.4OPT', zkaName: 'HHDOPT1', zkaVersion: '1.4', name: 'chipTAN optisch', inputLabel: 'TAN vom Generator', needsMedium: '0', activeMedia: 1 },
  },
  {
    kind: 'photo', media: [],
    parameters: { ...typed, function: '972', technicalId: 'photoTAN', name: 'photoTAN', inputLabel: 'TAN aus der photoTAN-App', needsMedium: '0', activeMedia: 1 },
  },
  {
    kind: 'qr', media: [],
    parameters: { ...typed, function: '982', technicalId: 'Q1S', zkaName: 'HHDUSB1', zkaVersion: '1.4', name: 'QR-TAN', inputLabel: 'TAN aus der QR-App', needsMedium: '0', activeMedia: 1 },
  },
  {
    kind: 'decoupled', media: [{ name: 'Demo-App', category: 'B', hint: 'Telefon von Mara' }],
    parameters: {
      ...base, function: '922', technicalId: 'pushTAN', zkaName: 'Decoupled', name: 'pushTAN', inputLabel: 'Freigabe', maxChallengeLength: 2048, needsMedium: '1', activeMedia: 1,
      pollsMax: POLLS_MAX, firstPollSeconds: FIRST_POLL_SECONDS, nextPollSeconds: NEXT_POLL_SECONDS, manualConfirmAllowed: true, autoPollAllowed: true,
    },
  },
]

/** The methods as version 6 announces them: without decoupled ones, and without what only version 7 knows. */
export const METHODS_OF_6: readonly Method6[] = METHODS.filter(({ kind }) => kind !== 'decoupled').map(({ parameters }) => parameters)

const ONLY: readonly (readonly [TanKind, readonly string[]])[] = [
  ['text', ['sms']], ['flicker', ['chip']], ['photo', ['photo']], ['qr', ['qr']], ['decoupled', ['push', 'declined', 'patient', 'waits-for-push']],
]

export function permittedMethods(scenarios: Scenarios): readonly DemoMethod[] {
  const names: ReadonlySet<string> = scenarios
  const kind = ONLY.find(([, wanted]) => wanted.some((name) => names.has(name)))?.[0]
  return kind === undefined ? METHODS : METHODS.filter((method) => method.kind === kind)
}
