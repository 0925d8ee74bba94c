#!/usr/bin/env bash
# Print the path of a Python that is new enough; the oldest that is supported comes first,
# because the pages were measured with it. PYTHON=/path/to/python chooses another.
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

# A name on the PATH may be an empty shim, so each candidate has to run.
new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

if [[ -n ${PYTHON:-} ]]; then
  new_enough "$PYTHON" || stop "PYTHON=$PYTHON is not a Python 3.11 or newer"
  "$PYTHON" -c 'import sys; print(sys.executable)'
  exit
fi
for name in python3.11 python3.12 python3.13 python3.14 python3; do
  if new_enough "$name"; then
    "$name" -c 'import sys; print(sys.executable)'
    exit
  fi
done
have=$(python3 --version 2>/dev/null || echo "no Python at all")
stop "Python 3.11 or newer is needed, this machine has ${have}" \
  "apt-get install python3.11 python3.11-venv (Debian 12, Ubuntu 22.04)" \
  "or name one: make setup PYTHON=/path/to/python3.12"
