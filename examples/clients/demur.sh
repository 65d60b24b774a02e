#!/bin/sh
# Asks Demur for an opinion and the next question, records a case, and reads it back.
#
#   DEMUR_URL=http://127.0.0.1:8650 DEMUR_KEY=dmr_... sh demur.sh situation.yaml
#
# Needs curl. The situation is YAML or JSON; see docs/api.md.
set -eu

: "${DEMUR_URL:?the address of the app}" "${DEMUR_KEY:?an API key, made under Settings}"
situation=${1:?a file with a situation}
answer=$(mktemp)
head=$(mktemp)
trap 'rm -f "$answer" "$head"' EXIT

# ask METHOD PATH [curl arguments]: prints the body; a problem goes to stderr and ends the script.
# The key stands in a file that curl reads, so that nobody sees it among the processes.
ask() {
    method=$1 path=$2
    shift 2
    status=$(printf 'header = "Authorization: Bearer %s"\n' "$DEMUR_KEY" |
        curl --silent --show-error --config - --request "$method" --output "$answer" \
            --dump-header "$head" --write-out '%{http_code}' --header 'Accept-Language: en' \
            --retry 3 --retry-connrefused "$@" "$DEMUR_URL/api/v1$path")
    case $status in
    2*) cat "$answer" ;;
    *)
        echo "Demur says $status:" >&2
        cat "$answer" >&2
        echo >&2
        return 1
        ;;
    esac
}

echo "opinion:"
ask POST /opinions --header 'Content-Type: application/yaml' --data-binary "@$situation"

echo "next question when nothing but the place is known:"
ask POST /questions --header 'Content-Type: application/json' \
    --data '{"situation": {"place": "pl"}, "declined": []}'
echo

# A new key for each change: sent again with the same key, nothing is recorded twice.
key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
case_file='{"situation": {"place": "pl", "at": "2026-11-22", "facts": {"conduct.insults_staff": true}}}'
for attempt in first second; do
    echo "record, $attempt time:"
    ask POST /cases --header 'Content-Type: application/json' \
        --header "Idempotency-Key: $key" --data "$case_file"
    echo
done

path=$(sed -n 's|^[Ll]ocation: /api/v1\([^[:space:]]*\).*|\1|p' "$head")
echo "read back $path:"
ask GET "$path"
echo
