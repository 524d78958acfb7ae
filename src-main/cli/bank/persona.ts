import { findPersona } from '#main/demo-bank/fints/index.ts'
import { usage, type Usage } from '../usage.ts'

/** Whether the demo bank knows a customer of this name: a persona, one of its doubles (`large-7`), or one in a scenario (`de-push`). */
export const isPersona = (user: string): boolean => findPersona(user.split('-')[0] ?? '') !== null

export const noPersona = (option: string): Usage =>
  usage(`${option} is one of de, small, large, or one of them with a number (large-7)`, `${option} ist de, small oder large, oder eine davon mit einer Zahl (large-7)`)
