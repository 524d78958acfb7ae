import type { AccountId } from '#shared/model.ts'
import { isCurrency, type Currency } from '#shared/money.ts'
import type { Language } from '#shared/preferences.ts'
import type { AccountType, Statement, StatementAccount } from '#shared/statement.ts'
import type { ReadableLedger } from '../database.ts'
import { readBaseCurrency } from '../settings.ts'
import { accountName } from './account-name.ts'
import { statementsOf, type StagedImport, type Target } from './staged.ts'

/** A way in which some source has named an account. */
interface Identity {
  readonly accountId: AccountId | null
  readonly accountName: string
  readonly currency: Currency
  readonly iban: string | null
  readonly bankCode: string | null
  readonly number: string | null
  readonly type: AccountType
  readonly sourceName: string | null
}

/** What accounts are called, by themselves and by every import that still counts. The latest word stands first, so a user's assignment is remembered. */
const IDENTITIES = /* sql */ `
  SELECT account.id AS accountId, account.name AS accountName, account.currency, said.iban, said.bank_code AS bankCode, said.number, said.account_type AS type, said.source_name AS sourceName, max(said.batch_id) AS rank
    FROM import_statement AS said JOIN import_batch AS batch ON batch.id = said.batch_id JOIN account ON account.id = said.account_id
   WHERE batch.reverted_at IS NULL AND account.deleted_at IS NULL
   GROUP BY account.id, said.iban, said.bank_code, said.number, said.account_type, said.source_name
  UNION ALL
  SELECT id, name, currency, iban, bank_code, number, type, name, 0 FROM account WHERE deleted_at IS NULL
   ORDER BY rank DESC`

/** Finds the account of each statement, or gives it a new one that later statements of the same import find again. */
export class AccountMatcher {
  readonly #identities: Identity[]
  readonly #language: Language
  readonly #baseCurrency: Currency
  readonly #made: (Identity & { readonly target: Target })[] = []
  readonly #found = new Map<AccountId | null, Target>()
  readonly #names: Set<string>

  constructor(db: ReadableLedger, language: Language = 'en') {
    this.#language = language
    this.#identities = db.query<Identity>(IDENTITIES).all()
    this.#baseCurrency = readBaseCurrency(db)
    this.#names = new Set(this.#identities.map(({ accountName }) => accountName))
  }

  find(statement: Statement, sourceName: string): Target {
    const known = best(this.#identities, statement, sourceName)
    if (known) return this.#existing(known)
    return best(this.#made, statement, sourceName)?.target ?? this.make(statement, sourceName)
  }

  /** One target per account, so that statements into the same account know of each other. */
  #existing({ accountId, accountName, currency }: Identity): Target {
    const target = this.#found.get(accountId) ?? { accountId, name: accountName, currency }
    this.#found.set(accountId, target)
    return target
  }

  /** A new account, whatever else would fit. */
  make({ account, currency }: Statement, sourceName: string): Target {
    const code = currency !== null && isCurrency(currency) ? currency : this.#baseCurrency
    const target: Target = { accountId: null, name: this.#freeName(accountName(account, sourceName, this.#language), code), currency: code }
    this.#names.add(target.name)
    this.#made.push({ target, accountId: null, accountName: target.name, currency: code, iban: account.iban, bankCode: account.bankCode, number: account.number, type: account.type, sourceName })
    return target
  }

  #freeName(wanted: string, code: Currency): string {
    const candidates = [wanted, `${wanted} ${code}`, ...Array.from({ length: 98 }, (_, index) => `${wanted} ${index + 2}`)]
    return candidates.find((name) => !this.#names.has(name)) ?? wanted
  }
}

/**
 * When the ledger has changed since the import was staged: an account may be gone, or have come in by another import.
 * What the user has put somewhere by hand stays there while it can.
 */
export function rematchAccounts(db: ReadableLedger, staged: StagedImport): void {
  const living = new Set(db.column<AccountId>('SELECT id FROM account WHERE deleted_at IS NULL').all())
  const matcher = new AccountMatcher(db, staged.language)
  for (const statement of statementsOf(staged)) {
    const { target } = statement
    const isGone = target.accountId !== null && !living.has(target.accountId)
    if (!isGone && (target.accountId !== null || target.isChosen === true)) continue
    const found = matcher.find(statement.statement, statement.sourceName)
    if (found.currency !== target.currency) statement.rows.readAmounts(found.currency)
    statement.target = found.accountId === null && !isGone ? target : found
  }
}

/**
 * By IBAN; by bank code, number and type; by number and type where one side has no bank code and only one account fits; by
 * the source's own name where there is no number at all. A number that fits two accounts fits none: a wrong account is
 * worse than a new one.
 */
function best<I extends Identity>(identities: readonly I[], statement: Statement, sourceName: string): I | undefined {
  const { account, currency } = statement
  const fitting = identities.filter((identity) => currency === null || !isCurrency(currency) || identity.currency === currency)
  const iban = compact(account.iban)
  const byIban = iban === '' ? undefined : fitting.find((identity) => compact(identity.iban) === iban)
  if (byIban) return byIban
  const names = numbersOf(account)
  if (names.length === 0) return iban === '' ? fitting.find((identity) => !hasNumber(identity) && identity.sourceName === sourceName && identity.type === account.type) : undefined
  const sameNumber = fitting.filter((identity) => identity.type === account.type && !contradictsIban(identity, iban) && sharesNumber(identity, names, () => true))
  const sameBank = sameNumber.find((identity) => sharesNumber(identity, names, (left, right) => left !== '' && left === right))
  if (sameBank) return sameBank
  const elsewhere = new Set(sameNumber.filter((identity) => sharesNumber(identity, names, (left, right) => left !== '' && right !== '' && left !== right)).map(holderOf))
  const open = sameNumber.filter((identity) => !elsewhere.has(holderOf(identity)))
  return new Set(open.map(holderOf)).size === 1 ? open[0] : undefined
}

/** A new account of this import has no id yet, but a name of its own. */
const holderOf = ({ accountId, accountName }: Identity): AccountId | string => accountId ?? accountName

const sharesNumber = (identity: Identity, names: readonly BankNumber[], fits: (left: string, right: string) => boolean): boolean =>
  numbersOf(identity).some((known) => names.some((name) => known.number === name.number && fits(known.bankCode, name.bankCode)))

const hasNumber = ({ iban, number }: Pick<Identity, 'iban' | 'number'>): boolean => compact(iban) !== '' || compact(number) !== ''
const contradictsIban = (identity: Pick<Identity, 'iban'>, iban: string): boolean => iban !== '' && compact(identity.iban) !== '' && compact(identity.iban) !== iban
const compact = (text: string | null): string => (text ?? '').replace(/[^\p{L}\p{N}*]/gu, '').toUpperCase()
const bare = (text: string | null): string => compact(text).replace(/^0+(?=.)/, '')

interface BankNumber { readonly bankCode: string; readonly number: string }

/** The number as given, and the one inside a German or Austrian IBAN (bank code and account number at fixed places). */
function numbersOf({ iban, bankCode, number }: Pick<StatementAccount, 'iban' | 'bankCode' | 'number'>): BankNumber[] {
  const text = compact(iban)
  const inside = /^DE\d{20}$/.test(text) ? [{ bankCode: text.slice(4, 12), number: bare(text.slice(12)) }]
    : /^AT\d{18}$/.test(text) ? [{ bankCode: text.slice(4, 9), number: bare(text.slice(9)) }]
    : []
  return bare(number) === '' ? inside : [{ bankCode: bare(bankCode), number: bare(number) }, ...inside]
}
