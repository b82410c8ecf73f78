# Shared by the scripts: where things are, and how a step is announced. Sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# The same rule stands in cmake/cache.cmake.
cache=${CAMPAIGN_LENS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/campaign-lens}
jobs=${CAMPAIGN_LENS_JOBS:-$(nproc)}

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# step NAME WHAT-TO-DO-IF-IT-FAILS COMMAND…: one line on success; on failure the end of its output and the advice.
step() {
  local name=$1 advice=$2 log status start=$SECONDS
  shift 2
  mkdir -p "$cache/logs"
  log=$cache/logs/${name// /-}.log
  # Not "if ! command": bash ignores errexit in all that a condition calls, and a failing line would be passed over.
  set +e
  (
    set -e
    "$@"
  ) >"$log" 2>&1 </dev/null
  status=$?
  set -e
  if [ "$status" -ne 0 ]; then
    {
      tail -n 20 "$log"
      printf '\nFAILED: %s\n  %s\n  All of its output: %s\n' "$name" "$advice" "$log"
    } >&2
    exit 1
  fi
  printf 'ok  %s (%d s)\n' "$name" "$((SECONDS - start))"
}
