import { z } from 'zod'
import { BatchIdSchema, CurrencySchema, LocalDateSchema, OperationIdSchema } from '../model.ts'
import { AppErrorSchema } from '../errors.ts'
import { PreferencesSchema } from '../preferences.ts'
import { FILE_BYTES_MAX, FILES_MAX, REPORT_FILE_BYTES_MAX, UPLOAD_PIECE_BYTES } from './limits.ts'

/** first-run: no ledger yet · locked · open · broken: the ledger would not open, `problem` says why and restore is offered. */
export const AppPhaseSchema = z.enum(['first-run', 'locked', 'open', 'broken'])

export const AppStateSchema = z.strictObject({
  phase: AppPhaseSchema,
  problem: AppErrorSchema.nullable(),
  version: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32']),
  developmentBuild: z.boolean(),
  /** The operating system's keyring can be trusted (never Linux `basic_text`). */
  keyringAvailable: z.boolean(),
  /**
   * `lock.open` without a secret may work: there is a keyring slot, and nobody locked on purpose. After a deliberate lock,
   * even across a restart, only the passphrase or the recovery key opens; a lock that opens at a click would be none.
   */
  keyringUnlock: z.boolean(),
  /** A ledger without a passphrase slot cannot lock. */
  canLock: z.boolean(),
  /** The open ledger is encrypted; a `--plain` one is not. */
  encrypted: z.boolean(),
  preferences: PreferencesSchema,
})
export type AppState = z.infer<typeof AppStateSchema>

/** A passphrase or a recovery key on its one way inwards. Wrapped into a `Secret` as soon as it is parsed. */
const SecretTextSchema = z.string().min(1).max(1024)

/** At least eight characters, measured after NFKC; the window shows the strength, the ledger holds the floor. */
export const NewPassphraseSchema = z.string().min(8).max(1024)

export const SlotsSchema = z.strictObject({ passphrase: z.boolean(), keyring: z.boolean(), recovery: z.boolean() })

/** json: everything · csv: every transaction · ofx, qif, ledger: what other programs read. */
export const EXPORT_FORMATS = ['json', 'csv', 'ofx', 'qif', 'ledger'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const LedgerSettingsSchema = z.strictObject({ baseCurrency: CurrencySchema, demoBatchId: BatchIdSchema.nullable() })

/** Cancelled by the user in the native dialog: a value, not an error. */
/** Letters, digits and hyphens alone: no part of a suggested file name can be a path. */
const ReportFileNameSchema = z.string().regex(/^[\p{L}\d-]{1,60}$/u)
/** The time that a report is about; without it the file is named after the day. */
const ReportFilePeriodSchema = z.strictObject({ from: LocalDateSchema, to: LocalDateSchema }).optional()
const SavedFileSchema = z.strictObject({ fileName: z.string().nullable() })

export const appEndpoints = {
  'app.state': { input: z.void(), output: AppStateSchema },
  /** A fault inside the window, already stripped of texts: it goes to the redacting log and comes back as an incident id. */
  'app.reportIncident': { input: z.strictObject({ where: z.string().max(200), name: z.string().max(100), stack: z.string().max(4000) }), output: z.strictObject({ incidentId: z.string() }) },
  'app.openLogs': { input: z.void(), output: z.null() },
  'app.quit': { input: z.void(), output: z.null() },
  'preferences.set': { input: PreferencesSchema.partial(), output: PreferencesSchema },

  /** Makes the ledger. The recovery key is shown once and kept nowhere. At least one of passphrase and keyring. */
  'setup.create': {
    input: z.strictObject({ passphrase: NewPassphraseSchema.optional(), keyring: z.boolean(), baseCurrency: CurrencySchema }),
    output: z.strictObject({ recoveryKey: z.string() }),
  },
  'lock.now': { input: z.void(), output: z.null() },
  /** `secret` is the passphrase or the recovery key; without it the keyring slot is tried. */
  'lock.open': { input: z.strictObject({ secret: SecretTextSchema.optional() }), output: z.null() },

  'security.slots': { input: z.void(), output: SlotsSchema },
  'security.setPassphrase': { input: z.strictObject({ passphrase: NewPassphraseSchema }), output: z.null() },
  'security.newRecoveryKey': { input: z.void(), output: z.strictObject({ recoveryKey: z.string() }) },
  'security.setKeyring': { input: z.strictObject({ enabled: z.boolean() }), output: z.null() },
  /** Leaves the clipboard again after a minute, if it still holds this text. */
  'clipboard.copySecret': { input: z.strictObject({ text: z.string().max(4096) }), output: z.null() },

  'ledger.settings': { input: z.void(), output: LedgerSettingsSchema },
  'ledger.setSettings': { input: z.strictObject({ baseCurrency: CurrencySchema }), output: LedgerSettingsSchema },

  /** A large file comes in pieces, in their order; the first one says how large it will be. */
  'uploads.add': {
    input: z.strictObject({
      uploadId: z.uuid(),
      name: z.string().min(1).max(255),
      size: z.int().min(0).max(FILE_BYTES_MAX),
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= UPLOAD_PIECE_BYTES),
    }),
    output: z.null(),
  },
  /** Stages complete uploads as `imports.stage` does its files. What was uploaded and is not named here is forgotten. */
  'uploads.stage': { input: z.strictObject({ uploadIds: z.array(z.uuid()).min(1).max(FILES_MAX) }), output: z.strictObject({ operationId: OperationIdSchema }) },

  'demo.load': { input: z.void(), output: z.strictObject({ operationId: OperationIdSchema }) },
  'demo.remove': { input: z.void(), output: z.null() },

  /** Each opens the native dialog in main, so the window never names a path. */
  'data.backup': { input: z.void(), output: SavedFileSchema },
  'data.restore': { input: z.void(), output: SavedFileSchema },
  'data.export': { input: z.strictObject({ format: z.enum(EXPORT_FORMATS) }), output: SavedFileSchema },
  /** A report's table or chart, or a mapping, as the window made it, into a file. `name` is part of the suggested file name. */
  'data.saveReport': { input: z.strictObject({ name: ReportFileNameSchema, period: ReportFilePeriodSchema, kind: z.enum(['csv', 'png', 'json']), bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= REPORT_FILE_BYTES_MAX) }), output: SavedFileSchema },
  /** The page as it would be printed, as PDF. */
  'data.savePage': { input: z.strictObject({ name: ReportFileNameSchema, period: ReportFilePeriodSchema }), output: SavedFileSchema },
  'data.verify': { input: z.void(), output: z.strictObject({ problems: z.array(z.string()) }) },
} as const
