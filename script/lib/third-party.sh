# What cmake/third-party.txt lists, fetched and unpacked into the cache. Sourced by script/bootstrap.
#
# Debian packages come through an apt state of our own (sources, indexes, archives and an empty status file, all in
# the cache): apt checks every signature as usual, and the system's configuration is only read.
# shellcheck shell=bash

# Prints "name version packaged for", separated by tabs, one line for each row of the table.
third_party() {
  sed -e '/^[a-z]/!d' -e 's/ *| */|/g' "$root/cmake/third-party.txt" |
    awk -F '|' -v OFS='\t' '{ print $1, $2, $5, $7 }'
}

apt_here() {
  apt-get -qq \
    -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$cache/apt/sources" \
    -o Dir::State::lists="$cache/apt/lists" -o Dir::State::status="$cache/apt/status" \
    -o Dir::Cache="$cache/apt/cache" -o APT::Sandbox::User=root \
    -o Acquire::Check-Valid-Until=false "$@" # versions are pinned: an index a mirror has not renewed serves as well
}

# The mirror that this machine already uses, asked for the three suites that the table names.
update_package_index() {
  local mirror keyring
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(COMPONENT) $(RELEASE)' 'Identifier: Packages' |
    awk '$2 == "main" && $3 ~ /^(bookworm|trixie|forky|stable|oldstable|testing)$/ { print $1; exit }')
  [ -n "$mirror" ] || { echo "no Debian mirror among this machine's package sources"; return 1; }
  mkdir -p "$cache"/apt/{sources,lists/partial,cache/archives/partial}
  : >"$cache/apt/status"
  for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    [ ! -e "$keyring" ] || break
  done
  cat >"$cache/apt/sources/campaign-lens.sources" <<END
Types: deb
URIs: $mirror
Suites: trixie
Components: main
Signed-By: $keyring

Types: deb-src
URIs: $mirror
Suites: bookworm trixie forky
Components: main
Signed-By: $keyring
END
  apt_here update
}

# Suites move on. A version that is gone is replaced by the suite's own, which is better than no build at all.
download_source() { # SUITE PACKAGE=VERSION
  apt_here source --download-only --only-source "$2" || {
    echo "$2 is no longer offered; taking the version of $1"
    apt_here source --download-only "${2%%=*}/$1"
  }
}

download_binaries() { # SUITE PACKAGE=VERSION…
  local suite=$1 package
  shift
  for package in "$@"; do
    apt_here download "$package" || {
      echo "$package is no longer offered; taking the version of $suite"
      apt_here download "${package%%=*}/$suite"
    }
  done
}

# Emscripten's libraries come in many variants; those for threads, sanitizers and shared libraries, and its own
# tests, are two thirds of a gigabyte and a half.
unpack_binaries() { # FOLDER
  local package
  for package in ./*.deb; do
    dpkg-deb --fsys-tarfile "$package" | tar -x -C "$1" \
      --exclude='*-mt[-.]*' --exclude='*-ww[-.]*' --exclude='*-asan[-.]*' --exclude='*/wasm32-emscripten/*pic' \
      --exclude='./usr/share/emscripten/test'
  done
}

fetch_third_party() { # NAME VERSION PACKAGED
  local target=$cache/packages/$1-$2 work
  work=$(mktemp -d "$cache/fetch.XXXXXX")
  # shellcheck disable=SC2064 # now, not on exit: the variable is gone by then
  trap "rm -rf '$work'" EXIT
  cd "$work"
  mkdir unpacked
  set -- $3 # kind, then what that kind needs
  case $1 in
    source)
      download_source "$2" "$3"
      tar -x -f ./*.orig.tar.* -C unpacked --strip-components=1
      ;;
    binary)
      download_binaries "${@:2}"
      unpack_binaries unpacked
      ;;
    npm)
      npm pack --silent "$2" >/dev/null
      tar -x -f ./*.tgz -C unpacked --strip-components=1
      ;;
    *) fail "cmake/third-party.txt: unknown kind of package: $1" ;;
  esac
  mkdir -p "$cache/packages"
  mv unpacked "$target" # last: a folder that is there is complete
}
