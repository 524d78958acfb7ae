import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Secret } from '#shared/secret.ts'
import { LedgerKeys } from '#main/secrets/ledger-keys.ts'
import { Vault } from '#main/secrets/vault.ts'

const keysOf = (byte: number, id = 'ledger-1') => new LedgerKeys(new Uint8Array(32).fill(byte), id)
const OWNER = { connectionId: 7, protocol: 'fints', bankCode: '00000000' }

it('opens what it sealed, whatever the PIN is', () => {
  const vault = new Vault(keysOf(1))
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 99, unit: 'grapheme' }), (pin) => {
    const sealed = vault.seal(new Secret(pin), OWNER)
    expect(vault.open(sealed, OWNER)?.reveal()).toBe(pin)
    if (pin.length > 3) expect(Buffer.from(sealed).includes(pin)).toBe(false)
  }))
})

it('opens nothing for another connection, bank, ledger or key', () => {
  const sealed = new Vault(keysOf(1)).seal(new Secret('12345'), OWNER)
  expect(new Vault(keysOf(1)).open(sealed, { ...OWNER, connectionId: 8 })).toBeNull()
  expect(new Vault(keysOf(1)).open(sealed, { ...OWNER, bankCode: '12030000' })).toBeNull()
  expect(new Vault(keysOf(1)).open(sealed, { ...OWNER, protocol: 'ofx' })).toBeNull()
  expect(new Vault(keysOf(1, 'ledger-2')).open(sealed, OWNER)).toBeNull()
  expect(new Vault(keysOf(2)).open(sealed, OWNER)).toBeNull()
})

it('opens nothing that was damaged in any byte, or cut anywhere', () => {
  const vault = new Vault(keysOf(1))
  const sealed = vault.seal(new Secret('12345'), OWNER)
  for (let at = 0; at < sealed.length; at += 1) {
    expect(vault.open(sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)), OWNER)).toBeNull()
    expect(vault.open(sealed.subarray(0, at), OWNER)).toBeNull()
  }
})

it('never makes the same seal twice', () => {
  const vault = new Vault(keysOf(1))
  const seals = Array.from({ length: 50 }, () => Buffer.from(vault.seal(new Secret('12345'), OWNER)).toString('hex'))
  expect(new Set(seals).size).toBe(50)
})
