import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const KONTOR = fileURLToPath(new URL('../../../bin/kontor.js', import.meta.url))

/** The command as a process: what it printed, where it ends and how. */
async function run(args: readonly string[]) {
  const child = spawn(process.execPath, [KONTOR, 'demo-bank', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let notes = ''
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { notes += chunk.toString() })
  const ended = once(child, 'exit')
  while (!out.endsWith('\n') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended])
  return { child, ended, out: () => out, notes: () => notes }
}

describe('kontor demo-bank', () => {
  it('prints where it answers and who may log in, refuses aloud, and ends well on SIGTERM', async () => {
    const { child, ended, out, notes } = await run(['--persona', 'small', '--https'])
    const { fints, ofx } = JSON.parse(out()) as { fints: { url: string; blz: string; users: { user: string }[]; https: { certificate: string } }; ofx: { url: string; users: { user: string }[] } }
    expect(ofx).toMatchObject({ org: 'Harbor Federal', fid: '90210', https: { url: expect.stringContaining('https://') as string } })
    expect(ofx.users[0]).toEqual({ user: 'us', password: 'harbor-42' })
    expect((await fetch(ofx.url, { method: 'POST', headers: { 'content-type': 'application/x-ofx' }, body: 'nonsense' })).status).toBe(400)
    expect(fints).toMatchObject({ blz: '00000000', https: { certificate: expect.stringContaining('BEGIN CERTIFICATE') as string } })
    expect(fints.users[0]).toEqual({ user: 'small', pin: '12345', tan: '123456' })
    expect(fints.users.map(({ user }) => user)).toContain('small-locked')
    expect((await fetch(fints.url, { method: 'POST', body: 'nonsense' })).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(notes()).toContain('\n9110 ')
  })

  it('says what is wrong with its options', async () => {
    for (const args of [['--port', 'x'], ['--port', '70000'], ['--persona', 'nobody']]) {
      const { ended, out, notes } = await run(args)
      expect((await ended)[0]).toBe(2)
      expect([out(), notes()]).toEqual(['', expect.stringContaining('kontor:')])
    }
  })
})
