/** The product id of a FinTS client (HKVVB, an ..25); empty is that of the build. */
export const PRODUCT_ID = /^[!-~\u00a1-\u00ff]{0,25}$/u
