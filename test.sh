#!/usr/bin/env bash
# The whole suite on a fresh machine: installs what is missing from Debian, restores, builds, tests.
#   ./test.sh                    everything
#   ./test.sh --filter X         what `dotnet test --filter X` would run
#   BIMER_LONG=1 ./test.sh       the long forms too: more kills, more rounds, more seeds
# The last line is always "N passed, N failed"; the exit code is 0 only when something passed and nothing failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec </dev/null
export DEBIAN_FRONTEND=noninteractive DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

# Whatever stops the run before it could count counts as one failure, and the last line says so: what was foreseen by give_up, and what
# was not (a full disk, Ctrl+C, a job that took too long) on the way out.
results=""
last_line=""
give_up() {
  echo
  echo "$1"
  last_line="0 passed, 1 failed"
  exit 1
}
leave() {
  local code=$?
  trap - EXIT
  [ -z "$results" ] || rm -rf "$results"
  if [ -z "$last_line" ]; then
    echo
    echo "Stopped before the end (exit code $code)."
    last_line="0 passed, 1 failed"
    [ "$code" -ne 0 ] || code=1
  fi
  echo "$last_line"
  exit "$code"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

filter=()
while [ $# -gt 0 ]; do
  case "$1" in
    --filter) [ $# -ge 2 ] || give_up "--filter needs an expression."; filter=(--filter "$2"); shift 2 ;;
    *) give_up "Unknown argument '$1'. Usage: ./test.sh [--filter EXPRESSION]" ;;
  esac
done

missing_packages() {
  if [ -n "${CHROMIUM:-}" ]; then [ -x "$CHROMIUM" ] || echo chromium; else command -v chromium >/dev/null || echo chromium; fi
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  compgen -G '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' >/dev/null || echo fonts-dejavu-core
  # What draws the pages of documents; DrawingPrograms in the tests asks for the same files.
  [ -x /usr/bin/pdftoppm ] || echo poppler-utils
  [ -e /usr/lib/libreoffice/program/libswlo.so ] || echo libreoffice-writer-nogui
  [ -e /usr/lib/libreoffice/program/libsclo.so ] || echo libreoffice-calc-nogui
  [ -e /usr/lib/libreoffice/program/libsdlo.so ] || echo libreoffice-draw-nogui
  # What makes PDFs of our pages, and what reads their bars as a scanner does.
  [ -e /usr/lib/chromium/chromium ] || echo chromium
  [ -x /usr/bin/zbarimg ] || echo zbar-tools
}

install_missing() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages)
  [ ${#packages[@]} -gt 0 ] || return 0
  local by_hand="Install by hand and start again: apt-get install ${packages[*]}"
  command -v apt-get >/dev/null || give_up "Missing: ${packages[*]}. This is not Debian. $by_hand (or the like of it here)"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null \
      || give_up "Missing: ${packages[*]}. Installing needs root, and sudo wants a password or is absent. $by_hand"
    as_root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
  fi
  echo "Installing from Debian: ${packages[*]}"
  "${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update \
    || give_up "apt-get update failed; its words are above. $by_hand"
  "${as_root[@]}" apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${packages[@]}" \
    || give_up "apt-get install failed; its words are above. $by_hand"
  mapfile -t packages < <(missing_packages)
  [ ${#packages[@]} -eq 0 ] || give_up "apt-get says it is done, and still nothing of this is here: ${packages[*]}. Is CHROMIUM set to a place where none is?"
}

command -v dotnet >/dev/null || give_up "The .NET SDK is missing; global.json names the version."
dotnet --version >/dev/null || give_up "This dotnet has no SDK of the version that global.json names; what it has is above."
install_missing
# The same Chromium without windows of its own: a quarter less of the processors (decision 0108). Where the archive has none, the whole one does.
if [ -z "${CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium-headless-shell ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends chromium-headless-shell >/dev/null 2>&1 || true
fi
export CHROMIUM=${CHROMIUM:-$(command -v chromium-headless-shell || command -v chromium)}   # the tests start the one that was found here
dotnet restore --locked-mode || give_up "Restore failed: a package is unreachable, or a lock file does not match its project."
dotnet build --no-restore -m:2 -nodeReuse:false -warnaserror || give_up "Build failed."

results=$(mktemp -d)
hang=10m
[ "${BIMER_LONG:-}" = 1 ] && hang=90m
run=0
dotnet test Bimer.Tests/Bimer.Tests.csproj --no-build "${filter[@]}" \
  --results-directory "$results" --logger 'trx;LogFileName=suite.trx' --logger 'console;verbosity=minimal' \
  --blame-hang-timeout "$hang" --blame-hang-dump-type none || run=$?

trx=$(find "$results" -name '*.trx' -print -quit)
[ -n "$trx" ] || give_up "The test host ended without leaving results (exit code $run)."

named() {
  grep -o '<UnitTestResult [^>]*' "$trx" | grep " outcome=\"$1\"" | sed -e 's/.* testName="\([^"]*\)".*/  \1/' \
    -e 's/&quot;/"/g' -e "s/&apos;/'/g" -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' | sort || true
}
counted() { grep -o '<UnitTestResult [^>]*' "$trx" | grep -c " outcome=\"$1\"" || true; }

passed=$(counted Passed)
skipped=$(counted NotExecuted)
failed=$(($(grep -c '<UnitTestResult ' "$trx" || true) - passed))

echo
if [ "$failed" -gt 0 ]; then
  echo "Failed:"
  for outcome in Failed Error Timeout Aborted NotExecuted; do named "$outcome"; done
fi
[ "$skipped" -eq 0 ] || echo "$skipped of them were skipped. A skipped test proves nothing, so it counts as failed."
if [ "$failed" -eq 0 ] && [ "$run" -ne 0 ]; then
  failed=1
  echo "The run ended with exit code $run though no test failed: the test host crashed or hung. Counted as one failure."
fi
[ "$passed" -gt 0 ] || echo "Nothing passed: does the filter match a test?"
last_line="$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
