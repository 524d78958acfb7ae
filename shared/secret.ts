const HIDDEN = '•••'

/**
 * A text that may only be used where someone asks for it by name. Whatever prints, logs, serialises or concatenates it
 * shows bullets, so a PIN cannot reach a log by accident.
 */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** The one way to the text. Each caller is a line to review. */
  reveal(): string {
    return this.#text
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }

  /** What `console.log` and `util.inspect` of Node show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN
  }
}
