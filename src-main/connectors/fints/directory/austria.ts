/**
 * Austrian banks: code, BIC, name, city. Whether and where a bank answers FinTS changes and is nowhere listed, so no URL
 * stands here: the person takes it from their bank.
 */
export const AUSTRIA: readonly (readonly [bankCode: string, bic: string, name: string, city: string])[] = [
  ['12000', 'BKAUATWW', 'UniCredit Bank Austria', 'Wien'],
  ['14000', 'BAWAATWW', 'BAWAG', 'Wien'],
  ['14200', 'EASYATW1', 'easybank', 'Wien'],
  ['15000', 'OBKLAT2L', 'Oberbank', 'Linz'],
  ['16000', 'BTVAAT22', 'Bank für Tirol und Vorarlberg', 'Innsbruck'],
  ['17000', 'BFKKAT2K', 'BKS Bank', 'Klagenfurt'],
  ['20111', 'GIBAATWWXXX', 'Erste Bank der oesterreichischen Sparkassen', 'Wien'],
  ['20320', 'ASPKAT2LXXX', 'Sparkasse Oberösterreich', 'Linz'],
  ['20404', 'SBGSAT2SXXX', 'Salzburger Sparkasse', 'Salzburg'],
  ['20503', 'SPIHAT22XXX', 'Tiroler Sparkasse', 'Innsbruck'],
  ['20815', 'STSPAT2GXXX', 'Steiermärkische Sparkasse', 'Graz'],
  ['32000', 'RLNWATWW', 'Raiffeisenlandesbank Niederösterreich-Wien', 'Wien'],
  ['34000', 'RZOOAT2L', 'Raiffeisenlandesbank Oberösterreich', 'Linz'],
  ['35000', 'RVSAAT2S', 'Raiffeisenverband Salzburg', 'Salzburg'],
  ['36000', 'RZTIAT22', 'Raiffeisen-Landesbank Tirol', 'Innsbruck'],
  ['37000', 'RVVGAT2B', 'Raiffeisenlandesbank Vorarlberg', 'Bregenz'],
  ['38000', 'RZSTAT2G', 'Raiffeisen-Landesbank Steiermark', 'Graz'],
  ['39000', 'RZKTAT2K', 'Raiffeisenlandesbank Kärnten', 'Klagenfurt'],
  ['43000', 'VBOEATWW', 'Volksbank Wien', 'Wien'],
  ['53000', 'HYPNATWW', 'Hypo Niederösterreich', 'St. Pölten'],
  ['57000', 'HYPTAT22', 'Hypo Tirol Bank', 'Innsbruck'],
  ['58000', 'HYPVAT2B', 'Hypo Vorarlberg', 'Bregenz'],
]
