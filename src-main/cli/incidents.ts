import { systemClock } from '#main/platform/clock.ts'
import { createIncidents, type Incidents } from '#main/platform/incidents.ts'
import { logFiles } from '#main/platform/log-files.ts'
import { createLog } from '#main/platform/log.ts'
import { currentSurroundings, dataPaths } from '#main/platform/paths.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { Terminal } from './command.ts'

/** A bug found on the command line goes into the app's own log: places in the code only, no text and no amount. */
export const cliIncidents = ({ env }: Terminal): Incidents => createIncidents(createLog(logFiles(dataPaths({ ...currentSurroundings(), env }).logs), systemClock), systemRandom)
