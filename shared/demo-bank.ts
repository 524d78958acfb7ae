/**
 * The OFX demo bank as it is reached inside Kontor. `.invalid` is nobody's on any network (RFC 2606), and messages to this
 * address never leave the program. Login and password are no secret: every description of the bank tells them.
 */
export const OFX_DEMO = { url: 'https://demo.invalid/ofx', user: 'us', password: 'harbor-42', name: 'Harbor Federal', org: 'Harbor Federal', fid: '90210' } as const

/** The FinTS demo bank. No bank code begins with 0, so it can never be mistaken for a real one. */
export const DEMO_BANK = {
  name: 'Kontor Demo-Bank',
  country: '280',
  bankCode: '00000000',
  bic: 'KNTRDEH1XXX',
} as const

/** Whose accounts it shows where nobody is named. */
export const DEMO_USER = 'de'

/** The PIN of everybody at the FinTS demo bank; its papers print it. */
export const DEMO_PIN = '12345'
