#!/usr/bin/env bash
# Bring axe-core, which looks for barriers in web pages, for .ci/judges/axe.
#
# It is one script for a browser. Its makers publish it as a package for Node, and also
# within a Java archive; that is taken, as Maven is here for veraPDF and Node is not. The
# script is kept only if it is the one that was meant. Does nothing, quickly, if it is here.
# axe-core is MPL-2.0: a program beside this one, never part of it.
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

readonly VERSION=4.11.1
readonly DIGEST=7dbfabdfc6062936d79c873ddbb5f811a1219fca3928bd8cc9dd81f1e65f4720
readonly FOLDER=.tools/axe
readonly SCRIPT=$FOLDER/axe.min.js

meant() {
  [[ -f $1 && $(sha256sum "$1" | cut -d ' ' -f 1) == "$DIGEST" ]]
}

if meant "$SCRIPT"; then
  exit 0
fi

command -v mvn >/dev/null || stop "there is no Maven to fetch axe-core with" \
  "apt-get install default-jre-headless maven"
python=$(bash setup/python.sh)
say "fetching axe-core $VERSION into $FOLDER"
rm -rf "$FOLDER" "$FOLDER.part"
mvn --quiet --batch-mode dependency:copy -Dmdep.useBaseVersion=true \
  -Dartifact="com.deque.html.axe-core:selenium:$VERSION" -DoutputDirectory="$FOLDER.part" >&2 ||
  stop "axe-core could not be fetched" \
    "is this machine offline? Maven reads where to find archives from its own settings"
"$python" -m zipfile --extract "$FOLDER.part/selenium-$VERSION.jar" "$FOLDER.part/whole" || true
meant "$FOLDER.part/whole/axe.min.js" ||
  stop "what came as axe-core $VERSION is another script than the one meant" \
    "remove $FOLDER.part, and ask who changed it"
mkdir -p "$FOLDER"
mv "$FOLDER.part/whole/axe.min.js" "$SCRIPT"
rm -rf "$FOLDER.part"
