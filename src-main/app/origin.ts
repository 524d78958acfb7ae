/** The one origin of the window. `new URL('app://…').origin` is 'null', so protocol and host are compared apart. */
export const SCHEME = 'app'
const HOST = 'kontor'
export const START_PAGE = `${SCHEME}://${HOST}/`

export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === `${SCHEME}:` && url.host === HOST
}
