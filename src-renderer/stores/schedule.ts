export { nextAt } from '#renderer/api/clock.ts'
