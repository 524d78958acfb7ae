import { expect, it, onTestFinished } from 'vitest'
import { run } from '#main/cli/run.ts'
import { createDirectClient } from '#main/worker/direct.ts'
import { workplace } from './harness.ts'

it('Ctrl+C while a bank waits for a TAN leaves no half connection behind', async () => {
  const place = workplace()
  onTestFinished(place.remove)
  expect((await place.kontor(['--plain', 'bank', 'add', 'demo', '--persona', 'small-1'])).code).toBe(0)
  let interrupt = (): void => undefined
  let notes = ''
  const code = await run(['bank', 'add', 'demo', '--persona', 'small-2', '--name', 'MSA'], {
    env: { LANG: 'en_US.UTF-8', KONTOR_LEDGER: place.ledger },
    out: () => undefined,
    note: (text) => { notes += text },
    onInterrupt: (listener) => { interrupt = listener; return () => undefined },
    askSecret: () => { interrupt(); return new Promise(() => undefined) },
  })
  expect([code, notes]).toEqual([1, expect.stringMatching(/cancelled|stopped/i)])
  const ledger = createDirectClient()
  await ledger.open({ file: place.ledger, key: null, create: false })
  expect(await ledger.call('connections.list', undefined)).toMatchObject({ ok: true, value: [{ userId: 'small-1', updateStatus: 'READY' }] })
  await ledger.close()
})
