import { ConnectionIdSchema, type Bank, type ConnectionId } from '#shared/connections.ts'
import { secretOf } from '#shared/login-secret.ts'
import { Secret } from '#shared/secret.ts'
import type { Arguments, Context } from '../command.ts'
import { usage } from '../usage.ts'
import { words } from '../words.ts'

export type Values = Arguments['values']

export function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** As listed by `bank list`. */
export function connectionIdOf(operand: string | undefined): ConnectionId | null {
  const id = ConnectionIdSchema.safeParse(Number(operand))
  return operand !== undefined && /^\d+$/.test(operand) && id.success ? id.data : null
}

export const NEEDS_ID = usage('ID is a number as listed by "bank list"', 'ID ist eine Nummer, wie "bank list" sie auflistet')

// SECURITY: a PIN never comes from the arguments, which every program on the computer can read.
/** `KONTOR_PIN_<ID>`, else `KONTOR_PIN`; undefined where neither is set. */
export function pinFromEnvironment({ terminal }: Context, id?: ConnectionId): Secret | undefined {
  const names = [...(id === undefined ? [] : [`KONTOR_PIN_${id}`]), 'KONTOR_PIN']
  const text = names.map((name) => terminal.env[name]).find((value) => value !== undefined && value !== '')
  return text === undefined ? undefined : new Secret(text)
}

/** Asks by the bank's own word for it. */
export async function askPin({ terminal, language }: Context, name: string, bank: Pick<Bank, 'protocol'>): Promise<Secret | undefined> {
  const { askPin: pin, askPassword: password } = words(language)
  const typed = await terminal.askSecret(`${{ pin, password }[secretOf(bank)]} ${name}: `)
  return typed === undefined || typed.reveal() === '' ? undefined : typed
}
