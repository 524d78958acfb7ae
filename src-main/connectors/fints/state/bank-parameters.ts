import { HIBPA3, HIKOM3, HIKOM4, HIPINS1 } from '../segments/bank-parameters.ts'
import { decode, type SegmentDefinition } from '../schema/segment.ts'
import type { Shape, ShapeValue } from '../schema/field.ts'
import { valuesOf } from '../message/message.ts'
import type { RawSegment } from '../syntax/wire.ts'

/** One of them at least is what a customer comes for. */
const ACCOUNT_ORDERS = ['HKSAL', 'HKKAZ', 'HKCAZ', 'HKWPD', 'DKKKU'] as const

/** Everything a bank tells about itself (BPD, Formals D), kept raw: what Kontor does not know today it may know tomorrow. */
export class BankParameters {
  readonly segments: readonly RawSegment[]
  readonly version: number
  readonly name: string
  /** What the bank calls the fields of its login (PIN/TAN B.8.1); null where it does not say. */
  readonly loginLabels: { readonly user: string | null; readonly customer: string | null }
  readonly #tanOrders: ReadonlyMap<string, boolean> | null

  constructor(segments: readonly RawSegment[]) {
    this.segments = segments
    const [general] = valuesOf(segments, HIBPA3)
    this.version = general?.version ?? 0
    this.name = general?.name ?? ''
    const [rules] = valuesOf(segments, HIPINS1)
    this.loginLabels = { user: labelOf(rules?.rules.userIdLabel), customer: labelOf(rules?.rules.customerLabel) }
    this.#tanOrders = rules === undefined || rules.rules.orders.length === 0 ? null : new Map(rules.rules.orders.map(({ order, needsTan }) => [order, needsTan]))
  }

  /** Versions of an order that the bank announces, newest first: `HKSAL` is announced by `HISALS`. */
  versionsOf(order: string): readonly number[] {
    const parameters = parameterSegment(order)
    return this.segments.filter(({ type }) => type === parameters).map(({ version }) => version).sort((a, b) => b - a)
  }

  /** Formals C.5.1 has strangers told the same as customers; some banks tell them less under the same version, so customers ask for the whole. */
  get isForStrangers(): boolean {
    return ACCOUNT_ORDERS.every((order) => this.versionsOf(order).length === 0)
  }

  /** Whether the order runs over PIN/TAN at all (PIN/TAN B.8.1). */
  allows(order: string): boolean {
    return this.#tanOrders?.has(order) ?? true
  }

  /** Whether HKTAN goes along with the order; the bank then decides whether a TAN is needed (PIN/TAN B.3). */
  needsTan(order: string): boolean {
    return this.#tanOrders?.get(order) ?? false
  }

  /** Parameters of one order version. */
  parameters<S extends Shape>(definition: SegmentDefinition<S>): ShapeValue<S> | undefined {
    const segment = this.segments.find(({ type, version }) => type === definition.type && version === definition.version)
    const read = segment === undefined ? null : decode(definition, segment)
    return read?.ok === true ? read.value : undefined
  }

  /** Parameters of an order version that a bank may spread over several segments. */
  allParameters<S extends Shape>(definition: SegmentDefinition<S>): ShapeValue<S>[] {
    return valuesOf(this.segments, definition)
  }

  /** Addresses the bank names for itself; shown to people, never followed. */
  get addresses(): readonly string[] {
    return [...valuesOf(this.segments, HIKOM3), ...valuesOf(this.segments, HIKOM4)]
      .flatMap(({ points }) => points.filter(({ service }) => service === '3').map(({ address }) => (address.startsWith('http') ? address : `https://${address}`)))
  }
}

/** Some banks send a blank, or a dash, for nothing. */
const labelOf = (text: string | undefined): string | null => (/\p{L}/u.test(text ?? '') ? text?.trim() ?? null : null)

/** HKSAL → HISALS, DKKKU → DIKKUS (Formals D.6). */
const parameterSegment = (order: string): string => `${order.slice(0, 1)}I${order.slice(2)}S`

const NOT_PARAMETERS = new Set(['HIRMG', 'HIRMS', 'HITAN', 'HISYN', 'HIUPA', 'HIUPD', 'HIKIM', 'HIISA', 'HITAB', 'HISPA', 'HISAL', 'HIKAZ', 'HICAZ', 'HIWPD'])
const GENERAL = new Set(['HIBPA', 'HIKOM', 'HISHV', 'HIKPV', 'HIPINS'])

/** The BPD in a reply, or null where it has none. */
export function bankParametersIn(segments: readonly RawSegment[]): BankParameters | null {
  if (!segments.some(({ type }) => type === 'HIBPA')) return null
  return new BankParameters(segments.filter(({ type }) => GENERAL.has(type) || (/^[HD]I[A-Z]{3}S$/.test(type) && !NOT_PARAMETERS.has(type))))
}
