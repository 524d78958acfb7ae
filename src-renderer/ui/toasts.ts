import { shallowReactive } from 'vue'
import type { AppError } from '#shared/errors.ts'
import { sentence } from '#shared/error-text.ts'
import type { Language } from '#shared/preferences.ts'

export interface ToastAction { readonly label: string; readonly run: () => unknown }
export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'good' | 'bad'
  readonly action: ToastAction | undefined
}

/** Older ones make room: a stack of messages is read by nobody. */
const TOASTS_MAX = 3
let last = 0

export const toasts = shallowReactive<Toast[]>([])

/** Says something in passing, politely also to screen readers. `action` is the one thing to do about it, mostly Undo. */
export function showToast(text: string, { tone = 'plain', action }: { readonly tone?: Toast['tone']; readonly action?: ToastAction } = {}): number {
  last += 1
  toasts.push({ id: last, text, tone, action })
  if (toasts.length > TOASTS_MAX) toasts.splice(0, toasts.length - TOASTS_MAX)
  return last
}

/** What went wrong and what to do about it, where there is no room for a panel. */
export function showFailure(error: AppError, language: Language): void {
  const { what, next } = sentence(error, language)
  showToast(`${what} ${next}`, { tone: 'bad' })
}

export function dismissToast(id: number): void {
  const index = toasts.findIndex((toast) => toast.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

/** Offers to undo or redo mean the step that was last when they were made: once the history moves, they would mean another. */
export function dismissOffers(): void {
  for (const { id, action } of [...toasts]) if (action) dismissToast(id)
}

export function dismissAllToasts(): void {
  toasts.splice(0)
}
