import { RuleDraftSchema, type Rule, type RuleId } from '#shared/rules.ts'
import type { ReadableLedger, WritableLedger } from '../database.ts'
import { addAllAgain } from './due.ts'

interface Row { readonly id: RuleId; readonly name: string; readonly isEnabled: 0 | 1; readonly fits: string; readonly actions: string; readonly stops: 0 | 1 }

/** As steps have it that were logged when a rule could only categorise. */
export type LoggedRule = Rule | (Omit<Rule, 'then' | 'stops'> & { readonly category: string })

const LIST = /* sql */ `SELECT id, name, is_enabled AS isEnabled, fits, actions, stops FROM category_rule ORDER BY position, id`

/** In the order in which they are asked. */
export const listRules = (db: ReadableLedger): Rule[] => db.query<Row>(LIST).all().map(toRule)

function toRule({ id, name, isEnabled, fits, actions, stops }: Row): Rule {
  return { id, ...RuleDraftSchema.parse({ name, isEnabled: isEnabled === 1, when: JSON.parse(fits) as unknown, then: JSON.parse(actions) as unknown, stops: stops === 1 }) }
}

/** AUTOINCREMENT keeps its count here: an id that an undo may bring back is given to no other rule. */
export const lastRuleId = (db: ReadableLedger): number => Math.max(0, db.column<number>(`SELECT seq FROM sqlite_sequence WHERE name = 'category_rule'`).get() ?? 0)

/** The rules as they shall be; the rows they speak of follow in the background. */
export const writeRules = (db: WritableLedger, rules: readonly LoggedRule[]): void => { storeRules(db, rules, true) }

/** The same; rows that came together with their rules are not asked for again. */
export function storeRules(db: WritableLedger, rules: readonly LoggedRule[], isForAll: boolean): void {
  db.command('DELETE FROM category_rule').run()
  const add = db.command('INSERT INTO category_rule (id, position, name, is_enabled, fits, actions, stops) VALUES (?, ?, ?, ?, ?, ?, ?)')
  rules.map(upToDate).forEach(({ id, name, isEnabled, when, then, stops }, position) => { add.run([id, position, name, isEnabled ? 1 : 0, JSON.stringify(when), JSON.stringify(then), stops ? 1 : 0]) })
  if (isForAll) addAllAgain(db)
}

function upToDate(rule: LoggedRule): Rule {
  if (!('category' in rule)) return rule
  const { category, ...rest } = rule
  return { ...rest, then: [{ kind: 'categorise', category }], stops: false }
}
