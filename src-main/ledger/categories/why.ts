/** Why a row has its category, as the engine says it. */
export interface Why {
  readonly kind: string
  /** From 0 to 1. */
  readonly confidence: number
  readonly evidence: string
}

const EVIDENCE_MAX = 60

/** `merchant 94 rewe`: short, because every row has one. */
export const whyText = ({ kind, confidence, evidence }: Why): string => `${kind} ${Math.round(confidence * 100)} ${evidence.slice(0, EVIDENCE_MAX)}`

/** Undefined for what nobody wrote like that. */
export function readWhy(text: string): Why | undefined {
  const found = /^([a-z-]+) (\d{1,3}) (.*)$/s.exec(text)
  return found ? { kind: found[1] ?? '', confidence: Number(found[2]) / 100, evidence: found[3] ?? '' } : undefined
}

/** The category was given by a transfer between own accounts: it lasts as long as the pair, and no undo may bring it back without. */
export const isOfPair = (why: string | null | undefined): boolean => why?.startsWith('transfer ') === true
