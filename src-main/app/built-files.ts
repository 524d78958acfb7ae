import { app } from 'electron'
import path from 'node:path'

/** A file of the build, wherever the bundler has put whoever asks: modules that are loaded later lie in a folder of their own. */
export const builtFile = (...parts: readonly string[]): string => path.join(app.getAppPath(), 'out', ...parts)
