import { minor } from '#shared/money.ts'
import type { TransactionId } from '#shared/model.ts'
import type { DayRange } from '#shared/reports/figure.ts'
import type { BodyOf } from '#shared/reports/report.ts'
import { indexOn } from './cells.ts'
import { leavesOf } from './classes.ts'
import { figure, figureRows } from './figures.ts'
import type { Frame } from './frame.ts'
import type { ReportModule } from './module.ts'
import { namedPostings, type NamedPosting } from './postings.ts'
import { yearsOf, type Year } from './years.ts'

type Topic = BodyOf<'tax-year'>['years'][number]['topics'][number]

/** What a German tax return asks for, by category. */
const BY_CATEGORY: readonly (readonly [Topic['topic'], readonly string[]])[] = [
  ['donations', ['family.donations_memberships']],
  ['insurance', ['insurance']],
  ['health', ['health']],
  ['childcare', ['family.childcare_education']],
]

const TAXES = 'finance.taxes_government'
/** The main customs office collects it; banks and offices spell it in many ways. */
const VEHICLE_TAX = /kfz-?\s?steuer|kraftfahrzeug-?\s?steuer|kraftst|kfz-?st\b|kraftfahrzeugst/i
/** § 35a EStG: no category tells work at home from its material, so a person tags what counts. */
const CRAFTSMEN_TAGS = ['35a', '§35a', '§ 35a', 'handwerker', 'handwerkerleistung', 'haushaltsnah', 'craftsmen', 'craftsman']

/** R20: what may lower the taxes, with the rows that prove it. */
export const taxYear: ReportModule<'tax-year'> = {
  name: 'tax-year',
  run: (frame) => {
    const years = yearsOf(frame)
    const topics = [...topicsOf(frame, frame.period)].map(([topic, found]) => [topic, Map.groupBy(found, ({ bookedOn }) => indexOn(years, bookedOn))] as const)
    return {
      years: years.map((year, index) => ({
        year: Number(year.key),
        isPartial: year.isPartial,
        topics: topics.map(([topic, byYear]) => topicOf(frame, topic, year, byYear.get(index) ?? [])),
      })),
    }
  },
  rows: (frame, key) => {
    const [topic, of] = key.split('/')
    const year = yearsOf(frame).find((one) => one.key === of)
    const found = year && [...topicsOf(frame, year)].find(([name]) => name === topic)?.[1]
    return found && figureRows(found.map(({ id, baseMinor }) => [id, paid(baseMinor)]), frame.base)
  },
}

const paid = (minorInBase: number | null): number => -(minorInBase ?? 0) || 0

const WANTED = [TAXES, ...BY_CATEGORY.flatMap(([, categories]) => leavesOf(categories).ids)]

/** Everything of the time that may belong to a topic, in one look at the ledger. */
function topicsOf(frame: Frame, time: DayRange): Map<Topic['topic'], NamedPosting[]> {
  const found = namedPostings(frame, time, {
    where: ({ category }) => `${category} IN (SELECT value FROM json_each(:wanted)) OR txn.id IN (SELECT txn_id FROM txn_tag WHERE tag IN (SELECT value FROM json_each(:craftsmen)))`,
    params: { wanted: JSON.stringify(WANTED), craftsmen: JSON.stringify(CRAFTSMEN_TAGS) },
  })
  const tagged = new Set(frame.db.column<number>('SELECT txn_id FROM txn_tag WHERE tag IN (SELECT value FROM json_each(?))').all([JSON.stringify(CRAFTSMEN_TAGS)]))
  const of = (categories: readonly string[]): NamedPosting[] => {
    const leaves = new Set<string | null>(leavesOf(categories).ids)
    return found.filter(({ categoryId }) => leaves.has(categoryId))
  }
  return new Map([
    ...BY_CATEGORY.map(([topic, categories]) => [topic, of(categories)] as const),
    ['craftsmen', found.filter(({ id }) => tagged.has(id))],
    ['vehicle-tax', of([TAXES]).filter(({ payee, purpose }) => VEHICLE_TAX.test(`${payee} ${purpose}`))],
  ])
}

function topicOf({ base }: Frame, topic: Topic['topic'], { key }: Year, found: readonly NamedPosting[]): Topic {
  return {
    topic,
    sum: figure(found.reduce((sum, { baseMinor }) => sum + paid(baseMinor), 0), base, `${topic}/${key}`),
    rows: found.map(({ id, account, bookedOn, payee, purpose, categoryId, minor: own }) => ({
      id: id as TransactionId, accountId: account.id, bookedOn, payee, purpose, categoryId, amount: { minor: minor(-own), currency: account.currency },
    })),
  }
}
