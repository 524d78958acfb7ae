import { z } from 'zod'
import { AppErrorSchema } from '../errors.ts'
import { MappingProposalSchema, MappingSchema } from '../mapping.ts'
import {
  AccountIdSchema, BatchIdSchema, BatchSchema, CountsSchema, DecisionSchema, MoneySchema, OperationIdSchema, ProofSchema,
  ReasonSchema, ReviewAccountSchema, ReviewRowSchema, WarningSchema,
} from '../model.ts'
import { FILES_MAX } from './limits.ts'

export { FILE_BYTES_MAX, FILES_MAX } from './limits.ts'

/** done carries nothing: what came of it is asked for (`imports.review`), so that a reopened window can ask again. */
export const OperationSchema = z.strictObject({
  operationId: OperationIdSchema,
  kind: z.enum(['import', 'demo', 'backup', 'restore', 'export', 'verify']),
  state: z.enum(['running', 'waiting', 'done', 'failed', 'cancelled']),
  phase: z.enum(['read', 'compare', 'store', 'write', 'check']),
  done: z.int(),
  total: z.int(),
  error: AppErrorSchema.nullable(),
})
export type Operation = z.infer<typeof OperationSchema>

export const ReviewFileSchema = z.strictObject({
  name: z.string(),
  format: z.string().nullable(),
  encoding: z.string().nullable(),
  /** Why the whole file could not be read; its siblings still can. */
  error: AppErrorSchema.nullable(),
  /** Bank errors inside an envelope without a statement (OFX STATUS): code and the bank's text. */
  statuses: z.array(z.strictObject({ code: z.string(), severity: z.enum(['info', 'warn', 'error']), message: z.string() })),
  discovered: z.int(),
  warnings: z.array(WarningSchema),
  warningCount: z.int(),
  accounts: z.array(ReviewAccountSchema),
  /** How a table or QIF was read, and what is still open: nothing of it can be committed before that is answered. */
  mapping: MappingProposalSchema.optional(),
})
export type ReviewFile = z.infer<typeof ReviewFileSchema>

export const ReviewSchema = z.strictObject({ operationId: OperationIdSchema, files: z.array(ReviewFileSchema), counts: CountsSchema })
export type Review = z.infer<typeof ReviewSchema>

export const ReceiptAccountSchema = z.strictObject({
  accountId: AccountIdSchema,
  accountName: z.string(),
  counts: CountsSchema,
  problems: z.array(z.strictObject({ line: z.int().nullable(), reason: ReasonSchema })),
  proof: ProofSchema.nullable(),
})

/** What one file did to the ledger, kept for ever and shown again from the history. */
export const ReceiptSchema = z.strictObject({
  batch: BatchSchema,
  accounts: z.array(ReceiptAccountSchema),
  warnings: z.array(WarningSchema),
  /** Rows that did not become a new transaction, the first 500, with what they were held against. */
  decisions: z.array(z.strictObject({ line: z.int().nullable(), decision: DecisionSchema, reason: ReasonSchema, accountId: AccountIdSchema })),
})
export type Receipt = z.infer<typeof ReceiptSchema>

const staged = { operationId: OperationIdSchema }

export const importEndpoints = {
  'imports.stage': {
    input: z.strictObject({
      files: z.array(z.strictObject({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) })).min(1).max(FILES_MAX),
    }),
    output: z.strictObject(staged),
  },
  'imports.review': { input: z.strictObject(staged), output: ReviewSchema },
  'imports.rows': {
    input: z.strictObject({ ...staged, key: z.string(), decision: DecisionSchema.optional(), offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.array(ReviewRowSchema),
  },
  /** Without indexes: every row of the account whose current decision is `from`. */
  'imports.decide': {
    input: z.strictObject({ ...staged, key: z.string(), indexes: z.array(z.int()).max(10_000).optional(), from: DecisionSchema.optional(), decision: DecisionSchema }),
    output: ReviewSchema,
  },
  /** Puts a statement into an existing account, or (null) a new one with this name. */
  'imports.assign': {
    input: z.strictObject({ ...staged, key: z.string(), accountId: AccountIdSchema.nullable(), name: z.string().trim().min(1).max(100).optional() }),
    output: ReviewSchema,
  },
  /** Reads a file again with these answers. `file` counts from 0; `isRemembered` keeps them for files with the same columns. */
  'imports.map': {
    input: z.strictObject({ ...staged, file: z.int().min(0), mapping: MappingSchema.optional(), preset: z.string().max(60).optional(), isRemembered: z.boolean() }),
    output: ReviewSchema,
  },
  /** Everything in one transaction, then the receipts. */
  'imports.commit': { input: z.strictObject(staged), output: z.strictObject({ receipts: z.array(ReceiptSchema) }) },
  'imports.discard': { input: z.strictObject(staged), output: z.null() },

  'imports.history': { input: z.void(), output: z.array(BatchSchema) },
  'imports.receipt': { input: z.strictObject({ batchId: BatchIdSchema }), output: ReceiptSchema },
  'imports.revertPreview': {
    input: z.strictObject({ batchId: BatchIdSchema }),
    output: z.strictObject({
      removed: z.int(),
      /** Rows that stay, because another import that is not reverted brought them too. */
      kept: z.int(),
      /** Pending rows that the batch had booked and that come back. */
      restored: z.int(),
      /** Rows the user has edited since; their edits come back with an undo. */
      edited: z.int(),
      accountsRemoved: z.int(),
      delta: z.array(MoneySchema),
    }),
  },
  'imports.revert': { input: z.strictObject({ batchId: BatchIdSchema }), output: BatchSchema },

  'operations.list': { input: z.void(), output: z.array(OperationSchema) },
  'operations.cancel': { input: z.strictObject(staged), output: z.null() },
} as const
