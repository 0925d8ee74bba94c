# Two ways to speak, for the scripts of this folder.

say() {
  printf 'setup: %s\n' "$*" >&2
}

# Say why nothing more can be done, what mends it, and stop.
stop() {
  local why=$1
  shift
  printf 'setup: cannot go on: %s\n' "$why" >&2
  if (($#)); then
    printf '  hint: %s\n' "$@" >&2
  fi
  exit 1
}
