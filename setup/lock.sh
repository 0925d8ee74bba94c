#!/usr/bin/env bash
# Pin every package that pyproject.toml asks for, with its digests, into requirements.lock.
#
# The lock names no host: pip takes the packages from wherever this machine is told to.
# It is universal: the markers in it choose what each Python from 3.11 on needs.
# Pins that still satisfy pyproject.toml stay; `make lock UPGRADE=1` lets all of them move.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly UV_VERSION=0.13.9
readonly TOOLS=.tools/lock
source setup/say.sh

if [[ ! -x $TOOLS/bin/uv ]] || [[ $("$TOOLS/bin/uv" --version) != "uv $UV_VERSION"* ]]; then
  say "installing uv $UV_VERSION into $TOOLS"
  python=$(bash setup/python.sh)
  "$python" -m venv --clear "$TOOLS"
  "$TOOLS/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION"
fi

new=$(mktemp requirements.lock.XXXXXX)
trap 'rm -f "$new"' EXIT
if [[ -z ${UPGRADE:-} && -s requirements.lock ]]; then
  cp requirements.lock "$new" # uv keeps the pins it finds in its output
fi
"$TOOLS/bin/uv" pip compile pyproject.toml --extra dev --output-file "$new" --quiet \
  --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links
{
  echo "# Made by \`make lock\` from pyproject.toml: do not edit."
  grep --invert-match '^#' "$new"
} >"$new.whole"
chmod 644 "$new.whole"
mv "$new.whole" requirements.lock
say "requirements.lock pins $(grep --count '==' requirements.lock) packages"
