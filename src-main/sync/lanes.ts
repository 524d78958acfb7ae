/** Who is at work with a bank. `login` is the access that no two may use at once; only counted ones share the few lanes. */
export interface Ticket { readonly login: string; readonly isCounted: boolean }

interface Waiting { readonly ticket: Ticket; readonly needsLogin: boolean; readonly admit: () => void }

/** Lets a few refreshes run at once and never two with the same login. Whoever waits for a person steps aside meanwhile. */
export class Lanes {
  readonly #limit: number
  readonly #logins = new Set<string>()
  #counted = 0
  #waiting: Waiting[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Whoever entered now would not have to wait. */
  isOpen({ login, isCounted }: Ticket): boolean {
    return !this.#logins.has(login) && !(isCounted && this.#counted >= this.#limit)
  }

  /** False where the signal came first. */
  enter(ticket: Ticket, signal: AbortSignal): Promise<boolean> {
    return this.#wait({ ticket, needsLogin: true }, signal, 'back')
  }

  /** Gives the lane to others but keeps the login. */
  stepAside({ isCounted }: Ticket): void {
    if (isCounted) this.#counted -= 1
    this.#admitAll()
  }

  /** Back from stepping aside, before those who have not begun: a TAN does not keep. */
  comeBack(ticket: Ticket, signal: AbortSignal): Promise<boolean> {
    return this.#wait({ ticket, needsLogin: false }, signal, 'front')
  }

  leave({ login, isCounted }: Ticket, isInLane: boolean): void {
    this.#logins.delete(login)
    if (isCounted && isInLane) this.#counted -= 1
    this.#admitAll()
  }

  #wait(what: Omit<Waiting, 'admit'>, signal: AbortSignal, place: 'front' | 'back'): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false)
    return new Promise((resolve) => {
      const callOff = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
        resolve(false)
      }
      const waiting: Waiting = {
        ...what,
        admit: () => {
          signal.removeEventListener('abort', callOff)
          resolve(true)
        },
      }
      signal.addEventListener('abort', callOff, { once: true })
      if (place === 'front') this.#waiting.unshift(waiting)
      else this.#waiting.push(waiting)
      this.#admitAll()
    })
  }

  #admitAll(): void {
    for (const waiting of this.#waiting) {
      const { ticket, needsLogin, admit } = waiting
      if ((needsLogin && this.#logins.has(ticket.login)) || (ticket.isCounted && this.#counted >= this.#limit)) continue
      this.#waiting = this.#waiting.filter((other) => other !== waiting)
      if (needsLogin) this.#logins.add(ticket.login)
      if (ticket.isCounted) this.#counted += 1
      admit()
    }
  }
}
