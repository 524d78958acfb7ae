import { OFX_DEMO } from '#shared/demo-bank.ts'
import { DEMO_PIN, DemoBankBusy, DemoBranches } from '#main/demo-bank/fints/index.ts'
import { ofxBankInside } from '#main/demo-bank/ofx/index.ts'
import { systemClock } from '#main/platform/clock.ts'
import { HttpFailure } from '#main/platform/http.ts'
import { systemRandom } from '#main/platform/random.ts'
import type { DemoDoor } from '#main/sync/index.ts'

const OK_STATUS = 200
const BUSY_STATUS = 503

/** The demo banks in this very process. */
export function demoDoor(clock = systemClock, random = systemRandom): DemoDoor {
  const branches = new DemoBranches({ clock, random })
  const ofxBank = ofxBankInside({ clock, random })
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
    ofx: {
      url: OFX_DEMO.url,
      post: (_url, sent) => {
        const { status, body } = ofxBank(sent)
        return status === OK_STATUS ? Promise.resolve(body) : Promise.reject(new HttpFailure('status', true, status))
      },
    },
  }
}
