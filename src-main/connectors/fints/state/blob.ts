import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { FintsBank, FintsLogin } from '../types.ts'
import { serialize } from '../syntax/serializer.ts'
import { tokenize } from '../syntax/tokenizer.ts'
import type { RawSegment } from '../syntax/wire.ts'
import { BankParameters } from './bank-parameters.ts'
import { emptyKnowledge, type Knowledge } from './knowledge.ts'
import { UserParameters, type AccountInfo } from './user-parameters.ts'

/** Raised when an older Kontor could no longer understand the blob. */
const VERSION = 1
const FORMAT = 'kontor-fints-state'

/** What the blob belongs to: a state of another customer would put a stranger's system id on the wire. */
export interface Owner {
  readonly bank: FintsBank
  readonly login: FintsLogin
}

const DAMAGED: AppError = { kind: 'invalid_input', path: 'fintsState' }

export const segmentsToText = (segments: readonly RawSegment[]): string => Buffer.from(serialize(segments)).toString('base64')

export function segmentsFromText(text: unknown): readonly RawSegment[] | null {
  if (typeof text !== 'string') return null
  const read = tokenize(new Uint8Array(Buffer.from(text, 'base64')))
  return read.ok ? read.value : null
}

/**
 * What Kontor knows, as one versioned blob. Without the private part it holds the bank's parameters only and may be
 * shared by all customers of the bank; with it, it belongs into an encrypted store. It never holds a PIN.
 */
export function deconstruct(knowledge: Knowledge, { bank, login }: Owner, { includePrivate }: { readonly includePrivate: boolean }): Uint8Array {
  const personal = {
    userId: login.userId,
    customerId: login.customerId,
    systemId: knowledge.systemId,
    user: knowledge.user === null ? null : segmentsToText(knowledge.user.segments),
    permitted: knowledge.permitted,
    method: knowledge.method,
    medium: knowledge.medium,
    pinRefused: knowledge.pinRefused,
    listed: knowledge.listed,
  }
  const state = {
    format: FORMAT,
    version: VERSION,
    country: bank.country,
    bankCode: bank.bankCode,
    bank: knowledge.bank === null ? null : segmentsToText(knowledge.bank.segments),
    personal: includePrivate ? personal : null,
  }
  return new TextEncoder().encode(JSON.stringify(state))
}

/** Brings a state back. One of another bank or customer is refused; one of a newer Kontor too. */
export function restore(blob: Uint8Array, owner: Owner): Result<Knowledge, AppError> {
  const state = parseRecord(blob)
  if (state?.['format'] !== FORMAT) return err(DAMAGED)
  if (state['version'] !== VERSION) return err({ kind: 'too_new' })
  if (state['bankCode'] !== owner.bank.bankCode || state['country'] !== owner.bank.country) return err({ kind: 'invalid_input', path: 'bankCode' })
  const bank = state['bank'] === null ? [] : segmentsFromText(state['bank'])
  if (bank === null) return err(DAMAGED)
  const knowledge = { ...emptyKnowledge(), bank: bank.length === 0 ? null : new BankParameters(bank) }
  return state['personal'] === null ? ok(knowledge) : restorePersonal(knowledge, state['personal'], owner.login)
}

function restorePersonal(knowledge: Knowledge, source: unknown, login: FintsLogin): Result<Knowledge, AppError> {
  if (!isRecord(source)) return err(DAMAGED)
  if (source['userId'] !== login.userId || source['customerId'] !== login.customerId) return err({ kind: 'invalid_input', path: 'userId' })
  const user = source['user'] === null ? [] : segmentsFromText(source['user'])
  const { systemId, permitted, method, medium, pinRefused, listed } = source
  if (user === null || !isTextOrNull(systemId) || !isTextOrNull(method) || !isTextOrNull(medium)) return err(DAMAGED)
  if (!(permitted === null || isTexts(permitted)) || !(pinRefused === null || isRefusal(pinRefused)) || !Array.isArray(listed) || !listed.every(isAccount)) return err(DAMAGED)
  return ok({ ...knowledge, systemId, permitted, method, medium, pinRefused, listed, user: user.length === 0 ? null : new UserParameters(user) })
}

export function parseRecord(blob: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(blob))
    return isRecord(parsed) ? parsed : null
  }
  catch {
    return null
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'
export const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')

const isRefusal = (value: unknown): value is NonNullable<Knowledge['pinRefused']> =>
  isRecord(value) && typeof value['code'] === 'string' && typeof value['text'] === 'string' && isTexts(value['parameters'])

const isAccount = (value: unknown): value is AccountInfo =>
  isRecord(value) && isTextOrNull(value['iban']) && isTextOrNull(value['number']) && typeof value['country'] === 'string'
