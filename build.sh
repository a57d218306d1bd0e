#!/usr/bin/env bash
# The build: installs what the tests need, builds with warnings as errors, checks the format, passes every test.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v chromium >/dev/null; then
  sudo=$(command -v sudo || true)
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet restore Membership.sln --locked-mode
dotnet build Membership.sln --no-restore
dotnet format Membership.sln --no-restore --verify-no-changes --severity warn --exclude src/Membership.App/Database/Migrations

# Results are counted from the runner's own files, so that a project without a single test cannot pass unseen.
results=$(mktemp -d)
status=0
for project in tests/*.Tests; do
  dotnet test "$project" --no-build --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" || status=1
done

count() { cat "$results"/*.trx | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk "{ sum += \$1 } END { print sum + 0 }"; }
for project in tests/*.Tests; do
  [ -f "$results/$(basename "$project").trx" ] || { echo "$(basename "$project") gave no result"; status=1; }
done
passed=$(count passed)
failed=$(( $(count total) - passed ))
echo "${passed} passed, ${failed} failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit "$status"
exit 1
