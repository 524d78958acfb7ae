import { expect, it, vi } from 'vitest'
import { UPLOAD_PIECE_BYTES } from '#shared/ipc/limits.ts'
import { stageImport } from '#renderer/api/stage.ts'

const said = (reply: unknown): Promise<string> => Promise.resolve(JSON.stringify(reply))

/** Main's side of the two ways in, as the contract has it. */
function bridge(refuseAt = Infinity) {
  const sent = new Map<string, { name: string; size: number; bytes: number[] }>()
  const largest: number[] = []
  const calls = {
    'imports.stage': vi.fn(() => said({ ok: true, value: { operationId: 'direct' } })),
    'uploads.add': vi.fn(({ uploadId, name, size, offset, bytes }: { uploadId: string; name: string; size: number; offset: number; bytes: Uint8Array }) => {
      if (offset >= refuseAt) return said({ ok: false, error: { kind: 'locked' } })
      const file = sent.get(uploadId) ?? { name, size, bytes: [] }
      expect(file.bytes.length).toBe(offset)
      sent.set(uploadId, { ...file, bytes: file.bytes.concat([...bytes]) })
      largest.push(bytes.length)
      return said({ ok: true, value: null })
    }),
    'uploads.stage': vi.fn(({ uploadIds }: { uploadIds: string[] }) => said({ ok: uploadIds.length > 0, value: { operationId: 'pieces' } })),
  }
  Object.assign(window, { bridge: { calls, cancel: () => undefined, on: () => () => undefined } })
  return { calls, sent, largest }
}

it('hands small files over in one call', async () => {
  const { calls } = bridge()
  expect(await stageImport([{ name: 'a.ofx', bytes: new Uint8Array(10) }])).toEqual({ ok: true, value: { operationId: 'direct' } })
  expect(calls['uploads.add']).not.toHaveBeenCalled()
})

it('cuts large ones, keeps their order and takes empty ones along', async () => {
  const { calls, sent, largest } = bridge()
  const large = Uint8Array.from({ length: UPLOAD_PIECE_BYTES + 5 }, (_, at) => at % 251)
  expect(await stageImport([{ name: 'large.ofx', bytes: large }, { name: 'empty.ofx', bytes: new Uint8Array() }])).toEqual({ ok: true, value: { operationId: 'pieces' } })
  const ids = calls['uploads.stage'].mock.calls[0]![0].uploadIds
  expect(ids.map((id) => [sent.get(id)?.name, sent.get(id)?.size, sent.get(id)?.bytes.length])).toEqual([['large.ofx', large.length, large.length], ['empty.ofx', 0, 0]])
  expect(Buffer.from(sent.get(ids[0]!)!.bytes).equals(Buffer.from(large))).toBe(true)
  expect(Math.max(...largest)).toBe(UPLOAD_PIECE_BYTES)
})

it('stops at the first refusal and says why', async () => {
  const { calls } = bridge(UPLOAD_PIECE_BYTES)
  expect(await stageImport([{ name: 'large.ofx', bytes: new Uint8Array(3 * UPLOAD_PIECE_BYTES) }])).toEqual({ ok: false, error: { kind: 'locked' } })
  expect(calls['uploads.add']).toHaveBeenCalledTimes(2)
  expect(calls['uploads.stage']).not.toHaveBeenCalled()
})
