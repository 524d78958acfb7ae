/** Geschäftsvorfälle by which a bank takes something back: Retouren, Rücklastschriften, Storno (Finanzdatenformate B.8.3). */
const GERMAN: ReadonlySet<string> = new Set(['009', '059', '108', '109', '159', '181', '182', '183', '184', '193', '399', '899'])
/** ISO 20022 bank transaction sub-families: reversals, returns and unpaid items. */
const ISO = /\/(?:UPDD|PRDD|RRTN|RPCR|UPCQ|UPCT)$/

/** Whether a bank's code for the kind of entry says that it reverses or returns another. */
export const isReturnCode = (code: string): boolean => GERMAN.has(code) || ISO.test(code)

/** Textschlüsselergänzung of a return and the ISO 20022 code it stands for (Finanzdatenformate B.8.3). */
const REASONS: Readonly<Record<string, string>> = {
  901: 'AC01', 902: 'AC04', 903: 'AC06', 904: 'AG01', 905: 'AG02', 906: 'AM04', 907: 'AM05', 908: 'BE04', 909: 'MD01',
  910: 'MD02', 911: 'MD03', 912: 'MD06', 913: 'MD07', 914: 'MS02', 915: 'RC01', 916: 'TM01', 917: 'RR01',
}

export const returnReasonOf = (key: string): string | undefined => REASONS[key.trim()]
