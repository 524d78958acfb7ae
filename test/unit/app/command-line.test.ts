import { expect, it } from 'vitest'
import { commandLineIn } from '#main/app/outside-files.ts'

it('gives the command line what stands behind --cli', () => {
  expect(commandLineIn(['/opt/Kontor/kontor', '--cli', 'import', 'a.ofx', '--dry-run'], true)).toEqual(['import', 'a.ofx', '--dry-run'])
  expect(commandLineIn(['electron', '.', '--cli'], false)).toEqual([])
})

it('lets Chromium’s switches stand before it', () => {
  expect(commandLineIn(['kontor', '--ozone-platform=headless', '--cli', 'accounts'], true)).toEqual(['accounts'])
})

it('opens the window for everything else, also for a file of that name', () => {
  expect(commandLineIn(['kontor', 'statement.ofx'], true)).toBeUndefined()
  expect(commandLineIn(['kontor', 'statement.ofx', '--cli'], true)).toBeUndefined()
  expect(commandLineIn(['kontor'], true)).toBeUndefined()
})
