import type { AppError } from '#shared/errors.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { OperationId } from '#shared/model.ts'
import type { Language } from '#shared/preferences.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { systemClock, type Clock } from '#main/platform/clock.ts'
import { systemRandom, type Random } from '#main/platform/random.ts'
import type { LedgerClient } from './client.ts'
import { Engine } from './engine.ts'
import { inLanguage } from './language.ts'
import { newFlag, OperationBook } from './operations.ts'
import type { Answer, CancelFlag, LedgerChannel, LedgerEvent } from './protocol.ts'

export interface DirectOptions {
  readonly clock?: Clock
  readonly random?: Random
  /** New accounts are named in it. */
  readonly language?: Language
}

/** The whole ledger in the calling thread, one connection for everything: for the command line and tests. `:memory:` is a file too. */
export function createDirectClient({ clock = systemClock, random = systemRandom, language = 'en' }: DirectOptions = {}): LedgerClient {
  const listeners = new Set<(event: LedgerEvent) => void>()
  const operations = new OperationBook()
  const emit = (event: LedgerEvent): void => {
    operations.note(event)
    for (const listener of listeners) listener(event)
  }
  const engine = new Engine({ clock, random, emit })
  return {
    prepare: () => undefined,
    open: (input) => answered(engine.answer({ kind: 'open', input, role: 'both' })),
    close: async () => {
      await answered(engine.answer({ kind: 'close' }))
      operations.clear()
    },
    call: (channel, input, signal) => answered(signal?.aborted === true ? CANCELLED : ask({ engine, operations, random, language }, channel, input)),
    job: (name, input, signal) => answered(signal?.aborted === true ? CANCELLED : engine.answer({ kind: 'job', name, input: inLanguage(name, input, language), flag: newFlag() })),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
  }
}

const CANCELLED: Answer = err({ kind: 'cancelled' })

interface Parts { readonly engine: Engine; readonly operations: OperationBook; readonly random: Random; readonly language: Language }

function ask({ engine, operations, random, language }: Parts, channel: LedgerChannel, input: unknown): Answer {
  switch (channel) {
    case 'operations.list':
      return ok(operations.list())
    case 'operations.cancel':
      operations.cancel((input as Parsed<'operations.cancel'>).operationId)
      return ok(null)
    case 'imports.stage':
      return stage({ engine, operations }, { operationId: random.uuid() as OperationId, language, ...(input as Parsed<'imports.stage'>) })
    case 'imports.commit':
      return during(operations, { operationId: (input as Parsed<'imports.commit'>).operationId, stores: true }, (flag) => engine.answer({ kind: 'call', name: channel, input, flag }))
    default:
      return engine.answer({ kind: 'call', name: channel, input, flag: newFlag() })
  }
}

/** What went wrong with a file or the whole operation is told as everywhere: by the review and by the operation's events. */
function stage({ engine, operations }: Pick<Parts, 'engine' | 'operations'>, { operationId, language, files }: Parsed<'imports.stage'> & { operationId: OperationId; language: Language }): Answer {
  const answer = during(operations, { operationId, stores: false }, (flag) => engine.answer({ kind: 'stage', input: { files, source: 'file', operationId, language }, flag }))
  return !answer.ok && answer.error.kind === 'locked' ? answer : ok({ operationId })
}

/** A listener may call the work off although it runs in this very thread. */
function during(operations: OperationBook, { operationId, stores }: { operationId: OperationId; stores: boolean }, work: (flag: CancelFlag) => Answer): Answer {
  const flag = operations.begin(operationId, stores)
  try {
    return work(flag)
  } finally {
    operations.end(operationId, flag)
  }
}

/** The engine's table types each answer; on its way here it was only `unknown`. */
const answered = <T>(answer: Answer): Promise<Result<T, AppError>> => Promise.resolve(answer as Result<T, AppError>)
