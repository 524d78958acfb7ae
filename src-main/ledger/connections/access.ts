import { USUAL_ACCESS, type Access } from '#shared/access.ts'
import type { AccessEdit, KnownAccess, StoredAccess } from './jobs.ts'
import { stored, type ConnectionRow } from './row.ts'

const USUAL: StoredAccess = { proxy: { mode: 'system' }, clientCertificate: null, pinned: null, program: null, clientUid: '' }

type Columns = Pick<ConnectionRow, 'access' | 'sealed_proxy' | 'sealed_certificate'>

/** What a run needs; secrets as they are sealed. */
export const knownAccess = (row: Columns): KnownAccess => ({
  access: stored(row.access),
  sealedProxy: row.sealed_proxy && Uint8Array.from(row.sealed_proxy),
  sealedCertificate: row.sealed_certificate && Uint8Array.from(row.sealed_certificate),
})

/** What a window may see: a secret that is gone, as after an undone removal, is not there. */
export function shownAccess(row: Columns): Access | undefined {
  const known = stored(row.access)
  if (known === null) return undefined
  const { proxy, clientCertificate, pinned, program, clientUid } = known
  return {
    ...USUAL_ACCESS, proxy, program, clientUid, proxyPasswordStored: row.sealed_proxy !== null,
    clientCertificate: clientCertificate === null || row.sealed_certificate === null ? null : { fileName: clientCertificate.fileName, subject: clientCertificate.subject, validTo: clientCertificate.validTo },
    pinned: pinned && { subject: pinned.subject, issuer: pinned.issuer, validFrom: pinned.validFrom, validTo: pinned.validTo, fingerprint: pinned.fingerprint },
  }
}

/** The columns after a change. `isElsewhere`: the bank's address leads to another host than before. */
export function editedAccess(row: Columns, edit: AccessEdit | undefined, isElsewhere: boolean): Columns {
  if (edit === undefined && !(isElsewhere && row.access !== null)) return { access: row.access, sealed_proxy: row.sealed_proxy, sealed_certificate: row.sealed_certificate }
  const before = stored(row.access) ?? USUAL
  const { sealedProxy, sealedCertificate, proxy = before.proxy, clientCertificate = before.clientCertificate, program = before.program, clientUid = before.clientUid } = edit ?? {}
  // SECURITY: a certificate was trusted for one host; another host has to be trusted anew.
  const pinned = edit?.pinned === undefined ? (isElsewhere ? null : before.pinned) : edit.pinned
  const after: StoredAccess = { proxy, clientCertificate, pinned, program, clientUid }
  // SECURITY: a proxy's password goes to that proxy and that user only.
  const keepsPassword = JSON.stringify(proxy) === JSON.stringify(before.proxy)
  return {
    access: JSON.stringify(after) as Columns['access'],
    sealed_proxy: sealedProxy === undefined ? (keepsPassword ? row.sealed_proxy : null) : sealedProxy,
    sealed_certificate: sealedCertificate === undefined ? (clientCertificate === null ? null : row.sealed_certificate) : sealedCertificate,
  }
}

/** The columns of a connection that is being made. */
export const newAccess = (edit: AccessEdit | undefined): Columns => editedAccess({ access: null, sealed_proxy: null, sealed_certificate: null }, edit, false)
