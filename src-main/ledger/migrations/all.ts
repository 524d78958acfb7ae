import { firstLedger } from './0001-first-ledger.ts'
import { bankConnections } from './0002-bank-connections.ts'
import { notificationRules } from './0003-notification-rules.ts'
import { categories } from './0004-categories.ts'
import { rowRuns } from './0005-row-runs.ts'
import { ofxBanks } from './0006-ofx-banks.ts'
import { budgets } from './0007-budgets.ts'
import { bankAccess } from './0008-bank-access.ts'
import { ruleActions } from './0009-rule-actions.ts'
import { transfersAndContracts } from './0010-transfers-and-contracts.ts'
import { investments } from './0011-investments.ts'
import { ratesAndCoverage } from './0012-rates-and-coverage.ts'
import { byHand } from './0013-by-hand.ts'
import { accountHolders } from './0014-account-holders.ts'
import { words } from './0015-words.ts'
import { loginLabels } from './0016-login-labels.ts'
import { wordsAlone } from './0017-words-alone.ts'
import { rowsByHand } from './0018-rows-by-hand.ts'
import { changeCounts } from './0019-change-counts.ts'
import { contractParts } from './0020-contract-parts.ts'
import type { Migration } from './migration.ts'

/** In order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [firstLedger, bankConnections, notificationRules, categories, rowRuns, ofxBanks, budgets, bankAccess, ruleActions, transfersAndContracts, investments, ratesAndCoverage, byHand, accountHolders, words, loginLabels, wordsAlone, rowsByHand, changeCounts, contractParts]

export const SCHEMA_VERSION = MIGRATIONS.length
