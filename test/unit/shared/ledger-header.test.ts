import { describe, expect, it } from 'vitest'
import { HEADER_BYTES, lookOf } from '#shared/ledger-header.ts'

const PLAIN = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8)])
const ENCRYPTED = Buffer.concat([Buffer.alloc(16, 0xa7), Buffer.from('1000020220402020', 'hex')])

describe('the first bytes of a ledger', () => {
  it('tell plain from encrypted from anything else', () => {
    expect(lookOf(PLAIN)).toBe('plain')
    expect(lookOf(ENCRYPTED)).toBe('encrypted')
    for (const other of ['', 'SQLite', 'not a ledger at all, but long enough', '\0'.repeat(HEADER_BYTES)]) expect(lookOf(Buffer.from(other))).toBe('other')
  })

  it('look at nothing behind the header', () => {
    expect(lookOf(Buffer.concat([ENCRYPTED, Buffer.from('anything')]))).toBe('encrypted')
  })
})
