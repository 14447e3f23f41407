#!/usr/bin/env bash
# Makes the npm package of a built stet: the binary, and beside it every shared library it needs but those of the C and
# C++ systems, which each glibc Linux has.
#   pack.sh BUILD_FOLDER OUT_FOLDER     prints the package's file name
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "$1" && pwd) out=$(cd "$2" && pwd)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$stage/bin" "$stage/lib"
install -m 755 "$here/stet" "$stage/bin/stet"
install -m 755 "$build/stet" "$stage/lib/stet"
strip "$stage/lib/stet"
ldd "$build/stet" | awk '$2 == "=>" {print $1, $3}' | while read -r name path; do
  case $name in
    libc.so.* | libm.so.* | libpthread.so.* | libdl.so.* | librt.so.* | libstdc++.so.* | libgcc_s.so.* | ld-linux* | linux-vdso*) ;;
    *) install -m 644 "$path" "$stage/lib/$name" ;;
  esac
done
cp "$here/../../LICENSE" "$stage/"
version=$("$build/stet" --version | cut -d' ' -f2)
arch=$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
sed "s/\"0\.0\.0\"/\"$version\"/; s/\"os\": /\"cpu\": [\"$arch\"],\n  &/" "$here/package.json" >"$stage/package.json"
cd "$stage"
npm pack --silent --pack-destination "$out"
