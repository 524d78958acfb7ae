import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS, EVENTS } from '#shared/ipc/channels.ts'

const call = (channel: string) => (input: unknown, callId: string): Promise<unknown> => ipcRenderer.invoke('app:call', channel, input, callId)

/** Who hears which event; main sends all of them on one channel. A listener that throws must not keep it from the next. */
const listeners = new Map<string, Set<(payload: unknown) => void>>(EVENTS.map((event) => [event, new Set()]))
ipcRenderer.on('app:event', (_, event: string, payload: unknown) => {
  listeners.get(event)?.forEach((listener) => { queueMicrotask(() => { listener(payload) }) })
})

// SECURITY: 20 the page gets the contract's names as functions; ipcRenderer itself stays here.
contextBridge.exposeInMainWorld('bridge', {
  calls: Object.fromEntries(CHANNELS.map((channel) => [channel, call(channel)])),
  cancel: (callId: string) => { ipcRenderer.send('app:cancel', callId) },
  on: (event: string, listener: (payload: unknown) => void) => {
    listeners.get(event)?.add(listener)
    return () => { listeners.get(event)?.delete(listener) }
  },
})
