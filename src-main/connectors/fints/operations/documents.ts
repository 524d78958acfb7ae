import type { LocalDate } from '#shared/dates.ts'
import { draft, type Draft } from '../message/message.ts'
import { HIEKA3, HIEKA4, HIEKA5, HIEKAS3, HIEKAS4, HIEKAS5, HIEKP1, HIEKP2, HIEKPS1, HIEKPS2, HKEKA3, HKEKA4, HKEKA5, HKEKP1, HKEKP2 } from '../segments/documents.ts'
import type { AccountReference } from '../state/user-parameters.ts'
import { fromBytes } from '../syntax/wire.ts'
import { mayNameNationally } from './naming.ts'
import { internationalName, namings, nationalName, pagesOf, usableVersions, type Facts, type Operation, type Plan } from './operation.ts'

/** An electronic statement as the bank issued it. */
export interface StatementDocument {
  readonly content: Uint8Array
  readonly number: number | null
  readonly year: number | null
  readonly createdOn: LocalDate | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** As the bank names it; never to be taken for a path. */
  readonly fileName: string | null
}

export interface DocumentRequest {
  readonly account: AccountReference
  readonly number?: number | undefined
  readonly year?: number | undefined
}

const PDF = '3'
const INTERNATIONAL_FROM = 4

/** Statements as PDF (HKEKP 1 and 2, else HKEKA 3 to 5 in format 3). */
export const statementDocuments: Operation<DocumentRequest, readonly StatementDocument[]> = {
  plans: (request, facts) => [...pdfPlans(request, facts), ...generalPlans(request, facts)],
  draft: (plan, request, touchdown) => (plan.order === 'HKEKP' ? pdfDraft(plan, request, touchdown) : generalDraft(plan, request, touchdown)),
  collect: (_plan, _input, pages) => [
    ...[...pagesOf(pages, [HIEKP2]), ...pagesOf(pages, [HIEKP1])].map((reply) => toDocument(reply)),
    ...[...pagesOf(pages, [HIEKA5]), ...pagesOf(pages, [HIEKA3, HIEKA4])].map((reply) => toDocument(reply)),
  ],
}

function pdfPlans({ account, number }: DocumentRequest, facts: Facts): Plan[] {
  return usableVersions('HKEKP', [1, 2], facts, account).filter((version) => number === undefined || takesNumbers(pdfRules(facts, version))).flatMap((version) =>
    namings(account, true, mayNameNationally(facts.bank)).map((naming) => ({ order: 'HKEKP', version, naming, format: PDF })))
}

function generalPlans({ account, number }: DocumentRequest, facts: Facts): Plan[] {
  return usableVersions('HKEKA', [3, 4, 5], facts, account)
    .filter((version) => generalRules(facts, version)?.formats.includes(PDF) === true)
    .filter((version) => number === undefined || takesNumbers(generalRules(facts, version)))
    .flatMap((version) => namings(account, version >= INTERNATIONAL_FROM, mayNameNationally(facts.bank)).map((naming) => ({ order: 'HKEKA', version, naming, format: PDF })))
}

const pdfRules = ({ bank }: Facts, version: number) => (version === 2 ? bank.parameters(HIEKPS2) : bank.parameters(HIEKPS1))?.rules

function generalRules({ bank }: Facts, version: number) {
  return (version === 5 ? bank.parameters(HIEKAS5) : version === 4 ? bank.parameters(HIEKAS4) : bank.parameters(HIEKAS3))?.rules
}

/** Whether a certain statement can be asked for ("Kontoauszugsnummer erlaubt"); the others deliver what is new. */
const takesNumbers = (rules: { readonly numberAllowed: boolean } | undefined): boolean => rules?.numberAllowed === true

function pdfDraft({ version, naming }: Plan, { account, number, year }: DocumentRequest, touchdown: string | undefined): Draft {
  return draft(version === 2 ? HKEKP2 : HKEKP1, { account: internationalName(account, naming), number, year, touchdown })
}

function generalDraft({ version, naming }: Plan, { account, number, year }: DocumentRequest, touchdown: string | undefined): Draft {
  const choice = { format: PDF, number, year, touchdown }
  switch (version) {
    case 5: return draft(HKEKA5, { account: internationalName(account, naming), ...choice })
    case 4: return draft(HKEKA4, { account: internationalName(account, naming), ...choice })
    default: return draft(HKEKA3, { account: nationalName(account), ...choice })
  }
}

interface Issued {
  readonly content: Uint8Array
  readonly number?: number | undefined
  readonly year?: number | undefined
  readonly createdOn?: LocalDate | undefined
  readonly period?: { readonly from: LocalDate; readonly to: LocalDate } | undefined
  readonly fileName?: string | undefined
}

const toDocument = (reply: Issued): StatementDocument => ({
  content: withoutBase64(reply.content),
  number: reply.number ?? null,
  year: reply.year ?? null,
  createdOn: reply.createdOn ?? null,
  from: reply.period?.from ?? null,
  to: reply.period?.to ?? null,
  fileName: reply.fileName ?? null,
})

/** Some banks send the PDF as Base64, announced or not; a PDF begins with `%PDF`, in Base64 with `JVBERi`. */
function withoutBase64(content: Uint8Array): Uint8Array {
  return fromBytes(content.subarray(0, 6)) === 'JVBERi' ? new Uint8Array(Buffer.from(fromBytes(content), 'base64')) : content
}
