/** The doors of `schedule`: refreshes that nobody asks for. */
export { Scheduler, type SchedulerParts } from './scheduler.ts'
export { RUNS_PER_DAY } from './plan.ts'
