/** ISO 20022 external purpose codes that say by themselves what a payment is for (ExternalPurpose1Code). */
const PURPOSES: Readonly<Record<string, string>> = {
  SALA: 'income.salary', PAYR: 'income.salary', BONU: 'income.salary', COMM: 'income.salary', PENS: 'income.pension', PENO: 'income.pension',
  BENE: 'income.benefits', SSBE: 'income.benefits', UBIL: 'housing.energy', INTE: 'income.interest_dividends', DIVI: 'income.interest_dividends',
  RENT: 'housing.rent', ELEC: 'housing.energy', GASB: 'housing.energy', ENRG: 'housing.energy', WTER: 'housing.water_waste_fees',
  PHON: 'housing.internet_phone', NWCH: 'housing.internet_phone', CBTV: 'housing.internet_phone', OTLC: 'housing.internet_phone',
  HLTI: 'insurance.health', LIFI: 'insurance.life_pension', PPTI: 'insurance.other', INSU: 'insurance.other', INPC: 'insurance.vehicle',
  LOAN: 'finance.loan_payment', LOAR: 'finance.loan_payment', HLRP: 'housing.mortgage', SAVG: 'finance.investments_savings', SECU: 'finance.investments_savings', CBFF: 'finance.investments_savings', CBFR: 'finance.investments_savings',
  TAXS: 'finance.taxes_government', VATX: 'finance.taxes_government', ESTX: 'finance.taxes_government', INTX: 'finance.taxes_government', PTXP: 'finance.taxes_government',
  CHAR: 'family.donations_memberships', STDY: 'family.childcare_education', MDCS: 'health.doctor', HSPC: 'health.doctor', DNTS: 'health.doctor',
  CCRD: 'transfers.internal', ICCP: 'transfers.internal', IDCP: 'transfers.internal', INTC: 'transfers.internal', CASH: 'transfers.cash',
}
const INCOME_ONLY = /^income\./

type Said = readonly [category: string, sign: 'in' | 'out' | 'any', confidence: number]

/** What buying and selling does to the account's money (OFX §13.9.2.4.4), and what a loan is charged. */
const TRADES: Readonly<Record<string, Said>> = {
  ...Object.fromEntries(['MF', 'STOCK', 'DEBT', 'OPT', 'OTHER'].flatMap((kind) => [`BUY${kind}`, `SELL${kind}`]).map((code) => [code, ['finance.investments_savings', 'any', 0.95] as const])),
  RETOFCAP: ['finance.investments_savings', 'any', 0.95], INCOME: ['income.interest_dividends', 'in', 0.95],
  INVEXPENSE: ['finance.bank_fees', 'out', 0.95], MARGININTEREST: ['finance.bank_fees', 'out', 0.95],
  LOANINT: ['finance.loan_payment', 'out', 0.95], LOANESCROW: ['finance.loan_payment', 'out', 0.9], LOANINSURANCE: ['finance.loan_payment', 'out', 0.9],
}

/** What a bank's code for the kind of entry says: GV codes (DK, Finanzdatenformate B.8.3) and OFX TRNTYPE (OFX §11.4.4.3). */
const ENTRIES: Readonly<Record<string, Said>> = {
  ...TRADES,
  153: ['income.salary', 'in', 0.9], 156: ['income.benefits', 'in', 0.75], 808: ['finance.bank_fees', 'out', 0.85], 805: ['finance.bank_fees', 'out', 0.85], 814: ['income.interest_dividends', 'in', 0.85],
  83: ['transfers.cash', 'any', 0.9], '083': ['transfers.cash', 'any', 0.9], 82: ['transfers.cash', 'any', 0.9], '082': ['transfers.cash', 'any', 0.9], 108: ['transfers.cash', 'out', 0.75],
  ATM: ['transfers.cash', 'any', 0.9], CASH: ['transfers.cash', 'any', 0.9], DIRECTDEP: ['income.salary', 'in', 0.75], DIV: ['income.interest_dividends', 'in', 0.9],
  FEE: ['finance.bank_fees', 'out', 0.9], SRVCHG: ['finance.bank_fees', 'out', 0.9], XFER: ['transfers.internal', 'any', 0.7], TFR: ['transfers.internal', 'any', 0.7],
}

export interface CodeAnswer { readonly category: string; readonly confidence: number; readonly evidence: string; readonly isCertain: boolean }

/** What the codes of a row say, without a word being read. */
export function readCodes(code: string, purposeCode: string, amountMinor: number): CodeAnswer | undefined {
  const purpose = PURPOSES[purposeCode]
  if (purpose !== undefined && (amountMinor > 0 || !INCOME_ONLY.test(purpose))) return { category: purpose, confidence: 0.95, evidence: purposeCode, isCertain: true }
  if (code === 'INT') return { category: amountMinor > 0 ? 'income.interest_dividends' : 'finance.bank_fees', confidence: 0.9, evidence: code, isCertain: true }
  const entry = ENTRIES[code]
  if (entry === undefined) return undefined
  const [category, sign, confidence] = entry
  if (sign !== 'any' && (sign === 'in') !== amountMinor > 0) return undefined
  return { category, confidence, evidence: code, isCertain: confidence >= 0.85 }
}

export type Means = 'card' | 'debit' | 'transfer' | 'cash' | 'salary' | 'unknown'

/** As British banks abbreviate it. */
const SHORT_MEANS: Readonly<Record<string, Means>> = {
  fpo: 'transfer', fpi: 'transfer', fp: 'transfer', bgc: 'transfer', bac: 'transfer', so: 'transfer', sto: 'transfer', tfr: 'transfer', trf: 'transfer', dd: 'debit', ddr: 'debit',
  deb: 'card', vis: 'card', cpm: 'card', bp: 'transfer', cpt: 'cash', csh: 'cash',
}

/** How the money moved, from the bank's own words. */
export function meansOf(bookingText: string, code: string): Means {
  const text = bookingText.toLowerCase()
  const short = SHORT_MEANS[text.trim()]
  if (short) return short
  if (/bargeld|geldautomat|barauszahlung|\bbehebung|bankomatbehebung|\babhebung|\batm\b|bareinzahlung/.test(text)) return 'cash'
  if (/lohn|gehalt|rente\b/.test(text)) return 'salary'
  if (/karte|\bpos\b|girocard|visa|mastercard|\bcard\b|point of sale/.test(text) || code === 'POS') return 'card'
  if (/lastschrift|direct ?debit|einzug/.test(text) || code === 'DIRECTDEBIT') return 'debit'
  if (/berweisung|ueberw|dauerauftr|gutschr|standing|repeatpmt|\bxfer\b|transfer|\bcredit\b|faster/.test(text) || code === 'XFER' || code === 'PAYMENT' || code === 'REPEATPMT' || code === 'CREDIT') return 'transfer'
  return 'unknown'
}
