#!/bin/sh
# hbci4java, a FinTS client in Java that is not ours, against `kontor demo-bank`: system id, accounts, balance, statements with
# and without a TAN, as MT940 and as camt. Needs libhbci4j-core-java and default-jdk-headless (Debian); prints a line per step.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
node bin/kontor.js --json demo-bank --port 0 --https > "$work/bank.json" 2> "$work/refusals.txt" &
bank=$!
trap 'kill "$bank" 2> /dev/null; rm -rf "$work"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$work/bank.json" ] && break; sleep 1; done
told() { node -p 'const { https } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).fints; process.argv[2] === "port" ? new URL(https.url).port : https.certificate' "$work/bank.json" "$1"; }
told certificate > "$work/bank.pem"
keytool -importcert -noprompt -alias demo -file "$work/bank.pem" -keystore "$work/trusted.p12" -storetype PKCS12 -storepass interop > /dev/null 2>&1
jars=/usr/share/java
classes="$jars/hbci4j-core.jar:$jars/jaxb-api.jar:$jars/jaxb-runtime.jar:$jars/jaxb-core.jar:$jars/jaxb-impl.jar:$jars/javax.activation.jar"
# Two TAN methods: one with text, one with a flicker code.
for login in de-sms:942 de-chip:962; do
  echo "$login"
  java -Djavax.net.ssl.trustStore="$work/trusted.p12" -Djavax.net.ssl.trustStorePassword=interop -cp "$classes" test/interop/Hbci4Java.java \
    "$(told port)" "${login%:*}" 12345 123456 "${login#*:}" "$work/${login%:*}.passport" 2> "$work/log.txt" || { cat "$work/log.txt"; exit 1; }
done
if grep "^[0-9]" "$work/refusals.txt"; then exit 1; fi
echo 'ok  nothing was refused'
