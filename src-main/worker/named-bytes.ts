/** A file as it came. */
export interface NamedBytes { readonly name: string; readonly bytes: Uint8Array }
