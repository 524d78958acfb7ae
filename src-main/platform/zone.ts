/** Where the user's clock stands beside UTC. It changes twice a year, and with every journey. */
export interface Zone {
  /** Minutes that local time is ahead of UTC at this moment. */
  offsetMinutes(atMs: number): number
}

/** The zone this computer is set to, asked anew each time. */
export const systemZone: Zone = { offsetMinutes: (atMs) => -new Date(atMs).getTimezoneOffset() }
