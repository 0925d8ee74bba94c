#!/usr/bin/env bash
# Bring veraPDF, the reference validator of PDF/UA and PDF/A, for .ci/judges/verapdf.
#
# It is one Java archive, fetched by Maven from wherever this machine's Maven is told to,
# and kept only if it is the one that was meant. Does nothing, quickly, if it is here.
# veraPDF is GPL-3 or MPL-2: a program beside this one, never part of it.
set -euo pipefail
cd "$(dirname "$0")/.."
source setup/say.sh

readonly VERSION=1.28.2
readonly DIGEST=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
readonly FOLDER=.tools/verapdf
readonly ARCHIVE=$FOLDER/greenfield-apps.jar

meant() {
  [[ -f $1 && $(sha256sum "$1" | cut -d ' ' -f 1) == "$DIGEST" ]]
}

if meant "$ARCHIVE"; then
  exit 0
fi

command -v mvn >/dev/null || stop "there is no Maven to fetch veraPDF with" \
  "apt-get install default-jre-headless maven"
say "fetching veraPDF $VERSION into $FOLDER"
rm -rf "$FOLDER.part"
mvn --quiet --batch-mode dependency:copy -Dmdep.useBaseVersion=true \
  -Dartifact="org.verapdf.apps:greenfield-apps:$VERSION" -DoutputDirectory="$FOLDER.part" >&2 ||
  stop "veraPDF could not be fetched" \
    "is this machine offline? Maven reads where to find archives from its own settings"
fetched=$FOLDER.part/greenfield-apps-$VERSION.jar
meant "$fetched" || stop "what came as veraPDF $VERSION is another file than the one meant" \
  "remove $FOLDER.part, and ask who changed it"
mkdir -p "$FOLDER"
mv "$fetched" "$ARCHIVE"
rm -rf "$FOLDER.part"
