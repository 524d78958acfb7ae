/** Versions of OFX that are spoken, as their headers name them. */
export const VERSIONS = ['102', '103', '160', '200', '201', '202', '203', '210', '211', '220', '230'] as const
export type OfxVersion = (typeof VERSIONS)[number]

export const isVersion = (text: string): text is OfxVersion => (VERSIONS as readonly string[]).includes(text)

/** How a document is written down. XML always closes its leaves. */
export interface Dialect {
  readonly version: OfxVersion
  /** Version 1 may leave leaves open; some banks' servers read only the one or the other. */
  readonly closesLeaves: boolean
}

export const dialect = (version: OfxVersion, closesLeaves = false): Dialect => ({ version, closesLeaves: closesLeaves || isXml(version) })

export const isXml = (version: OfxVersion): boolean => version >= '200'

/** What not every version has. */
export type Feature =
  /** CLIENTUID, challenges, tokens: added to all branches in 2006 (1.0.3, 2.0.3 and 2.1.1). */
  | 'mfa'
  /** The message set for loans. */
  | 'loan'
  /** Retirement plans. */
  | '401k'
  /** Pending entries on request. */
  | 'pending'
  /** Closing statements of brokers. */
  | 'broker-closing'
  /** What came with version 2, and the shares of principal and interest that its last schema demands of every transfer. */
  | 'xml'
  /** The name that 1.0.3 has for an answered challenge. */
  | 'short-answer'
  | 'long-answer'

const FEATURES: Readonly<Record<Feature, (version: OfxVersion) => boolean>> = {
  'mfa':            (version) => version === '103' || version === '203' || version >= '211',
  'loan':           (version) => version >= '210',
  '401k':           (version) => version >= '200',
  'pending':        (version) => version >= '220',
  'broker-closing': (version) => version >= '220',
  'xml':            isXml,
  'short-answer':   (version) => version === '103',
  'long-answer':    (version) => version === '203' || version >= '211',
}

export const has = (version: OfxVersion, feature: Feature): boolean => FEATURES[feature](version)
