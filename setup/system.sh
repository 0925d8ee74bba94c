#!/usr/bin/env bash
# Install the system packages that are missing; do nothing, quickly, if none is.
#
#   setup/system.sh [--tests] [--judges] [--list]
#
# --tests   also what the tests call
# --judges  also the outside validators that .ci/run asks
# --list    print the packages that are missing, install nothing
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

# The engine's libraries, the fonts of every script, and what makes and finds them.
packages=(
  fontconfig
  fonts-noto-cjk  # Chinese, Japanese, Korean
  fonts-noto-core # every other script, Nastaliq among them
  libharfbuzz-subset0
  libharfbuzz0b
  liblouis-data # braille, and its tables for each language
  liblouis20
  libpango-1.0-0
  libpangoft2-1.0-0
  poppler-utils # asked what it reads in each finished file
)
only_list=no
for option in "$@"; do
  case $option in
    --tests) packages+=(gettext) ;;
    --judges)
      packages+=(chromium espeak-ng gettext ghostscript libxml2-utils mupdf-tools qpdf)
      # Any Java will do for veraPDF, and Maven to fetch it; Maven brings a Java.
      packages+=(maven)
      ;;
    --list) only_list=yes ;;
    *) stop "unknown option $option" ;;
  esac
done

if ! command -v dpkg-query >/dev/null; then
  say "this is no Debian or Ubuntu; it has to bring, under its own names: ${packages[*]}"
  exit 0
fi

# Python's own venv module is a package apart on Debian.
if [[ ! -x .venv/bin/python ]]; then
  python=$(bash setup/python.sh)
  if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    packages+=("python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv")
  fi
fi

installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' \
  "${packages[@]}" 2>/dev/null || true)
missing=()
for package in "${packages[@]}"; do
  [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || missing+=("$package")
done

if [[ $only_list == yes ]]; then
  ((${#missing[@]} == 0)) || printf '%s\n' "${missing[@]}"
  exit 0
fi
((${#missing[@]})) || exit 0

root=()
if (($(id -u) != 0)); then
  if ! command -v sudo >/dev/null; then
    stop "system packages are missing and this is neither root nor a machine with sudo" \
      "ask its administrator to run: apt-get install --no-install-recommends ${missing[*]}"
  fi
  root=(sudo)
fi
say "installing system packages: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
get() {
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq --assume-yes -o=Dpkg::Use-Pty=0 "$@"
}
# The lists may be as old as the machine's image; without a network they may still serve.
get update || say "the package lists could not be renewed; trying with those that are here"
get install --no-install-recommends "${missing[@]}" || stop \
  "the system packages could not be installed (is this machine offline?)" \
  "try by hand: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
