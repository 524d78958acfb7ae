#!/bin/sh
# ofxclient, an OFX client in Python that is not ours, and libofx's ofxconnect and ofxdump against `kontor demo-bank`: sign-on, account
# list and statements in 1.0.2 and 1.0.3; ofxdump reads what they bring. Debian's ofxconnect writes requests and cannot send them: curl
# does. Needs python3-ofxclient, ofx and curl (Debian); prints a line per step.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
node bin/kontor.js --json demo-bank --port 0 --https > "$work/bank.json" 2> "$work/refusals.txt" &
bank=$!
trap 'kill "$bank" 2> /dev/null; rm -rf "$work"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$work/bank.json" ] && break; sleep 1; done
field() { node -p "JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8')).ofx.https.$1" "$work/bank.json"; }
field certificate > "$work/bank.pem"
url=$(field url)
# The system's own Python: the package is installed for it alone.
SSL_CERT_FILE="$work/bank.pem" timeout 60 /usr/bin/python3 - "$url" "$work" <<'PYTHON'
import sys
from ofxclient import Institution
url, work = sys.argv[1:]
for version in ('102', '103'):
    bank = Institution(id='90210', org='Harbor Federal', url=url, username='us', password='harbor-42', client_args={'ofx_version': version})
    bank.authenticate()
    print('ok  sign-on in', version)
    accounts = bank.accounts()
    assert sorted(account.number for account in accounts) == ['0040125577', '0040125585', '4111000000001177', 'HB-552104'], accounts
    print('ok  accounts in', version)
    for account in accounts:
        statement = account.statement(days=90)
        assert len(statement.transactions) > 2, account.number
        print('ok ', len(statement.transactions), 'entries of', account.number)
        with open(f'{work}/{version}-{account.number}.ofx', 'w') as file:
            file.write(account.download(days=90).read())
PYTHON
ask() {
  name=$1; shift
  ofxconnect "$@" --fid=90210 --org='Harbor Federal' --user=us --pass=harbor-42 "$work/unused" 2> /dev/null | sed '1d' > "$work/$name.request"
  grep -q '</OFX>' "$work/$name.request"
  curl -s --fail --cacert "$work/bank.pem" -H 'Content-Type: application/x-ofx' --data-binary "@$work/$name.request" -o "$work/$name.ofx" "$url"
}
ask connect-accounts -a
[ "$(ofxdump "$work/connect-accounts.ofx" 2> /dev/null | grep -c ofx_proc_account)" -eq 4 ] && echo 'ok  accounts by ofxconnect'
rm "$work/connect-accounts.ofx"
ask connect-checking -s --bank=123456780 --acct=0040125577 --type=1 --past=90
ask connect-card -s --acct=4111000000001177 --type=3 --past=90
ask connect-broker -s --broker=harborinvest.example --acct=HB-552104 --type=2 --past=90
for file in "$work"/*.ofx; do
  count=$(ofxdump "$file" 2> /dev/null | grep -c ofx_proc_transaction)
  [ "$count" -gt 2 ] && echo "ok  ofxdump reads $count entries of $(basename "$file")"
done
[ "$(grep -c '^ofx ' "$work/refusals.txt")" -eq 0 ] && echo 'ok  nothing was refused'
