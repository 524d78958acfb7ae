import type { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { asUtf8, decodeText } from '#main/connectors/text/decode.ts'
import { readAnswer, type Answer } from '../batch/answer.ts'
import { compose, type Batch } from '../batch/compose.ts'
import { declaredEncoding, looksLikeOfx } from '../header.ts'
import { redact } from '../redact.ts'
import { traceOf } from '../trace.ts'
import type { Dialect } from '../versions.ts'
import type { Handler } from '../walk.ts'
import { wireError } from './refusal.ts'
import type { OfxBank, OfxEnvironment } from './types.ts'

/** Headers of every request (OFX 2.3 §2.3.1). */
export const OFX_HEADERS = { 'content-type': 'application/x-ofx', 'accept': '*/*, application/x-ofx' } as const

/** The server could not read the request, so that nothing of it was carried out. */
const UNREAD = 400
/** The sign-on's own code for the same (OFX 2.3 appendix A). */
const UNSPOKEN = '2021'
const HEAD_BYTES = 4096

/** Why a batch got no answer, and whether the bank may have carried it out all the same. */
export interface WireFault { readonly error: AppError; readonly mayHaveArrived: boolean; readonly httpStatus: number | null }

export type Answered = Result<{ readonly answer: Answer }, WireFault>

/** Refused for its version or its manner alone; the same may be said in another one. */
export const isUnread = (answered: Answered): boolean => answered.ok ? answered.value.answer.signOn?.status.code === UNSPOKEN : answered.error.httpStatus === UNREAD

/** One POST: one batch, one sign-on, one answer. */
export async function exchange(
  batch: Batch, spoken: Dialect, { bank, environment }: { readonly bank: OfxBank; readonly environment: OfxEnvironment }, also: readonly Handler[], signal: AbortSignal | undefined,
): Promise<Answered> {
  const { clock, random, post } = environment
  const composed = compose(batch, { dialect: spoken, now: clock.now(), uuid: () => random.uuid() })
  if (!composed.ok) return err({ error: composed.error, mayHaveArrived: false, httpStatus: null })
  if (isRecorded(environment)) record('sent', textOf(composed.value.body), composed.value.body.length, batch, environment)
  let bytes: Uint8Array
  try {
    bytes = await post(bank.url, composed.value.body, signal)
  }
  catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause
    const said = spokenIn(cause)
    if (said === null) return err({ error: wireError(cause, bank.url), mayHaveArrived: cause.mayHaveArrived && cause.status !== UNREAD, httpStatus: cause.status })
    bytes = said
  }
  if (isRecorded(environment)) record('received', textOf(bytes), bytes.length, batch, environment)
  const { bytes: document } = asUtf8(bytes, declaredEncoding)
  if (document !== bytes) letGo(bytes)
  const answer = readAnswer(document, { items: batch.items, uids: composed.value.uids }, also)
  letGo(document)
  return answer.ok ? ok({ answer: answer.value }) : err({ error: answer.error, mayHaveArrived: true, httpStatus: 200 })
}

const LARGE_BYTES = 1024 * 1024
/** A hundred thousand entries are some twenty megabytes: once they are read they go at once, not when the garbage collector comes by. */
function letGo({ buffer, byteOffset }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && buffer.byteLength > LARGE_BYTES) buffer.transfer(0)
}
const textOf = (bytes: Uint8Array): string => decodeText(bytes, declaredEncoding).text
const isRecorded = ({ trace, keep }: OfxEnvironment): boolean => trace !== undefined || keep !== undefined

/** Some servers refuse in their protocol under a status that is not 200; their own words say more than the status. */
function spokenIn({ body }: HttpFailure): Uint8Array | null {
  return body !== null && looksLikeOfx(new TextDecoder('latin1').decode(body.subarray(0, HEAD_BYTES))) && readAnswer(asUtf8(body, declaredEncoding).bytes, { items: [], uids: [] }).ok ? body : null
}

// SECURITY: what leaves here for a trace or a data file has lost its secrets.
function record(direction: 'sent' | 'received', text: string, size: number, batch: Batch, { trace, keep }: OfxEnvironment): void {
  trace?.(traceOf(direction, text, size))
  keep?.({ direction, document: redact(text, secretsOf(batch)) })
}

function secretsOf({ signOn, newPassword }: Batch): string[] {
  const { password, credentials = [], authToken, accessKey, sessionCookie, answers = [], clientUid } = signOn
  const secrets = [password, newPassword, ...credentials, authToken, accessKey, sessionCookie, ...answers.map(({ answer }) => answer)]
  return [...secrets.flatMap((secret) => secret === undefined ? [] : [secret.reveal()]), ...(clientUid === undefined || clientUid === '' ? [] : [clientUid])]
}
