import { draft } from '../message/message.ts'
import { HIWPD5, HIWPD6, HIWPD7, HKWPD5, HKWPD6, HKWPD7 } from '../segments/securities.ts'
import type { AccountReference } from '../state/user-parameters.ts'
import { joinBytes } from '../syntax/wire.ts'
import { mayNameNationally } from './naming.ts'
import { internationalName, namings, nationalName, pagesOf, usableVersions, type Operation } from './operation.ts'

export interface DepotHoldings {
  /** MT535 of all pages in one piece; empty where the depot holds nothing. */
  readonly mt535: Uint8Array
  readonly pages: number
}

const INTERNATIONAL_FROM = 7

/** What a depot holds (HKWPD 5 to 7). */
export const depotHoldings: Operation<{ readonly account: AccountReference }, DepotHoldings> = {
  plans: ({ account }, facts) => usableVersions('HKWPD', [5, 6, 7], facts, account).flatMap((version) =>
    namings(account, version >= INTERNATIONAL_FROM, mayNameNationally(facts.bank)).map((naming) => ({ order: 'HKWPD', version, naming, format: null }))),
  draft: ({ version, naming }, { account }, touchdown) => {
    switch (version) {
      case 7: return draft(HKWPD7, { account: internationalName(account, naming), touchdown })
      case 6: return draft(HKWPD6, { account: nationalName(account), touchdown })
      default: return draft(HKWPD5, { account: nationalName(account), touchdown })
    }
  },
  collect: (_plan, _input, pages) => ({ mt535: joinBytes(pagesOf(pages, [HIWPD5, HIWPD6, HIWPD7]).map(({ holdings }) => holdings)), pages: pages.length }),
}
