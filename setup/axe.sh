#!/usr/bin/env bash
# Bring axe-core, which looks for barriers in web pages, for .ci/judges/axe.
#
# It is one script for a browser. Its makers publish it as a package for Node, and also
# within a Java archive; that is taken, as Maven is here for veraPDF and Node is not. It is
# kept only if the archive is the one that was meant. Does nothing, quickly, if it is here.
# axe-core is MPL-2.0: a program beside this one, never part of it.
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

readonly VERSION=4.11.1
readonly DIGEST=7c6cabdb5ac07e301a7133ea0f13fdc49c713a32d1866f015d559aee01244e23
readonly FOLDER=.tools/axe
readonly SCRIPT=$FOLDER/axe.min.js

if [[ -f $SCRIPT && -f $FOLDER/digest && $(<"$FOLDER/digest") == "$DIGEST" ]]; then
  exit 0
fi

command -v mvn >/dev/null || stop "there is no Maven to fetch axe-core with" \
  "apt-get install default-jre-headless maven"
say "fetching axe-core $VERSION into $FOLDER"
rm -rf "$FOLDER" "$FOLDER.part"
mvn --quiet --batch-mode dependency:copy -Dmdep.useBaseVersion=true \
  -Dartifact="com.deque.html.axe-core:selenium:$VERSION" -DoutputDirectory="$FOLDER.part" >&2 ||
  stop "axe-core could not be fetched" \
    "is this machine offline? Maven reads where to find archives from its own settings"
archive=$FOLDER.part/selenium-$VERSION.jar
[[ -f $archive && $(sha256sum "$archive" | cut -d ' ' -f 1) == "$DIGEST" ]] ||
  stop "what came as axe-core $VERSION is another file than the one meant" \
    "remove $FOLDER.part, and ask who changed it"
python=$(bash setup/python.sh)
"$python" -m zipfile --extract "$archive" "$FOLDER.part/whole"
mkdir -p "$FOLDER"
mv "$FOLDER.part/whole/axe.min.js" "$SCRIPT"
printf '%s' "$DIGEST" >"$FOLDER/digest"
rm -rf "$FOLDER.part"
