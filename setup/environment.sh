#!/usr/bin/env bash
# Make .venv/ from requirements.lock; do nothing, quickly, if it is what the lock says.
#
# Two stamps in .venv/ are written last, so that an interrupted run leaves none:
#   .locked   digest of the lock, and the folder it was made in (a venv cannot be moved)
#   .linked   digest of pyproject.toml, after the project itself was installed
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

readonly VENV=.venv

digest() {
  sha256sum "$@" | sha256sum | cut -d ' ' -f 1
}

locked_now() {
  printf '%s %s' "$(digest requirements.lock setup/environment.sh)" "$PWD"
}

stamped() {
  [[ -x $VENV/bin/python && -f $VENV/$1 && $(<"$VENV/$1") == "$2" ]]
}

stamp() {
  printf '%s' "$2" >"$VENV/$1.part"
  mv "$VENV/$1.part" "$VENV/$1"
}

install() {
  "$VENV/bin/python" -m pip --disable-pip-version-check --quiet install \
    --no-input --progress-bar off "$@"
}

locked=$(locked_now)
linked=$(digest pyproject.toml)
if stamped .locked "$locked" && stamped .linked "$linked"; then
  exit 0
fi

# Two runs at once: the second waits for the first, and then finds everything done.
exec 9>>.venv.lock
if ! flock --nonblock 9; then
  say "another run is making $VENV; waiting for it"
  flock 9
fi

if ! stamped .locked "$locked"; then
  python=$(bash setup/python.sh)
  say "making $VENV with $("$python" --version) from requirements.lock (a minute or two)"
  rm -f "$VENV/.locked" "$VENV/.linked"
  "$python" -m venv --clear "$VENV" || stop "$python cannot make a virtual environment" \
    "apt-get install python3-venv"
  # Wheels only: nothing is compiled, and no package runs code to be installed.
  install --require-hashes --no-deps --only-binary :all: --requirement requirements.lock \
    || stop "the packages of requirements.lock could not be installed" \
      "is this machine offline? pip reads where to find packages from its own settings"
  stamp .locked "$locked"
fi

if ! stamped .linked "$linked"; then
  rm -f "$VENV/.linked"
  install --no-deps --no-build-isolation --no-index --editable . \
    || stop "the project could not be installed into $VENV"
  stamp .linked "$linked"
fi
say "$VENV is ready"
