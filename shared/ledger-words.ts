import { z } from 'zod'
import { BudgetsSchema } from './budgets.ts'
import { FrequencySchema } from './contracts.ts'
import { CATEGORY_RULES_MAX, CONTRACT_NAME_MAX, REMIND_DAYS_MAX, RULES_MAX } from './ipc/limits.ts'
import { MappingSchema, SharedMappingSchema } from './mapping.ts'
import { CurrencySchema, LocalDateSchema } from './model.ts'
import { RuleDraftSchema as NotificationDraftSchema } from './notifications.ts'
import { RateSchema } from './rates.ts'
import { RuleDraftSchema } from './rules.ts'
import { PairingModeSchema } from './transfers.ts'

export const OWNERS_MAX = 50
export const OWNER_LENGTH_MAX = 200

/** A row by its place among the rows of its source, from 1: `StatementEntry.line`. */
const PlaceSchema = z.int().positive()

/** A person's word about a contract: about the one that the row is of, else about the only one of this kind. */
export const ContractWordSchema = z.strictObject({
  /** Its place among these words, from 1. */
  id: PlaceSchema,
  /** Null where the row is gone. */
  row: PlaceSchema.nullable(),
  merchant: z.string().max(500),
  currency: CurrencySchema,
  direction: z.enum(['in', 'out']),
  frequency: FrequencySchema,
  state: z.enum(['found', 'confirmed', 'dismissed']),
  name: z.string().max(CONTRACT_NAME_MAX).nullable(),
  /** The word about the contract that it goes on as. */
  mergedInto: PlaceSchema.nullable(),
  cancelBy: LocalDateSchema.nullable(),
  remindDays: z.int().min(0).max(REMIND_DAYS_MAX).nullable(),
})
export type ContractWord = z.output<typeof ContractWordSchema>

/** A person's word about a single row: it is part of the contract that another row is of, or of none. */
export const ContractPartWordSchema = z.strictObject({ row: PlaceSchema, of: PlaceSchema.nullable() })

/** What a person has said of two rows. */
export const TransferWordSchema = z.strictObject({ out: PlaceSchema, into: PlaceSchema, choice: z.enum(['confirmed', 'rejected']) })

/**
 * What people have said in the ledger that wrote a source, beside its rows. Rules name accounts by the places of their
 * statements, from 1. Null or empty is what nobody has spoken of.
 */
export const LedgerWordsSchema = z.strictObject({
  baseCurrency: CurrencySchema.nullable(),
  /** The people whose ledger it is: as an earlier file, their banks or their own transfers name them. */
  owners: z.array(z.string().min(1).max(OWNER_LENGTH_MAX)).max(OWNERS_MAX),
  /** Its rows have the categories that Kontor gives by itself: none waits for one. */
  isCategorised: z.boolean(),
  pairing: PairingModeSchema.nullable(),
  transfers: z.array(TransferWordSchema),
  contracts: z.array(ContractWordSchema),
  contractRows: z.array(ContractPartWordSchema),
  rules: z.array(RuleDraftSchema).max(CATEGORY_RULES_MAX),
  budgets: BudgetsSchema.nullable(),
  mappings: z.array(SharedMappingSchema),
  categoryNames: MappingSchema.shape.categories,
  rates: z.array(RateSchema),
  /** What they want to be told of. */
  notifications: z.array(NotificationDraftSchema).max(RULES_MAX),
})
export type LedgerWords = z.output<typeof LedgerWordsSchema>
