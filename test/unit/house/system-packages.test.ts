import { beforeEach, describe, expect, it } from 'vitest'
import { VIRTUAL_DISPLAY_NEEDS, WINDOW_NEEDS, ensureSystemPackages, type System } from '../../../scripts/system-packages.js'

const ALL = [...WINDOW_NEEDS, ...VIRTUAL_DISPLAY_NEEDS]

let did: string[]
let said: string

beforeEach(() => {
  did = []
  said = ''
})

/** A Debian-like machine; `offered` is what its package lists know once they have been updated. */
function machine({ installed, offered, more = {}, listsAreEmpty = false }: { installed: string[]; offered: string[]; more?: Partial<System>; listsAreEmpty?: boolean }): System {
  let isUpdated = !listsAreEmpty
  const answers: Record<string, (args: string[]) => { code: number; stdout: string }> = {
    'dpkg-query': () => ({ code: 0, stdout: installed.map((name) => `${name} installed`).concat('libremoved config-files').join('\n') }),
    'apt-cache': (args) => ({ code: 0, stdout: isUpdated && offered.includes(args[1] ?? '') ? `${args[1] ?? ''}:\n  Installed: (none)\n  Candidate: 1.0\n` : '' }),
    sudo: () => ({ code: 0, stdout: '' }),
  }
  return {
    ask: (command, args) => Promise.resolve(answers[command]?.(args) ?? { code: 127, stdout: '' }),
    act: (command, args) => {
      did.push([command, ...args].join(' '))
      if (args.includes('update')) isUpdated = true
      return Promise.resolve(0)
    },
    platform: 'linux', isRoot: true, hasTerminal: true,
    say: (line: string) => { said += `${line}\n` },
    ...more,
  }
}

const BOOKWORM = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'xvfb', 'xauth']
const TRIXIE = ['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1', 'libxss1', 'xvfb', 'xauth']

describe('the packages of the system', () => {
  it.each([['Debian 12', BOOKWORM], ['Debian 13 and Ubuntu 24.04', TRIXIE]])('are left alone where they are all there: %s', async (_name, installed) => {
    await ensureSystemPackages(ALL, { mayInstall: true, system: machine({ installed, offered: [] }) })

    expect([did, said]).toEqual([[], ''])
  })

  it('are named with a reason and installed, only those that are missing', async () => {
    await ensureSystemPackages(ALL, { mayInstall: true, system: machine({ installed: BOOKWORM.slice(0, 4), offered: BOOKWORM }) })

    expect(did).toEqual(['apt-get install -y --no-install-recommends libxss1 xvfb xauth'])
    expect(said).toContain('libxss1: tells how long nobody has typed')
    expect(said).not.toContain('libnss3')
  })

  it('have the names that this system gives them', async () => {
    await ensureSystemPackages(WINDOW_NEEDS, { mayInstall: true, system: machine({ installed: [], offered: TRIXIE }) })

    expect(did).toEqual(['apt-get install -y --no-install-recommends libgtk-3-0t64 libnss3 libasound2t64 libgbm1 libxss1'])
  })

  it('wait for the package lists of a fresh machine', async () => {
    await ensureSystemPackages(VIRTUAL_DISPLAY_NEEDS, { mayInstall: true, system: machine({ installed: [], offered: BOOKWORM, listsAreEmpty: true }) })

    expect(did).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends xvfb xauth'])
  })

  it('are not touched when the user forbids it; what to do is said', async () => {
    const system = machine({ installed: [], offered: BOOKWORM })

    await expect(ensureSystemPackages(VIRTUAL_DISPLAY_NEEDS, { mayInstall: false, system })).rejects.toThrow('apt-get install xvfb xauth')
    expect(did).toEqual([])
  })

  it('are installed through sudo by anyone but root, which never waits for a password that nobody can type', async () => {
    await ensureSystemPackages(VIRTUAL_DISPLAY_NEEDS, { mayInstall: true, system: machine({ installed: [], offered: BOOKWORM, more: { isRoot: false, hasTerminal: false } }) })

    expect(did).toEqual(['sudo -n DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends xvfb xauth'])
  })

  it('need an administrator: without sudo the command for root is named', async () => {
    const system = machine({ installed: [], offered: BOOKWORM, more: { isRoot: false } })
    const without: System = { ...system, ask: (command, args) => (command === 'sudo' ? Promise.resolve({ code: 127, stdout: '' }) : system.ask(command, args)) }

    await expect(ensureSystemPackages(VIRTUAL_DISPLAY_NEEDS, { mayInstall: true, system: without })).rejects.toThrow('As root: apt-get install xvfb xauth')
  })

  it('are nobody’s business on other systems', async () => {
    await ensureSystemPackages(ALL, { mayInstall: true, system: machine({ installed: [], offered: [], more: { platform: 'darwin' } }) })
    await ensureSystemPackages(ALL, { mayInstall: true, system: machine({ installed: [], offered: [], more: { ask: () => Promise.resolve({ code: 127, stdout: '' }) } }) })

    expect(did).toEqual([])
  })
})
