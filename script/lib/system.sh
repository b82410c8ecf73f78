# Packages installed on the system. Sourced by script/bootstrap.
# shellcheck shell=bash

web_packages=(ca-certificates clang-19 lld-19 llvm-19 cmake ninja-build python3 python3-fonttools patchelf xz-utils
  bzip2 brotli)
native_packages=(ca-certificates clang-19 lld-19 libc++-19-dev cmake ninja-build python3 python3-fonttools xz-utils bzip2)
# The fonts are the smallest that have Arabic, Chinese and emoji: names in reports are written in all of these.
# Firefox is driven by puppeteer-core and WebKit by selenium-webdriver, as playwright-core drives only browsers of its own making
# besides Chromium; both draw WebGL only in a window, so there is a screen (xvfb), and Mesa in the place of a graphics card.
test_packages=("${web_packages[@]}" "${native_packages[@]}" libclang-rt-19-dev clang-format-19 clang-tidy-19
  chromium firefox-esr webkit2gtk-driver xvfb libegl1 libgl1 libgl1-mesa-dri
  fonts-dejavu-core fonts-wqy-microhei fonts-noto-color-emoji python3-openpyxl unzip)
# LibreOffice Calc without its windows.
workbooks_packages=("${test_packages[@]}" libreoffice-calc-nogui)

# Node may come from elsewhere than from Debian; any from 18 on will do.
node_is_usable() {
  command -v npm >/dev/null && [ "$(node -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)" -ge 18 ]
}

missing_system_packages() { # PACKAGE…
  local package
  for package in $(printf '%s\n' "$@" | sort -u); do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_system_packages() { # PACKAGE…
  # A source that has nothing to do with us may be broken on this machine; what counts is whether the install works.
  as_root apt-get -q update || echo "apt-get update reported errors; going on"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@"
}
