#!/usr/bin/env bash
# run.sh FUZZER SECONDS [ARGUMENT…]: runs a fuzzer on the golden reports and on what earlier runs found. An input that fails is
# kept in build/fuzz.
set -euo pipefail
cd "$(dirname "$0")/../.."

mkdir -p build/fuzz/corpus
exec "$1" -max_total_time="$2" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -dict=tests/fuzz/json.dict \
  -artifact_prefix=build/fuzz/ "${@:3}" build/fuzz/corpus tests/golden
