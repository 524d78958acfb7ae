import { DEMO_PIN, DemoBankBusy, DemoBranches } from '#main/demo-bank/fints/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { DemoDoor } from '#main/sync/index.ts'

const BUSY_STATUS = 503

/** The demo bank in this very process. */
export function demoDoor(clock = systemClock, random = systemRandom): DemoDoor {
  const branches = new DemoBranches({ clock, random })
  return {
    pin: DEMO_PIN,
    post: (userId, asks) => async (_url, body) => {
      try {
        return await branches.bankFor(userId, asks).post(body)
      } catch (cause) {
        if (cause instanceof DemoBankBusy) throw new HttpFailure('status', true, BUSY_STATUS)
        throw cause
      }
    },
  }
}
