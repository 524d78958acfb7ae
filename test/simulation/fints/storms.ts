import { fromBody, toBody } from '#main/connectors/fints/message/carrier.ts'
import type { Interference } from '#main/demo-bank/fints/index.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { Killed, lost, type Passage, type Storm } from './mail.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAYS_3 = 3 * 24 * 60 * MINUTE

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Throws what a server's status means; `first` says whether the bank had done its work. */
const status = (code: number): never => {
  throw new HttpFailure('status', true, code)
}

/** The whole message was sent as Base64, but only a part of it was the bank's. */
const cut = (share: number): Storm => ({ deliver }) => {
  const answer = fromBody(deliver())
  return toBody(answer.subarray(0, Math.floor(answer.length * share)))
}

/** The bank says a code. */
const saying = (how: Interference['how'], code: string, ...parameters: string[]): Storm => ({ world, deliver }) => {
  world.interference = { how, code, parameters }
  try {
    return deliver()
  }
  finally {
    world.interference = null
  }
}

function die({ world }: Passage): never {
  world.isPowerOff = true
  throw new Killed()
}

/** What can happen to a message or its answer, to the clocks, and to the processes at both ends. */
const WEATHER: Readonly<Record<string, Storm>> = {
  'refused': () => { throw new HttpFailure('refused', false) },
  'offline': () => { throw new HttpFailure('offline', false) },
  'lost-request': () => lost('reset'),
  'lost-answer': ({ deliver }) => { deliver(); return lost('reset') },
  'timeout': ({ deliver, world }) => { deliver(); world.pass(MINUTE); return lost('timeout') },
  'busy': () => status(503),
  'error': () => status(500),
  'gateway': ({ deliver }) => { deliver(); return status(502) },
  'not-found': () => status(404),
  'cut-at-start': cut(0),
  'cut-early': cut(0.2),
  'cut-late': cut(0.9),
  'cut-at-end': ({ deliver }) => { const answer = fromBody(deliver()); return toBody(answer.subarray(0, -2)) },
  'cut-base64': ({ deliver, world }) => { const answer = deliver(); return answer.subarray(0, 4 + world.dice.below(answer.length - 8)) },
  'garbage': ({ deliver }) => { deliver(); return bytesOf('<html><body>Wartungsarbeiten</body></html>') },
  'doubled-answer': ({ deliver, mail }) => { const answer = deliver(); mail.late.push(answer); return answer },
  'late-answers': ({ deliver, mail }) => { const answer = deliver(); mail.late.push(answer); mail.lateness = 1 + mail.lateness; return answer },
  'doubled-request': ({ deliver }) => { const answer = deliver(); deliver(); return answer },
  'doubled-request-second-answer': ({ deliver }) => { deliver(); return deliver() },
  'slow': ({ deliver, world }) => { const answer = deliver(); world.pass(45 * SECOND); return answer },
  'six-minutes': ({ deliver, world }) => { const answer = deliver(); world.pass(6 * MINUTE); return answer },
  'eleven-minutes': ({ deliver, world }) => { const answer = deliver(); world.pass(11 * MINUTE); return answer },
  'three-days': ({ deliver, world }) => { const answer = deliver(); world.pass(DAYS_3); return answer },
  'own-clock-ahead': ({ deliver, world }) => { world.ownDaysOff += 1; return deliver() },
  'own-clock-behind': ({ deliver, world }) => { world.ownDaysOff -= 400; return deliver() },
  'bank-restarts': ({ deliver, world }) => { const answer = deliver(); world.restartBank(); return answer },
  'killed-before': (passage) => die(passage),
  'killed-after': (passage) => { passage.deliver(); return die(passage) },
}

const INSTEAD = ['9050', '9210', '9370', '9391', '9930', '9941', '9942', '9951', '9955', '9999']
const ENDING = ['9000', '9010', '9075', '9078', '9110', '9120', '9210', '9391', '9800', '9931', '9942']
const BESIDE: readonly (readonly [string, ...string[]])[] = [['0100'], ['3920', '900'], ['3920', '922', '942'], ['3931'], ['3938'], ['3040'], ['3076'], ['3956'], ['3072', 'somebody']]

export const STORMS: ReadonlyMap<string, Storm> = new Map<string, Storm>([
  ...Object.entries(WEATHER),
  ...INSTEAD.map((code): [string, Storm] => [`${code}-instead`, saying('instead', code)]),
  ...ENDING.map((code): [string, Storm] => [`${code}-ending`, saying('ending', code)]),
  ...BESIDE.map(([code, ...parameters]): [string, Storm] => [[code, ...parameters, 'beside'].join('-'), saying('beside', code, ...parameters)]),
])
