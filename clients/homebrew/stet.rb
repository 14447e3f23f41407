# A Homebrew formula. Untested: written without a Mac. `brew install --build-from-source ./stet.rb` is its test; the
# archive's checksum is that of the release.
class Stet < Formula
  desc "Fact-checking prose linter and language server"
  homepage "https://github.com/stet-editorial/stet"
  url "https://github.com/stet-editorial/stet.git", tag: "v0.1.0"
  license "Apache-2.0"
  head "https://github.com/stet-editorial/stet.git", branch: "main"

  depends_on "boost" => :build
  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "googletest" => :build
  depends_on "google-benchmark" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "pkgconf" => :build
  depends_on "tomlplusplus" => :build
  depends_on "fmt"
  depends_on "gumbo-parser"
  depends_on "libgit2"
  depends_on "libuv"
  depends_on "md4c"
  depends_on "re2"
  depends_on "utf8proc"
  depends_on "yaml-cpp"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", *std_cmake_args
    system "cmake", "--build", "build", "--target", "stet"
    system "cmake", "--install", "build"
  end

  test do
    (testpath/"draft.md").write("The pier cost TK euros.\n")
    assert_match "placeholder-left", shell_output("#{bin}/stet check draft.md", 1)
  end
end
