/** Bounds of the contract, apart from its schemas: the window needs the numbers and must not load zod. */

/** Rows between two anchors of an outline. */
export const PAGE_ROWS = 100

/** Larger files are refused before a byte is read; the largest real export seen is under 30 MB. */
export const FILE_BYTES_MAX = 128 * 1024 * 1024
export const FILES_MAX = 50

/** One editing step touches at most so many rows. */
export const EDIT_ROWS_MAX = 10_000
