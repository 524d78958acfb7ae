import type { Row, TableModel } from './view.ts'

/** Rows that one table begins with, and all tables of an answer together. */
export const ROOM = 120
const ROOM_TOGETHER = 400
const ROOM_MIN = 6
/** So few more are no reason for a button. */
const SPARE = 5

/** The first rows and every sum. */
export function firstRows(rows: readonly Row[], room: number): readonly Row[] {
  if (rows.length <= room + SPARE) return rows
  return [...rows.slice(0, room), ...rows.slice(room).filter(({ isTotal }) => isTotal)]
}

/** What each of several tables may begin with: short ones leave their room to the others. */
export function roomFor(tables: readonly TableModel[]): number {
  const fits = (room: number): boolean => tables.reduce((sum, { rows }) => sum + Math.min(rows.length, room), 0) <= ROOM_TOGETHER
  return [ROOM, 80, 50, 30, 20, 12].find(fits) ?? ROOM_MIN
}
