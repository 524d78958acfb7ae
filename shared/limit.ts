import { z } from 'zod'

/** How long, how many or how large an entry may be. */
export const LimitSchema = z.strictObject({ bound: z.enum(['least', 'most']), count: z.number(), of: z.enum(['characters', 'entries', 'number']) })
export type Limit = z.infer<typeof LimitSchema>

const OF: Readonly<Record<string, Limit['of']>> = { string: 'characters', array: 'entries', number: 'number', int: 'number' }

/** The limit that an entry breaks, as its schema says it; undefined where something else is wrong with it. */
export function limitOf(issue: z.core.$ZodIssue): Limit | undefined {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return undefined
  const of = OF[issue.origin]
  if (of === undefined) return undefined
  return issue.code === 'too_big' ? { bound: 'most', count: Number(issue.maximum), of } : { bound: 'least', count: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0), of }
}
