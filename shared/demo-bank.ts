/**
 * The OFX demo bank as it is reached inside Kontor. `.invalid` is nobody's on any network (RFC 2606), and messages to this
 * address never leave the program. Login and password are no secret: every description of the bank tells them.
 */
export const OFX_DEMO = { url: 'https://demo.invalid/ofx', user: 'us', password: 'harbor-42' } as const
