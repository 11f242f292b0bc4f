#!/usr/bin/env bash
# Stands before rustc: adds libFuzzer's coverage to evb and to the targets, and to nothing
# else, so that dependencies are the ones of every other build.
set -euo pipefail

rustc="$1"
shift
name=""
previous=""
for argument in "$@"; do
  [ "$previous" = "--crate-name" ] && name="$argument"
  previous="$argument"
done

case "$name" in
evb | evb_fuzz | yaml | texter)
  exec "$rustc" "$@" --cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0
  ;;
*) exec "$rustc" "$@" ;;
esac
