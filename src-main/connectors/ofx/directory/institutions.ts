/**
 * Banks in the United States that were known to speak OFX Direct Connect: name, city, ORG, FID, address, and the year until
 * which people reported that it worked. Banks do not publish these, and many have closed their servers without a word (Chase
 * in 2022, Schwab with its merger); those that are known to be closed are not here. The bank's own help has the last word.
 */
export const INSTITUTIONS: readonly (readonly [name: string, city: string, org: string, fid: string, url: string, lastKnown: string])[] = [
  ['America First Credit Union', 'Riverdale, UT', 'America First Credit Union', '54324', 'https://ofx.americafirst.com', '2021'],
  ['American Express', 'New York, NY', 'AMEX', '3101', 'https://online.americanexpress.com/myca/ofxdl/desktop/desktopDownload.do?request_type=nl_ofxdownload', '2020'],
  ['Bank of America (all states but California, Idaho, Washington)', 'Charlotte, NC', 'HAN', '5959', 'https://eftx.bankofamerica.com/eftxweb/access.ofx', '2020'],
  ['Citi Credit Card', 'New York, NY', 'Citigroup', '24909', 'https://www.accountonline.com/cards/svc/CitiOfxManager.do', '2020'],
  ['Discover Card', 'Riverwoods, IL', 'Discover Financial Services', '7101', 'https://ofx.discovercard.com', '2020'],
  ['Fidelity Investments', 'Boston, MA', 'fidelity.com', '7776', 'https://ofx.fidelity.com/ftgw/OFX/clients/download', '2026'],
  ['First Tech Federal Credit Union', 'San Jose, CA', 'First Tech Federal Credit Union', '3169', 'https://ofx.firsttechfed.com', '2021'],
  ['USAA Federal Savings Bank', 'San Antonio, TX', 'USAA Federal Savings Bank', '67811', 'https://df3cx-services.1fsapi.com/casm/usaa/access.ofx', '2022'],
  ['Vanguard', 'Malvern, PA', 'Vanguard', '15103', 'https://vesnc.vanguard.com/us/OfxDirectConnectServlet', '2022'],
  ['Wells Fargo', 'San Francisco, CA', 'WF', '3000', 'https://ofxdc.wellsfargo.com/ofx/process.ofx', '2020'],
]
