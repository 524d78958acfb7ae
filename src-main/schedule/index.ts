/** The doors of `schedule`: refreshes that nobody asks for. */
export { Scheduler, type SchedulerParts } from './scheduler.ts'
