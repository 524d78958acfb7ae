/** One step of the schema. Its version becomes the file's `user_version`; a step that was released never changes again. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
