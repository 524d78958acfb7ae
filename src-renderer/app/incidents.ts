import type { App } from 'vue'
import { call } from '#renderer/api/client.ts'

const STACK_CHARACTERS_MAX = 4000

/** Faults of the window go to main's redacting log: where they were and their stack, never the message, which may quote data. */
export function watchForIncidents(app: App): () => void {
  const onError = ({ error }: ErrorEvent) => { report('window', error) }
  const onRejection = ({ reason }: PromiseRejectionEvent) => { report('promise', reason) }
  app.config.errorHandler = (error, _instance, where) => { report(where, error) }
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}

function report(where: string, fault: unknown): void {
  const { name, stack } = fault instanceof Error ? fault : { name: typeof fault, stack: '' }
  void call('app.reportIncident', { where: where.slice(0, 200), name: name.slice(0, 100), stack: framesOf(stack ?? '') })
}

/** The frames of a stack without its first line, which holds the message. */
export const framesOf = (stack: string): string =>
  stack.split('\n').filter((line) => /^\s+at /.test(line)).join('\n').slice(0, STACK_CHARACTERS_MAX)
