import type { Wire } from '#shared/connections.ts'
import { unreachable } from '#shared/result.ts'
import type { HttpEvent } from '#main/platform/http.ts'

/** What came in is told in steps: nobody reads faster, and a large answer comes in thousands of pieces. */
const STEP_BYTES = 256 * 1024

/** Tells the window what the connection to a bank is doing. */
export function wireTeller(tell: (wire: Wire) => void): (event: HttpEvent) => void {
  let toldBytes = 0
  return (event) => {
    if (event.kind === 'receiving' && event.bytes > STEP_BYTES && event.bytes - toldBytes < STEP_BYTES) return
    toldBytes = event.kind === 'receiving' ? event.bytes : 0
    tell(wireOf(event))
  }
}

/** Neither address nor certificate leave main with it. */
function wireOf(event: HttpEvent): Wire {
  switch (event.kind) {
    case 'connecting': return event
    case 'resolved': case 'connected': return { kind: event.kind }
    case 'secured': return { kind: 'secured', protocol: event.protocol }
    case 'sent': case 'receiving': case 'done': return event
    case 'failed': return { kind: 'failed' }
    default: return unreachable(event)
  }
}
