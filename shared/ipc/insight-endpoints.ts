import { z } from 'zod'
import { ContractIdSchema, ContractNameSchema, KnownContractSchema } from '../contracts.ts'
import { LocalDateSchema, TransactionIdSchema } from '../model.ts'
import { PairingModeSchema, PairSchema, TransferSchema, TransferStateSchema } from '../transfers.ts'
import { EDIT_ROWS_MAX, REMIND_DAYS_MAX } from './limits.ts'

const PAIRS_MAX = EDIT_ROWS_MAX / 2
const CONTRACTS_MAX = 500
const PairsSchema = z.strictObject({ pairs: z.array(PairSchema).min(1).max(PAIRS_MAX) })
const ContractIdsSchema = z.strictObject({ ids: z.array(ContractIdSchema).min(1).max(CONTRACTS_MAX) })
const ContractsSchema = z.strictObject({ asOf: LocalDateSchema, contracts: z.array(KnownContractSchema) })
const ChangedSchema = z.strictObject({ changed: z.int() })

/** Every change is one step of the history. */
export const insightEndpoints = {
  /** Newest first. */
  'transfers.list': {
    input: z.strictObject({ state: TransferStateSchema, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({ pairing: PairingModeSchema, counts: z.strictObject({ proposed: z.int(), confirmed: z.int(), rejected: z.int() }), transfers: z.array(TransferSchema) }),
  },
  /** These rows are one movement: both become transfers, also where something else was said of them. */
  'transfers.confirm': { input: PairsSchema, output: ChangedSchema },
  /** They are not, and are never proposed again. */
  'transfers.reject': { input: PairsSchema, output: ChangedSchema },
  /** Nothing was said of them: it is found anew whether they are. */
  'transfers.restore': { input: PairsSchema, output: ChangedSchema },
  /** As confirm, of two rows in any order. Refused where they cannot be one movement: the same account, the same direction, too far apart. */
  'transfers.pair': { input: z.strictObject({ ids: z.tuple([TransactionIdSchema, TransactionIdSchema]) }), output: ChangedSchema },
  /** As reject, of whatever pair a row is in. */
  'transfers.unpair': { input: z.strictObject({ id: TransactionIdSchema }), output: ChangedSchema },
  'transfers.setPairing': { input: z.strictObject({ mode: PairingModeSchema }), output: z.strictObject({ mode: PairingModeSchema }) },

  /** All that is known, the dismissed ones too; as of a day, else of today. */
  'contracts.list': { input: z.strictObject({ asOf: LocalDateSchema.optional() }), output: ContractsSchema },
  'contracts.confirm': { input: ContractIdsSchema, output: ContractsSchema },
  /** For ever: it is in no report. */
  'contracts.dismiss': { input: ContractIdsSchema, output: ContractsSchema },
  /** Neither confirmed nor dismissed any more. */
  'contracts.restore': { input: ContractIdsSchema, output: ContractsSchema },
  /** From now on `into` tells of both. */
  'contracts.merge': { input: z.strictObject({ id: ContractIdSchema, into: ContractIdSchema }), output: ContractsSchema },
  /** Each part by itself again. */
  'contracts.unmerge': { input: z.strictObject({ id: ContractIdSchema }), output: ContractsSchema },
  /** Null: the bank's name. */
  'contracts.rename': { input: z.strictObject({ id: ContractIdSchema, name: ContractNameSchema.nullable() }), output: ContractsSchema },
  'contracts.remind': {
    input: z.strictObject({ id: ContractIdSchema, cancelBy: LocalDateSchema.nullable(), remindDays: z.int().min(0).max(REMIND_DAYS_MAX).nullable() })
      .refine(({ cancelBy, remindDays }) => cancelBy !== null || remindDays === null, { path: ['remindDays'] }),
    output: ContractsSchema,
  },
  /** These payments are part of the contract `into`, or, where it is null, of none. What is found follows in the background. */
  'contracts.place': { input: z.strictObject({ rows: z.array(TransactionIdSchema).min(1).max(100), into: ContractIdSchema.nullable() }), output: ContractsSchema },
} as const
