# The compiler for the web. Sourced by script/bootstrap.
# shellcheck shell=bash

# An em++ on the PATH that is new enough is used as it is (the same rule stands in cmake/emscripten.cmake).
emscripten_is_installed() {
  local compiler version
  compiler=$(command -v em++) || return 1
  version=$(dirname "$(readlink -f "$compiler")")/emscripten-version.txt
  [ -r "$version" ] && printf '3.1.69\n%s\n' "$(tr -d '"' <"$version")" | sort -C -V
}

# Debian's newer Emscripten, made to run on a machine whose C library is older and where it is not installed.
set_up_emscripten() { # EMSCRIPTEN-FOLDER BINARYEN-FOLDER ACORN-FOLDER
  local emscripten=$1/usr/share/emscripten binaryen=$2/usr loader libraries program
  loader=$(find "$2" -name 'ld-linux*.so.*' | head -n 1)
  libraries=$(dirname "$(find "$2" -name 'libstdc++.so.6' | head -n 1)")
  for program in "$binaryen"/bin/*; do
    patchelf --set-interpreter "$loader" --set-rpath "$libraries:$(dirname "$loader")" "$program"
  done

  rm -rf "$emscripten/node_modules"
  mkdir "$emscripten/node_modules"
  cp -r "$3" "$emscripten/node_modules/acorn"

  # Its starters look for python3 on the PATH, where a version manager's shim may cost more time than the compiler.
  for program in em++ emcc emar emranlib emnm em-config; do
    printf '#!/bin/sh\nexec /usr/bin/python3 -E "%s.py" "$@"\n' "$emscripten/$program" >"$emscripten/$program"
  done

  # FROZEN_CACHE: the compiled system libraries came with the package, nothing is built or written on use.
  cat >"$emscripten/.emscripten" <<END
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
BINARYEN_ROOT = '$binaryen'
NODE_JS = '$(command -v node)'
CACHE = '$emscripten/cache'
FROZEN_CACHE = True
END

  touch "$1/ready" # last: says that all of the above is done
}
