/** Bounds of the contract, apart from its schemas: the window needs the numbers and must not load zod. */

/** Rows between two anchors of an outline. */
export const PAGE_ROWS = 100

/** Larger files are refused before a byte is read; the largest real export seen is under 30 MB. */
export const FILE_BYTES_MAX = 128 * 1024 * 1024
export const FILES_MAX = 50
/** The file manager may hand over hundreds. One more than an import takes is kept, so that somebody is told. */
export const HANDED_MAX = FILES_MAX + 1

/** One editing step touches at most so many rows. */
export const EDIT_ROWS_MAX = 10_000

/** The most that one call hands over: copying 2 MB to main holds the window for 20 ms, and twice as long on a busy machine. */
export const UPLOAD_PIECE_BYTES = 256 * 1024
/** Read and held together until they are staged: a folder full of large files would not fit. */
export const UPLOADS_BYTES_MAX = 2 * FILE_BYTES_MAX

/** The whole history of the European Central Bank as XML has 7 MB. */
export const RATE_FILE_BYTES_MAX = 32 * 1024 * 1024
export const RATES_LISTED_MAX = 1000

export const CONNECTION_NAME_MAX = 64
export const CONNECTION_IDS_MAX = 1000

/** How far back a first download may be asked to go, in days; 0 is everything the bank gives. */
export const FIRST_DAYS_MIN = 14
export const FIRST_DAYS_MAX = 3650
export const isFirstDays = (days: number): boolean => days === 0 || (days >= FIRST_DAYS_MIN && days <= FIRST_DAYS_MAX)

/** Connections or accounts that a notification rule names. */
export const RULE_TARGETS_MAX = 1000
export const RULES_MAX = 200
/** Parts of one divided row, tags on one row, and a tag's letters. */
export const SPLITS_MAX = 100
export const TAGS_MAX = 50
export const TAG_LENGTH_MAX = 40
/** Rows that a list can be asked for by name; more come page by page. */
export const FILTER_IDS_MAX = 500

/** A report's table or picture on its way into a file. */
export const REPORT_FILE_BYTES_MAX = 32 * 1024 * 1024

/** A person's own name for a contract, and how long before its notice day to be reminded. */
export const CONTRACT_NAME_MAX = 100
export const REMIND_DAYS_MAX = 366

/** What is kept of budgets: some sixty categories, changed now and then for years. */
export const BUDGET_LINES_MAX = 5000

/** Rules that give rows their categories. */
export const CATEGORY_RULES_MAX = 500
/** What one rule does: a category, a name, and tags. */
export const RULE_ACTIONS_MAX = 20
/** So many of the latest notifications are kept. */
export const NOTIFICATIONS_MAX = 500
