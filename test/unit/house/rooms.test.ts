import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { rooms } from '../../../rooms.js'
import { roomOf } from '../../../scripts/lib/walls.js'

const plan: Record<string, { doors: string[]; outside: string[] }> = rooms

function reachable(room: string, seen = new Set<string>()): Set<string> {
  for (const door of plan[room]?.doors ?? []) {
    if (seen.has(door)) continue
    seen.add(door)
    reachable(door, seen)
  }
  return seen
}

describe('the house plan', () => {
  it('has doors only to rooms that exist', () => {
    const doors = Object.values(plan).flatMap((room) => room.doors)

    expect(doors.filter((door) => !(door in plan))).toEqual([])
  })

  it('has no way round in a circle', () => {
    expect(Object.keys(plan).filter((room) => reachable(room).has(room))).toEqual([])
  })

  it('never lets connectors and ledger meet', () => {
    expect(reachable('src-main/connectors')).not.toContain('src-main/ledger')
    expect(reachable('src-main/ledger')).not.toContain('src-main/connectors')
  })

  it('keeps window and main apart', () => {
    for (const room of Object.keys(plan)) {
      const side = room.split('/')[0]
      expect([...reachable(room)].filter((other) => other.split('/')[0] !== side)).toEqual([])
    }
  })

  it('has a room for every source file', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'shared', 'src-main', 'src-renderer'], { encoding: 'utf8' }).split('\n')
    const homeless = files.filter((file) => /\.(ts|vue|js|css)$/.test(file) && roomOf(plan, file) === undefined)

    expect(homeless).toEqual([])
  })
})
