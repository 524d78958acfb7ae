/**
 * Switches of Chromium that would take away what protects the ledger. A release refuses them all; the binary's fuses shut
 * Node's own (--inspect, NODE_OPTIONS, ELECTRON_RUN_AS_NODE).
 */
const UNSAFE_SWITCHES = [
  'no-sandbox', 'disable-setuid-sandbox', 'single-process', 'in-process-gpu', 'disable-web-security', 'allow-running-insecure-content', 'disable-site-isolation-trials',
  'remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'load-extension', 'ignore-certificate-errors',
  'js-flags', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'browser-subprocess-path', 'log-net-log',
]
const ELECTRON_MIN = 42

/** The first switch a packaged app must not start with; undefined where there is none. */
export const unsafeSwitch = (has: (name: string) => boolean): string | undefined => UNSAFE_SWITCHES.find(has)

// SECURITY: 16 Chromium's fixes come with Electron: the dependency is pinned to a supported major, and an older runtime does not start.
export const isSupportedRuntime = (electron: string | undefined): boolean => Number.parseInt(electron ?? '', 10) >= ELECTRON_MIN

/** X11 or Wayland; Windows and macOS always have a display. */
export const hasDisplay = (platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean =>
  platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((name) => name !== undefined && name !== '')
