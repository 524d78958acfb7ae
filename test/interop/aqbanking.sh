#!/bin/sh
# AqBanking, a FinTS client in C that is not ours, against `kontor demo-bank`: system id, TAN methods, accounts, balance,
# statements, and statements that need a TAN. Needs aqbanking-tools (Debian); prints a line per step.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
export HOME="$work"
node bin/kontor.js --json demo-bank --port 0 > "$work/bank.json" 2> "$work/refusals.txt" &
bank=$!
trap 'kill "$bank" 2> /dev/null; rm -rf "$work"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$work/bank.json" ] && break; sleep 1; done
url=$(node -p 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).fints.url' "$work/bank.json")
printf 'PIN_00000000_de-chip = "12345"\n' > "$work/pins"

tool() { timeout 60 aqhbci-tool4 -D "$work/conf" -P "$work/pins" -n -A "$@" 2> "$work/log.txt"; }
ask() { timeout 60 aqbanking-cli -D "$work/conf" -P "$work/pins" -A "$@" 2> "$work/log.txt"; }
lines() { ask listtrans -c "$1" | wc -l; }
step() { echo "ok  $1"; }

tool adduser -t pintan --context=1 -b 00000000 -u de-chip -c de-chip -s "$url" -N Demo --hbciversion=300 > /dev/null
tool getbankinfo -u 1
tool getsysid -u 1
step 'bank parameters and system id'
tool setitanmode -u 1 -m 6962
step 'chipTAN chosen'
tool getaccounts -u 1
tool listaccounts | grep -q 4012557
step 'accounts'
ask request -b 00000000 -a 4012557 --balance -c "$work/balance"
ask listbal -c "$work/balance" | grep -q DE06000000000004012557
step 'balance'
ask request -b 00000000 -a 4012557 --transactions --fromdate="$(date -d '-60 days' +%Y%m%d)" -c "$work/recent" > /dev/null
[ "$(lines "$work/recent")" -gt 20 ]
step 'statements without a TAN'
{ sleep 3; echo 123456; sleep 5; } | ask request -b 00000000 -a 4012557 --transactions --fromdate="$(date -d '-300 days' +%Y%m%d)" -c "$work/old" > /dev/null
[ "$(lines "$work/old")" -gt "$(lines "$work/recent")" ]
step 'statements with a TAN, over several pages'
if grep "^[0-9]" "$work/refusals.txt"; then exit 1; fi
step 'nothing was refused'
