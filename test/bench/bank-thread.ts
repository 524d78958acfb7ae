import { BroadcastChannel } from 'node:worker_threads'
import process from 'node:process'
import '#main/app/demo-bank-thread.ts'
import { BANK_COST } from './connections-job.ts'

/** The demo bank's thread as the app has it. Asked for it, it says what it has cost so far. */
const channel = new BroadcastChannel(BANK_COST)
channel.onmessage = (message) => {
  if (message.data !== null) return
  const { user, system } = process.threadCpuUsage()
  channel.postMessage((user + system) / 1000)
}
