#!/usr/bin/env bash
# The .deb and the npm package: made, installed into folders of their own, and run from there.
#   tests/e2e/packages.sh BUILD_FOLDER
# shellcheck source=tests/e2e/common.sh
source "$(dirname "$0")/common.sh"
mkdir -p "$work/deb" "$work/root/var/lib/dpkg/"{info,updates} "$work/desk"
: >"$work/root/var/lib/dpkg/status"
printf 'The pier cost TK euros.\n' >"$work/desk/draft.md"
cd "$work/desk" || exit 1
export PATH="${PATH#"$build:"}"  # the packed stet, not the built one
command -v stet >/dev/null && fault "another stet is on the path"

# Debian: all that it needs is named, and its files are where the system looks for them.
(cd "$build" && cpack -G DEB -B "$work/deb" >"$work/cpack.log" 2>&1) || { cat "$work/cpack.log"; exit 1; }
deb=$(echo "$work"/deb/*.deb)
[ "$(dpkg-deb -f "$deb" Package)" = stet ] || fault "the package's name"
depends=$(dpkg-deb -f "$deb" Depends)
for library in libc6 libstdc++6 libre2- libgit2- libuv1 libgumbo1 libmd4c0; do
  grep -q "$library" <<<"$depends" || fault "the .deb does not need $library: $depends"
done
dpkg --root="$work/root" --force-not-root --force-depends --force-script-chrootless --install "$deb" >"$work/dpkg.log" 2>&1 ||
  fault "dpkg: $(cat "$work/dpkg.log")"
usr=$work/root/usr
for file in share/man/man1/stet.1 share/bash-completion/completions/stet share/zsh/site-functions/_stet \
  share/fish/vendor_completions.d/stet.fish share/doc/stet/copyright; do
  [ -s "$usr/$file" ] || fault "the .deb lacks $file"
done
says 1 "placeholder-left" "$usr/bin/stet" check draft.md
says 0 "all hold" "$usr/bin/stet" test
man -l "$usr/share/man/man1/stet.1" 2>/dev/null | grep -q 'write-baseline' || fault "the man page does not show"
# What bash offers after `stet check --fo` is an option that stet has.
offered=$(bash -c 'source "$1"; COMP_WORDS=(stet check --fo); COMP_CWORD=2; _stet; echo "${COMPREPLY[*]}"' _ \
  "$usr/share/bash-completion/completions/stet")
[ "$offered" = --format ] || fault "bash offers $offered"

# npm: installed from its file, with its libraries, and run as a project does.
package=$("$root/clients/npm/pack.sh" "$build" "$work") || fault "npm pack"
printf '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --offline "$work/$package" >"$work/npm.log" 2>&1 || fault "npm: $(cat "$work/npm.log")"
says 1 "placeholder-left" npx --no-install stet check draft.md
says 0 "stet " npx --no-install stet --version
lib=node_modules/@stet-editorial/stet/lib
for library in $(LD_LIBRARY_PATH=$lib ldd "$lib/stet" | awk '$2 == "=>" {print $3}'); do
  case $library in
    *"$lib"/* | */libc.so.* | */libm.so.* | */libpthread.so.* | */libdl.so.* | */librt.so.* | */libstdc++.so.* | */libgcc_s.so.*) ;;
    *) fault "npm: $library is not in the package" ;;
  esac
done
report
